import type { Baseline } from "#shared/domain/sheet/baseline.ts";
import { decodeBaseline, encodeBaseline } from "#shared/domain/sheet/baselineText.ts";
import { columnsOf, isColumnsProblem, rowsOf, type Columns } from "#shared/domain/sheet/columns.ts";
import type { Cells, SheetField, SheetRow } from "#shared/domain/sheet/fields.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { SpreadsheetDep, SpreadsheetError, TableContent } from "#shared/ports/spreadsheet.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import { createFieldTable, untilStill } from "./fieldTable.ts";
import { decodeOutbox, encodeOutbox } from "./outbox.ts";
import type { SheetFailure, VocabularyDep } from "./sheetState.ts";
import type { Kept } from "./workbookOutbox.ts";

/** The table as it stands in the sheet at this moment. */
export interface ReadTable {
  readonly columns: Columns;
  readonly rows: readonly SheetRow[];
  readonly content: TableContent;
}

/** Cells to be written into a row of a table that was read. */
interface Patch {
  readonly row: SheetRow;
  readonly cells: Cells;
}

/** What is computed is a share and shown in per cent as it is. */
const SHARES: ReadonlySet<SheetField> = new Set(["progress"]);

/** The workbook as the use cases see it: rows by field instead of cells by place. */
export const createWorkbook = ({ spreadsheet, texts }: SpreadsheetDep & VocabularyDep) => {
  const table = createFieldTable<SheetField>({ spreadsheet }, SHARES);
  const read = async (): Promise<Result<ReadTable | undefined, SheetFailure>> => {
    const content = await spreadsheet.read();
    if (!content.ok) return content;
    if (!content.value) return ok(undefined);
    const columns = columnsOf(content.value.headers, texts.vocabulary);
    if (isColumnsProblem(columns)) return err(columns);
    return ok({ columns, rows: rowsOf(content.value, columns), content: content.value });
  };
  const patch = (
    { columns: { at }, content }: ReadTable,
    patches: readonly Patch[],
  ): Promise<Result<ReadonlySet<number>, SpreadsheetError>> => table.patch({ at, content }, patches);
  return {
    read,
    patch,
    /** Writes what `cellsFor` says about the table as it is at that moment. The table as it was looked at last. */
    bringUpToDate: (
      cellsFor: (table: ReadTable) => readonly Patch[],
    ): Promise<Result<ReadTable | undefined, SheetFailure>> =>
      untilStill(read, (found) => patch(found, cellsFor(found))),
    /** Rows of key results between others. */
    insert: (
      { columns: { at }, content }: ReadTable,
      blocks: readonly { readonly after: number; readonly rows: readonly Cells[] }[],
    ): Promise<Result<boolean, SpreadsheetError>> => table.insert({ at, content }, blocks, "title"),
    append: (
      { columns: { at }, content }: ReadTable,
      rows: readonly Cells[],
    ): Promise<Result<void, SpreadsheetError>> => table.append({ at, content }, rows),
    readBaseline: async (): Promise<Result<Baseline | undefined, SpreadsheetError>> => {
      const parts = await spreadsheet.readParts("baseline");
      return parts.ok ? ok(decodeBaseline(parts.value)) : parts;
    },
    readOutbox: async (): Promise<Result<readonly OutboxEntry[], SpreadsheetError>> => {
      const parts = await spreadsheet.readParts("outbox");
      return parts.ok ? ok(decodeOutbox(parts.value)) : parts;
    },
    /** What the last push stored, as long as it can be taken back. */
    readLastPush: async (): Promise<Result<readonly OutboxEntry[], SpreadsheetError>> => {
      const parts = await spreadsheet.readParts("lastPush");
      return parts.ok ? ok(decodeOutbox(parts.value)) : parts;
    },
    /** Replaces what is named and leaves the rest. */
    keep: ({ baseline, outbox, stored }: Kept<Baseline>) =>
      spreadsheet.writeParts({
        ...(baseline ? { baseline: encodeBaseline(baseline) } : {}),
        ...(outbox ? { outbox: encodeOutbox(outbox) } : {}),
        ...(stored ? { lastPush: encodeOutbox(stored) } : {}),
      }),
  };
};

export type Workbook = ReturnType<typeof createWorkbook>;
