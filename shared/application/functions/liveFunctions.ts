import { dayOf, instantOf, type Day } from "#shared/domain/day.ts";
import {
  answerId,
  answeringWith,
  answerList,
  plainKey,
  type Answer,
  type Answering,
  type IdQuestion,
  type Question,
  type QuestionProblem,
  type WordsFor,
} from "#shared/domain/functions/answer.ts";
import type { Frame, OkrSet } from "#shared/domain/okr/okrSet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { KeepDep } from "#shared/ports/keep.ts";
import type { OkrScope } from "#shared/ports/okrRepository.ts";
import { createChangeFeed, type FeedListener } from "../changeFeed.ts";
import { mergeChanges } from "../mergeChanges.ts";
import { neededCycles, topUnit } from "../place.ts";
import { forbidsShowing, type CopyDep, type ShownDeps } from "../shownOkrs.ts";
import { covers, listScope, neededScope, type ScopeProblem } from "./needs.ts";
import { createPlaces, type KnownRecord } from "./places.ts";

export type FunctionProblem =
  | QuestionProblem
  | ScopeProblem
  /** So large an organisation is not searched because of a cell. */
  | { readonly type: "NotPulled"; readonly text: string }
  | { readonly type: "NoAccess"; readonly error: AccessError };

export type FunctionAnswer = Result<Answer, FunctionProblem>;

/** Answers to what formulas ask, kept up to date for as long as the formula is there. */
export interface LiveFunctions {
  /** `tell` is called with each new answer; the result ends it. */
  readonly ask: (question: Question, tell: (answer: FunctionAnswer) => void) => () => void;
  /** Something was stored or pulled, or somebody signed in: looks again. */
  readonly refresh: () => Promise<void>;
  readonly dispose: () => void;
}

export type FunctionDeps = Pick<
  ShownDeps,
  "okrRepository" | "clock" | "visibility" | "pressure" | "chance" | "network"
> &
  CopyDep &
  KeepDep & {
    readonly words: WordsFor;
    /** What the table of this workbook holds; nothing where there is none or it cannot be read now. */
    readonly table: () => Promise<readonly KnownRecord[]>;
  };

/** Milliseconds for which questions are gathered before anybody is asked. [CF7] */
const GATHERING_MS = 100;
/** Milliseconds until the next attempt where not even the frame could be read. */
const AGAIN_MS = 60_000;
/** Units of an organisation that is searched for an id of which nothing else is known. [CF9] */
const SEARCHED_UNITS = 200;

interface Asked {
  readonly question: Question;
  readonly tell: (answer: FunctionAnswer) => void;
  /** What the cell shows. */
  told?: string;
}

// oxlint-disable-next-line max-lines-per-function -- one closure owns what is followed; its steps are short functions
export const createLiveFunctions = (deps: FunctionDeps): LiveFunctions => {
  const { okrRepository, clock, copy, pressure, words } = deps;
  const feed = createChangeFeed({ ...deps, ...(copy ? { onNews: copy.onNews } : {}) });
  const places = createPlaces(deps);
  const open = new Set<Asked>();
  let frame: Frame | undefined;
  let isTableKnown = false;
  let scope: OkrScope | undefined;
  let set: OkrSet | undefined;
  let answering: Answering | undefined;
  let failure: AccessError | undefined;
  let searched = new Set<string>();
  let working: Promise<void> | undefined;
  let again = false;
  let cancelTimer: (() => void) | undefined;

  const today = (): Day => dayOf(instantOf(clock.now()));
  const questions = (): readonly Question[] => Array.from(open, ({ question }) => question);

  const aboutId = (answering: Answering, question: IdQuestion): FunctionAnswer => {
    const answer = answerId(answering, { ...question, id: places.resolve(question.id) });
    if (answer.ok || answer.error.type !== "UnknownId") return answer;
    const { id: text } = question;
    return err({ type: answering.frame.units.length > SEARCHED_UNITS ? "NotPulled" : "UnknownId", text });
  };

  const answerTo = (answering: Answering, question: Question): FunctionAnswer => {
    if (question.type !== "list") return aboutId(answering, question);
    const wanted = listScope(answering.frame, question, today());
    return wanted.ok ? answerList(answering, wanted.value) : wanted;
  };

  /** Writes a cell only when it is to show something else. [CF8] */
  const tell = (asked: Asked, answer: FunctionAnswer): void => {
    const text = JSON.stringify(answer);
    if (asked.told === text) return;
    asked.told = text;
    asked.tell(answer);
  };

  const answeringNow = (): Answering | undefined => {
    if (!frame || !set) return undefined;
    const isSame = answering?.set === set && answering.frame === frame && answering.today === today();
    return isSame ? answering : (answering = answeringWith(set, frame, today(), words));
  };

  /** Ids that nobody has looked for yet. */
  const missing = (): readonly string[] => {
    const now = answeringNow();
    if (!now) return [];
    return questions().flatMap((question) => {
      if (question.type === "list" || searched.has(question.id)) return [];
      const answer = aboutId(now, question);
      return !answer.ok && answer.error.type === "UnknownId" ? [question.id] : [];
    });
  };

  /** Nothing is called unknown while it is still to be looked for. */
  const answerAll = (): void => {
    const now = answeringNow();
    if (!now) return;
    for (const asked of open) {
      const { question } = asked;
      const answer = answerTo(now, question);
      const isUnsure = !answer.ok && answer.error.type === "UnknownId" && !searched.has(answer.error.text);
      if (!isUnsure) tell(asked, answer);
      if (answer.ok && question.type !== "list") remember(now, question.id);
    }
  };

  const remember = ({ byKey }: Answering, text: string): void => {
    const key = plainKey(places.resolve(text));
    const found = byKey.get(key);
    if (found) places.keep(key, found.type === "objective" ? found.view.objective : found.view.keyResult);
  };

  /** A failure leaves what cells show, unless nobody may see it any more. [CF11] */
  const fail = (error: AccessError): void => {
    failure = error;
    for (const asked of open) {
      if (asked.told === undefined || forbidsShowing(error)) tell(asked, err({ type: "NoAccess", error }));
    }
  };

  const listenerFor = (followed: OkrScope): FeedListener => ({
    open: async (known) => {
      const opened = await okrRepository.openOkrs(followed, known);
      if (!opened.ok) return opened;
      if (scope === followed) set = opened.value.set;
      return ok(opened.value.cursors);
    },
    changed: (changes) => {
      if (set && scope === followed) set = mergeChanges(set, changes, followed);
    },
    current: () => {
      failure = undefined;
      answerAll();
    },
    failed: fail,
  });

  /** Shows what this device holds, and brings it up to date. */
  const follow = async (wanted: OkrScope): Promise<void> => {
    scope = wanted;
    const copied = await copy?.peekOkrs(wanted);
    set = copied?.set ?? set;
    if (copied) answerAll();
    feed.follow(copied?.cursors, listenerFor(wanted));
    if (!copied || pressure.level() !== "spent") await feed.ask();
  };

  const knowFrame = async (isAnew: boolean): Promise<Result<Frame, AccessError>> => {
    const kept = isAnew ? undefined : (frame ?? (await copy?.peekFrame())?.frame);
    const read = kept ? ok(kept) : await okrRepository.readFrame();
    if (read.ok) frame = read.value;
    return read;
  };

  const namesUnknown = (known: Frame): boolean =>
    questions().some((question) => question.type === "list" && !listScope(known, question, today()).ok);

  const widen = async (known: Frame): Promise<void> => {
    const needed = neededScope(known, questions(), places, today());
    const isNothing = needed.units.size === 0 || needed.cycles.size === 0;
    if (isNothing) set ??= { objectives: [], keyResults: [], checkIns: [], revisions: new Map() };
    else if (!covers(scope, needed)) {
      const cycleKeys = [...new Set([...(scope?.cycleKeys ?? []), ...needed.cycles])];
      const before = scope && scope.units !== "all" ? scope.units : [];
      await follow({ cycleKeys, units: [...new Set([...before, ...needed.units])] });
    }
  };

  /** Looks once for what neither the workbook nor this device knows. */
  const search = async (known: Frame): Promise<boolean> => {
    const wanted = missing();
    const top = topUnit(known);
    if (wanted.length === 0 || !top || known.units.length > SEARCHED_UNITS) return false;
    const cycleKeys = neededCycles(known, { unitKey: top.key }, today());
    const read = await okrRepository.readOkrs({ cycleKeys, units: "all" }, "standing");
    if (!read.ok) {
      fail(read.error);
      return false;
    }
    places.learn(read.value);
    for (const text of wanted) searched.add(text);
    return true;
  };

  const work = async (): Promise<void> => {
    let known = await knowFrame(false);
    if (known.ok && namesUnknown(known.value)) known = await knowFrame(true);
    if (!known.ok) {
      fail(known.error);
      cancelTimer?.();
      cancelTimer = clock.after(AGAIN_MS, gather);
      return;
    }
    if (!isTableKnown) {
      isTableKnown = true;
      places.table(await deps.table());
    }
    await widen(known.value);
    if (failure && !set) return;
    answerAll();
    if (await search(known.value)) await widen(known.value);
    answerAll();
  };

  const gather = (): void => {
    cancelTimer = undefined;
    if (open.size === 0) return;
    again = working !== undefined;
    working ??= work().finally(() => {
      working = undefined;
      if (again) gather();
    });
  };

  const rest = (): void => {
    cancelTimer?.();
    cancelTimer = undefined;
    feed.stop();
    scope = undefined;
    set = undefined;
    failure = undefined;
  };

  return {
    ask: (question, listener) => {
      const asked: Asked = { question, tell: listener };
      open.add(asked);
      cancelTimer ??= clock.after(GATHERING_MS, gather);
      return () => {
        open.delete(asked);
        if (open.size === 0) rest();
      };
    },
    refresh: async () => {
      isTableKnown = false;
      searched = new Set();
      if (open.size === 0) return;
      await working;
      if (scope) await feed.ask();
      gather();
      await working;
    },
    dispose: rest,
  };
};
