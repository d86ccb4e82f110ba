/** What the service holds at first, and what two people push into it: many of the same rows, each value unlike any other. */
import type { NewEntry } from "#shared/application/outbox/entries.ts";
import type { KeyResult, Measure } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { OkrWrite } from "#shared/ports/okrRepository.ts";
import { createMemoryOkrRepository, type MemoryHome } from "../memoryOkrRepository.ts";
import { aCheckIn, aKeyResult, anObjective } from "../okrs.ts";
import { aChange, anEntry } from "../outbox.ts";
import type { Chance } from "./chance.ts";

/** How many of each there are. */
export interface Sizes {
  readonly objectives: number;
  readonly keyResults: number;
  readonly newObjectives: number;
  readonly newKeyResults: number;
  readonly changes: number;
  readonly removals: number;
  readonly checkIns: number;
}

/** 500 rows. */
export const FIVE_HUNDRED: Sizes = {
  objectives: 40,
  keyResults: 200,
  newObjectives: 40,
  newKeyResults: 100,
  changes: 200,
  removals: 20,
  checkIns: 140,
};

type Rising = Extract<Measure, { direction: "up" | "down" }>;

const rising = (part: Partial<Rising>): Rising => ({
  kind: "metric",
  direction: "up",
  unit: "%",
  baseline: 10,
  target: 1_000_000,
  ...part,
});

/** What the service holds before anybody pushes. */
export const fill = async (home: MemoryHome, { objectives, keyResults }: Sizes): Promise<void> => {
  const writes: readonly OkrWrite[] = [
    ...Array.from({ length: objectives }, (_, n): OkrWrite => ({
      kind: "createObjective",
      objective: anObjective(n, { why: `why ${n}` }),
    })),
    ...Array.from({ length: keyResults }, (_, n): OkrWrite => ({
      kind: "createKeyResult",
      keyResult: aKeyResult(n, n % objectives, { measure: rising({}), weight: n }),
    })),
  ];
  await createMemoryOkrRepository(home, "Import").write(writes);
};

/** Some of these changes; the values say who wrote them. */
const someChanges = (chance: Chance, mark: number, base: Objective | KeyResult): object => {
  const possible: readonly (readonly [string, unknown])[] =
    "ambition" in base
      ? [
          ["title", `title ${mark}`],
          ["why", `why ${mark}`],
          ["order", mark],
        ]
      : [
          ["title", `title ${mark}`],
          ["weight", mark],
          ["order", mark],
          ["measure", rising(chance.happens(0.5) ? { target: 1_000_000 + mark } : { baseline: mark / 1_000_000 })],
        ];
  const chosen = possible.filter(() => chance.happens(0.4));
  return Object.fromEntries(chosen.length > 0 ? chosen : possible.slice(0, 1));
};

export interface Author {
  /** Below 10; keeps the ids and values of two people apart. */
  readonly number: number;
  readonly chance: Chance;
}

/** A push of these sizes, in no particular order. */
export const pushOf = (home: MemoryHome, sizes: Sizes, { number, chance }: Author): readonly NewEntry[] => {
  const first = number * 10_000;
  const objectives = [...home.objectives.values()];
  const keyResults = [...home.keyResults.values()];
  const removed = keyResults.slice(0, sizes.removals);
  const changeable = [...objectives, ...keyResults].toSorted(() => chance.next() - 0.5).slice(0, sizes.changes);
  const removedIds = new Set<string>(removed.map(({ record }) => record.id));
  const entries: readonly NewEntry[] = [
    ...Array.from({ length: sizes.newObjectives }, (_, n) =>
      anEntry({ kind: "createObjective", objective: anObjective(first + n) }),
    ),
    ...Array.from({ length: sizes.newKeyResults }, (_, n) => {
      const parent = chance.happens(0.5) ? chance.below(sizes.objectives) : first + chance.below(sizes.newObjectives);
      return anEntry({ kind: "createKeyResult", keyResult: aKeyResult(first + n, parent) });
    }),
    ...changeable
      .filter(({ record }) => !removedIds.has(record.id))
      .map(({ record, revision: basedOn }, n) => aChange(record, someChanges(chance, first + n, record), basedOn)),
    ...removed.map(({ record, revision: basedOn }) =>
      anEntry({ kind: "removeKeyResult", id: record.id, basedOn }, { base: record }),
    ),
    ...Array.from({ length: sizes.checkIns }, (_, n) => {
      const keyResult = chance.below(sizes.keyResults - sizes.removals) + sizes.removals;
      return anEntry({ kind: "addCheckIn", checkIn: aCheckIn(first + n, keyResult, { value: n }) });
    }),
  ];
  return entries.toSorted(() => chance.next() - 0.5).map((entry, n) => ({ ...entry, id: `${number}/${n}` }));
};
