import { revision, type PartitionKey, type Revision } from "#shared/domain/okr/ids.ts";
import { ok } from "#shared/domain/result.ts";
import type { StreamStart, StreamStarts } from "#shared/ports/streamStarts.ts";

export const createMemoryStreamStarts = (): StreamStarts => {
  const rows = new Map<PartitionKey, { readonly start: StreamStart; readonly revision: Revision }>();
  let writes = 0;
  return {
    read: () =>
      Promise.resolve(
        ok({
          starts: new Map([...rows].map(([key, row]) => [key, row.start])),
          revisions: new Map([...rows].map(([key, row]) => [key, row.revision])),
        }),
      ),
    write: (starts, { revisions }) => {
      for (const [key, start] of starts) {
        if (rows.get(key)?.revision !== revisions.get(key)) continue;
        writes += 1;
        rows.set(key, { start, revision: revision(`row#${writes}`) });
      }
      for (const [key, known] of revisions) if (!starts.has(key) && rows.get(key)?.revision === known) rows.delete(key);
      return Promise.resolve(ok(undefined));
    },
  };
};
