import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { cycleKey, partitionKey, unitKey, type UnitKey } from "#shared/domain/okr/ids.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import { findPartitions, HOME_PARTITION, keepingPlace, type Partition } from "#shared/domain/partition/partition.ts";

const unit = (key: string, parent?: string): Unit => ({
  key: unitKey(key),
  name: key,
  levelKey: "team",
  ...(parent === undefined ? {} : { parentKey: unitKey(parent) }),
});
const units = [unit("co"), unit("emea", "co"), unit("ke", "emea"), unit("ke-ops", "ke"), unit("apac", "co")];
const q1 = cycleKey("q1");
const q2 = cycleKey("q2");
const partition = (key: string, roots: readonly string[], cycle = q1): Partition => ({
  key: partitionKey(key),
  cycleKey: cycle,
  roots: roots.map(unitKey),
  closed: false,
});

describe("partitions", () => {
  it("[PA1] a unit lies where its nearest ancestor is a root", () => {
    const { of } = findPartitions({ units, partitions: [partition("a", ["emea"]), partition("b", ["ke"])] });
    expect(of(q1, unitKey("emea"))).toBe("a");
    expect(of(q1, unitKey("ke-ops"))).toBe("b");
  });

  it("[PA2] what no root covers lies in the cycle's own partition, else in the home lists", () => {
    const rooted = partition("a", ["emea"]);
    expect(findPartitions({ units, partitions: [rooted] }).of(q1, unitKey("apac"))).toBe(HOME_PARTITION);
    const { of } = findPartitions({ units, partitions: [rooted, partition("rest", [])] });
    expect(of(q1, unitKey("apac"))).toBe("rest");
    expect(of(q2, unitKey("apac"))).toBe(HOME_PARTITION);
  });

  it("[PA3] a scope is cut into its partitions, each with its cycles and units", () => {
    const partitions = [partition("a", ["emea"]), partition("b", [], q2)];
    const { ofScope } = findPartitions({ units, partitions });
    expect([...ofScope([q1, q2], ["ke", "apac"].map(unitKey))]).toEqual([
      ["a", { cycleKeys: [q1], units: ["ke"] }],
      [HOME_PARTITION, { cycleKeys: [q1], units: ["apac"] }],
      ["b", { cycleKeys: [q2], units: ["ke", "apac"] }],
    ]);
    expect([...ofScope([q1, q2], "all")]).toEqual([
      ["a", { cycleKeys: [q1], units: "all" }],
      [HOME_PARTITION, { cycleKeys: [q1], units: "all" }],
      ["b", { cycleKeys: [q2], units: "all" }],
    ]);
  });

  it("[PA3] everything is the same as every unit named", () => {
    const keys = units.map(({ key }) => key);
    fc.assert(
      fc.property(fc.array(fc.subarray(keys), { maxLength: 4 }), (roots) => {
        const partitions = roots.map((some, index) => partition(`p${index}`, some));
        const { of, ofScope } = findPartitions({ units, partitions });
        const named = new Set(keys.map((key: UnitKey) => of(q1, key)));
        const all = new Set(ofScope([q1], "all").keys());
        expect([...named].filter((key) => !all.has(key))).toEqual([]);
      }),
    );
  });

  it("[PA4] units that form a loop end", () => {
    const loop = [unit("a", "b"), unit("b", "a")];
    expect(findPartitions({ units: loop, partitions: [partition("p", ["c"])] }).of(q1, unitKey("a"))).toBe(
      HOME_PARTITION,
    );
  });

  it("[PA10] a unit that is put below another one stays where its OKRs lie", () => {
    const partitions = [partition("a", ["emea"]), partition("b", ["apac"]), partition("rest", [])];
    const moved = unit("ke", "apac");
    const kept = keepingPlace({ units, partitions }, moved);
    expect(kept).toEqual([partition("a", ["emea", "ke"])]);
    const after = units.map((one) => (one.key === moved.key ? moved : one));
    const { of } = findPartitions({ units: after, partitions: [...kept, ...partitions.slice(1)] });
    expect([of(q1, unitKey("ke")), of(q1, unitKey("ke-ops")), of(q1, unitKey("apac"))]).toEqual(["a", "a", "b"]);
    expect(keepingPlace({ units, partitions }, unit("ke", "emea"))).toEqual([]);
    expect(keepingPlace({ units, partitions }, unit("new", "apac"))).toEqual([]);
  });

  it("[PA10] a unit that leaves the partition for every unit stays there all the same", () => {
    const partitions = [partition("a", ["emea"]), partition("rest", [])];
    const moved = unit("apac", "emea");
    const kept = keepingPlace({ units, partitions }, moved);
    expect(kept).toEqual([{ ...partition("rest", []), also: ["apac"] }]);
    const after = [...units.filter(({ key }) => key !== moved.key), moved, unit("jp", "apac")];
    const { of } = findPartitions({ units: after, partitions: [...partitions.slice(0, 1), ...kept] });
    expect([of(q1, unitKey("apac")), of(q1, unitKey("jp")), of(q1, unitKey("ke"))]).toEqual(["rest", "rest", "a"]);
  });
});
