import { cyclesAround, runningCycles, type Cycle } from "#shared/domain/okr/cycle.ts";
import type { Day } from "#shared/domain/day.ts";
import {
  cycleKey,
  objectiveId,
  unitKey,
  type CycleKey,
  type ObjectiveId,
  type UnitKey,
} from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";

/** What one looks at: a unit, and perhaps one of its objectives. */
export interface Place {
  readonly unitKey: UnitKey;
  /** Absent: whatever runs now, so the quarter together with the year around it. */
  readonly cycleKey?: CycleKey;
  readonly objectiveId?: ObjectiveId;
}

/** A place as text for links and pinned tabs, for example `u/country-ke/c/fy26-q4/o/5f0c…`. */
export const targetOf = (place: Place): string =>
  [
    `u/${encodeURIComponent(place.unitKey)}`,
    ...(place.cycleKey ? [`c/${encodeURIComponent(place.cycleKey)}`] : []),
    ...(place.objectiveId ? [`o/${encodeURIComponent(place.objectiveId)}`] : []),
  ].join("/");

/** The same place without an objective. */
export const boardOf = ({ unitKey, cycleKey }: Place): Place => ({ unitKey, ...(cycleKey ? { cycleKey } : {}) });

/** The same cycle at another unit. */
export const atUnit = (place: Place, unitKey: UnitKey): Place => boardOf({ ...place, unitKey });

/** The cycles whose OKRs one sees there. */
export const shownCycles = (frame: Frame, place: Place, today: Day): readonly Cycle[] =>
  place.cycleKey ? frame.cycles.filter(({ key }) => key === place.cycleKey) : runningCycles(frame.cycles, today);

/** The cycles one screen needs: those shown, and those around them, where what is above may lie. */
export const neededCycles = (frame: Frame, place: Place, today: Day): readonly CycleKey[] => [
  ...new Set(
    shownCycles(frame, place, today)
      .flatMap(({ key }) => cyclesAround(frame.cycles, key))
      .map(({ key }) => key),
  ),
];

/** Reads a target; parts that are missing or malformed are left out. */
export const parseTarget = (target: string): Partial<Place> => {
  const words = target.split("/").map(decoded);
  // Marks stand at even places: a unit may itself be called "o".
  const after = (mark: string): string | undefined =>
    words[words.findIndex((word, at) => word === mark && at % 2 === 0) + 1 || words.length];
  const unit = after("u");
  const cycle = after("c");
  const objective = after("o");
  return {
    ...(unit ? { unitKey: unitKey(unit) } : {}),
    ...(cycle ? { cycleKey: cycleKey(cycle) } : {}),
    ...(objective ? { objectiveId: objectiveId(objective) } : {}),
  };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
};

/**
 * Where to begin: the wanted place as far as it still exists, else the top unit and what runs now. Undefined when there is no
 * unit or no cycle yet.
 */
export const startingPlace = (frame: Frame, wanted: Partial<Place>): Place | undefined => {
  const unit = frame.units.find((one) => one.key === wanted.unitKey) ?? topUnit(frame);
  const cycle = frame.cycles.find((one) => one.key === wanted.cycleKey);
  if (!unit || frame.cycles.length === 0) return undefined;
  return {
    unitKey: unit.key,
    ...(cycle ? { cycleKey: cycle.key } : {}),
    ...(wanted.objectiveId && unit.key === wanted.unitKey ? { objectiveId: wanted.objectiveId } : {}),
  };
};

export const topUnit = (frame: Frame): Unit | undefined =>
  frame.units.find((unit) => !unit.parentKey) ?? frame.units[0];

/** Thousands of units are put in order once, not at every look. */
const indexes = new WeakMap<Frame, ReadonlyMap<UnitKey, Unit>>();

const unitsOf = (frame: Frame): ReadonlyMap<UnitKey, Unit> => {
  const index = indexes.get(frame) ?? new Map(frame.units.map((unit) => [unit.key, unit]));
  indexes.set(frame, index);
  return index;
};

/** The unit's ancestors, nearest last, then itself. Safe against a loop in the data. */
export const pathTo = (frame: Frame, key: UnitKey): readonly Unit[] => {
  const byKey = unitsOf(frame);
  const path: Unit[] = [];
  let unit = byKey.get(key);
  while (unit && !path.includes(unit)) {
    path.unshift(unit);
    unit = unit.parentKey ? byKey.get(unit.parentKey) : undefined;
  }
  return path;
};

export const childrenOf = (frame: Frame, key: UnitKey): readonly Unit[] =>
  frame.units.filter((unit) => unit.parentKey === key);

/** The units one screen needs: the unit, what it aligns to above it, and what lies directly below. */
export const unitsAround = (frame: Frame, key: UnitKey): readonly UnitKey[] => [
  ...pathTo(frame, key).map((unit) => unit.key),
  ...childrenOf(frame, key).map((unit) => unit.key),
];
