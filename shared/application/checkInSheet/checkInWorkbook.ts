import {
  ENTRY_FIELDS,
  NEEDED_CHECK_IN_FIELDS,
  type CheckInCells,
  type CheckInField,
  type CheckInSheetRow,
  type EntryField,
} from "#shared/domain/checkInSheet/fields.ts";
import type { CheckInBaseline, CheckInRow } from "#shared/domain/checkInSheet/rows.ts";
import { decodeBaseline, encodeBaseline } from "#shared/domain/sheet/baselineText.ts";
import { placesOf, rowsOf } from "#shared/domain/sheet/columns.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import type { SpreadsheetError } from "#shared/ports/spreadsheet.ts";
import { createFieldTable, type Placement } from "../sheet/fieldTable.ts";
import { decodeOutbox, encodeOutbox } from "../sheet/outbox.ts";
import type { SheetFailure } from "../sheet/sheetState.ts";
import type { Kept } from "../sheet/workbookOutbox.ts";
import type { CheckInDeps } from "./checkInState.ts";

/** The table as it stands in the sheet at this moment. */
export interface CheckInTable extends Placement<CheckInField> {
  readonly rows: readonly CheckInSheetRow[];
  /** Columns to be filled that were deleted. */
  readonly missing: readonly EntryField[];
}

/** The workbook as the use cases see it: rows by field instead of cells by place. */
export const createCheckInWorkbook = ({ spreadsheet, texts }: Pick<CheckInDeps, "spreadsheet" | "texts">) => {
  const table = createFieldTable<CheckInField>({ spreadsheet });
  return {
    read: async (): Promise<Result<CheckInTable | undefined, SheetFailure>> => {
      const content = await spreadsheet.read();
      if (!content.ok) return content;
      if (!content.value) return ok(undefined);
      const { headers } = content.value;
      const at = placesOf(headers, texts.vocabulary.fieldOf);
      const fields = NEEDED_CHECK_IN_FIELDS.filter((field) => !at.has(field));
      if (fields.length > 0) return err({ type: "ColumnsMissing", fields });
      return ok({
        at,
        content: content.value,
        rows: rowsOf(content.value, { at }),
        missing: ENTRY_FIELDS.filter((field) => !at.has(field)),
      });
    },
    patch: table.patch,
    append: (place: CheckInTable, rows: readonly CheckInCells[]) => table.append(place, rows),
    readBaseline: async (): Promise<Result<CheckInBaseline | undefined, SpreadsheetError>> => {
      const parts = await spreadsheet.readParts("baseline");
      return parts.ok ? ok(decodeBaseline<CheckInRow>(parts.value)) : parts;
    },
    readOutbox: async (): Promise<Result<readonly OutboxEntry[], SpreadsheetError>> => {
      const parts = await spreadsheet.readParts("outbox");
      return parts.ok ? ok(decodeOutbox(parts.value)) : parts;
    },
    /** Replaces what is named and leaves the rest. */
    keep: ({ baseline, outbox }: Kept<CheckInBaseline>) =>
      spreadsheet.writeParts({
        ...(baseline ? { baseline: encodeBaseline(baseline) } : {}),
        ...(outbox ? { outbox: encodeOutbox(outbox) } : {}),
      }),
  };
};

export type CheckInWorkbook = ReturnType<typeof createCheckInWorkbook>;
