import type { ForeignSheet, Place } from "#shared/domain/importing/foreign/sheet.ts";
import type { Result } from "#shared/domain/result.ts";
import type { SpreadsheetError } from "./spreadsheet.ts";

/** What is read of the open workbook: the sheet in front, or what is selected on it. */
export type ForeignPart = "sheet" | "selection";

/** The sheet that somebody has in front of them, whatever it is. It is only read, never changed. */
export interface ForeignSheets {
  /** Undefined where there is nothing in it. */
  readonly read: (part: ForeignPart) => Promise<Result<ForeignSheet | undefined, SpreadsheetError>>;
  /** Shows a cell to the person; the place counts within the sheet's cells. */
  readonly show: (sheet: ForeignSheet, place: Place) => Promise<Result<void, SpreadsheetError>>;
}

export interface ForeignSheetsDep {
  readonly foreignSheets: ForeignSheets;
}
