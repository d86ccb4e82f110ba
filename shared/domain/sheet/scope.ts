import type { CycleKey, PersonId, UnitKey } from "../okr/ids.ts";
import type { Frame } from "../okr/okrSet.ts";
import type { Person } from "../okr/person.ts";
import type { Status } from "../okr/status.ts";
import type { KeyResultView, ObjectiveView } from "../okr/view.ts";

/** What a sheet holds: all that fits every part that is named. */
export interface SheetScope {
  readonly unit: UnitKey | "all";
  /** Also the units below it. */
  readonly below: boolean;
  /** Absent: whatever runs now, so the quarter and the year around it. */
  readonly cycleKey?: CycleKey;
  /** Of these units only those of one level. */
  readonly levelKey?: string;
  /** `me`: whoever pulls. */
  readonly owner?: "me" | Person;
  /** Only OKRs with one of these; absent for any. */
  readonly statuses?: readonly Status[];
}

const ownerId = (owner: SheetScope["owner"]): string => (typeof owner === "object" ? owner.id : (owner ?? ""));
const statusText = (statuses: SheetScope["statuses"]): string => (statuses ?? []).toSorted().join(" ");

export const sameScope = (a: SheetScope, b: SheetScope): boolean =>
  a.unit === b.unit &&
  // Everything has nothing around it.
  (a.unit === "all" || a.below === b.below) &&
  a.cycleKey === b.cycleKey &&
  a.levelKey === b.levelKey &&
  ownerId(a.owner) === ownerId(b.owner) &&
  statusText(a.statuses) === statusText(b.statuses);

const below = (frame: Frame, key: UnitKey, seen = new Set<UnitKey>()): ReadonlySet<UnitKey> => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const unit of frame.units) if (unit.parentKey === key) below(frame, unit.key, seen);
  return seen;
};

/** The units whose OKRs are asked for. [SO1] */
export const unitsIn = (frame: Frame, scope: SheetScope): "all" | ReadonlySet<UnitKey> => {
  const { unit, levelKey } = scope;
  const around = unit === "all" ? undefined : scope.below ? below(frame, unit) : new Set([unit]);
  if (levelKey === undefined) return around ?? "all";
  const level = frame.units.filter((one) => one.levelKey === levelKey).map(({ key }) => key);
  return new Set(level.filter((key) => around?.has(key) ?? true));
};

/** Which of the OKRs of those units fit. */
export interface Matches {
  readonly objective: (view: ObjectiveView) => boolean;
  readonly keyResult: (view: KeyResultView, objective: ObjectiveView) => boolean;
}

/**
 * By owner and status. A key result without an owner is its objective's. [SO2] [SO3]
 * @param me who pulls
 * @param whole an objective of somebody brings its key results along, whoever owns these
 */
export const matchesOf = (
  { owner, statuses }: SheetScope,
  me: PersonId | undefined,
  { whole }: { readonly whole: boolean },
): Matches => {
  const wanted = owner === "me" ? me : owner?.id;
  const owns = (person: Person | undefined): boolean => owner === undefined || person?.id === wanted;
  const has = (status: Status): boolean => statuses === undefined || statuses.includes(status);
  return {
    objective: ({ objective, status }) => owns(objective.owner) && has(status.status),
    keyResult: ({ keyResult, status }, { objective }) =>
      (owns(keyResult.owner ?? objective.owner) || (whole && owns(objective.owner))) && has(status.status),
  };
};
