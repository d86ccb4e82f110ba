/** Builders for records: a test names only what matters to it. */
import { parseDay, parseInstant, type Day, type Instant } from "#shared/domain/day.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import {
  checkInId,
  cycleKey,
  initiativeId,
  keyResultId,
  objectiveId,
  personId,
  unitKey,
} from "#shared/domain/okr/ids.ts";
import type { Initiative } from "#shared/domain/okr/initiative.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";

export const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`${text} is not a day`);
  return parsed;
};

export const instant = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (!parsed) throw new Error(`${text} is not an instant`);
  return parsed;
};

/** A GUID that ends in the given number. */
export const guid = (kind: "0" | "1" | "2" | "3", n: number): string =>
  `${kind}0000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

export const lena: Person = {
  id: personId("a0000000-0000-4000-8000-000000000003"),
  name: "Lena Krüger",
  upn: "lena.kruger@tinycart.example",
};

export const anObjective = (n: number, more: Partial<Objective> = {}): Objective => ({
  id: objectiveId(guid("0", n)),
  title: `Objective ${n}`,
  why: "",
  unitKey: unitKey("de"),
  cycleKey: cycleKey("2026-q1"),
  parents: [],
  ambition: "aspirational",
  stage: "active",
  order: n,
  ...more,
});

export const aKeyResult = (n: number, objective: number, more: Partial<KeyResult> = {}): KeyResult => ({
  id: keyResultId(guid("1", n)),
  objectiveId: objectiveId(guid("0", objective)),
  unitKey: unitKey("de"),
  cycleKey: cycleKey("2026-q1"),
  title: `Key result ${n}`,
  measure: { kind: "metric", direction: "up", unit: "%", baseline: 90, target: 96 },
  order: n,
  ...more,
});

export const aCheckIn = (n: number, keyResult: number, more: Partial<CheckIn> = {}): CheckIn => ({
  id: checkInId(guid("2", n)),
  keyResultId: keyResultId(guid("1", keyResult)),
  unitKey: unitKey("de"),
  cycleKey: cycleKey("2026-q1"),
  at: instant(`2026-02-03T10:00:${String(n % 60).padStart(2, "0")}.123Z`),
  author: lena,
  value: 92.5,
  confidence: 6,
  note: "",
  ...more,
});

export const anInitiative = (n: number, keyResult: number, more: Partial<Initiative> = {}): Initiative => ({
  id: initiativeId(guid("3", n)),
  objectiveId: objectiveId(guid("0", 1)),
  keyResultId: keyResultId(guid("1", keyResult)),
  unitKey: unitKey("de"),
  cycleKey: cycleKey("2026-q1"),
  title: `Initiative ${n}`,
  state: "underWay",
  note: "",
  ...more,
});

/** One that serves the objective as a whole. */
export const anInitiativeOf = (n: number, objective: number, more: Partial<Initiative> = {}): Initiative => {
  const { keyResultId: _keyResultId, ...rest } = anInitiative(n, 0);
  return { ...rest, objectiveId: objectiveId(guid("0", objective)), ...more };
};

export const aCycle = (more: Partial<Cycle> = {}): Cycle => ({
  key: cycleKey("2026-q1"),
  name: "Q1 2026",
  kind: "quarterly",
  start: day("2026-01-01"),
  end: day("2026-03-31"),
  closed: false,
  ...more,
});

export const aUnit = (more: Partial<Unit> = {}): Unit => ({
  key: unitKey("de"),
  name: "Germany",
  levelKey: "country",
  ...more,
});
