import { err, ok, type Result } from "#shared/domain/result.ts";
import type { SpreadsheetError } from "#shared/ports/spreadsheet.ts";

/** Codes of Office.js. Learn: "Error handling with the application-specific JavaScript APIs". */
const MEANINGS: Readonly<Record<string, SpreadsheetError>> = {
  InvalidOperationInCellEditMode: { type: "CellInEdit" },
  WriteNotSupportedWhenModalDialogOpen: { type: "CellInEdit" },
  AccessDenied: { type: "ReadOnly" },
  InvalidOrTimedOutSession: { type: "WorkbookBusy" },
  ActivityLimitReached: { type: "WorkbookBusy" },
  RequestPayloadSizeLimitExceeded: { type: "TooLarge" },
  ResponsePayloadSizeLimitExceeded: { type: "TooLarge" },
  ItemNotFound: { type: "TableMissing" },
};

const errorOf = (failure: unknown): SpreadsheetError => {
  if (!(failure instanceof OfficeExtension.Error)) throw failure;
  return MEANINGS[failure.code] ?? { type: "WorkbookFailed", code: failure.code };
};

/** One piece of work in the workbook, one step to undo where Excel can (ExcelApi 1.20); waits while somebody is typing in a cell. Bugs of ours still throw. */
export const inWorkbook = async <T>(
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<Result<T, SpreadsheetError>> => {
  try {
    return ok(await Excel.run({ delayForCellEdit: true, mergeUndoGroup: true }, work));
  } catch (failure) {
    return err(errorOf(failure));
  }
};

/**
 * Like `inWorkbook`, without telling our own listeners about our own changes. The work leaves its last changes unsent: they go
 * together with the end of the silence.
 */
export const inSilence = <T>(
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<Result<T, SpreadsheetError>> =>
  inWorkbook(async (context) => {
    const speak = async (): Promise<void> => {
      context.runtime.enableEvents = true;
      await context.sync();
    };
    context.runtime.enableEvents = false;
    try {
      const result = await work(context);
      await speak();
      return result;
    } catch (failure) {
      // Excel stops a request at its first error, so the silence may still hold.
      await speak();
      throw failure;
    }
  });
