import type { Baseline } from "./baseline.ts";
import {
  EDITABLE_FIELDS,
  cellText,
  comparable,
  isEmptyCell,
  sameCell,
  type EditableCells,
  type SheetRow,
} from "./fields.ts";

/** Which record a row stands for. */
export type RowIdentity =
  | { readonly type: "known"; readonly row: SheetRow; readonly id: string }
  /** Not stored yet. `copyOf` is the record whose row was copied, `like` the one after which Drumbeat made it. */
  | {
      readonly type: "new";
      readonly row: SheetRow;
      readonly id: string;
      readonly copyOf?: string;
      readonly like?: string;
    }
  /** Stored, but of what was pulled here earlier; an undo in Excel or a paste brought it back. */
  | { readonly type: "former"; readonly row: SheetRow; readonly id: string };

const LIKE = "like ";

/** What the key cell of a row says that Drumbeat made after a stored one: a new record, with what has no column. [SE21] */
export const likeKey = (id: string): string => `${LIKE}${id}`;

/** How many cells of the row still say what was pulled. */
const likeness = (row: SheetRow, base: Baseline, id: string): number => {
  const cells = base.rows.get(id)?.cells;
  if (!cells) return 0;
  return EDITABLE_FIELDS.filter((field) => row.cells[field] !== undefined && sameCell(row.cells[field], cells[field]))
    .length;
};

/** Of several rows with one key the one most like the pulled one is the original, of equals the upper one. [SE10] */
const originalOf = (rows: readonly SheetRow[], base: Baseline, id: string): SheetRow | undefined => {
  const [first, ...others] = rows;
  if (!first || others.length === 0) return first;
  let best = first;
  let most = likeness(first, base, id);
  for (const row of others) {
    const like = likeness(row, base, id);
    if (like > most) {
      best = row;
      most = like;
    }
  }
  return best;
};

const isBlank = ({ cells }: SheetRow): boolean => EDITABLE_FIELDS.every((field) => isEmptyCell(cells[field]));

const keyOf = ({ cells }: SheetRow): string => cellText(cells.key).trim().toLowerCase();

const saying = (cells: EditableCells): string =>
  JSON.stringify(EDITABLE_FIELDS.map((field) => comparable(cells[field])));

/** Rows that lost their key, known again by what they say: exactly what a stored row says that is not there with its key. [SE23] */
const withLostKeys = (rows: readonly SheetRow[], base: Baseline): ReadonlyMap<SheetRow, string> => {
  const keyless = rows.filter((row) => keyOf(row) === "" && !isEmptyCell(row.cells.title));
  if (keyless.length === 0) return new Map();
  const present = new Set(rows.map(keyOf));
  const missing = new Map<string, string[]>();
  for (const [id, { cells, sent, gone }] of base.rows) {
    if (present.has(id) || gone) continue;
    for (const text of new Set([saying(cells), ...(sent ? [saying(sent)] : [])])) {
      const same = missing.get(text);
      if (same) same.push(id);
      else missing.set(text, [id]);
    }
  }
  const found = new Map<SheetRow, string>();
  const taken = new Set<string>();
  for (const row of keyless) {
    const id = missing.get(saying(row.cells))?.find((one) => !taken.has(one));
    if (id === undefined) continue;
    taken.add(id);
    found.set(row, id);
  }
  return found;
};

/**
 * Tells stored rows, new rows and copies apart by the key column alone, so that sorting and moving change nothing. A key that
 * this workbook never pulled and never gave out itself is foreign: its row is new. Empty rows are left out. [SE9] [SE10]
 * @param begun ids that an unfinished push gave to new rows
 */
export const identifyRows = (
  rows: readonly SheetRow[],
  base: Baseline,
  begun: ReadonlySet<string>,
  newId: (row: SheetRow) => string,
): readonly RowIdentity[] => {
  const filled = rows.filter((row) => !isBlank(row));
  const byKey = new Map<string, SheetRow[]>();
  for (const row of filled) {
    const key = keyOf(row);
    const same = byKey.get(key);
    if (same) same.push(row);
    else byKey.set(key, [row]);
  }
  const originals = new Map<SheetRow, string>(withLostKeys(filled, base));
  const former = new Set(base.former);
  for (const [key, same] of byKey) {
    const original = base.rows.has(key) || begun.has(key) ? originalOf(same, base, key) : undefined;
    if (original) originals.set(original, key);
  }
  return filled.map((row) => {
    const id = originals.get(row);
    if (id !== undefined) return base.rows.has(id) ? { type: "known", row, id } : { type: "new", row, id };
    const copied = keyOf(row);
    if (former.has(copied)) return { type: "former", row, id: copied };
    if (base.rows.has(copied)) return { type: "new", row, id: newId(row), copyOf: copied };
    const like = copied.startsWith(LIKE) ? copied.slice(LIKE.length) : "";
    return base.rows.has(like) ? { type: "new", row, id: newId(row), like } : { type: "new", row, id: newId(row) };
  });
};
