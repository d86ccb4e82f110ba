import {
  createInitiativeSession,
  type InitiativeSession,
} from "#shared/application/initiativeSheet/initiativeSession.ts";
import type { InitiativeRowProblem } from "#shared/domain/initiativeSheet/planTypes.ts";
import { createInitiativeVocabulary } from "#shared/domain/initiativeSheet/words.ts";
import type { InitiativeProblem } from "#shared/domain/problems/initiativeProblems.ts";
import type { SharedProblem } from "#shared/domain/problems/sharedProblems.ts";
import type { EditableField } from "#shared/domain/sheet/fields.ts";
import type { ProblemCause } from "#shared/domain/sheet/problem.ts";
import type { Format } from "#shared/ui/text/format.ts";
import type { Ui } from "#shared/ui/UiContext.ts";
import type { ExcelServices } from "../../screens/ExcelContext.ts";
import { problemText } from "../../text/problemText.ts";
import { resultText } from "../../text/resultText.ts";
import type { InitiativeToolTexts } from "./text/en.ts";
import { INITIATIVE_WORDS } from "./text/words.ts";

/** Columns of the sheet of OKRs whose problems are told in the same words. */
const LIKE: Readonly<Partial<Record<InitiativeRowProblem["field"], EditableField>>> = {
  serves: "parent",
  state: "ambition",
  owner: "owner",
  due: "due",
  note: "note",
};

type Code = InitiativeProblem["code"];
type OwnCode = Exclude<Code, SharedProblem["code"] | "noteTooLong" | "dueMissing">;
type Own = Extract<InitiativeProblem, { readonly code: OwnCode }>;
type TextOf<C extends OwnCode> = (
  problem: Extract<InitiativeProblem, { readonly code: C }>,
  words: InitiativeToolTexts["problems"],
  format: Format,
) => string;

const servesGone = (_: InitiativeProblem, words: InitiativeToolTexts["problems"]): string => words.servesGone;

/** What only an initiative can get wrong; what any record can is told in the same words as everywhere. */
const TEXTS: { readonly [C in OwnCode]: TextOf<C> } = {
  objectiveMissing: servesGone,
  keyResultMissing: servesGone,
  keyResultElsewhere: servesGone,
  unitDiffers: servesGone,
  cycleDiffers: servesGone,
  dueOutsidePeriod: ({ from, to }, words, format) => words.dueOutsidePeriod(format.day(from), format.day(to)),
  linkUnreadable: (_, words) => words.linkUnreadable,
  linkTooLong: ({ limit }, words) => words.linkTooLong(limit),
};

const isOwn = (problem: InitiativeProblem): problem is Own => problem.code in TEXTS;

const ownText = (problem: Own, words: InitiativeToolTexts["problems"], format: Format): string => {
  // Each text takes the problem of its own code, which the compiler cannot follow through a union.
  const text = TEXTS[problem.code] as (problem: Own, words: InitiativeToolTexts["problems"], format: Format) => string;
  return text(problem, words, format);
};

/** The same problem as another record has it. */
const sharedCause = (problem: Exclude<InitiativeProblem, Own>): ProblemCause =>
  problem.code === "noteTooLong" || problem.code === "dueMissing"
    ? { from: "checkIn", problem: problem as never }
    : { from: "objective", problem };

/** A problem in the terms of the person who typed it. */
export const initiativeProblemText = (
  { field: column, severity, cause }: InitiativeRowProblem,
  own: InitiativeToolTexts,
  { texts }: Pick<ExcelServices, "texts">,
  { format }: Pick<Ui, "format">,
): string => {
  const field = LIKE[column] ?? "title";
  if (cause.from === "initiativeSheet") return own.problems[cause.problem.code];
  if (cause.from === "initiative" && isOwn(cause.problem)) return ownText(cause.problem, own.problems, format);
  const shared = cause.from === "initiative" ? sharedCause(cause.problem as Exclude<InitiativeProblem, Own>) : cause;
  return problemText({ field, severity, cause: shared }, texts.problem, format);
};

export interface InitiativeTool {
  readonly session: InitiativeSession;
  readonly vocabulary: ReturnType<typeof createInitiativeVocabulary>;
}

/** One for each pane: a push goes on while somebody looks at another place, and the sheet is listened to once. */
const tools = new WeakMap<ExcelServices["deps"], InitiativeTool>();

/** The session of the sheet of initiatives, made when somebody opens its place for the first time. */
export const initiativeTool = (services: ExcelServices, own: InitiativeToolTexts, ui: Ui): InitiativeTool => {
  const known = tools.get(services.deps);
  if (known) return known;
  const language = ui.locale.slice(0, 2);
  const words = language === "de" || language === "ar" ? INITIATIVE_WORDS[language] : INITIATIVE_WORDS.en;
  const vocabulary = createInitiativeVocabulary(words, Object.values(INITIATIVE_WORDS));
  const session = createInitiativeSession({
    ...services.deps,
    spreadsheet: services.initiatives,
    texts: {
      vocabulary,
      problem: (problem) => initiativeProblemText(problem, own, services, ui),
      result: (result) => resultText(result, services.texts, ui.messages),
    },
  });
  const made = { session, vocabulary };
  tools.set(services.deps, made);
  void session.start();
  return made;
};
