import express from "express";
import { fromJson, toJson, type WorkbookJson } from "../model/index.ts";
import type { WorkbookStore } from "./workbookStore.ts";
import { readXlsx } from "./xlsxReader.ts";
import { writeXlsx } from "./xlsxWriter.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Room for some 100,000 cells with formats. */
const LARGEST_WORKBOOK = "64mb";

const nameOf = (value: unknown): string => (typeof value === "string" ? value : "");

interface SaveBody {
  readonly basedOn: number;
  readonly snapshot: unknown;
}

const readSave = (body: unknown): SaveBody | undefined => {
  if (typeof body !== "object" || body === null || !("basedOn" in body) || !("snapshot" in body)) return undefined;
  const { basedOn, snapshot } = body;
  return typeof basedOn === "number" && Number.isInteger(basedOn) && basedOn >= 0 ? { basedOn, snapshot } : undefined;
};

const sendXlsx = async (response: express.Response, snapshot: unknown, name: string): Promise<void> => {
  const file = await writeXlsx(fromJson(snapshot as WorkbookJson));
  response
    .type(XLSX)
    .set("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}.xlsx`)
    .send(Buffer.from(file));
};

/**
 * Saved workbooks of the simulated Excel, mounted at `/excel/api`:
 * `GET /workbooks/:user` names · `GET /workbooks/:user/:name` the stored workbook or 404 ·
 * `PUT /workbooks/:user/:name` `{basedOn, snapshot}` → 200 `{version, savedAt}` or 409 with what is stored ·
 * `GET /workbooks/:user/:name/xlsx` the saved workbook as a file · `POST /xlsx/write` `{snapshot}` → a file ·
 * `POST /xlsx/read` a file → `{snapshot}` or 422 `{reason}`.
 */
export const createWorkbookRouter = (store: WorkbookStore): express.Router => {
  const router = express.Router();
  // Only JSON bodies: another origin's page cannot send one without asking first, and nothing here answers that.
  const json = express.json({ limit: LARGEST_WORKBOOK, type: "application/json" });

  router.get("/workbooks/:user", async (request, response) => {
    response.json({ names: await store.list(nameOf(request.params["user"])) });
  });

  router.get("/workbooks/:user/:name", async (request, response) => {
    const stored = await store.load(nameOf(request.params["user"]), nameOf(request.params["name"]));
    response.set("cache-control", "no-store");
    if (stored === undefined) response.status(404).json({ error: "There is no such workbook" });
    else response.json(stored);
  });

  router.put("/workbooks/:user/:name", json, async (request, response) => {
    const save = readSave(request.body);
    if (save === undefined) {
      response.status(400).json({ error: "Expected JSON {basedOn: whole number, snapshot}" });
      return;
    }
    const { user, name } = request.params;
    const outcome = await store.save(nameOf(user), nameOf(name), save.basedOn, save.snapshot);
    if (outcome.type === "Saved") response.json({ version: outcome.version, savedAt: outcome.savedAt });
    else response.status(409).json({ stored: outcome.stored });
  });

  router.get("/workbooks/:user/:name/xlsx", async (request, response) => {
    const { user, name } = request.params;
    const stored = await store.load(nameOf(user), nameOf(name));
    if (stored === undefined) response.status(404).json({ error: "There is no such workbook" });
    else await sendXlsx(response, stored.snapshot, nameOf(name));
  });

  router.post("/xlsx/write", json, async (request, response) => {
    const { snapshot } = request.body as { snapshot?: unknown };
    if (snapshot === undefined) response.status(400).json({ error: "Expected JSON {snapshot}" });
    else await sendXlsx(response, snapshot, "Workbook");
  });

  router.post("/xlsx/read", express.raw({ limit: LARGEST_WORKBOOK, type: XLSX }), async (request, response) => {
    if (!(request.body instanceof Uint8Array)) {
      response.status(415).json({ reason: "Only xlsx files can be opened." });
      return;
    }
    const outcome = await readXlsx(request.body, "Workbook.xlsx");
    if (outcome.type === "Read") response.json({ snapshot: toJson(outcome.workbook) });
    else response.status(422).json({ reason: `This is not a workbook that can be read: ${outcome.reason}` });
  });

  return router;
};
