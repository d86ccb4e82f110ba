/** Edits as people make them, in any order, for tests of what becomes of a copy meanwhile. */
import { fc } from "#tests/support/properties.ts";
import { logEntryId } from "#shared/domain/audit/logEntry.ts";
import { cycleKey, partitionKey, revision, unitKey, type Revision } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { emptyOkrSet, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { OkrRepository, OkrScope, OkrWrite } from "#shared/ports/okrRepository.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit, guid, instant, lena } from "./okrs.ts";

export const units = ["co", "de", "ke"].map(unitKey);
const quarter = cycleKey("2026-q1");

/** A quarter of two partitions: one for Kenya, and the home lists for everybody else. */
export const editedFrame = {
  cycles: [aCycle()],
  units: units.map((key) => aUnit({ key, name: key })),
  partitions: [{ key: partitionKey("q1-ke"), cycleKey: quarter, roots: [unitKey("ke")], closed: false }],
};

export const scopeOf = (...some: readonly string[]): OkrScope => ({ cycleKeys: [quarter], units: some.map(unitKey) });

export interface Edit {
  readonly what:
    | "create"
    | "draft"
    | "keyResult"
    | "checkIn"
    | "rename"
    | "move"
    | "moveKeyResult"
    | "remove"
    | "publish"
    | "unlock";
  readonly n: number;
  readonly unit: (typeof units)[number];
}

export const edits: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom(
    "create",
    "draft",
    "keyResult",
    "checkIn",
    "rename",
    "move",
    "moveKeyResult",
    "remove",
    "publish",
    "unlock",
  ),
  n: fc.integer({ min: 1, max: 4 }),
  unit: fc.constantFrom(...units),
});

/** What is there before anybody edits. */
export const firstEdits: readonly Edit[] = [
  { what: "create", n: 1, unit: unitKey("de") },
  { what: "keyResult", n: 1, unit: unitKey("de") },
  { what: "create", n: 2, unit: unitKey("ke") },
  { what: "draft", n: 3, unit: unitKey("co") },
  { what: "keyResult", n: 3, unit: unitKey("co") },
];

let written = 0;

/** What an edit is made from. */
interface Seen {
  readonly edit: Edit;
  readonly set: OkrSet;
  /** As it is stored, else as it would be made. */
  readonly objective: Objective;
  readonly isThere: boolean;
  readonly basedOn: Revision;
  /** One of the objective, else any. */
  readonly keyResult: KeyResult;
}

const moveOf = ({ set, objective }: Seen, stage: Objective["stage"]) => ({
  objective: { ...objective, stage },
  keyResults: set.keyResults.filter(({ objectiveId }) => objectiveId === objective.id),
  basedOn: Object.fromEntries(set.revisions) as Record<string, Revision>,
  entry: {
    id: logEntryId(guid("2", 1_000_000 + written)),
    at: instant("2026-02-03T10:00:00Z"),
    author: lena,
    action: "publish" as const,
    reason: "",
  },
});

const WRITES: Readonly<Record<Edit["what"], (seen: Seen) => OkrWrite | readonly OkrWrite[]>> = {
  // Whoever makes a record that is there already repeats an attempt of their own: the same one.
  create: ({ objective }) => ({ kind: "createObjective", objective }),
  draft: ({ objective, isThere }) => ({
    kind: "createObjective",
    objective: isThere ? objective : { ...objective, stage: "draft" },
  }),
  keyResult: ({ edit: { n }, objective: { unitKey } }) => ({
    kind: "createKeyResult",
    keyResult: aKeyResult(written, n, { unitKey }),
  }),
  checkIn: ({ keyResult: { id, unitKey } }) => ({
    kind: "addCheckIn",
    checkIn: { ...aCheckIn(written, 1, { unitKey }), keyResultId: id },
  }),
  rename: ({ objective: { id }, basedOn }) => ({
    kind: "changeObjective",
    id,
    changes: { title: `Edit ${written}` },
    basedOn,
  }),
  // Key results go along, as a screen or a sheet sees to.
  move: ({ edit: { unit }, set, objective: { id }, basedOn }) => [
    { kind: "changeObjective", id, changes: { unitKey: unit }, basedOn },
    ...set.keyResults
      .filter(({ objectiveId }) => objectiveId === id)
      .map((one): OkrWrite => ({
        kind: "changeKeyResult",
        id: one.id,
        changes: { unitKey: unit },
        basedOn: set.revisions.get(one.id) ?? revision(""),
      })),
  ],
  // Of another objective, to this one.
  moveKeyResult: ({ set, objective: { id, unitKey }, isThere }) =>
    set.keyResults
      .filter(({ objectiveId }) => isThere && objectiveId !== id)
      .slice(0, 1)
      .map((one): OkrWrite => ({
        kind: "changeKeyResult",
        id: one.id,
        changes: { objectiveId: id, unitKey },
        basedOn: set.revisions.get(one.id) ?? revision(""),
      })),
  remove: ({ objective: { id }, basedOn }) => ({ kind: "removeObjective", id, basedOn }),
  publish: (seen) => ({ kind: "publishObjective", ...moveOf(seen, "active") }),
  unlock: (seen) => ({ kind: "unlockObjective", ...moveOf(seen, "draft") }),
};

const whole: OkrScope = { cycleKeys: [quarter], units };

/** Looks and then writes, as a person does; what somebody else did meanwhile is refused. */
export const carryOut = async (repository: OkrRepository, edit: Edit): Promise<void> => {
  const read = await repository.readOkrs(whole);
  const set = read.ok ? read.value : emptyOkrSet;
  const fresh = anObjective(edit.n, { unitKey: edit.unit });
  const stored = set.objectives.find(({ id }) => id === fresh.id);
  written += 1;
  await repository.write(
    [
      WRITES[edit.what]({
        edit,
        set,
        objective: stored ?? fresh,
        isThere: stored !== undefined,
        basedOn: set.revisions.get(fresh.id) ?? revision(""),
        keyResult:
          set.keyResults.find(({ objectiveId }) => objectiveId === fresh.id) ?? set.keyResults[0] ?? aKeyResult(1, 1),
      }),
    ].flat(),
  );
};

const byId = <T extends { readonly id: string }>(records: readonly T[]): readonly T[] =>
  records.toSorted((a, b) => a.id.localeCompare(b.id));

/** The same for two sets that show the same: nobody sees a check-in whose key result is elsewhere. */
export const inOrder = ({ objectives, keyResults, checkIns, revisions }: OkrSet) => {
  const shown = new Set(keyResults.map(({ id }) => id));
  const readings = checkIns.filter(({ keyResultId }) => shown.has(keyResultId));
  return {
    objectives: byId(objectives),
    keyResults: byId(keyResults),
    checkIns: byId(readings),
    revisions: Object.fromEntries([...objectives, ...keyResults, ...readings].map(({ id }) => [id, revisions.get(id)])),
  };
};
