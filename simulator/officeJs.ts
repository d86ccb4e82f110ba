/**
 * Serves the unmodified office.js from the installed package. Its licence allows that for development and forbids
 * copies, so nothing of it lies in this repository.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import express from "express";
import type { Router } from "express";

const packageFolder = (): string =>
  join(
    dirname(createRequire(join(process.cwd(), "package.json")).resolve("@microsoft/office-js/package.json")),
    "dist",
  );

/** Mounted at `/office-js`. The library asks for `AgaveErrorUX/…`, the package spells every file in lower case. */
export const createOfficeJs = (folder: string = packageFolder()): Router => {
  const router = express.Router();
  const files = express.static(folder, { index: false, maxAge: "1h", fallthrough: false });
  router.use((request, response, next) => {
    const [path = "", query] = request.url.split("?", 2);
    request.url = path.toLowerCase() + (query === undefined ? "" : `?${query}`);
    // The add-in's page lives on another origin, as with Microsoft's CDN.
    response.set({ "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" });
    files(request, response, next);
  });
  return router;
};
