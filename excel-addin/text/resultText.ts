import type { RowResult, SheetFailure } from "#shared/application/sheet/sheetState.ts";
import { accessText } from "#shared/ui/access/accessText.ts";
import type { Messages } from "#shared/ui/text/en.ts";
import { unreachable } from "#shared/domain/result.ts";
import type { SheetWords } from "#shared/domain/sheet/words.ts";
import type { ExcelMessages } from "./en.ts";

/** What became of a row that was not stored. */
export const resultText = (result: RowResult, { report }: ExcelMessages, messages: Messages): string => {
  switch (result.type) {
    case "Gone":
      return report.gone;
    case "Refused":
      return report.refused(result.message);
    case "InUse":
      return report.inUse;
    case "Waiting":
      return report.waiting;
    case "Conflict":
      return report.conflict(result.modifiedBy);
    case "Failed": {
      const { title, text } = accessText(result.error, messages);
      return [title, text].filter((part) => part !== "").join(". ");
    }
    default:
      return unreachable(result);
  }
};

/** Failures of the workbook that one sentence says. */
const PLAIN: Readonly<
  Partial<
    Record<
      SheetFailure["type"],
      | "cellInEdit"
      | "readOnly"
      | "sheetProtected"
      | "workbookBusy"
      | "editedMeanwhile"
      | "tooLarge"
      | "tableMissing"
      | "memoryMissing"
    >
  >
> = {
  CellInEdit: "cellInEdit",
  ReadOnly: "readOnly",
  SheetProtected: "sheetProtected",
  WorkbookBusy: "workbookBusy",
  EditedMeanwhile: "editedMeanwhile",
  TooLarge: "tooLarge",
  TableMissing: "tableMissing",
  MemoryMissing: "memoryMissing",
};

/** What kept the workbook from being used; undefined where the tenant is to blame and another screen says so. */
export const failureText = (
  failure: SheetFailure,
  { failure: words }: ExcelMessages,
  { headers }: Pick<SheetWords, "headers">,
): string | undefined => {
  if (failure.type === "ColumnsMissing") {
    return words.columnsMissing(failure.fields.map((field) => headers[field]).join(", "));
  }
  if (failure.type === "WorkbookFailed") return words.failed(failure.code);
  const key = PLAIN[failure.type];
  return key && words[key];
};
