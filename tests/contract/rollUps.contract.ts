/** What every implementation of RollUps does; the numbers are those of `shared/ports/SPEC.md`. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import { progressOf } from "#shared/domain/okr/progress.ts";
import type { UnitRollUp } from "#shared/domain/okr/unitRollUp.ts";
import { noTally } from "#shared/domain/okr/view.ts";
import type { KeptRollUps, RollUps } from "#shared/ports/rollUps.ts";
import { instant } from "#tests/support/okrs.ts";

export interface OpenRollUps {
  readonly mine: RollUps;
  readonly theirs: RollUps;
  readonly close: () => Promise<void>;
}

const q1 = cycleKey("2026-q1");
const year = cycleKey("2026");
const monday = instant("2026-02-02T08:00:00Z");
const tuesday = instant("2026-02-03T08:00:00Z");

const rollUp = (unit: string, onTrack: number, more: Partial<UnitRollUp> = {}): UnitRollUp => ({
  unitKey: unitKey(unit),
  cycleKey: q1,
  tally: {
    ...noTally,
    objectives: 2,
    keyResults: onTrack + 1,
    measured: onTrack,
    onTrack,
    notStarted: 1,
    objectivesBy: { ...noTally.objectivesBy, onTrack: 1, atRisk: 1 },
  },
  ...more,
});

const kenya = rollUp("ke", 3, { progress: progressOf(0.625), lastCheckInAt: instant("2026-02-01T10:00:00.123Z") });
const germany = rollUp("de", 5);
const wholeYear = rollUp("de", 1, { cycleKey: year });

export const describeRollUps = (name: string, open: () => Promise<OpenRollUps>): void => {
  describe(`${name}: what is promised`, () => {
    let storage: OpenRollUps | undefined;
    const opened = (): OpenRollUps => {
      if (!storage) throw new Error("Used outside a test");
      return storage;
    };
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage?.close());

    const read = async (rollUps: RollUps, ...cycles: readonly (typeof q1)[]): Promise<KeptRollUps> => {
      const kept = await rollUps.read(cycles);
      if (!kept.ok) throw new Error(`Not readable: ${JSON.stringify(kept.error)}`);
      return kept.value;
    };
    const sorted = ({ rollUps }: KeptRollUps): readonly UnitRollUp[] =>
      rollUps.toSorted((a, b) => (a.cycleKey + a.unitKey).localeCompare(b.cycleKey + b.unitKey));

    it("[RL1] gives back what was written, for the cycles asked for", async () => {
      const { mine, theirs } = opened();
      const nothing = await read(mine, q1, year);
      expect([nothing.rollUps, nothing.asOf]).toEqual([[], new Map()]);
      const asOf = new Map([[q1, monday] as const, [year, tuesday] as const]);
      expect(await mine.write([kenya, germany, wholeYear], asOf, nothing)).toMatchObject({ ok: true });
      const quarter = await read(theirs, q1);
      expect([sorted(quarter), quarter.asOf]).toEqual([[germany, kenya], new Map([[q1, monday]])]);
      expect(sorted(await read(theirs, year, q1))).toEqual([germany, kenya, wholeYear]);
    });

    it("[RL2] writes only what changed, and the moment", async () => {
      const { mine } = opened();
      await mine.write([kenya, germany], new Map([[q1, monday]]), await read(mine, q1));
      const better = rollUp("ke", 4);
      const known = await read(mine, q1);
      expect(await mine.write([better, germany], new Map([[q1, tuesday]]), known)).toEqual({ ok: true, value: 2 });
      const after = await read(mine, q1);
      expect([sorted(after), after.asOf]).toEqual([[germany, better], new Map([[q1, tuesday]])]);
    });

    it("[RL5] keeps a unit as it was when another one that lies beside it is written", async () => {
      const { mine, theirs } = opened();
      const asOf = new Map([[q1, monday] as const]);
      const all = Array.from({ length: 200 }, (_, n) => rollUp(`u${n}`, n, { records: [`0000${1000 + n}`] }));
      await mine.write(all, asOf, await read(mine, q1));
      const known = await theirs.read([q1], "records");
      if (!known.ok) throw new Error(known.error.type);
      expect(sorted(known.value)).toEqual(sorted({ ...known.value, rollUps: all }));
      const better = rollUp("u7", 500, { records: ["00001007"] });
      expect(await theirs.write([better], asOf, known.value)).toEqual({ ok: true, value: 2 });
      const now = await mine.read([q1], "records");
      if (!now.ok) throw new Error(now.error.type);
      const wanted = all.map((one) => (one.unitKey === better.unitKey ? better : one));
      expect(sorted(now.value)).toEqual(sorted({ ...now.value, rollUps: wanted }));
    });

    it("[RL4] tells which records were counted to those who ask, and to nobody else", async () => {
      const { mine, theirs } = opened();
      const detailed = rollUp("ke", 3, { records: ["00000000", "1a2b3c4d"] });
      await mine.write([detailed], new Map([[q1, monday]]), await read(mine, q1));
      expect((await read(theirs, q1)).rollUps).toEqual([rollUp("ke", 3)]);
      const known = await theirs.read([q1], "records");
      expect(known).toMatchObject({ ok: true, value: { rollUps: [detailed] } });
      if (!known.ok) return;
      const moved = { ...detailed, records: ["00000000"] };
      expect(await mine.write([moved], new Map([[q1, tuesday]]), known.value)).toEqual({ ok: true, value: 2 });
      expect(await theirs.read([q1], "records")).toMatchObject({ ok: true, value: { rollUps: [moved] } });
    });

    it("[RL3] leaves alone what somebody else wrote meanwhile", async () => {
      const { mine, theirs } = opened();
      const asOf = new Map([[q1, monday]]);
      await mine.write([kenya], asOf, await read(mine, q1));
      const known = await read(mine, q1);
      const newer = rollUp("ke", 9);
      await theirs.write([newer], asOf, await read(theirs, q1));
      expect(await mine.write([rollUp("ke", 4)], asOf, known)).toMatchObject({ ok: true });
      expect((await read(mine, q1)).rollUps).toEqual([newer]);
    });
  });
};
