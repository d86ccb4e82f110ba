import type { ImportFailure } from "#shared/application/importing/importState.ts";
import { accessText } from "#shared/ui/access/accessText.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import { failureText } from "../../text/resultText.ts";
import { useImportTexts } from "./text/useImportTexts.ts";

/** Says what kept the import from going on. */
export const useFailureText = (): ((failure: ImportFailure) => string) => {
  const { messages } = useUi();
  const { texts, vocabulary } = useExcel();
  const own = useImportTexts();
  return (failure) => {
    if (failure.type === "NothingThere") return own.nothingThere;
    if (failure.type === "NoOpenCycle") return own.noOpenCycle;
    if (failure.type === "OutboxUnavailable") return own.failed;
    if (failure.type === "FileUnreadable") return own.files[failure.trouble](failure.name);
    const plain = failureText(failure as Parameters<typeof failureText>[0], texts, vocabulary.words);
    if (plain !== undefined) return plain;
    const { title, text } = accessText(failure as Parameters<typeof accessText>[0], messages);
    return [title, text].filter((part) => part !== "").join(". ");
  };
};
