import { describe, expect, it } from "@jest/globals";
import { findPartitions } from "#shared/domain/partition/partition.ts";
import { createWorld } from "#simulator/world/index.ts";
import { partitionsFor } from "../../../scripts/worldPartitions.ts";
import { recordsOf } from "../../../scripts/worldRecords.ts";

/** SharePoint filters a list by an indexed column only as long as the result is below this; whole lists below it always work. */
const THRESHOLD = 5000;

const planOf = (name: string) => {
  const world = createWorld(name, { today: "2026-11-22" });
  if ("type" in world) throw new Error(`No world ${name}`);
  const records = recordsOf(world, (_kind, key) => key);
  const units = records.units.map(({ record }) => record);
  const partitions = records.cycles.flatMap(({ record }) => partitionsFor(record, units));
  return { records, partitions, finder: findPartitions({ partitions, units }) };
};

describe("the partitions of a world", () => {
  it("are none for a small organisation", () => {
    expect(planOf("retail").partitions).toEqual([]);
  });

  it("keep every list of objectives and key results of a large one below the threshold", () => {
    const { records, partitions, finder } = planOf("enterprise");
    const sizes = new Map<string, number>();
    for (const [kind, rows] of Object.entries({ o: records.objectives, k: records.keyResults })) {
      for (const { record } of rows) {
        const list = `${finder.of(record.cycleKey, record.unitKey)} ${kind}`;
        sizes.set(list, (sizes.get(list) ?? 0) + 1);
      }
    }
    expect(partitions).toHaveLength(1 + 3 * 9);
    expect(sizes.size).toBe(2 * partitions.length);
    expect([...sizes].filter(([list, size]) => size >= THRESHOLD || list.startsWith("home"))).toEqual([]);
  });
});
