import type { Result } from "#shared/domain/result.ts";
import type { SpreadsheetError } from "./spreadsheet.ts";

/** A list to read and filter, on a sheet of its own. */
export interface ReportSheet {
  /** Of the sheet; a number is added where it is taken. */
  readonly name: string;
  readonly header: readonly string[];
  /** Texts as they stand, also those that look like formulas. */
  readonly rows: readonly (readonly string[])[];
}

export interface ReportSheets {
  /** Adds the sheet to the open workbook and shows it. Nothing else in the workbook changes. */
  readonly add: (report: ReportSheet) => Promise<Result<void, SpreadsheetError>>;
}

export interface ReportSheetsDep {
  readonly reportSheets: ReportSheets;
}
