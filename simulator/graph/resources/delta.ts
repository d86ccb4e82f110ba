/** Changes of a list since a token: latest state per item, deletions as facets, 410 when a token is too old. */
import { type Call, invalid, type JsonObject, ok, refuse } from "../http/exchange.ts";
import { linkWith, seal, unseal } from "../odata/paging.ts";
import type { Service } from "../service.ts";
import { columnsOf } from "../store/columns.ts";
import type { ItemRow } from "../store/items.ts";
import type { ListRow } from "../store/lists.ts";
import type { SiteRow } from "../store/sites.ts";
import { listOf, pageSize } from "./items.ts";
import { checkItemSelect, showItem } from "./itemOutput.ts";
import { type Route, type RouteCall } from "./route.ts";

interface DeltaToken {
  /** Number of the list. */
  readonly list: number;
  /** Changes up to this one have been told. */
  readonly seen: number;
  /** Deletions up to this one concern items that were never told. */
  readonly start: number;
  readonly issuedAt: number;
  readonly epoch: number;
}

const readToken = (token: string, list: ListRow): DeltaToken => {
  const content = unseal(token);
  if (content === undefined || content["list"] !== list.num || typeof content["seen"] !== "number")
    return invalid("The provided token is not valid.");
  return content as unknown as DeltaToken;
};

const startOf = (service: Service, list: ListRow, seen: number): DeltaToken => ({
  list: list.num,
  seen,
  start: list.seq,
  issuedAt: service.now(),
  epoch: service.resyncEpoch(),
});

const sealed = (token: DeltaToken): string => seal({ ...token });

/** docs listitem-delta: 410 carries the address of a fresh enumeration in Location and tells how to merge it. */
const demandFresh = (service: Service, call: RouteCall, list: ListRow, token: DeltaToken): void => {
  const settings = service.settings();
  const old = service.now() - token.issuedAt > settings.deltaTokenLifetimeMs;
  if (!old && token.epoch >= service.resyncEpoch()) return;
  refuse(
    410,
    settings.resync ?? "resyncChangesApplyDifferences",
    "Resync required. Replace any local items with the server's version (including deletes) if you're sure that the service was up to date with your local changes when you last sync'd.",
    {
      Location: linkWith(call, "token", sealed(startOf(service, list, 0))),
    },
  );
};

interface Change {
  readonly seq: number;
  readonly row?: ItemRow;
  readonly deletedId?: number;
}

const changesAfter = (service: Service, list: ListRow, token: DeltaToken, limit: number): readonly Change[] => {
  const rows = service.db
    .all<ItemRow>("SELECT * FROM items WHERE list = ? AND seq > ? ORDER BY seq LIMIT ?", list.num, token.seen, limit)
    .map((row): Change => ({ seq: row.seq, row }));
  const deletions = service.db
    .all<{ seq: number; id: number }>(
      "SELECT seq, id FROM deleted_items WHERE list = ? AND seq > ? ORDER BY seq LIMIT ?",
      list.num,
      Math.max(token.seen, token.seen < token.start ? token.start : 0),
      limit,
    )
    .map(({ seq, id }): Change => ({ seq, deletedId: id }));
  return [...rows, ...deletions].sort((a, b) => a.seq - b.seq).slice(0, limit);
};

const showDeleted = (service: Service, site: SiteRow, id: number): JsonObject =>
  service.settings().deltaErrorElements
    ? { error: { code: "InternalServerError", message: "Cannot write a deleted resource" } }
    : {
        id: String(id),
        parentReference: { siteId: site.id },
        contentType: { id: "0x0100", name: "Item" },
        deleted: { state: "deleted" },
      };

const tokenOf = (service: Service, call: RouteCall, list: ListRow): DeltaToken => {
  const text = call.query.get("token");
  if (text === null || text === "") return startOf(service, list, 0);
  if (text === "latest") return startOf(service, list, list.seq);
  const token = readToken(text, list);
  demandFresh(service, call, list, token);
  return token;
};

const delta = (service: Service, call: RouteCall) => {
  const { site, list } = listOf(service, call);
  const { options } = call;
  checkItemSelect(options);
  const token = tokenOf(service, call, list);
  const size = pageSize(service, options.top);
  const latest = call.query.get("token") === "latest";
  const found = latest ? [] : changesAfter(service, list, token, size + 1);
  const page = found.slice(0, size);
  const view = { service, site, list, columns: columnsOf(service, list.num) };
  const more = found.length > size;
  const seen = more ? (page.at(-1)?.seq ?? token.seen) : list.seq;
  // A finished enumeration has told everything: from here on every deletion counts.
  const next = sealed(more ? { ...token, seen } : startOf(service, list, seen));
  const link = linkWith(call, "token", next);
  return ok({
    "@odata.context": `${call.linkBase}/$metadata#Collection(listItem)`,
    [more ? "@odata.nextLink" : "@odata.deltaLink"]: link,
    value: page.map(({ row, deletedId }) =>
      row === undefined ? showDeleted(service, site, deletedId ?? 0) : showItem(view, row, options),
    ),
  });
};

const path = "/sites/{site}/lists/{list}/items/delta";
const query = ["select", "expand", "top", "token"];

/** With a token a delta costs what a single item costs. */
const units = (call: Call): number => (call.query.has("token") && call.query.get("token") !== "latest" ? 1 : 2);

export const deltaRoutes: readonly Route[] = [{ method: "GET", path, scopes: [], query, units, handle: delta }];
