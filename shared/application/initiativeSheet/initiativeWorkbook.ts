import {
  INITIATIVE_ENTRIES,
  NEEDED_INITIATIVE_FIELDS,
  type InitiativeCells,
  type InitiativeEntry,
  type InitiativeField,
  type InitiativeSheetRow,
} from "#shared/domain/initiativeSheet/fields.ts";
import type { InitiativeBaseline, InitiativeSheetBase } from "#shared/domain/initiativeSheet/rows.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import { decodeBaseline, encodeBaseline } from "#shared/domain/sheet/baselineText.ts";
import { placesOf, rowsOf } from "#shared/domain/sheet/columns.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import type { SpreadsheetError } from "#shared/ports/spreadsheet.ts";
import { createFieldTable, untilStill, type Placement } from "../sheet/fieldTable.ts";
import { decodeOutbox, encodeOutbox } from "../sheet/outbox.ts";
import type { SheetFailure } from "../sheet/sheetState.ts";
import type { Kept } from "../sheet/workbookOutbox.ts";
import type { InitiativeSheetDeps } from "./initiativeSheetState.ts";

/** The table as it stands in the sheet at this moment. */
export interface InitiativeTable extends Placement<InitiativeField> {
  readonly rows: readonly InitiativeSheetRow[];
  /** Columns to be filled that were deleted. */
  readonly missing: readonly InitiativeEntry[];
}

/** Cells to be written into a row. */
export interface InitiativePatch {
  readonly row: InitiativeSheetRow;
  readonly cells: InitiativeCells;
}

/** The workbook as the use cases see it: rows by field instead of cells by place. */
export const createInitiativeWorkbook = ({
  spreadsheet,
  texts,
}: Pick<InitiativeSheetDeps, "spreadsheet" | "texts">) => {
  const table = createFieldTable<InitiativeField>({ spreadsheet });
  const read = async (): Promise<Result<InitiativeTable | undefined, SheetFailure>> => {
    const content = await spreadsheet.read();
    if (!content.ok) return content;
    if (!content.value) return ok(undefined);
    const at = placesOf(content.value.headers, texts.vocabulary.fieldOf);
    const fields = NEEDED_INITIATIVE_FIELDS.filter((field) => !at.has(field));
    if (fields.length > 0) return err({ type: "ColumnsMissing", fields });
    return ok({
      at,
      content: content.value,
      rows: rowsOf(content.value, { at }),
      missing: INITIATIVE_ENTRIES.filter((field) => !at.has(field)),
    });
  };
  return {
    read,
    patch: table.patch,
    append: (place: InitiativeTable, rows: readonly InitiativeCells[]) => table.append(place, rows),
    /** Writes into rows, and again into those that somebody edited at that very moment. */
    bringUpToDate: (patches: (table: InitiativeTable) => readonly InitiativePatch[]) =>
      untilStill(read, (now) => table.patch(now, patches(now))),
    readBaseline: async (): Promise<Result<InitiativeBaseline | undefined, SpreadsheetError>> => {
      const parts = await spreadsheet.readParts("baseline");
      return parts.ok ? ok(decodeBaseline<InitiativeSheetBase>(parts.value)) : parts;
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
    keep: ({ baseline, outbox, stored }: Kept<InitiativeBaseline>) =>
      spreadsheet.writeParts({
        ...(baseline ? { baseline: encodeBaseline(baseline) } : {}),
        ...(outbox ? { outbox: encodeOutbox(outbox) } : {}),
        ...(stored ? { lastPush: encodeOutbox(stored) } : {}),
      }),
  };
};

export type InitiativeWorkbook = ReturnType<typeof createInitiativeWorkbook>;
