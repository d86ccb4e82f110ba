import { describe, expect, it } from "@jest/globals";
import { cycleKey, keyResultId, objectiveId, unitKey } from "#shared/domain/okr/ids.ts";
import type { OkrWrite } from "#shared/ports/okrRepository.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit, day, guid, instant, lena } from "#tests/support/okrs.ts";
import {
  addCheckIn,
  byId,
  create,
  createKeyResult,
  createObjective,
  eachTest,
  read,
  types,
  whole,
  type OpenStorage,
} from "./common.ts";

/** Every kind of record, with what text can hold. */
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

export const describeReading = (name: string, open: () => Promise<OpenStorage>): void => {
  describe(`${name}: reading`, () => {
    const people = eachTest(open);
    it("[OR1] gives back every kind of record as it was written", async () => {
      const outcomes = await people.mine.write([
        ...objectives.map((objective): OkrWrite => ({ kind: "createObjective", objective })),
        ...keyResults.map((keyResult): OkrWrite => ({ kind: "createKeyResult", keyResult })),
        ...checkIns.map((checkIn): OkrWrite => ({ kind: "addCheckIn", checkIn })),
      ]);
      expect(new Set(types(outcomes))).toEqual(new Set(["Written"]));
      const set = await read(people.theirs);
      expect(byId(set.objectives)).toEqual(objectives);
      expect(byId(set.keyResults)).toEqual(keyResults);
      expect(byId(set.checkIns)).toEqual(checkIns);
    });

    it("[OR2] reads the wanted units of the wanted cycle", async () => {
      const inKenya = { unitKey: unitKey("ke") };
      const lastYear = { cycleKey: cycleKey("2025") };
      await create(
        people.mine,
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
      const germany = await read(people.theirs, { ...whole, units: [unitKey("de")] });
      expect(germany.objectives).toEqual([anObjective(1)]);
      expect(germany.keyResults).toEqual([aKeyResult(1, 1)]);
      expect(germany.checkIns).toEqual([aCheckIn(1, 1)]);
      const both = await read(people.theirs, { ...whole, units: [unitKey("de"), unitKey("ke"), unitKey("none")] });
      expect(byId(both.objectives).map((objective) => objective.title)).toEqual(["Objective 1", "Objective 2"]);
      const all = await read(people.theirs);
      expect(byId(all.keyResults).map((keyResult) => keyResult.title)).toEqual(["Key result 1", "Key result 2"]);
      expect(all.checkIns).toHaveLength(2);
    });

    it("[OR24] tells how everything stands, with what that takes of the check-ins", async () => {
      const { value: _value, ...unmeasured } = aCheckIn(3, 1, { at: instant("2026-01-14T09:00:00Z"), confidence: 7 });
      const { confidence: _confidence, ...unsure } = aCheckIn(4, 1, { at: instant("2026-01-15T09:00:00Z"), value: 93 });
      const { confidence: _none, value: _nothing, ...remark } = aCheckIn(5, 1, { at: instant("2026-01-16T09:00:00Z") });
      const written = [aCheckIn(1, 1), aCheckIn(2, 2), unmeasured, unsure, remark];
      await create(
        people.mine,
        createObjective(1),
        createKeyResult(1, 1),
        createKeyResult(2, 1),
        ...written.map((checkIn): OkrWrite => ({ kind: "addCheckIn", checkIn })),
      );
      const standing = await people.theirs.readOkrs(whole, "standing");
      if (!standing.ok) throw new Error("Not readable");
      expect(byId(standing.value.keyResults)).toEqual([aKeyResult(1, 1), aKeyResult(2, 1)]);
      expect(standing.value.objectives).toEqual([anObjective(1)]);
      expect(standing.value.checkIns).toEqual(expect.arrayContaining(written.slice(1)));
    });

    it("[OR2] reads many units at once as well as one by one", async () => {
      const keys = Array.from({ length: 45 }, (_, index) => unitKey(`unit-${index}`));
      await create(people.mine, ...keys.map((unitKey, index) => createObjective(index, { unitKey })));
      const set = await read(people.theirs, { ...whole, units: keys.slice(0, 40) });
      expect(set.objectives.map((objective) => objective.unitKey).toSorted()).toEqual(keys.slice(0, 40).toSorted());
      expect(await read(people.theirs, { ...whole, units: [] })).toMatchObject({ objectives: [], keyResults: [] });
    });

    it("[OR3] hands out the revisions that a change has to name", async () => {
      const [ofObjective, ofKeyResult] = await create(people.mine, createObjective(1), createKeyResult(1, 1));
      const { revisions } = await read(people.theirs);
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
          await people.mine.write([
            { kind: "saveUnit", unit: kenya },
            { kind: "saveUnit", unit: africa },
            { kind: "saveCycle", cycle: aCycle() },
          ]),
        ),
      ).toEqual(["Written", "Written", "Written"]);
      const { parentKey: _parentKey, ...orphan } = { ...kenya, name: "Republic of Kenya" };
      expect(
        types(
          await people.theirs.write([
            { kind: "saveUnit", unit: orphan },
            { kind: "saveCycle", cycle: aCycle({ closed: true }) },
          ]),
        ),
      ).toEqual(["Written", "Written"]);
      const frame = await people.mine.readFrame();
      expect(frame).toMatchObject({
        ok: true,
        value: { organisation: "Tinycart", cycles: [aCycle({ closed: true })] },
      });
      const units = frame.ok ? frame.value.units : [];
      expect(units.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual([africa, orphan]);
      expect(frame.ok && frame.value.levels.length).toBeGreaterThan(1);
    });
  });
};
