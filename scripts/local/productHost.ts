import { existsSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import express from "express";

export interface ProductHostOptions {
  readonly root: string;
  /** 0 picks a free one; a taken port is replaced by a free one. */
  readonly port: number;
  /** Content of `config.json`, read anew for each request. */
  readonly configuration: () => unknown;
  /** Address of office.js; Microsoft's own unless told otherwise. */
  readonly officeJsUrl?: () => string;
}

export interface ProductHost {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const PUBLISHED_OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

const listen = (app: express.Express, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = app.listen(port, "127.0.0.1");
    server.once("listening", () => resolve(server));
    server.once("error", reject);
  });

/** Serves the built pages as any static web host would, on this computer only. */
export const serveProduct = async ({
  root,
  port,
  configuration,
  officeJsUrl,
}: ProductHostOptions): Promise<ProductHost> => {
  const pages = join(root, "dist", "product");
  const app = express();
  app.disable("x-powered-by");
  app.get("/", (_request, response) => response.redirect("/tab.html"));
  app.get("/config.json", (_request, response) => {
    response.set("cache-control", "no-cache").json(configuration());
  });
  app.get(["/taskpane.html", "/conformance.html"], (request, response, next) => {
    const file = join(pages, request.path);
    if (!existsSync(file)) return next();
    const page = readFileSync(file, "utf8");
    response.type("html").send(officeJsUrl ? page.replace(PUBLISHED_OFFICE_JS, officeJsUrl()) : page);
  });
  // Names of scripts carry a hash of their content; the pages themselves are looked up anew.
  app.use(express.static(pages, { immutable: true, maxAge: "1y", setHeaders: freshPages }));
  app.use((request, response) => {
    response.status(404).type("text/plain").send(`There is no page at ${request.path}.`);
  });
  let server: Server;
  try {
    server = await listen(app, port);
  } catch {
    server = await listen(app, 0);
  }
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
};

const freshPages = (response: express.Response, path: string): void => {
  if (path.endsWith(".html")) response.set("cache-control", "no-cache");
};
