/** Which lists are asked for changes, and how often: the figures that show often, what they belong to less, the rest rarely. */
import type { PartitionKey, UnitKey } from "#shared/domain/okr/ids.ts";
import { rowOf } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import { placeOfRow, type Shelf } from "#shared/domain/partition/rows.ts";
import type { OkrScope, Question } from "#shared/ports/okrRepository.ts";

interface Placed {
  readonly partition: PartitionKey;
  readonly isDraft: boolean;
  readonly isKeyResult: boolean;
}

/** Where the objectives and key results lie that show. */
const placesOf = ({ objectives, keyResults, revisions }: OkrSet, looked: OkrScope): readonly Placed[] => {
  const cycles = new Set(looked.cycleKeys);
  const units: ReadonlySet<UnitKey> | undefined = looked.units === "all" ? undefined : new Set(looked.units);
  const placed: Placed[] = [];
  const add = (record: (typeof objectives)[number] | (typeof keyResults)[number], isKeyResult: boolean): void => {
    if (!cycles.has(record.cycleKey) || units?.has(record.unitKey) === false) return;
    const revision = revisions.get(record.id);
    const place = revision === undefined ? undefined : placeOfRow(rowOf(revision));
    if (place) placed.push({ partition: place.partition, isDraft: place.shelf === "drafts", isKeyResult });
  };
  for (const objective of objectives) add(objective, false);
  for (const keyResult of keyResults) add(keyResult, true);
  return placed;
};

/** The check-ins of key results that show. */
export const figuresQuestion = (set: OkrSet, looked: OkrScope): Question => {
  const measured = placesOf(set, looked).filter(({ isKeyResult }) => isKeyResult);
  return new Map(measured.map(({ partition }) => [partition, ["checkIns"]]));
};

/** These, the OKRs beside them, and drafts where one shows. */
export const shownQuestion = (set: OkrSet, looked: OkrScope): Question => {
  const placed = placesOf(set, looked);
  const of = (wanted: (place: Placed) => boolean): ReadonlySet<PartitionKey> =>
    new Set(placed.filter(wanted).map(({ partition }) => partition));
  const [measured, drafted] = [of(({ isKeyResult }) => isKeyResult), of(({ isDraft }) => isDraft)];
  const shelvesOf = (partition: PartitionKey): readonly Shelf[] => [
    "objectives",
    "keyResults",
    ...(drafted.has(partition) ? (["drafts"] as const) : []),
    ...(measured.has(partition) ? (["checkIns"] as const) : []),
  ];
  return new Map([...of(() => true)].map((partition) => [partition, shelvesOf(partition)]));
};

const MINUTE_MS = 60_000;
/** Milliseconds after which OKRs that show are asked for again beside their check-ins, in a crowd. */
const SHOWN_IN_A_CROWD_MS = 2 * MINUTE_MS;
/** After which what does not show is asked for too: what lies above, first drafts, cycles in which the unit has nothing yet. */
const REST_MS = 2 * MINUTE_MS;
const REST_IN_A_CROWD_MS = 10 * MINUTE_MS;
/** Most visits are over before; whoever stays is shown the rest soon. */
const FIRST_REST_MS = 15_000;

/** What one visit of a place asks. */
export interface Asking {
  /** Undefined: everything. */
  readonly next: (set: OkrSet, looked: OkrScope, isCrowded: boolean) => Question | undefined;
  /** What was asked last was answered. @param isMoved rows went, perhaps into a list that was not asked */
  readonly answered: (isMoved: boolean) => void;
  /** Everything was read a moment ago. */
  readonly opened: () => void;
  /** The next question is about everything. */
  readonly hurry: () => void;
}

export const createAsking = (now: () => number): Asking => {
  let shownAt = Number.NEGATIVE_INFINITY;
  let restAt = now() - REST_MS + FIRST_REST_MS;
  let isHurried = false;
  let pending: "figures" | "shown" | "all" = "all";

  const dueNow = (isCrowded: boolean): typeof pending => {
    const [shownEvery, restEvery] = isCrowded ? [SHOWN_IN_A_CROWD_MS, REST_IN_A_CROWD_MS] : [0, REST_MS];
    if (isHurried || now() - restAt >= restEvery) return "all";
    return now() - shownAt >= shownEvery ? "shown" : "figures";
  };

  return {
    next: (set, looked, isCrowded) => {
      pending = dueNow(isCrowded);
      if (pending === "all") return undefined;
      const question = pending === "shown" ? shownQuestion(set, looked) : figuresQuestion(set, looked);
      // On an empty board everything that comes is the first.
      if (pending === "shown" && question.size === 0) pending = "all";
      return pending === "all" ? undefined : question;
    },
    answered: (isMoved) => {
      if (pending !== "figures") shownAt = now();
      if (pending === "all") restAt = now();
      isHurried = isMoved && pending !== "all";
    },
    opened: () => {
      shownAt = now();
      restAt = now();
      isHurried = false;
    },
    hurry: () => {
      isHurried = true;
    },
  };
};
