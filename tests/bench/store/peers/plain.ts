/**
 * The documented way with graph-client. Reading: for each list the start of its changes, then its rows, page after page
 * with the page iterator. Writing: a JSON
 * batch of 20 requests at a time, one after the other, each answer looked at; what was refused is sent again in the next round,
 * after the longest wait that an answer asked for.
 */
import { Client, PageIterator, type PageCollection } from "@microsoft/microsoft-graph-client";
import type { Peer, Query, RowChange, Service } from "./peer.ts";
import { again, chunks, waitOf } from "./rounds.ts";

interface InnerAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** As many connections as a browser opens to one host. */
const AT_ONCE = 6;

const addressOf = (input: string | URL | Request): string => {
  if (typeof input === "string") return input;
  return input instanceof URL ? input.href : input.url;
};

/** Only https counts as Graph for this client: the address is exchanged behind its back. */
const withClient = async <T>({ graphOrigin, bearer }: Service, use: (client: Client) => Promise<T>): Promise<T> => {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => real(addressOf(input).replace("https://graph.microsoft.com", graphOrigin), init);
  try {
    return await use(Client.init({ authProvider: (done) => done(null, bearer) }));
  } finally {
    globalThis.fetch = real;
  }
};

export const plainPeer: Peer = {
  name: "graph-client",
  read: (service, queries) =>
    withClient(service, async (client) => {
      let rows = 0;
      const readOne = async ({ siteId, listId, fields, filter }: Query): Promise<void> => {
        const request = client
          .api(`/sites/${siteId}/lists/${listId}/items`)
          .expand(`fields($select=${fields.join(",")})`)
          .top(5000);
        await client.api(`/sites/${siteId}/lists/${listId}/items/delta`).query("token=latest").get();
        const first = (await (filter === undefined ? request : request.filter(filter)).get()) as PageCollection;
        const count = (): boolean => {
          rows += 1;
          return true;
        };
        await new PageIterator(client, first, count).iterate();
      };
      for (const some of chunks(queries, AT_ONCE)) await Promise.all(some.map(readOne));
      return rows;
    }),
  push: (service, rows) =>
    withClient(service, (client) =>
      again(rows, async (left) => {
        const failed: RowChange[] = [];
        let waitMs = 0;
        for (const chunk of chunks(left, 20)) {
          const requests = chunk.map((row, index) => ({
            id: String(index + 1),
            method: "PATCH",
            url: `${row.listPath}/items/${row.itemId}/fields`,
            headers: { "Content-Type": "application/json", "If-Match": row.etag },
            body: row.fields,
          }));
          try {
            const answer = (await client.api("/$batch").post({ requests })) as { readonly responses: InnerAnswer[] };
            for (const { id, status, headers } of answer.responses) {
              const row = chunk[Number(id) - 1];
              if (status === 200 || status === 412 || !row) continue;
              failed.push(row);
              waitMs = Math.max(waitMs, waitOf(headers?.["Retry-After"]));
            }
          } catch {
            failed.push(...chunk);
          }
        }
        return { failed, waitMs };
      }),
    ),
};
