import { describe, expect, it } from "@jest/globals";
import { findPartitions } from "#shared/domain/partition/partition.ts";
import { createWorld } from "#simulator/world/index.ts";
import { planWorld } from "../../../scripts/worldPartitions.ts";
import { recordsOf } from "../../../scripts/worldRecords.ts";

/** SharePoint filters a list by an indexed column only as long as the result is below this; whole lists below it always work. */
const THRESHOLD = 5000;

const planOf = (name: string) => {
  const world = createWorld(name, { today: "2026-11-22" });
  if ("type" in world) throw new Error(`No world ${name}`);
  const records = recordsOf(world, (_kind, key) => key);
  const units = records.units.map(({ record }) => record);
  const partitions = [...planWorld(records).values()].flat();
  return { records, partitions, finder: findPartitions({ partitions, units }) };
};

describe("the partitions of a world", () => {
  const { records, partitions, finder } = planOf("enterprise");

  it("are one a cycle for a small organisation", () => {
    const retail = planOf("retail");
    expect(retail.partitions.map(({ cycleKey, roots }) => [cycleKey, roots])).toEqual(
      retail.records.cycles.map(({ record }) => [record.key, []]),
    );
  });

  it("keep every list of objectives and key results of a large one below the threshold", () => {
    const sizes = new Map<string, number>();
    for (const { record } of [...records.objectives, ...records.keyResults]) {
      const list = finder.of(record.cycleKey, record.unitKey);
      sizes.set(list, (sizes.get(list) ?? 0) + 1);
    }
    const planned = new Set<string>(partitions.map(({ key }) => key));
    expect([...sizes.keys()].filter((key) => !planned.has(key))).toEqual([]);
    expect([...sizes].filter(([, size]) => size >= THRESHOLD)).toEqual([]);
  });

  it("are the same in every quarter, so that a quarter that has hardly begun can fill", () => {
    const rootsOf = (cycle: string) =>
      partitions.filter(({ cycleKey }) => cycleKey === cycle).map(({ roots }) => roots);
    expect(rootsOf("2027-Q1")).toEqual(rootsOf("2026-Q4"));
    expect(rootsOf("2026-Q3")).toEqual(rootsOf("2026-Q4"));
    expect(rootsOf("2026")).toEqual([[]]);
    expect(rootsOf("2026-Q4").length).toBeLessThanOrEqual(12);
  });
});
