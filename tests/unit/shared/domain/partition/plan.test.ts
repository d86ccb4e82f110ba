import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { cycleKey, partitionKey, unitKey, type PartitionKey, type UnitKey } from "#shared/domain/okr/ids.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import { findPartitions } from "#shared/domain/partition/partition.ts";
import { expectedRows, planPartitions, ROWS_A_LIST, ROWS_A_UNIT } from "#shared/domain/partition/plan.ts";

const q1 = cycleKey("fy26-q1");

/** Any organisation: each unit below an earlier one, below itself, below nobody known, or at the top. */
const organisations = fc
  .array(fc.record({ parent: fc.integer({ min: -2, max: 40 }), rows: fc.integer({ min: 0, max: 60 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((given) => ({
    units: given.map(({ parent }, at): Unit => ({
      key: unitKey(`u${at}`),
      name: `Unit ${at}`,
      levelKey: "team",
      ...(parent < -1 ? {} : { parentKey: unitKey(`u${parent}`) }),
    })),
    rows: new Map(given.map(({ rows }, at) => [unitKey(`u${at}`), rows])),
  }));

const rowsOf =
  (rows: ReadonlyMap<UnitKey, number>) =>
  (unit: UnitKey): number =>
    rows.get(unit) ?? 0;

describe("planPartitions", () => {
  it("[PA7][PA8] puts every unit into one partition, none above its budget unless a single unit is", () => {
    fc.assert(
      fc.property(organisations, fc.integer({ min: 20, max: 200 }), ({ units, rows }, budget) => {
        const partitions = planPartitions({ cycleKey: q1, units, rowsOf: rowsOf(rows), budget });
        expect(new Set(partitions.map(({ key }) => key)).size).toBe(partitions.length);
        const { of } = findPartitions({ units, partitions });
        const held = new Map<PartitionKey, Unit[]>();
        for (const unit of units) {
          const key = of(q1, unit.key);
          held.set(key, [...(held.get(key) ?? []), unit]);
        }
        const planned = new Set(partitions.map(({ key }) => key));
        for (const [key, members] of held) {
          expect(planned.has(key)).toBe(true);
          const sum = members.reduce((all, { key: unit }) => all + rowsOf(rows)(unit), 0);
          const writing = members.filter(({ key: unit }) => rowsOf(rows)(unit) > 0);
          expect(sum <= budget || writing.length === 1).toBe(true);
        }
        expect([...held.values()].flat()).toHaveLength(units.length);
      }),
    );
  });

  it("[PA9] needs at most twice the partitions that there have to be, and two more", () => {
    fc.assert(
      fc.property(organisations, fc.integer({ min: 60, max: 200 }), ({ units, rows }, budget) => {
        const partitions = planPartitions({ cycleKey: q1, units, rowsOf: rowsOf(rows), budget });
        const sum = [...rows.values()].reduce((all, one) => all + one, 0);
        expect(partitions.length).toBeLessThanOrEqual(2 * Math.ceil(sum / budget) + 2);
      }),
    );
  });

  /** A company of 8 regions, 80 countries and 2,000 teams. */
  const enterprise = (): readonly Unit[] => {
    const unit = (key: string, levelKey: string, parent?: string): Unit => ({
      key: unitKey(key),
      name: key,
      levelKey,
      ...(parent === undefined ? {} : { parentKey: unitKey(parent) }),
    });
    const regions = Array.from({ length: 8 }, (_, at) => unit(`region-${at}`, "region", "company"));
    const countries = Array.from({ length: 80 }, (_, at) => unit(`country-${at}`, "country", `region-${at % 8}`));
    const teams = Array.from({ length: 2000 }, (_, at) => unit(`team-${at}`, "team", `country-${at % 80}`));
    return [unit("company", "company"), ...regions, ...countries, ...teams];
  };

  it("[PA9] keeps a country whole, and a team in two partitions with all that is above it", () => {
    const units = enterprise();
    const partitions = planPartitions({ cycleKey: q1, units, rowsOf: () => ROWS_A_UNIT });
    expect(partitions.length).toBeGreaterThanOrEqual(Math.ceil((units.length * ROWS_A_UNIT) / ROWS_A_LIST));
    expect(partitions.length).toBeLessThan(20);
    const { of, ofScope } = findPartitions({ units, partitions });
    expect(of(q1, unitKey("team-7"))).toBe(of(q1, unitKey("country-7")));
    const path = ["team-7", "country-7", "region-7", "company"].map(unitKey);
    expect([...ofScope([q1], path).keys()]).toHaveLength(2);
  });

  it("[PA9] gives a small organisation one partition for everything", () => {
    const units = enterprise().slice(0, 20);
    expect(planPartitions({ cycleKey: q1, units, rowsOf: () => ROWS_A_UNIT })).toEqual([
      { key: "fy26-q1", cycleKey: q1, roots: [], closed: false },
    ]);
  });

  it("[PA7] takes no key that is taken, and makes one that a title can hold", () => {
    const options = { units: enterprise().slice(0, 3), rowsOf: () => 1 };
    const keyOf = (key: string, taken: readonly string[] = []) =>
      planPartitions({ ...options, cycleKey: cycleKey(key), taken: taken.map(partitionKey) })[0]?.key;
    expect(keyOf("FY 26/Q1 #1")).toBe("FY-26-Q1-1");
    expect(keyOf("四半期")).toBe("cycle");
    expect(keyOf("Home")).toBe("Homex");
    expect(keyOf("q1", ["Q1"])).toBe("q1x");
  });

  it("[PA8] expects somewhat more than there was, and never nothing", () => {
    const rows = expectedRows(new Map([[unitKey("a"), 100]]));
    expect([rows(unitKey("a")), rows(unitKey("new"))]).toEqual([125, ROWS_A_UNIT]);
  });
});
