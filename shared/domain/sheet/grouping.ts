import type { BaseRow } from "./baseline.ts";
import type { SheetRow } from "./fields.ts";

/** New rows that belong behind a row of the table, by their ids. */
export interface RowBlock {
  /** Place of the row in the table, 0 for the first. */
  readonly after: number;
  readonly ids: readonly string[];
}

/**
 * The last row of each objective's group, where every key result stands below its objective; undefined where a person sorted the
 * table otherwise.
 */
const groupsIn = (
  known: ReadonlyMap<string, SheetRow>,
  rows: ReadonlyMap<string, BaseRow>,
): ReadonlyMap<string, number> | undefined => {
  const last = new Map<string, number>();
  const inOrder = [...known].toSorted(([, a], [, b]) => a.at - b.at);
  let nearest: string | undefined;
  for (const [id, { at }] of inOrder) {
    const row = rows.get(id);
    if (!row || row.gone) continue;
    if (row.kind === "objective") nearest = id;
    else if (row.record.objectiveId !== nearest && known.has(row.record.objectiveId)) return undefined;
    if (nearest !== undefined) last.set(nearest, at);
  }
  return last;
};

/**
 * Where new key results go so that they stand under their objective; what is not named goes to the end. [SE36]
 * @param known rows of the table by id
 * @param before what is remembered of them
 * @param added new records in the order in which they are to be written
 */
export const blocksFor = (
  known: ReadonlyMap<string, SheetRow>,
  before: ReadonlyMap<string, BaseRow>,
  added: readonly (readonly [string, BaseRow])[],
): readonly RowBlock[] => {
  const groups = groupsIn(known, before);
  if (!groups) return [];
  const blocks = new Map<number, string[]>();
  for (const [id, row] of added) {
    const after = row.kind === "keyResult" ? groups.get(row.record.objectiveId) : undefined;
    if (after === undefined) continue;
    const others = blocks.get(after);
    if (others) others.push(id);
    else blocks.set(after, [id]);
  }
  return [...blocks].map(([after, ids]) => ({ after, ids }));
};
