import {
  cellText,
  comparable,
  EDITABLE_FIELDS,
  isEmptyCell,
  sameCell,
  type Cell,
  type EditableField,
  type SheetRow,
} from "./fields.ts";

type CellsOf<F extends string> = { readonly [K in F]?: Cell };

/** A row of one of our tables: what people edit in it, and its key. */
export interface Keyed<F extends string> {
  readonly at: number;
  readonly cells: CellsOf<F | "key">;
}

/** What is remembered of the rows of a table. */
export interface KnownRows<F extends string> {
  readonly rows: ReadonlyMap<string, { readonly cells: CellsOf<F>; readonly sent?: CellsOf<F>; readonly gone?: true }>;
  /** Ids that this workbook knew once and that are not in the table any more. */
  readonly former?: readonly string[];
}

/** Which record a row stands for. */
export type Identity<Row> =
  | { readonly type: "known"; readonly row: Row; readonly id: string }
  /** Not stored yet. `copyOf` is the record whose row was copied, `like` the one after which Drumbeat made it. */
  | { readonly type: "new"; readonly row: Row; readonly id: string; readonly copyOf?: string; readonly like?: string }
  /** Stored, but of what was pulled here earlier; an undo in Excel or a paste brought it back. */
  | { readonly type: "former"; readonly row: Row; readonly id: string };

export type RowIdentity = Identity<SheetRow>;

const LIKE = "like ";

/** What the key cell of a row says that Drumbeat made after a stored one: a new record, with what has no column. [SE21] */
export const likeKey = (id: string): string => `${LIKE}${id}`;

const keyOf = <F extends string>({ cells }: Keyed<F>): string =>
  cellText((cells as CellsOf<"key">).key)
    .trim()
    .toLowerCase();

/**
 * Tells stored rows, new rows and copies apart by the key column alone, so that sorting and moving change nothing. A key that
 * this workbook never pulled and never gave out itself is foreign: its row is new. Empty rows are left out. [SE9] [SE10]
 * @param fields what people edit in such a table
 * @param name the field without which a row says nothing
 */
export const identifyBy = <F extends string>(fields: readonly F[], name: F) => {
  const cellOf = (cells: CellsOf<F>, field: F): Cell | undefined => cells[field];

  /** How many cells of the row still say what was pulled. */
  const likeness = ({ cells: now }: Keyed<F>, base: KnownRows<F>, id: string): number => {
    const cells = base.rows.get(id)?.cells;
    if (!cells) return 0;
    return fields.filter(
      (field) => cellOf(now, field) !== undefined && sameCell(cellOf(now, field), cellOf(cells, field)),
    ).length;
  };

  /** Of several rows with one key the one most like the pulled one is the original, of equals the upper one. [SE10] */
  const originalOf = <Row extends Keyed<F>>(rows: readonly Row[], base: KnownRows<F>, id: string): Row | undefined => {
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

  const isBlank = ({ cells }: Keyed<F>): boolean => fields.every((field) => isEmptyCell(cellOf(cells, field)));

  const saying = (cells: CellsOf<F>): string => JSON.stringify(fields.map((field) => comparable(cellOf(cells, field))));

  /** Rows that lost their key, known again by what they say: exactly what a stored row says that is not there with its key. [SE23] */
  const withLostKeys = <Row extends Keyed<F>>(rows: readonly Row[], base: KnownRows<F>): ReadonlyMap<Row, string> => {
    const keyless = rows.filter((row) => keyOf(row) === "" && !isEmptyCell(cellOf(row.cells, name)));
    if (keyless.length === 0) return new Map();
    const present = new Set(rows.map((row) => keyOf(row)));
    const missing = new Map<string, string[]>();
    for (const [id, { cells, sent, gone }] of base.rows) {
      if (present.has(id) || gone) continue;
      for (const text of new Set([saying(cells), ...(sent ? [saying(sent)] : [])])) {
        const same = missing.get(text);
        if (same) same.push(id);
        else missing.set(text, [id]);
      }
    }
    const found = new Map<Row, string>();
    const taken = new Set<string>();
    for (const row of keyless) {
      const id = missing.get(saying(row.cells))?.find((one) => !taken.has(one));
      if (id === undefined) continue;
      taken.add(id);
      found.set(row, id);
    }
    return found;
  };

  /** @param begun ids that an unfinished push gave to new rows */
  return <Row extends Keyed<F>>(
    rows: readonly Row[],
    base: KnownRows<F>,
    begun: ReadonlySet<string>,
    newId: (row: Row) => string,
  ): readonly Identity<Row>[] => {
    const filled = rows.filter((row) => !isBlank(row));
    const byKey = new Map<string, Row[]>();
    for (const row of filled) {
      const key = keyOf(row);
      const same = byKey.get(key);
      if (same) same.push(row);
      else byKey.set(key, [row]);
    }
    const originals = new Map<Row, string>(withLostKeys(filled, base));
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
};

/** The rows of the table of OKRs. */
export const identifyRows = identifyBy<EditableField>(EDITABLE_FIELDS, "title");
