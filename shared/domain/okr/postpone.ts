import { addDays, daysBetween, type Day, type Instant } from "../day.ts";
import type { CheckIn } from "./checkIn.ts";
import type { Cycle } from "./cycle.ts";
import type { CheckInId, KeyResultId, ObjectiveId } from "./ids.ts";
import { withoutFormerPlaces } from "./formerPlaces.ts";
import type { KeyResult, Measure } from "./keyResult.ts";
import type { Objective } from "./objective.ts";
import { currentValue } from "./progress.ts";

export interface Postponing {
  readonly objective: Objective;
  readonly keyResults: readonly KeyResult[];
  readonly checkIns: readonly CheckIn[];
  readonly from: Cycle;
  readonly to: Cycle;
  /** Keep the way already gone, instead of starting again from where it stands. */
  readonly keepProgress: boolean;
  readonly newIds: {
    readonly objective: () => ObjectiveId;
    readonly keyResult: () => KeyResultId;
    readonly checkIn: () => CheckInId;
  };
  readonly now: Instant;
  readonly author: CheckIn["author"];
}

export interface Postponed {
  /** The old objective, marked as postponed; its key results and check-ins stay as they are. */
  readonly before: Objective;
  readonly objective: Objective;
  readonly keyResults: readonly KeyResult[];
  /** Readings that carry the kept progress over; none otherwise. */
  readonly checkIns: readonly CheckIn[];
}

/** As many days after the start of the new cycle as it was after that of the old one, but not outside the new one. [PO3] */
export const movedDay = (day: Day, { from, to }: Pick<Postponing, "from" | "to">): Day => {
  const later = addDays(to.start, daysBetween(from.start, day));
  if (later < to.start) return to.start;
  return later > to.end ? to.end : later;
};

const startingAt = (measure: Measure, value: number | undefined): Measure =>
  measure.kind === "metric" && (measure.direction === "up" || measure.direction === "down") && value !== undefined
    ? { ...measure, baseline: value }
    : measure;

const movedMeasure = (measure: Measure, postponing: Postponing): Measure =>
  measure.kind === "milestone" && measure.due !== undefined
    ? { ...measure, due: movedDay(measure.due, postponing) }
    : measure;

/**
 * Clones an objective with its key results into another cycle. Every field goes along except the given scores, which judge the
 * old cycle; dates move with the cycle. A metric starts at its current value and per cent start again, unless progress is kept.
 * [PO1] to [PO3]
 */
export const postpone = (postponing: Postponing): Postponed => {
  const { objective, keepProgress, to, newIds, now, author } = postponing;
  const valueOf = (id: KeyResultId): number | undefined =>
    currentValue(postponing.checkIns.filter(({ keyResultId }) => keyResultId === id));
  const id = newIds.objective();
  const clones = postponing.keyResults.map((old): { clone: KeyResult; value: number | undefined } => {
    const { score: _given, ...fields } = withoutFormerPlaces(old);
    const value = valueOf(old.id);
    const measure = movedMeasure(keepProgress ? old.measure : startingAt(old.measure, value), postponing);
    return { clone: { ...fields, id: newIds.keyResult(), objectiveId: id, cycleKey: to.key, measure }, value };
  });
  return {
    before: { ...objective, stage: "postponed" },
    objective: {
      ...objective,
      id,
      cycleKey: to.key,
      stage: "active",
      ...(objective.start === undefined ? {} : { start: movedDay(objective.start, postponing) }),
      ...(objective.end === undefined ? {} : { end: movedDay(objective.end, postponing) }),
    },
    keyResults: clones.map(({ clone }) => clone),
    checkIns: clones.flatMap(({ clone, value }) =>
      !keepProgress || value === undefined
        ? []
        : [
            {
              id: newIds.checkIn(),
              keyResultId: clone.id,
              unitKey: clone.unitKey,
              cycleKey: to.key,
              at: now,
              author,
              value,
              note: "",
            },
          ],
    ),
  };
};
