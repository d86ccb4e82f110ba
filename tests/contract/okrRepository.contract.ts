/** What every OkrRepository does; the numbers are those of `shared/ports/SPEC.md`. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { cycleKey, keyResultId, objectiveId, revision, unitKey, type Revision } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { ChangeCursor, OkrRepository, OkrScope, OkrWrite, WriteOutcome } from "#shared/ports/okrRepository.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit, day, guid, lena } from "#tests/support/okrs.ts";

export interface OpenStorage {
  /** Two people's repositories over one storage that holds no OKRs yet. */
  readonly mine: OkrRepository;
  readonly theirs: OkrRepository;
  readonly close: () => Promise<void>;
}

const whole: OkrScope = { cycleKey: cycleKey("2026-q1"), units: "all" };

const read = async (repository: OkrRepository, scope: OkrScope = whole): Promise<OkrSet> => {
  const set = await repository.readOkrs(scope);
  if (!set.ok) throw new Error(`Not readable: ${JSON.stringify(set.error)}`);
  return set.value;
};

const byId = <T extends { readonly id: string }>(records: readonly T[]): readonly T[] =>
  records.toSorted((a, b) => a.id.localeCompare(b.id));

const types = (outcomes: readonly WriteOutcome[]): readonly string[] => outcomes.map((outcome) => outcome.type);

const revisionOf = (outcome: WriteOutcome | undefined): Revision => {
  if (outcome?.type !== "Written" || outcome.revision === undefined) throw new Error(`No revision: ${outcome?.type}`);
  return outcome.revision;
};

const createObjective = (n: number, more: Parameters<typeof anObjective>[1] = {}): OkrWrite => ({
  kind: "createObjective",
  objective: anObjective(n, more),
});
const createKeyResult = (n: number, objective: number, more: Parameters<typeof aKeyResult>[2] = {}): OkrWrite => ({
  kind: "createKeyResult",
  keyResult: aKeyResult(n, objective, more),
});
const addCheckIn = (n: number, keyResult: number, more: Parameters<typeof aCheckIn>[2] = {}): OkrWrite => ({
  kind: "addCheckIn",
  checkIn: aCheckIn(n, keyResult, more),
});
const retitle = (n: number, title: string, basedOn: Revision): OkrWrite => ({
  kind: "changeObjective",
  id: objectiveId(guid("0", n)),
  changes: { title },
  basedOn,
});

export const describeOkrRepository = (name: string, open: () => Promise<OpenStorage>): void => {
  let storage: OpenStorage;
  let mine: OkrRepository;
  let theirs: OkrRepository;
  beforeEach(async () => {
    storage = await open();
    ({ mine, theirs } = storage);
  });
  afterEach(() => storage.close());

  const create = async (...writes: readonly OkrWrite[]): Promise<readonly Revision[]> =>
    (await mine.write(writes)).map(revisionOf);

  const cursorNow = async (repository: OkrRepository): Promise<ChangeCursor> => {
    const started = await repository.startCursor();
    if (!started.ok) throw new Error("no cursor");
    return started.value;
  };

  describe(`${name}: reading`, () => {
    it("[OR1] gives back every kind of record as it was written", async () => {
      const objectives = [
        anObjective(1, {
          title: "=SUM(A1) تسليم في الموعد 🚀",
          why: "Zeile 1\nZeile 2 — “quoted”, 'single'\ttab",
          owner: lena,
          ambition: "committed",
          stage: "draft",
          start: day("2026-01-15"),
          end: day("2026-03-15"),
        }),
        anObjective(2, {
          title: "+ @handle 日本語 שלום",
          parents: [
            { kind: "objective", id: objectiveId(guid("0", 1)) },
            { kind: "keyResult", id: keyResultId(guid("1", 1)) },
          ],
        }),
      ];
      const keyResults = [
        aKeyResult(1, 1, { owner: lena, weight: 40, score: 0.7, preScore: { commit: 92, target: 96, stretch: 99.5 } }),
        aKeyResult(2, 1, { measure: { kind: "metric", direction: "stayAbove", unit: "€ m", limit: -1.25 } }),
        aKeyResult(3, 1, { measure: { kind: "metric", direction: "stayBetween", unit: "°C", low: 2, high: 8 } }),
        aKeyResult(4, 1, { measure: { kind: "percentage", target: 100 } }),
        aKeyResult(5, 1, {
          measure: { kind: "milestone", due: day("2026-03-01"), acceptance: "Signed off\nby the board" },
        }),
        aKeyResult(6, 1, { measure: { kind: "baseline", unit: "" } }),
        aKeyResult(7, 1, { measure: { kind: "metric", direction: "down", unit: "days", baseline: 0.1, target: 0 } }),
        aKeyResult(8, 1, { measure: { kind: "metric", direction: "stayBelow", unit: "n", limit: 0 } }),
      ];
      const checkIns = [
        aCheckIn(1, 1, { note: "=1+1 👩‍👩‍👧 עברית" }),
        { ...aCheckIn(2, 1), value: 0, confidence: 0 },
        (({ value: _value, confidence: _confidence, ...rest }) => rest)(aCheckIn(3, 2, { note: "no figures" })),
      ];
      const outcomes = await mine.write([
        ...objectives.map((objective): OkrWrite => ({ kind: "createObjective", objective })),
        ...keyResults.map((keyResult): OkrWrite => ({ kind: "createKeyResult", keyResult })),
        ...checkIns.map((checkIn): OkrWrite => ({ kind: "addCheckIn", checkIn })),
      ]);
      expect(new Set(types(outcomes))).toEqual(new Set(["Written"]));
      const set = await read(theirs);
      expect(byId(set.objectives)).toEqual(objectives);
      expect(byId(set.keyResults)).toEqual(keyResults);
      expect(byId(set.checkIns)).toEqual(checkIns);
    });

    it("[OR2] reads the wanted units of the wanted cycle", async () => {
      const inKenya = { unitKey: unitKey("ke") };
      const lastYear = { cycleKey: cycleKey("2025") };
      await create(
        createObjective(1),
        createObjective(2, inKenya),
        createObjective(3, lastYear),
        createKeyResult(1, 1),
        createKeyResult(2, 2, inKenya),
        createKeyResult(3, 3, lastYear),
        addCheckIn(1, 1),
        addCheckIn(2, 2, inKenya),
        addCheckIn(3, 3, lastYear),
      );
      const germany = await read(theirs, { ...whole, units: [unitKey("de")] });
      expect(germany.objectives).toEqual([anObjective(1)]);
      expect(germany.keyResults).toEqual([aKeyResult(1, 1)]);
      expect(germany.checkIns).toEqual([aCheckIn(1, 1)]);
      const both = await read(theirs, { ...whole, units: [unitKey("de"), unitKey("ke"), unitKey("none")] });
      expect(byId(both.objectives).map((objective) => objective.title)).toEqual(["Objective 1", "Objective 2"]);
      const all = await read(theirs);
      expect(byId(all.keyResults).map((keyResult) => keyResult.title)).toEqual(["Key result 1", "Key result 2"]);
      expect(all.checkIns).toHaveLength(2);
    });

    it("[OR2] reads many units at once as well as one by one", async () => {
      const keys = Array.from({ length: 45 }, (_, index) => unitKey(`unit-${index}`));
      await create(...keys.map((unitKey, index) => createObjective(index, { unitKey })));
      const set = await read(theirs, { ...whole, units: keys.slice(0, 40) });
      expect(set.objectives.map((objective) => objective.unitKey).toSorted()).toEqual(keys.slice(0, 40).toSorted());
      expect(await read(theirs, { ...whole, units: [] })).toMatchObject({ objectives: [], keyResults: [] });
    });

    it("[OR3] hands out the revisions that a change has to name", async () => {
      const [ofObjective, ofKeyResult] = await create(createObjective(1), createKeyResult(1, 1));
      const { revisions } = await read(theirs);
      expect(Object.fromEntries(revisions)).toEqual({
        [anObjective(1).id]: ofObjective,
        [aKeyResult(1, 1).id]: ofKeyResult,
      });
    });

    it("[OR16] keeps cycles and units, new and changed", async () => {
      const kenya = aUnit({ key: unitKey("ke"), name: "Kenya", parentKey: unitKey("africa"), country: "KE" });
      const africa = aUnit({ key: unitKey("africa"), name: "Africa", levelKey: "region", groupId: guid("0", 9) });
      expect(
        types(
          await mine.write([
            { kind: "saveUnit", unit: kenya },
            { kind: "saveUnit", unit: africa },
            { kind: "saveCycle", cycle: aCycle() },
          ]),
        ),
      ).toEqual(["Written", "Written", "Written"]);
      const { parentKey: _parentKey, ...orphan } = { ...kenya, name: "Republic of Kenya" };
      expect(
        types(
          await theirs.write([
            { kind: "saveUnit", unit: orphan },
            { kind: "saveCycle", cycle: aCycle({ closed: true }) },
          ]),
        ),
      ).toEqual(["Written", "Written"]);
      const frame = await mine.readFrame();
      expect(frame).toMatchObject({
        ok: true,
        value: { organisation: "Tinycart", cycles: [aCycle({ closed: true })] },
      });
      const units = frame.ok ? frame.value.units : [];
      expect(units.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual([africa, orphan]);
      expect(frame.ok && frame.value.levels.length).toBeGreaterThan(1);
    });
  });

  describe(`${name}: creating`, () => {
    it("[OR4] takes a create of what exists for done and makes no second one", async () => {
      const writes = [createObjective(1), createKeyResult(1, 1), addCheckIn(1, 1)];
      const first = await mine.write(writes);
      const again = await theirs.write(writes);
      expect(types(again)).toEqual(["Written", "Written", "Written"]);
      expect(revisionOf(again[0])).toBe(revisionOf(first[0]));
      const set = await read(mine);
      expect([set.objectives.length, set.keyResults.length, set.checkIns.length]).toEqual([1, 1, 1]);
    });

    it("[OR9] writes parents before children, whatever their order", async () => {
      const writes: readonly OkrWrite[] = [
        addCheckIn(1, 1),
        createKeyResult(1, 2),
        createObjective(2, { parents: [{ kind: "objective", id: anObjective(1).id }] }),
        createObjective(1),
        { kind: "saveUnit", unit: aUnit() },
        { kind: "saveCycle", cycle: aCycle() },
      ];
      const known: number[] = [];
      expect(types(await mine.write(writes, (index) => known.push(index)))).toEqual(writes.map(() => "Written"));
      const place = (index: number): number => known.indexOf(index);
      expect(place(4)).toBeLessThan(place(3));
      expect(place(5)).toBeLessThan(place(3));
      expect(place(3)).toBeLessThan(place(2));
      expect(place(2)).toBeLessThan(place(1));
      expect(place(1)).toBeLessThan(place(0));
    });

    it("[OR9] writes parents that refer to each other in a circle all the same", async () => {
      const child = createObjective(1, { parents: [{ kind: "objective", id: anObjective(2).id }] });
      const parent = createObjective(2, { parents: [{ kind: "objective", id: anObjective(1).id }] });
      expect(types(await mine.write([child, parent]))).toEqual(["Written", "Written"]);
      expect((await read(mine)).objectives).toHaveLength(2);
    });

    it("[OR10][OR11] refuses only the row with an unfit value, and what depends on it", async () => {
      const outcomes = await mine.write([
        createObjective(1, { title: "x".repeat(256) }),
        createKeyResult(1, 1),
        addCheckIn(1, 1),
        createObjective(2, { title: "x".repeat(255) }),
        createKeyResult(2, 2),
      ]);
      expect(types(outcomes)).toEqual(["Invalid", "Skipped", "Skipped", "Written", "Written"]);
      expect(outcomes[0]).toMatchObject({ type: "Invalid", column: "title" });
      const set = await read(mine);
      expect(set.objectives.map((objective) => objective.title)).toEqual(["x".repeat(255)]);
      expect(set.keyResults).toHaveLength(1);
    });

    it("[OR12] answers in the order given and tells each outcome once", async () => {
      const writes = Array.from({ length: 50 }, (_, index) =>
        createObjective(index, index % 10 === 3 ? { title: "".padStart(300, "y") } : {}),
      );
      const told = new Map<number, WriteOutcome>();
      let calls = 0;
      const outcomes = await mine.write(writes, (index, outcome) => {
        calls += 1;
        told.set(index, outcome);
      });
      expect(types(outcomes)).toEqual(writes.map((_, index) => (index % 10 === 3 ? "Invalid" : "Written")));
      expect(calls).toBe(50);
      expect(writes.map((_, index) => told.get(index))).toEqual(outcomes);
      expect(await mine.write([])).toEqual([]);
    });

    it("[OR13] stops when asked to, and loses and doubles nothing when repeated", async () => {
      const writes = Array.from({ length: 130 }, (_, index) => createObjective(index));
      const stop = new AbortController();
      let seen = 0;
      const first = await mine.write(
        writes,
        () => {
          seen += 1;
          if (seen === 25) stop.abort();
        },
        stop.signal,
      );
      const written = types(first).filter((type) => type === "Written").length;
      expect(written).toBeGreaterThanOrEqual(25);
      expect(written).toBeLessThan(130);
      expect(new Set(types(first))).toEqual(new Set(["Written", "Skipped"]));
      expect((await read(theirs)).objectives).toHaveLength(written);
      expect(new Set(types(await mine.write(writes)))).toEqual(new Set(["Written"]));
      expect(byId((await read(theirs)).objectives)).toEqual(writes.map((_, index) => anObjective(index)));
    });

    it("[OR17] keeps the check-ins of several people at once", async () => {
      await create(createObjective(1), createKeyResult(1, 1));
      await Promise.all([
        mine.write(Array.from({ length: 12 }, (_, index) => addCheckIn(index, 1))),
        theirs.write(Array.from({ length: 12 }, (_, index) => addCheckIn(100 + index, 1))),
      ]);
      expect((await read(mine)).checkIns).toHaveLength(24);
    });
  });

  describe(`${name}: changing`, () => {
    it("[OR5] touches only what is named, and clears what is named with undefined", async () => {
      const [basedOn] = await create(createObjective(1, { owner: lena, why: "Because", start: day("2026-02-01") }));
      const [outcome] = await mine.write([
        {
          kind: "changeObjective",
          id: anObjective(1).id,
          changes: { title: "Renamed", owner: undefined, start: undefined },
          basedOn: revisionOf({ type: "Written", ...(basedOn === undefined ? {} : { revision: basedOn }) }),
        },
      ]);
      const set = await read(theirs);
      expect(set.objectives).toEqual([anObjective(1, { title: "Renamed", why: "Because" })]);
      expect(revisionOf(outcome)).not.toBe(basedOn);
      expect(set.revisions.get(anObjective(1).id)).toBe(revisionOf(outcome));
    });

    it("[OR5] replaces a measure by one of another kind without leaving anything behind", async () => {
      await create(createObjective(1), createKeyResult(1, 1));
      const before = await read(theirs);
      const measure = { kind: "milestone", acceptance: "Open for customers" } as const;
      const [outcome] = await theirs.write([
        {
          kind: "changeKeyResult",
          id: aKeyResult(1, 1).id,
          changes: { measure },
          basedOn: before.revisions.get(aKeyResult(1, 1).id) ?? revision(""),
        },
      ]);
      expect(outcome).toMatchObject({ type: "Written" });
      expect((await read(mine)).keyResults).toEqual([aKeyResult(1, 1, { measure })]);
    });

    it("[OR6] refuses a change based on an old revision and shows what is stored", async () => {
      const [old = revision("")] = await create(createObjective(1));
      const [theirOutcome] = await theirs.write([retitle(1, "Theirs", old)]);
      const [outcome] = await mine.write([retitle(1, "Mine", old)]);
      expect(outcome).toEqual({
        type: "Stale",
        stored: anObjective(1, { title: "Theirs" }),
        revision: revisionOf(theirOutcome),
        modifiedBy: expect.stringMatching(/\S/),
      });
      expect((await read(mine)).objectives).toEqual([anObjective(1, { title: "Theirs" })]);
      const current = outcome?.type === "Stale" ? outcome.revision : old;
      expect(types(await mine.write([retitle(1, "Mine", current)]))).toEqual(["Written"]);
    });

    it("[OR7] takes a repeated change for done", async () => {
      const [old = revision("")] = await create(createObjective(1), createKeyResult(1, 1));
      const [first] = await mine.write([retitle(1, "Once", old)]);
      const [second] = await mine.write([retitle(1, "Once", old)]);
      expect(second).toEqual(first);
    });

    it("[OR6][OR8] removes, and says when there is nothing left to change", async () => {
      const [old = revision(""), ofKeyResult = revision("")] = await create(createObjective(1), createKeyResult(1, 1));
      const [moved] = await theirs.write([retitle(1, "Renamed", old)]);
      const { id } = anObjective(1);
      const removal = (basedOn: Revision): readonly OkrWrite[] => [
        { kind: "removeObjective", id, basedOn },
        { kind: "removeKeyResult", id: aKeyResult(1, 1).id, basedOn: ofKeyResult },
      ];
      expect(types(await mine.write(removal(old)))).toEqual(["Stale", "Written"]);
      expect(types(await mine.write(removal(revisionOf(moved)).slice(0, 1)))).toEqual(["Written"]);
      expect(types(await theirs.write([retitle(1, "Again", revisionOf(moved))]))).toEqual(["Gone"]);
      expect(types(await theirs.write(removal(revisionOf(moved))))).toEqual(["Gone", "Gone"]);
      expect(await read(theirs)).toEqual({ objectives: [], keyResults: [], checkIns: [], revisions: new Map() });
    });
  });

  describe(`${name}: following changes`, () => {
    it("[OR14] tells what others changed, added and removed since a cursor, once", async () => {
      const [first = revision(""), , ofSecond = revision("")] = await create(
        createObjective(1),
        createKeyResult(1, 1),
        createObjective(2),
      );
      await read(theirs);
      const cursor = await cursorNow(theirs);
      const nothing = { objectives: [], keyResults: [], checkIns: [], revisions: new Map(), removed: [] };
      expect(await theirs.readChanges(cursor)).toMatchObject({ ok: true, value: nothing });
      const [moved] = await mine.write([
        retitle(1, "Changed", first),
        addCheckIn(1, 1),
        createKeyResult(2, 1),
        { kind: "removeObjective", id: anObjective(2).id, basedOn: ofSecond },
      ]);
      const changes = await theirs.readChanges(cursor);
      if (!changes.ok) throw new Error("not readable");
      expect(changes.value.objectives).toEqual([anObjective(1, { title: "Changed" })]);
      expect(changes.value.keyResults).toEqual([aKeyResult(2, 1)]);
      expect(changes.value.checkIns).toEqual([aCheckIn(1, 1)]);
      expect(changes.value.removed).toEqual([anObjective(2).id]);
      expect(changes.value.revisions.get(anObjective(1).id)).toBe(revisionOf(moved));
      expect(await theirs.readChanges(changes.value.next)).toMatchObject({ ok: true, value: nothing });
    });

    it("[OR15] asks to read again when it does not know a cursor", async () => {
      expect(await mine.readChanges("not a cursor" as ChangeCursor)).toEqual({
        ok: false,
        error: { type: "ResyncNeeded" },
      });
    });
  });
};
