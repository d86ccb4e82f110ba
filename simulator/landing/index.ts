/** Start page, side-by-side page and the way into each place. Server-rendered; works without JavaScript. */
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import express from "express";
import type { Request, Response, Router } from "express";
import { commonAssets } from "../commonAssets.ts";
import { escapeHtml, initialsOf } from "../html.ts";
import { createPeople } from "../sign-in/people.ts";
import { colourIcon } from "../teams-shell/manifest.ts";
import type { PersonaKey, World } from "../world/types.ts";
import { addressOf, isPlaceKey } from "./places.ts";
import { readProduct } from "./product.ts";
import { sideBySidePage } from "./sideBySidePage.ts";
import { startPage } from "./startPage.ts";

export interface LandingOptions {
  readonly world: World;
  /** Unified manifest of the installed app, as parsed JSON. */
  readonly manifest: () => unknown;
  /** Folder of the simulator's bundles. */
  readonly clientDir: string;
  /** Folder of the app package, for the icon its manifest names; a letter stands in without it. */
  readonly packageDir?: string;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Scripts of this server only; frames may show any page of this computer, styles are written by the shell's library. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data:; font-src 'self' data:; " +
  "connect-src 'self'; frame-src *; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

const icon = (name: string, accent: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${escapeHtml(accent)}"/>` +
  `<text x="16" y="22.5" text-anchor="middle" font-family="Segoe UI, system-ui, sans-serif" font-size="18" font-weight="700" fill="#fff">` +
  `${escapeHtml(initialsOf(name).slice(0, 1))}</text></svg>`;

const sendPage = (response: Response, page: string, status = 200): void => {
  response
    .status(status)
    .set({ "Content-Security-Policy": policy, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" })
    .type("html")
    .send(page);
};

export const createLanding = ({ world, manifest, clientDir, packageDir }: LandingOptions): Router => {
  const people = createPeople(world);
  const router = express.Router();
  const showStart = (request: Request, response: Response, problem?: string): void => {
    const user = text(request.query["user"]);
    const place = request.query["place"];
    const view = {
      product: readProduct(manifest()),
      tenantName: world.tenant.displayName,
      peopleCount: world.users.length,
      personas: people.personas,
      chosenUser: people.isPersonaKey(user) ? user : ("lead" satisfies PersonaKey),
      chosenPlace: isPlaceKey(place) ? place : ("both" as const),
      problem,
    };
    sendPage(response, startPage(view), problem === undefined ? 200 : 400);
  };
  const assets = fileURLToPath(new URL("./assets", import.meta.url));
  router.use(
    "/landing/assets",
    express.static(commonAssets, { maxAge: "1h" }),
    express.static(assets, { fallthrough: false, maxAge: "1h" }),
  );
  router.get("/landing/client/side-by-side.js", (_request, response) =>
    response.sendFile(join(clientDir, "side-by-side.js")),
  );
  router.get("/landing/icon", (_request, response) => {
    const file = colourIcon(manifest());
    if (packageDir !== undefined && file !== "") {
      response.sendFile(file, { root: resolve(packageDir) });
      return;
    }
    const { name, accent } = readProduct(manifest());
    response.type("image/svg+xml").send(icon(name, accent));
  });
  router.get("/favicon.ico", (_request, response) => response.redirect(302, "/landing/icon"));
  router.get("/", (request, response) => showStart(request, response));
  router.get("/open", (request, response) => {
    const user = text(request.query["user"]);
    const { place } = request.query;
    if (people.isPersonaKey(user) && isPlaceKey(place)) response.redirect(303, addressOf(place, user));
    else showStart(request, response, "That person or place does not exist here. Please choose again.");
  });
  router.get("/web", (request, response) => {
    const { webAddress, name } = readProduct(manifest());
    if (webAddress === undefined)
      showStart(request, response, `${name} names no page for the browser in its manifest.`);
    else response.redirect(303, webAddress);
  });
  router.get("/side-by-side", (request, response) => {
    const user = text(request.query["user"]);
    const persona = people.personas.find(({ key }) => key === user);
    if (!persona) {
      showStart(request, response, "Choose who you are to see Teams and Excel side by side.");
      return;
    }
    const extra = Object.entries(request.query).flatMap(([name, value]) =>
      typeof value === "string" && name !== "user" ? [[name, value] as const] : [],
    );
    const product = readProduct(manifest());
    sendPage(
      response,
      sideBySidePage({ product, persona, personas: people.personas, extra: Object.fromEntries(extra) }),
    );
  });
  return router;
};
