/**
 * PnPjs with its batching, as its documentation shows it; it sends its batches of 20 one after the other. It knows no changes of
 * list items, so its views cannot be followed.
 */
import { graphfi, GraphBrowser, type GraphFI } from "@pnp/graph";
import "@pnp/graph/sites/index.js";
import "@pnp/graph/lists/index.js";
import "@pnp/graph/list-item/index.js";
import "@pnp/graph/batching.js";
import { HttpRequestError } from "@pnp/queryable";
import type { Peer, Query, RowChange, Service } from "./peer.ts";
import { again, waitOf } from "./rounds.ts";

const connect = ({ graphOrigin, bearer }: Service): GraphFI => {
  const graph = graphfi().using(GraphBrowser());
  // Its batches insist on https: only the last hop goes elsewhere.
  graph.using((instance) => {
    const [send] = instance.on.send.toArray();
    instance.on.send.replace((url: URL, init: RequestInit) => {
      if (!send) throw new Error("GraphBrowser sends nothing");
      const headers = { ...(init.headers as Readonly<Record<string, string>>), authorization: `Bearer ${bearer}` };
      return send.call(instance, new URL(url.href.replace("https://graph.microsoft.com", graphOrigin)), {
        ...init,
        headers,
      });
    });
    return instance;
  });
  return graph;
};

const itemsOf = (graph: GraphFI, { siteId, listId, fields, filter }: Query) => {
  const { items } = graph.sites.getById(siteId).lists.getById(listId);
  const wanted = items.expand(`fields($select=${fields.join(",")})`).top(5000);
  return filter === undefined ? wanted : wanted.filter(filter);
};

export const pnpPeer: Peer = {
  name: "@pnp/graph",
  read: async (service, queries) => {
    const graph = connect(service);
    const isSmall = queries.every(({ filter }) => filter !== undefined);
    const [batched, execute] = graph.batched();
    const counts = queries.map(async (query) => {
      const items = itemsOf(isSmall ? batched : graph, query);
      if (isSmall) return (await items()).length;
      // Only single requests follow the links to further pages.
      let rows = 0;
      for await (const page of items) rows += (page as readonly unknown[]).length;
      return rows;
    });
    if (isSmall) await execute();
    return (await Promise.all(counts)).reduce((sum, rows) => sum + rows, 0);
  },
  push: (service, rows) => {
    const graph = connect(service);
    return again(rows, async (left) => {
      const [batched, execute] = graph.batched();
      const failed: RowChange[] = [];
      let waitMs = 0;
      const settled = left.map(async (row) => {
        try {
          const item = batched.sites.getById(row.siteId).lists.getById(row.listId).items.getById(row.itemId);
          await item.update({ fields: { ...row.fields } });
        } catch (error) {
          if (error instanceof HttpRequestError && error.status === 412) return;
          if (error instanceof HttpRequestError) {
            waitMs = Math.max(waitMs, waitOf(error.response.headers.get("Retry-After") ?? undefined));
          }
          failed.push(row);
        }
      });
      try {
        await execute();
        await Promise.all(settled);
      } catch {
        // One failed batch takes all later ones with it; nothing tells which rows were written.
        return { failed: left, waitMs };
      }
      return { failed, waitMs };
    });
  },
};
