import type { Fields } from "#shared/adapters/graph/lists/cells.ts";

/** A row with who wrote it and when, which Graph cannot say. */
export interface BulkRow {
  readonly fields: Fields;
  /** Entra object id. */
  readonly createdBy: string;
  readonly createdDateTime: string;
}

export interface BulkRows {
  /** @param list its title */
  readonly add: (list: string, row: BulkRow) => Promise<void>;
  readonly flush: () => Promise<void>;
}

/** Rows held back until they are sent, in one request a list. */
const ROWS_TOGETHER = 10_000;

/**
 * Puts rows into many lists of a site, by the simulator's own switch.
 * @param site `host:/sites/name`
 */
export const collectRows = (simBase: string, site: string): BulkRows => {
  const waiting = new Map<string, BulkRow[]>();
  let count = 0;
  const flush = async (): Promise<void> => {
    for (const [listId, items] of waiting) {
      const answer = await fetch(`${simBase}/items`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ siteId: site, listId, items }),
      });
      if (!answer.ok) throw new Error(`Rows of ${listId} were refused: ${answer.status} ${await answer.text()}`);
    }
    waiting.clear();
    count = 0;
  };
  return {
    flush,
    add: async (list, row) => {
      const rows = waiting.get(list);
      if (rows === undefined) waiting.set(list, [row]);
      else rows.push(row);
      count += 1;
      if (count >= ROWS_TOGETHER) await flush();
    },
  };
};
