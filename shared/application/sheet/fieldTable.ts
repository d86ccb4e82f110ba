import type { RowOf } from "#shared/domain/sheet/columns.ts";
import type { Cell } from "#shared/domain/sheet/fields.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { CellChange, SpreadsheetDep, SpreadsheetError, TableContent } from "#shared/ports/spreadsheet.ts";

/** Cells by field; fields whose column was deleted are absent. */
export type CellsOf<F extends string> = { readonly [K in F]?: Cell };

/** Where the fields stand in a table as it was read, and all that it said. */
export interface Placement<F extends string> {
  readonly at: ReadonlyMap<F, number>;
  readonly content: TableContent;
}

const plain = (cell: Cell): Cell => (typeof cell === "object" ? cell.percent : cell);

/** A number in a cell that shows per cent is written as its hundredth: 45 stays the 45 % that somebody typed. */
const asShown = (value: Cell, before: Cell | undefined): Cell =>
  typeof before === "object" && typeof value === "number" ? { percent: value / 100 } : value;

/** Whether two cells hold the very same; unlike for `sameCell`, a number is not its text. */
const identical = (a: Cell | undefined, b: Cell): boolean => a !== undefined && plain(a) === plain(b);

/** A row as wide as the table. */
const lineOf = <F extends string>(
  headers: readonly string[],
  at: ReadonlyMap<F, number>,
  cells: CellsOf<F>,
): readonly Cell[] => {
  const line: Cell[] = headers.map(() => "");
  for (const [field, column] of at) line[column] = cells[field] ?? "";
  return line;
};

/** How often a table is looked at again that people edit at the very moment at which it is written to. */
const MOST_LOOKS = 5;

/**
 * Reads a table and writes what it makes of it, until no row was edited or moved in between. [SE24]
 * @returns the table as it was looked at last; undefined where there is none
 */
export const untilStill = async <T, E>(
  read: () => Promise<Result<T | undefined, E>>,
  write: (table: T) => Promise<Result<ReadonlySet<number>, SpreadsheetError>>,
): Promise<Result<T | undefined, E | SpreadsheetError>> => {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const found = await read();
    if (!found.ok || found.value === undefined) return found;
    const written = await write(found.value);
    if (!written.ok) return written;
    if (written.value.size === 0) return found;
  }
  return err({ type: "EditedMeanwhile" });
};

/**
 * Writes rows by field instead of cells by place.
 * @param shares fields that hold a share and show it in per cent as it is
 */
export const createFieldTable = <F extends string>(
  { spreadsheet }: SpreadsheetDep,
  shares: ReadonlySet<F> = new Set(),
) => ({
  /**
   * Writes what differs from what the row said when it was read; fields without a column are left out, and a formula is never
   * written over, except by a key. Places of rows that were edited or moved meanwhile: they are as people left them. [SE24] [SE25]
   */
  patch: async (
    { at, content }: Placement<F>,
    patches: readonly { readonly row: RowOf<F>; readonly cells: CellsOf<F> }[],
  ): Promise<Result<ReadonlySet<number>, SpreadsheetError>> => {
    const changes = patches.flatMap(({ row, cells }) =>
      (Object.entries(cells) as [F, Cell][]).flatMap(([field, cell]): readonly CellChange[] => {
        const column = at.get(field);
        const before = row.cells[field];
        const value = shares.has(field) ? cell : asShown(cell, before);
        if (column === undefined || identical(before, value)) return [];
        return row.formulas?.has(field) && field !== "key" ? [] : [{ row: row.at, column, value }];
      }),
    );
    if (changes.length === 0) return ok(new Set());
    const written = await spreadsheet.write(changes, { content, columns: [...at.values()] });
    return written.ok ? ok(new Set(written.value)) : written;
  },
  /** Rows between others, in the columns that are there. */
  insert: (
    { at, content: { headers, rows } }: Placement<F>,
    blocks: readonly { readonly after: number; readonly rows: readonly CellsOf<F>[] }[],
    indented?: F,
  ): Promise<Result<boolean, SpreadsheetError>> => {
    const indentAt = indented === undefined ? undefined : at.get(indented);
    return spreadsheet.insert({
      headers,
      rows: rows.length,
      blocks: blocks.map(({ after, rows: made }) => ({
        after,
        lines: made.map((cells) => lineOf(headers, at, cells)),
      })),
      ...(indentAt === undefined ? {} : { indentAt }),
    });
  },
  append: async (
    { at, content: { headers } }: Placement<F>,
    rows: readonly CellsOf<F>[],
  ): Promise<Result<void, SpreadsheetError>> => {
    if (rows.length === 0) return ok(undefined);
    return spreadsheet.append(
      rows.map((cells) => lineOf(headers, at, cells)),
      headers,
    );
  },
});
