import { describe, expect, it, jest } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { runUpkeep, type UpkeepDeps } from "#shared/application/upkeep/runUpkeep.ts";
import { dayOf, instantOf } from "#shared/domain/day.ts";
import { cycleKey, revision, unitKey, type Revision, type UnitKey } from "#shared/domain/okr/ids.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { rollUpKey, rollUpUnits, type UnitRollUp } from "#shared/domain/okr/unitRollUp.ts";
import { err } from "#shared/domain/result.ts";
import { leaseHolder } from "#shared/ports/leases.ts";
import type { OkrRepository, OkrScope, OkrWrite } from "#shared/ports/okrRepository.ts";
import { partitionsOfQ1 } from "#tests/contract/okrRepository/common.ts";
import { createMemoryLeases } from "#tests/support/memoryLeases.ts";
import { createMemoryHome, createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { createMemoryRollUps } from "#tests/support/memoryRollUps.ts";
import { createMemorySnapshots } from "#tests/support/memorySnapshots.ts";
import { createMemoryStreamStarts } from "#tests/support/memoryStreamStarts.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit } from "#tests/support/okrs.ts";

const MINUTE = 60_000;
const q1 = cycleKey("2026-q1");
const units = ["de", "ke", "ke-ops", "co"].map((key) =>
  aUnit({ key: unitKey(key), name: key, ...(key === "ke-ops" ? { parentKey: unitKey("ke") } : {}) }),
);

/** A service at noon, with what upkeep needs of it. */
const service = (partitions = partitionsOfQ1) => {
  let nowMs = Date.UTC(2026, 1, 10, 12);
  const home = createMemoryHome({ units, cycles: [aCycle()], partitions });
  const reads: OkrScope[] = [];
  const memory = createMemoryOkrRepository(home);
  const okrRepository: OkrRepository = {
    ...memory,
    openOkrs: (scope, known) => {
      reads.push(scope);
      return memory.openOkrs(scope, known);
    },
  };
  const snapshots = createMemorySnapshots();
  const deps: UpkeepDeps = {
    okrRepository,
    rollUps: createMemoryRollUps(),
    streamStarts: createMemoryStreamStarts(),
    snapshots,
    leases: createMemoryLeases(() => nowMs),
    holder: leaseHolder("me"),
  };
  return {
    home,
    deps,
    reads,
    snapshots,
    now: () => nowMs,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
};

type Service = ReturnType<typeof service>;

const kept = async ({ deps }: Service): Promise<readonly UnitRollUp[]> => {
  const read = await deps.rollUps.read([q1], "records");
  return read.ok ? read.value.rollUps.filter(({ tally }) => tally.objectives > 0) : [];
};

const counted = async ({ deps, now }: Service): Promise<readonly UnitRollUp[]> => {
  const [frame, set] = await Promise.all([
    deps.okrRepository.readFrame(),
    deps.okrRepository.readOkrs({ cycleKeys: [q1], units: "all" }),
  ]);
  if (!frame.ok || !set.ok) throw new Error("not read");
  return rollUpUnits(set.value, frame.value, dayOf(instantOf(now())));
};

const sorted = (rollUps: readonly UnitRollUp[]): readonly UnitRollUp[] =>
  rollUps.toSorted((a, b) => rollUpKey(a).localeCompare(rollUpKey(b)));

const wantedUnits = (reads: readonly OkrScope[]): readonly UnitKey[] =>
  reads.flatMap(({ units: wanted }) => (wanted === "all" ? [] : wanted)).toSorted();

const fill = (home: MemoryHome) =>
  createMemoryOkrRepository(home, "Farid").write([
    { kind: "createObjective", objective: anObjective(1) },
    { kind: "createKeyResult", keyResult: aKeyResult(1, 1) },
    { kind: "createObjective", objective: anObjective(2, { unitKey: unitKey("ke-ops") }) },
    { kind: "createKeyResult", keyResult: aKeyResult(2, 2, { unitKey: unitKey("ke-ops") }) },
  ]);

interface Edit {
  readonly what: "objective" | "keyResult" | "checkIn" | "remove" | "move" | "wait" | "count";
  readonly n: number;
  readonly unit: string;
}

type Place = Pick<Objective, "unitKey">;
type Writer = (home: MemoryHome, n: number, place: Place, at: number) => readonly OkrWrite[];

const basis = (kept: { readonly revision: Revision } | undefined): Revision => kept?.revision ?? revision("");
const objectiveIn = (home: MemoryHome, n: number) => home.objectives.get(anObjective(n).id);
const keyResultIn = (home: MemoryHome, n: number) => home.keyResults.get(aKeyResult(n, n).id);
const nothing: Writer = () => [];

const writers: Readonly<Record<Edit["what"], Writer>> = {
  // One that was removed is made again where its key results are: nobody moves them apart.
  objective: (home, n, place) => [
    {
      kind: "createObjective",
      objective: anObjective(n, { unitKey: keyResultIn(home, n)?.record.unitKey ?? place.unitKey }),
    },
  ],
  keyResult: (home, n) => {
    const unit = objectiveIn(home, n)?.record.unitKey;
    return unit ? [{ kind: "createKeyResult", keyResult: aKeyResult(n, n, { unitKey: unit }) }] : [];
  },
  checkIn: (home, n, _place, at) => {
    const unit = keyResultIn(home, n)?.record.unitKey;
    return unit ? [{ kind: "addCheckIn", checkIn: aCheckIn(at, n, { unitKey: unit, value: 90 + n }) }] : [];
  },
  remove: (home, n) => [{ kind: "removeObjective", id: anObjective(n).id, basedOn: basis(objectiveIn(home, n)) }],
  // Key results go along, as a screen or a sheet sees to.
  move: (home, n, changes) => [
    { kind: "changeObjective", id: anObjective(n).id, changes, basedOn: basis(objectiveIn(home, n)) },
    { kind: "changeKeyResult", id: aKeyResult(n, n).id, changes, basedOn: basis(keyResultIn(home, n)) },
  ],
  wait: nothing,
  count: nothing,
};

describe("upkeep", () => {
  it("[UK1] happens at most once in a quarter of an hour, and the file once in six hours", async () => {
    const all = service();
    await fill(all.home);
    expect(await runUpkeep(all.deps)).toEqual({ type: "Done" });
    const other = { ...all.deps, holder: leaseHolder("other") };
    expect(await runUpkeep(other)).toEqual({ type: "NotDue" });
    all.pass(16 * MINUTE);
    expect(await runUpkeep(other)).toEqual({ type: "Done" });
    expect(all.snapshots.kept()).toHaveLength(1);
    all.pass(6 * 60 * MINUTE);
    await runUpkeep(all.deps);
    expect(all.snapshots.kept()).toHaveLength(2);
  });

  it("[UK1] gives the lease back when it fails", async () => {
    const all = service();
    const broken: UpkeepDeps = {
      ...all.deps,
      rollUps: { ...all.deps.rollUps, write: () => Promise.resolve(err({ type: "Offline" })) },
    };
    expect(await runUpkeep(broken)).toEqual({ type: "Failed", error: { type: "Offline" } });
    expect(await runUpkeep({ ...all.deps, holder: leaseHolder("other") })).toEqual({ type: "Done" });
  });

  it("[UK1] is taken up by another three minutes after somebody went away in the middle of it", async () => {
    const all = service();
    await fill(all.home);
    const other = { ...all.deps, holder: leaseHolder("other") };
    const read = jest.fn<OkrRepository["openOkrs"]>(() => new Promise(() => undefined));
    void runUpkeep({ ...all.deps, okrRepository: { ...all.deps.okrRepository, openOkrs: read } });
    while (read.mock.calls.length === 0) await Promise.resolve();
    all.pass(2 * MINUTE);
    expect(await runUpkeep(other)).toEqual({ type: "NotDue" });
    all.pass(MINUTE);
    expect(await runUpkeep(other)).toEqual({ type: "Done" });
  });

  it("[UK1] may take longer than a lease, and ends where somebody else took it over", async () => {
    for (const [minutes, others] of [
      [2, "NotDue"],
      [4, "Done"],
    ] as const) {
      const all = service();
      await fill(all.home);
      const meanwhile: string[] = [];
      const openOkrs: OkrRepository["openOkrs"] = async (...asked) => {
        all.pass(minutes * MINUTE);
        if (all.reads.length === 1) {
          meanwhile.push((await runUpkeep({ ...all.deps, holder: leaseHolder("other") })).type);
        }
        return all.deps.okrRepository.openOkrs(...asked);
      };
      const mine = await runUpkeep({ ...all.deps, okrRepository: { ...all.deps.okrRepository, openOkrs } });
      expect([mine.type, ...meanwhile]).toEqual([others === "Done" ? "NotDue" : "Done", others]);
    }
  });

  it("[UK4] reads only units in which something changed, and everything again on the next day", async () => {
    const all = service();
    await fill(all.home);
    await runUpkeep(all.deps);
    expect(wantedUnits(all.reads)).toEqual(["co", "de", "ke", "ke-ops"]);
    all.pass(20 * MINUTE);
    all.reads.length = 0;
    await all.deps.okrRepository.write([
      { kind: "addCheckIn", checkIn: aCheckIn(1, 2, { unitKey: unitKey("ke-ops") }) },
    ]);
    await runUpkeep(all.deps);
    expect(wantedUnits(all.reads)).toEqual(["ke-ops"]);
    all.pass(24 * 60 * MINUTE);
    all.reads.length = 0;
    await runUpkeep(all.deps);
    expect(wantedUnits(all.reads)).toEqual(["co", "de", "ke", "ke-ops"]);
  });

  it("[UK6] keeps where counting stands only after what was counted", async () => {
    const all = service();
    await fill(all.home);
    const order: string[] = [];
    await runUpkeep({
      ...all.deps,
      rollUps: {
        ...all.deps.rollUps,
        write: (...given) => {
          order.push("roll-ups");
          return all.deps.rollUps.write(...given);
        },
      },
      streamStarts: {
        ...all.deps.streamStarts,
        write: (...given) => {
          order.push("place");
          return all.deps.streamStarts.write(...given);
        },
      },
    });
    expect(order).toEqual(["roll-ups", "place"]);
  });

  it("[UK7] keeps no file where the home lists hold everything", async () => {
    const small = service([]);
    await fill(small.home);
    expect(await runUpkeep(small.deps)).toEqual({ type: "Done" });
    expect(sorted(await kept(small))).toEqual(sorted(await counted(small)));
    expect(small.snapshots.kept()).toEqual([]);
    const large = service();
    await fill(large.home);
    await runUpkeep(large.deps);
    expect(large.snapshots.kept()).toMatchObject([{ cycleKeys: [q1], set: { objectives: [{}, {}] } }]);
  });

  it("[UK5] counts what counting everything counts, whatever happens in between", async () => {
    const edits = fc.array(
      fc.record({
        what: fc.constantFrom<Edit["what"]>("objective", "keyResult", "checkIn", "remove", "move", "wait", "count"),
        n: fc.nat({ max: 4 }),
        unit: fc.constantFrom("de", "ke", "ke-ops", "co"),
      }),
      { minLength: 5, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(edits, async (given) => {
        const all = service();
        for (const [at, edit] of [...given, { what: "count", n: 0, unit: "de" } as const].entries()) {
          await all.deps.okrRepository.write(writers[edit.what](all.home, edit.n, { unitKey: unitKey(edit.unit) }, at));
          if (edit.what === "wait") all.pass((edit.n + 1) * 4 * 60 * MINUTE);
          if (edit.what !== "count") continue;
          all.pass(16 * MINUTE);
          await runUpkeep(all.deps);
          const [found, wanted] = [await kept(all), await counted(all)];
          expect(sorted(found)).toEqual(sorted(wanted));
        }
      }),
      { numRuns: 100 },
    );
  });
});
