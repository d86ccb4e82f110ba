import { createCheckInSession, type CheckInSession } from "#shared/application/checkInSheet/checkInSession.ts";
import type { CheckInRowProblem } from "#shared/domain/checkInSheet/plan.ts";
import { createCheckInVocabulary } from "#shared/domain/checkInSheet/words.ts";
import { ENTRY_FIELDS } from "#shared/domain/checkInSheet/fields.ts";
import type { Ui } from "#shared/ui/UiContext.ts";
import type { ExcelServices } from "../../screens/ExcelContext.ts";
import { problemText } from "../../text/problemText.ts";
import { resultText } from "../../text/resultText.ts";
import type { CheckInToolTexts } from "./text/en.ts";
import { CHECK_IN_WORDS } from "./text/words.ts";

/** A problem in the terms of the person who filled in the row. */
export const checkInProblemText = (
  { field, severity, cause }: CheckInRowProblem,
  own: CheckInToolTexts,
  { texts }: Pick<ExcelServices, "texts">,
  { format }: Pick<Ui, "format">,
): string => {
  if (cause.from === "checkInSheet") return own[cause.problem.code];
  const entry = ENTRY_FIELDS.find((one) => one === field) ?? "current";
  return problemText({ field: entry, severity, cause }, texts.problem, format);
};

export interface CheckInTool {
  readonly session: CheckInSession;
  readonly vocabulary: ReturnType<typeof createCheckInVocabulary>;
}

/** One for each pane: a push goes on while somebody looks at another place, and the sheet is listened to once. */
const tools = new WeakMap<ExcelServices["deps"], CheckInTool>();

/** The session of the sheet of check-ins, made when somebody opens its place for the first time. */
export const checkInTool = (services: ExcelServices, own: CheckInToolTexts, ui: Ui): CheckInTool => {
  const known = tools.get(services.deps);
  if (known) return known;
  const language = ui.locale.slice(0, 2);
  const words = language === "de" || language === "ar" ? CHECK_IN_WORDS[language] : CHECK_IN_WORDS.en;
  const vocabulary = createCheckInVocabulary(words, Object.values(CHECK_IN_WORDS));
  const session = createCheckInSession({
    ...services.deps,
    spreadsheet: services.checkIns,
    texts: {
      vocabulary,
      problem: (problem) => checkInProblemText(problem, own, services, ui),
      result: (result) => resultText(result, services.texts, ui.messages),
    },
  });
  const made = { session, vocabulary };
  tools.set(services.deps, made);
  void session.start();
  return made;
};
