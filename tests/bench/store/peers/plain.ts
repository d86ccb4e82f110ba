/**
 * The documented way with graph-client: a JSON batch of 20 requests at a time, one after the other, each answer looked at.
 * What was refused is sent again in the next round, after the longest wait that an answer asked for.
 */
import { Client } from "@microsoft/microsoft-graph-client";
import type { PushPeer, RowChange } from "./peer.ts";
import { again, chunks, waitOf } from "./rounds.ts";

interface InnerAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export const plainPeer: PushPeer = {
  name: "graph-client",
  push: async ({ graphOrigin, bearer }, rows) => {
    // Only https counts as Graph for this client: the address is exchanged behind its back.
    const client = Client.init({
      authProvider: (done) => done(null, bearer),
      fetchOptions: {},
    });
    const real = globalThis.fetch;
    globalThis.fetch = (input, init) =>
      real(
        (typeof input === "string" ? input : input instanceof URL ? input.href : input.url).replace(
          "https://graph.microsoft.com",
          graphOrigin,
        ),
        init,
      );
    try {
      return await again(rows, async (left) => {
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
      });
    } finally {
      globalThis.fetch = real;
    }
  },
};
