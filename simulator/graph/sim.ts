/** The simulator's own controls, mounted at `/sim`. No part of Graph, no token, no throttling. */
import express, { type Request, type Response } from "express";
import { type Faults, readRules } from "./faults.ts";
import { isObject, type JsonObject, Refusal, refuse } from "./http/exchange.ts";
import { applyChanges, readFields } from "./resources/fieldInput.ts";
import { instant, type Service } from "./service.ts";
import { changeSettings, type Settings } from "./settings.ts";
import { setPermissions } from "./simPermissions.ts";
import type { Stats } from "./stats.ts";
import { columnsOf } from "./store/columns.ts";
import { insertItems, type NewItem } from "./store/items.ts";
import { findList, type ListRow } from "./store/lists.ts";
import { siteFor } from "./store/sites.ts";
import type { Throttle } from "./throttle.ts";

export interface SimParts {
  readonly service: Service;
  readonly faults: Faults;
  readonly stats: Stats;
  readonly throttle: Throttle;
  readonly changeSettings: (settings: Settings) => void;
}

const bad = (message: string): never => refuse(400, "badRequest", message);

const objectOf = (value: unknown, what: string): JsonObject =>
  isObject(value) ? value : bad(`${what} must be an object`);

const textOf = (body: JsonObject, name: string): string => {
  const value = body[name];
  return typeof value === "string" ? value : bad(`'${name}' must be a string`);
};

const listOf = (service: Service, body: JsonObject): ListRow => {
  const site = siteFor(service, textOf(body, "siteId"));
  return findList(service, site.id, textOf(body, "listId")) ?? bad(`there is no list '${textOf(body, "listId")}'`);
};

/** Rows with their original authors and dates: a product cannot write those through Graph. */
const bulkInsert = (service: Service, input: unknown): JsonObject => {
  const body = objectOf(input, "the body");
  const list = listOf(service, body);
  const columns = columnsOf(service, list.num);
  const entries = body["items"];
  if (!Array.isArray(entries)) return bad("'items' must be an array");
  const items = entries.map((entry: unknown): NewItem => {
    const item = objectOf(entry, "an item");
    const author = textOf(item, "createdBy");
    if (!service.directory().userById.has(author)) return bad(`there is no user '${author}'`);
    const at = Date.parse(textOf(item, "createdDateTime"));
    if (Number.isNaN(at)) return bad("'createdDateTime' must be an instant");
    const changes = readFields(service, list, columns, objectOf(item["fields"], "'fields'"));
    return { author, at: instant(at), fields: applyChanges({}, changes) };
  });
  const rows = service.db.transaction(() => insertItems(service, list, items));
  return { inserted: rows.length };
};

const messagesOf = (service: Service, teamId: string, channelId: string): readonly unknown[] =>
  service.db
    .all<{ json: string }>(
      "SELECT json FROM messages WHERE teamId = ? AND channelId = ? ORDER BY id",
      teamId,
      channelId,
    )
    .map((row) => JSON.parse(row.json) as unknown);

const activitiesOf = (service: Service, userId: string): readonly unknown[] =>
  service.db
    .all<{ json: string }>("SELECT json FROM activities WHERE recipientId = ? ORDER BY id DESC", userId)
    .map((row) => JSON.parse(row.json) as unknown);

type Action = (request: Request) => unknown;

const queryText = (request: Request, name: string): string => {
  const value = request.query[name];
  return typeof value === "string" ? value : bad(`the query option '${name}' is missing`);
};

const answering =
  (action: Action) =>
  (request: Request, response: Response): void => {
    try {
      response.json(action(request));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response.status(error.status).json({ error: { code: error.code, message: error.message } });
    }
  };

export const createSimRouter = (parts: SimParts): express.Router => {
  const { service, faults, stats, throttle } = parts;
  const router = express.Router();
  // Scripts forget the content type; there is nothing else that a body could be.
  router.use(express.json({ limit: "64mb", strict: false, type: () => true }));
  router.get(
    "/stats",
    answering(() => stats.report()),
  );
  router.delete(
    "/stats",
    answering(() => {
      stats.reset();
      throttle.reset();
      return stats.report();
    }),
  );
  router.post(
    "/faults",
    answering((request) => {
      const reading = readRules(request.body);
      if (reading.type === "rejected") return bad(reading.reason);
      faults.set(reading.rules);
      return { rules: reading.rules.length };
    }),
  );
  router.delete(
    "/faults",
    answering(() => {
      faults.clear();
      return { rules: 0 };
    }),
  );
  router.get(
    "/settings",
    answering(() => service.settings()),
  );
  router.post(
    "/settings",
    answering((request) => {
      const change = changeSettings(service.settings(), objectOf(request.body, "the body"));
      if (change.type === "rejected") return bad(`${change.name}: ${change.reason}`);
      parts.changeSettings(change.settings);
      return change.settings;
    }),
  );
  router.post(
    "/items",
    answering((request) => bulkInsert(service, request.body)),
  );
  router.post(
    "/permissions",
    answering((request) => service.db.transaction(() => setPermissions(service, objectOf(request.body, "the body")))),
  );
  router.get(
    "/messages",
    answering((request) => ({
      value: messagesOf(service, queryText(request, "teamId"), queryText(request, "channelId")),
    })),
  );
  router.get(
    "/activities",
    answering((request) => ({ value: activitiesOf(service, queryText(request, "userId")) })),
  );
  return router;
};
