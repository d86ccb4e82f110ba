import { join } from "node:path";
import express from "express";
import type { World } from "../world/types.ts";
import { excelPage, refusalPage } from "./page.ts";
import { localized } from "./localized.ts";
import { createWorkbookRouter } from "./files/workbookRouter.ts";
import { createWorkbookStore } from "./files/workbookStore.ts";
import { personOf, readOpenRequest, refusalText } from "./openRequest.ts";

export interface ExcelHostOptions {
  readonly world: World;
  /** Unified manifest of the installed app; asked for anew with every page. */
  readonly manifest: () => unknown;
  /** A language file of its package, as parsed JSON. Default: there are none. */
  readonly languageFile?: (name: string) => unknown;
  /** Folder of the bundled client, `dist/simulator`. */
  readonly clientDir: string;
  /** Workbooks are kept in its folder `workbooks`. */
  readonly dataDir: string;
  /**
   * Page that signs the browser in as `?user=KEY` and goes on to `&return=PATH`, so that a sign-in inside the task
   * pane finds the person who looks at the workbook. Null: nobody is signed in.
   */
  readonly signInPath?: string | null;
  /** Default of `&latency=`, milliseconds. */
  readonly latencyMs?: number;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

const ASSETS = "/excel/assets";

/** Present in the address once the browser has been signed in; the page takes it out again. */
const SIGNED_IN = "signedIn";

const queryOf = (url: string): URLSearchParams => new URL(url, "http://localhost").searchParams;

const signInAddress = (signInPath: string, userKey: string, query: URLSearchParams): string => {
  const back = new URLSearchParams(query);
  back.set(SIGNED_IN, userKey);
  return `${signInPath}?${new URLSearchParams({ user: userKey, return: `/excel?${back.toString()}` }).toString()}`;
};

/** `GET /excel?user=KEY[&app=URL][&workbook=NAME][&theme=light|dark][&locale=TAG][&api=1.12|1.15][&latency=MS]`. */
export const createExcelHost = (options: ExcelHostOptions): express.Router => {
  const {
    world,
    manifest,
    languageFile = () => ({}),
    clientDir,
    dataDir,
    signInPath = "/entra/sim-login",
    latencyMs = 0,
    now = Date.now,
  } = options;
  const router = express.Router();

  router.get("/excel", (request, response) => {
    const query = queryOf(request.originalUrl);
    const asked = readOpenRequest(query, { latencyMs });
    if (!asked.ok) {
      response.status(400).send(refusalPage("This workbook cannot be opened", refusalText(asked.error)));
      return;
    }
    const { userKey, ...wishes } = asked.value;
    if (signInPath !== null && query.get(SIGNED_IN) !== userKey) {
      response.redirect(302, signInAddress(signInPath, userKey, query));
      return;
    }
    const words = localized(manifest(), wishes.locale, languageFile);
    const boot = { ...wishes, person: personOf(world, userKey), manifest: words };
    response.set("cache-control", "no-store").send(excelPage(boot, `${ASSETS}/excel-host.js`));
  });

  router.use(ASSETS, express.static(clientDir, { index: false, fallthrough: false }));
  router.use("/excel/api", createWorkbookRouter(createWorkbookStore({ directory: join(dataDir, "workbooks"), now })));
  return router;
};
