import type { Baseline } from "#shared/domain/sheet/baseline.ts";
import { decodeBaseline, encodeBaseline } from "#shared/domain/sheet/baselineText.ts";
import { columnsOf, isColumnsProblem, rowsOf, type Columns } from "#shared/domain/sheet/columns.ts";
import { type Cell, type Cells, type SheetField, type SheetRow } from "#shared/domain/sheet/fields.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { CellChange, SpreadsheetDep, SpreadsheetError } from "#shared/ports/spreadsheet.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import { decodeOutbox, encodeOutbox } from "./outbox.ts";
import type { SheetFailure, SheetTextsDep } from "./sheetState.ts";

/** The table as it stands in the sheet at this moment. */
export interface ReadTable {
  readonly columns: Columns;
  readonly rows: readonly SheetRow[];
  readonly width: number;
}

/** What travels inside the workbook. */
interface Kept {
  readonly baseline?: Baseline;
  readonly outbox?: readonly OutboxEntry[];
}

const plain = (cell: Cell): Cell => (typeof cell === "object" ? cell.percent : cell);

/** A number in a cell that shows per cent is written as its hundredth: 45 stays the 45 % that somebody typed. */
const asShown = (value: Cell, before: Cell | undefined): Cell =>
  typeof before === "object" && typeof value === "number" ? { percent: value / 100 } : value;

/** Whether two cells hold the very same; unlike for `sameCell`, a number is not its text. */
const identical = (a: Cell | undefined, b: Cell): boolean => a !== undefined && plain(a) === plain(b);

/** The workbook as the use cases see it: rows by field instead of cells by place. */
export const createWorkbook = ({ spreadsheet, texts }: SpreadsheetDep & SheetTextsDep) => {
  const read = async (): Promise<Result<ReadTable | undefined, SheetFailure>> => {
    const content = await spreadsheet.read();
    if (!content.ok) return content;
    if (!content.value) return ok(undefined);
    const columns = columnsOf(content.value.headers, texts.vocabulary);
    if (isColumnsProblem(columns)) return err(columns);
    return ok({ columns, rows: rowsOf(content.value.rows, columns), width: content.value.headers.length });
  };
  return {
    read,
    /** Writes what differs from what the row said when it was read; fields without a column are left out. */
    patch: async (
      { columns }: ReadTable,
      patches: readonly { readonly row: SheetRow; readonly cells: Cells }[],
    ): Promise<Result<void, SpreadsheetError>> => {
      const changes = patches.flatMap(({ row, cells }) =>
        (Object.entries(cells) as [SheetField, Cell][]).flatMap(([field, cell]): readonly CellChange[] => {
          const column = columns.at.get(field);
          const before = row.cells[field];
          // What is computed is a share and shown in per cent as it is.
          const value = field === "progress" ? cell : asShown(cell, before);
          return column === undefined || identical(before, value) ? [] : [{ row: row.at, column, value }];
        }),
      );
      return changes.length === 0 ? ok(undefined) : spreadsheet.write(changes);
    },
    append: async ({ columns, width }: ReadTable, rows: readonly Cells[]): Promise<Result<void, SpreadsheetError>> => {
      if (rows.length === 0) return ok(undefined);
      const lines = rows.map((cells) => {
        const line: Cell[] = Array.from({ length: width }, () => "");
        for (const [field, column] of columns.at) line[column] = cells[field] ?? "";
        return line;
      });
      return spreadsheet.append(lines);
    },
    readBaseline: async (): Promise<Result<Baseline | undefined, SpreadsheetError>> => {
      const parts = await spreadsheet.readParts("baseline");
      return parts.ok ? ok(decodeBaseline(parts.value)) : parts;
    },
    readOutbox: async (): Promise<Result<readonly OutboxEntry[], SpreadsheetError>> => {
      const parts = await spreadsheet.readParts("outbox");
      return parts.ok ? ok(decodeOutbox(parts.value)) : parts;
    },
    /** Replaces what is named and leaves the rest. */
    keep: ({ baseline, outbox }: Kept) =>
      spreadsheet.writeParts({
        ...(baseline ? { baseline: encodeBaseline(baseline) } : {}),
        ...(outbox ? { outbox: encodeOutbox(outbox) } : {}),
      }),
  };
};

export type Workbook = ReturnType<typeof createWorkbook>;
