import type { Cell } from "#shared/domain/sheet/fields.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { CellChange, SpreadsheetDep, SpreadsheetError } from "#shared/ports/spreadsheet.ts";

/** Cells by field; fields whose column was deleted are absent. */
export type CellsOf<F extends string> = { readonly [K in F]?: Cell };

export interface RowOf<F extends string> {
  /** Place among the rows of the table, 0 for the first. */
  readonly at: number;
  readonly cells: CellsOf<F>;
}

/** Where the fields stand in a table as it was read, and how wide it is with the columns of the person's own. */
export interface Placement<F extends string> {
  readonly at: ReadonlyMap<F, number>;
  readonly width: number;
}

const plain = (cell: Cell): Cell => (typeof cell === "object" ? cell.percent : cell);

/** A number in a cell that shows per cent is written as its hundredth: 45 stays the 45 % that somebody typed. */
const asShown = (value: Cell, before: Cell | undefined): Cell =>
  typeof before === "object" && typeof value === "number" ? { percent: value / 100 } : value;

/** Whether two cells hold the very same; unlike for `sameCell`, a number is not its text. */
const identical = (a: Cell | undefined, b: Cell): boolean => a !== undefined && plain(a) === plain(b);

/**
 * Writes rows by field instead of cells by place.
 * @param shares fields that hold a share and show it in per cent as it is
 */
export const createFieldTable = <F extends string>(
  { spreadsheet }: SpreadsheetDep,
  shares: ReadonlySet<F> = new Set(),
) => ({
  /** Writes what differs from what the row said when it was read; fields without a column are left out. */
  patch: async (
    { at }: Pick<Placement<F>, "at">,
    patches: readonly { readonly row: RowOf<F>; readonly cells: CellsOf<F> }[],
  ): Promise<Result<void, SpreadsheetError>> => {
    const changes = patches.flatMap(({ row, cells }) =>
      (Object.entries(cells) as [F, Cell][]).flatMap(([field, cell]): readonly CellChange[] => {
        const column = at.get(field);
        const before = row.cells[field];
        const value = shares.has(field) ? cell : asShown(cell, before);
        return column === undefined || identical(before, value) ? [] : [{ row: row.at, column, value }];
      }),
    );
    return changes.length === 0 ? ok(undefined) : spreadsheet.write(changes);
  },
  append: async ({ at, width }: Placement<F>, rows: readonly CellsOf<F>[]): Promise<Result<void, SpreadsheetError>> => {
    if (rows.length === 0) return ok(undefined);
    const lines = rows.map((cells) => {
      const line: Cell[] = Array.from({ length: width }, () => "");
      for (const [field, column] of at) line[column] = cells[field] ?? "";
      return line;
    });
    return spreadsheet.append(lines);
  },
});
