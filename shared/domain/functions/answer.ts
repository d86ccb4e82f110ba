import { dayOf, type Day, type Instant } from "../day.ts";
import { plainWords } from "../entry/characters.ts";
import type { CheckIn } from "../okr/checkIn.ts";
import type { CycleKey, UnitKey } from "../okr/ids.ts";
import type { KeyResult, Measure } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import type { Frame, OkrSet } from "../okr/okrSet.ts";
import { keyResultProgress, newestFirst } from "../okr/progress.ts";
import type { Status } from "../okr/status.ts";
import { viewOkrs, type KeyResultView, type ObjectiveView } from "../okr/view.ts";
import { err, ok, type Result } from "../result.ts";

/** What a formula asks about one key result or objective. */
export type IdQuestion =
  | { readonly type: "progress" | "value" | "history"; readonly id: string }
  /** `language`: whose words; absent where it does not matter to the formula. */
  | { readonly type: "status"; readonly id: string; readonly language?: string };

/** What a formula asks about a unit, by name or key. */
export interface ListQuestion {
  readonly type: "list";
  readonly unit: string;
  /** By name or key; absent: what runs now. */
  readonly cycle?: string;
  /** Also the units below it. */
  readonly below: boolean;
}

export type Question = IdQuestion | ListQuestion;

/** Why there is no answer; nothing of it is stored. */
export type QuestionProblem =
  | { readonly type: "UnknownId"; readonly text: string }
  | { readonly type: "SeveralCalled"; readonly text: string }
  /** An objective has no value and no check-ins of its own. */
  | { readonly type: "NotAKeyResult"; readonly text: string }
  | { readonly type: "UnknownLanguage"; readonly text: string }
  | { readonly type: "TooManyRows"; readonly rows: number; readonly limit: number };

export type FunctionCell = string | number;
/** One value, or rows below a row of headers. */
export type Answer = FunctionCell | readonly (readonly FunctionCell[])[];

/** The words that answers are made of, in one language. */
export interface FunctionWords {
  readonly statuses: Readonly<Record<Status, string>>;
  readonly types: { readonly objective: string; readonly keyResult: string };
  readonly list: {
    readonly [
      K in
        | "type"
        | "title"
        | "unit"
        | "owner"
        | "cycle"
        | "value"
        | "measureUnit"
        | "progress"
        | "confidence"
        | "status"
        | "lastCheckIn"
        | "key"
    ]: string;
  };
  readonly history: { readonly [K in "day" | "value" | "progress" | "confidence" | "author" | "note"]: string };
}

/** Words of the language that a text names; without one, those of the person. */
export type WordsFor = (language: string | undefined) => FunctionWords | undefined;

/** Rows of one list: its cells stay far below the 5 MB that Excel on the web takes in one answer. */
const LIST_LIMIT = 5_000;

type Found =
  | { readonly type: "objective"; readonly view: ObjectiveView }
  | { readonly type: "keyResult"; readonly view: KeyResultView };

/** OKRs as formulas see them on one day. */
export interface Answering {
  readonly set: OkrSet;
  readonly frame: Frame;
  readonly today: Day;
  readonly words: WordsFor;
  readonly views: readonly ObjectiveView[];
  readonly byKey: ReadonlyMap<string, Found>;
  /** Undefined: several have this title. */
  readonly byTitle: ReadonlyMap<string, Found | undefined>;
}

/** A key as formulas may write it: in any case, with or without braces. */
export const plainKey = (text: string): string =>
  text
    .trim()
    .replace(/^\{(.*)\}$/u, "$1")
    .toLowerCase();

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
export const isKey = (text: string): boolean => GUID.test(plainKey(text));

export const answeringWith = (set: OkrSet, frame: Frame, today: Day, words: WordsFor): Answering => {
  const views = viewOkrs(set, frame, today);
  const byKey = new Map<string, Found>();
  const byTitle = new Map<string, Found | undefined>();
  const learn = (id: string, title: string, found: Found): void => {
    const plain = plainWords(title);
    byKey.set(plainKey(id), found);
    byTitle.set(plain, byTitle.has(plain) ? undefined : found);
  };
  for (const view of views) {
    learn(view.objective.id, view.objective.title, { type: "objective", view });
    for (const one of view.keyResults) learn(one.keyResult.id, one.keyResult.title, { type: "keyResult", view: one });
  }
  return { set, frame, today, words, views, byKey, byTitle };
};

/** [CF1] */
const find = ({ byKey, byTitle }: Answering, text: string): Result<Found, QuestionProblem> => {
  const keyed = byKey.get(plainKey(text));
  if (keyed) return ok(keyed);
  const plain = plainWords(text);
  const titled = byTitle.get(plain);
  if (titled) return ok(titled);
  return err({ type: byTitle.has(plain) ? "SeveralCalled" : "UnknownId", text });
};

const unitOf = (measure: Measure): string => {
  if (measure.kind === "percentage") return "%";
  return measure.kind === "milestone" ? "" : measure.unit;
};

/** Unmeasured is not zero. [CF3] */
const orEmpty = (value: number | undefined): FunctionCell => value ?? "";

const progressIn = (found: Found): number | undefined =>
  found.type === "objective" ? found.view.rollUp.progress : found.view.progress?.shown;

const historyRow =
  (measure: Measure) =>
  ({ at, value, confidence, author, note }: CheckIn): readonly FunctionCell[] => [
    dayOf(at),
    orEmpty(value),
    value === undefined ? "" : orEmpty(keyResultProgress(measure, value)?.shown),
    orEmpty(confidence),
    author.name,
    note,
  ];

/** [CF5] */
const historyOf = ({ keyResult, checkIns }: KeyResultView, { history }: FunctionWords): Answer => [
  [history.day, history.value, history.progress, history.confidence, history.author, history.note],
  ...checkIns.toSorted((a, b) => newestFirst(b, a)).map(historyRow(keyResult.measure)),
];

const answerAbout = ({ type, id }: IdQuestion, found: Found, words: FunctionWords): Result<Answer, QuestionProblem> => {
  if (type === "progress") return ok(orEmpty(progressIn(found)));
  if (type === "status") return ok(words.statuses[found.view.status.status]);
  if (found.type === "objective") return err({ type: "NotAKeyResult", text: id });
  return ok(type === "value" ? orEmpty(found.view.value) : historyOf(found.view, words));
};

interface Named {
  readonly key: string;
  readonly name: string;
}

/** A unit or a cycle by its key or name. */
export const findNamed = <T extends Named>(all: readonly T[], text: string): readonly T[] => {
  const plain = plainWords(text);
  const keyed = all.filter(({ key }) => plainWords(key) === plain);
  return keyed.length > 0 ? keyed : all.filter(({ name }) => plainWords(name) === plain);
};

/** What belongs into a list. */
export interface ListScope {
  readonly units: ReadonlySet<UnitKey>;
  readonly cycles: ReadonlySet<CycleKey>;
}

/** What a row of a list says; a key result and an objective say the same things. */
interface Listed {
  readonly type: string;
  readonly record: Objective | KeyResult;
  readonly unit: string;
  readonly cycle: string;
  readonly value?: number | undefined;
  readonly measureUnit: string;
  readonly progress?: number | undefined;
  readonly confidence?: number | undefined;
  readonly status: string;
  readonly lastAt?: Instant | undefined;
}

const rowOf = ({ type, record, unit, cycle, status, ...figures }: Listed): readonly FunctionCell[] => {
  const { value, measureUnit, progress, confidence, lastAt } = figures;
  const { title, owner, id } = record;
  const last = lastAt === undefined ? "" : dayOf(lastAt);
  const [measured, share, sure] = [orEmpty(value), orEmpty(progress), orEmpty(confidence)];
  return [type, title, unit, owner?.name ?? "", cycle, measured, measureUnit, share, sure, status, last, id];
};

const rowsOfObjective = (
  { objective, rollUp, status, lastCheckInAt, keyResults }: ObjectiveView,
  place: Pick<Listed, "unit" | "cycle">,
  { types, statuses }: FunctionWords,
): readonly (readonly FunctionCell[])[] => [
  rowOf({
    ...place,
    type: types.objective,
    record: objective,
    measureUnit: "",
    progress: rollUp.progress,
    status: statuses[status.status],
    lastAt: lastCheckInAt,
  }),
  ...keyResults.map(({ keyResult, value, progress, confidence, status: { status: its }, latest }) =>
    rowOf({
      ...place,
      type: types.keyResult,
      record: keyResult,
      value,
      measureUnit: unitOf(keyResult.measure),
      progress: progress?.shown,
      confidence,
      status: statuses[its],
      lastAt: latest?.at,
    }),
  ),
];

const listRows = ({ frame, views }: Answering, { units, cycles }: ListScope, words: FunctionWords) => {
  const unitName = new Map(frame.units.map(({ key, name }) => [key, name]));
  const cycleName = new Map(frame.cycles.map(({ key, name }) => [key, name]));
  return views
    .filter(({ objective }) => units.has(objective.unitKey) && cycles.has(objective.cycleKey))
    .flatMap((view) => {
      const { unitKey, cycleKey } = view.objective;
      const place = { unit: unitName.get(unitKey) ?? unitKey, cycle: cycleName.get(cycleKey) ?? cycleKey };
      return rowsOfObjective(view, place, words);
    });
};

const listHeaders = ({ list }: FunctionWords): readonly string[] => {
  const { type, title, unit, owner, cycle, value, measureUnit, progress, confidence, status, lastCheckIn, key } = list;
  return [type, title, unit, owner, cycle, value, measureUnit, progress, confidence, status, lastCheckIn, key];
};

/** [CF5] */
export const answerList = (answering: Answering, scope: ListScope): Result<Answer, QuestionProblem> => {
  const words = answering.words(undefined);
  if (!words) return err({ type: "UnknownLanguage", text: "" });
  const rows = listRows(answering, scope, words);
  if (rows.length > LIST_LIMIT) return err({ type: "TooManyRows", rows: rows.length, limit: LIST_LIMIT });
  return ok([listHeaders(words), ...rows]);
};

/** [CF2] to [CF6] */
export const answerId = (answering: Answering, question: IdQuestion): Result<Answer, QuestionProblem> => {
  const language = question.type === "status" ? question.language : undefined;
  const words = answering.words(language);
  if (!words) return err({ type: "UnknownLanguage", text: language ?? "" });
  const found = find(answering, question.id);
  return found.ok ? answerAbout(question, found.value, words) : found;
};
