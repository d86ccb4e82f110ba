import { useMemo, useState } from "react";
import type { SummaryWords } from "#shared/application/summary/layout.ts";
import type { SummaryFailure, SummaryRequest, SummaryWritten } from "#shared/application/summary/writeSummary.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import { composeSummary } from "./compose.ts";
import type { SummaryTexts } from "./text/en.ts";

export type SummaryState =
  | { readonly kind: "asking" }
  | { readonly kind: "making" }
  | { readonly kind: "done"; readonly written: SummaryWritten }
  | { readonly kind: "failed"; readonly failure: SummaryFailure };

/** Makes the summary, and tells how far that is. */
export const useSummary = (
  frame: Frame,
  texts: SummaryTexts,
): { readonly state: SummaryState; readonly make: (request: SummaryRequest) => Promise<void> } => {
  const { deps, vocabulary } = useExcel();
  const { format } = useUi();
  const [state, setState] = useState<SummaryState>({ kind: "asking" });
  const { statuses } = vocabulary.words;
  const makeSummary = useMemo(() => {
    const words: SummaryWords = {
      ...texts,
      statuses,
      subtitle: (level, day) => texts.subtitle(level, format.day(day)),
    };
    return composeSummary({ ...deps, words });
  }, [deps, texts, statuses, format]);
  return {
    state,
    make: async (request) => {
      setState({ kind: "making" });
      const written = await makeSummary(frame, request);
      setState(written.ok ? { kind: "done", written: written.value } : { kind: "failed", failure: written.error });
    },
  };
};
