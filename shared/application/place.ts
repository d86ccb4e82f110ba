import { currentCycle } from "#shared/domain/okr/cycle.ts";
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

/** What one looks at: a unit in a cycle, and perhaps one of its objectives. */
export interface Place {
  readonly unitKey: UnitKey;
  readonly cycleKey: CycleKey;
  readonly objectiveId?: ObjectiveId;
}

/** A place as text for links and pinned tabs, for example `u/country-ke/c/fy26-q4/o/5f0c…`. */
export const targetOf = (place: Place): string =>
  place.objectiveId
    ? `${unitTarget(place.unitKey, place.cycleKey)}/o/${encodeURIComponent(place.objectiveId)}`
    : unitTarget(place.unitKey, place.cycleKey);

/** A unit as a target; without a cycle whoever opens it lands in the current one. */
export const unitTarget = (unit: UnitKey, cycle: CycleKey | undefined): string =>
  [`u/${encodeURIComponent(unit)}`, ...(cycle ? [`c/${encodeURIComponent(cycle)}`] : [])].join("/");

/** Reads a target; parts that are missing or malformed are left out. */
export const parseTarget = (target: string): Partial<Place> => {
  const words = target.split("/").map(decoded);
  const after = (mark: string): string | undefined => {
    const at = words.indexOf(mark);
    return at % 2 === 0 ? words[at + 1] : undefined;
  };
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
 * Where to begin: the wanted place as far as it still exists, else the top unit and the current cycle. Undefined when there is
 * no unit or no cycle yet.
 */
export const startingPlace = (frame: Frame, wanted: Partial<Place>, today: Day): Place | undefined => {
  const unit = frame.units.find((one) => one.key === wanted.unitKey) ?? topUnit(frame);
  const cycle = frame.cycles.find((one) => one.key === wanted.cycleKey) ?? currentCycle(frame.cycles, today);
  if (!unit || !cycle) return undefined;
  return {
    unitKey: unit.key,
    cycleKey: cycle.key,
    ...(wanted.objectiveId && unit.key === wanted.unitKey ? { objectiveId: wanted.objectiveId } : {}),
  };
};

export const topUnit = (frame: Frame): Unit | undefined =>
  frame.units.find((unit) => !unit.parentKey) ?? frame.units[0];

/** The unit's ancestors, nearest last, then itself. Safe against a loop in the data. */
export const pathTo = (frame: Frame, key: UnitKey): readonly Unit[] => {
  const byKey = new Map(frame.units.map((unit) => [unit.key, unit]));
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
