import { daysBetween, type Day } from "../day.ts";
import type { CycleKey, InitiativeId, KeyResultId, ObjectiveId, Revision, UnitKey } from "./ids.ts";
import type { KeyResult, Place } from "./keyResult.ts";
import type { Objective } from "./objective.ts";
import type { Person } from "./person.ts";

export const INITIATIVE_STATES = ["notStarted", "underWay", "done", "dropped"] as const;
/** What people say about the work; never computed, and never counted as progress. */
export type InitiativeState = (typeof INITIATIVE_STATES)[number];

/** Work that should move a key result, or serves its objective as a whole. Never scored. */
export interface Initiative {
  readonly id: InitiativeId;
  readonly objectiveId: ObjectiveId;
  /** Absent: it serves the objective as a whole. */
  readonly keyResultId?: KeyResultId;
  /** Copies of what it serves, so that one indexed filter finds all rows of a unit. */
  readonly unitKey: UnitKey;
  readonly cycleKey: CycleKey;
  readonly title: string;
  readonly owner?: Person;
  readonly state: InitiativeState;
  /** The last day on which it is in time. */
  readonly due?: Day;
  /** May be empty. */
  readonly note: string;
  /** Where the work is done: an address that begins with `https://` or `http://`. */
  readonly link?: string;
}

/** Initiatives as read at one moment, in no particular order, with the version of each. */
export interface InitiativeSet {
  readonly initiatives: readonly Initiative[];
  readonly revisions: ReadonlyMap<InitiativeId, Revision>;
}

export const noInitiatives: InitiativeSet = { initiatives: [], revisions: new Map() };

/** Whether there is still something to do about it. */
export const isOpen = ({ state }: Pick<Initiative, "state">): boolean => state === "notStarted" || state === "underWay";

/** Whole days since the day on which it was due; undefined when it is in time, has no such day, or is done or dropped. [IV1] */
export const daysOverdue = ({ state, due }: Pick<Initiative, "state" | "due">, today: Day): number | undefined => {
  if (due === undefined || !isOpen({ state })) return undefined;
  const days = daysBetween(due, today);
  return days > 0 ? days : undefined;
};

const RANKS: Readonly<Record<InitiativeState, number>> = { underWay: 0, notStarted: 0, done: 1, dropped: 2 };
/** Behind every day of the calendar. */
const NO_DAY = "9999-99-99";

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** What is to be done, the most urgent first; then what is done, then what was dropped. [IV2] */
export const compareInitiatives = (a: Initiative, b: Initiative): number =>
  RANKS[a.state] - RANKS[b.state] ||
  compareText(a.due ?? NO_DAY, b.due ?? NO_DAY) ||
  compareText(a.title, b.title) ||
  compareText(a.id, b.id);

/** What each initiative of an objective is shown under. */
export interface ServedBy {
  /** Those of the objective as a whole, and those whose key result is not there any more. */
  readonly objective: readonly Initiative[];
  readonly keyResults: ReadonlyMap<KeyResultId, readonly Initiative[]>;
}

/** The initiatives of an objective in their order, each in exactly one place. [IV3] */
export const initiativesOf = (
  objective: Pick<Objective, "id">,
  keyResults: readonly Pick<KeyResult, "id">[],
  initiatives: readonly Initiative[],
): ServedBy => {
  const known = new Map(keyResults.map(({ id }): [KeyResultId, Initiative[]] => [id, []]));
  const whole: Initiative[] = [];
  for (const initiative of initiatives.toSorted(compareInitiatives)) {
    const ofKeyResult = initiative.keyResultId === undefined ? undefined : known.get(initiative.keyResultId);
    if (ofKeyResult) ofKeyResult.push(initiative);
    else if (initiative.objectiveId === objective.id) whole.push(initiative);
  }
  return { objective: whole, keyResults: known };
};

/** How many there are in each state, and how many of the open ones are overdue. */
export type InitiativeTally = Readonly<Record<InitiativeState | "overdue", number>>;

/** [IV4] */
export const tallyInitiatives = (initiatives: readonly Initiative[], today: Day): InitiativeTally => {
  const tally = { notStarted: 0, underWay: 0, done: 0, dropped: 0, overdue: 0 };
  for (const initiative of initiatives) {
    tally[initiative.state] += 1;
    if (daysOverdue(initiative, today) !== undefined) tally.overdue += 1;
  }
  return tally;
};

/** What an initiative takes over from what it serves. */
export type Served = Pick<Initiative, "objectiveId" | "keyResultId" | "unitKey" | "cycleKey">;

/** [IV5] */
export const serving = (objective: Pick<Objective, "id"> & Place, keyResult?: Pick<KeyResult, "id">): Served => ({
  objectiveId: objective.id,
  ...(keyResult ? { keyResultId: keyResult.id } : {}),
  unitKey: objective.unitKey,
  cycleKey: objective.cycleKey,
});

/** The initiative as it is once what it serves is elsewhere. [IV5] */
export const goingAlong = (initiative: Initiative, to: Omit<Served, "keyResultId">): Initiative => {
  const { objectiveId, unitKey, cycleKey } = to;
  return { ...initiative, objectiveId, unitKey, cycleKey };
};

/** An address that may be opened: of the web, and nothing that a page could run. [IV8] */
export const isWebAddress = (text: string): boolean =>
  /^https?:\/\/(?:[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?|\[[\da-f:.]+\])(?::\d{1,5})?(?:[/?#]\S*)?$/iu.test(
    text,
  );

/** An address as people paste it, often without its beginning. */
export const withScheme = (link: string): string =>
  /^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/u.test(link) ? `https://${link}` : link;
