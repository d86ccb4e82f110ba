import { describe, expect, it } from "@jest/globals";
import { checkStored } from "#shared/domain/check/checkStored.ts";
import { parseInstant } from "#shared/domain/day.ts";
import { personId } from "#shared/domain/okr/ids.ts";
import { createWorld } from "#simulator/world/index.ts";
import type { World } from "#simulator/world/types.ts";
import { recordsOf } from "../../../scripts/worldRecords.ts";

const TODAY = "2026-11-22";

const worldNamed = (name: string): World => {
  const world = createWorld(name, { today: TODAY });
  if ("type" in world) throw new Error(`No world ${name}`);
  return world;
};

const LEVELS = ["company", "region", "country", "function", "team"].map((key) => ({ key, name: key }));

describe.each(["retail", "small"])("the records of the world %s", (name) => {
  const world = worldNamed(name);
  const records = recordsOf(world, (_kind, key) => key);
  const checkIns = [...records.checkIns];
  const only = <T>(written: readonly { readonly record: T }[]): readonly T[] => written.map(({ record }) => record);

  it("have nothing wrong with them but owners that are missing on purpose", () => {
    const set = {
      objectives: only(records.objectives),
      keyResults: only(records.keyResults),
      checkIns: only(checkIns),
      revisions: new Map(),
    };
    const frame = {
      organisation: world.tenant.displayName,
      levels: LEVELS,
      units: only(records.units),
      cycles: only(records.cycles),
      partitions: [],
    };
    const now = parseInstant(`${TODAY}T12:00:00.000Z`);
    if (!now) throw new Error("Not an instant");
    const people = new Set(world.users.map(({ id }) => personId(id)));
    const found = checkStored(set, frame, now, { people }).findings.map(({ problem }) => problem.code);
    expect([...new Set(found)].filter((code) => code !== "ownerMissing")).toEqual([]);
  });

  it("know drafts from what is agreed", () => {
    const stages = new Map(world.okrs.objectives.map(({ key, stage }) => [key, stage ?? "active"]));
    expect(new Map(only(records.objectives).map(({ id, stage }) => [String(id), stage]))).toEqual(stages);
    expect(new Set(stages.values())).toEqual(new Set(["draft", "active"]));
  });

  it("are written by people of the world, check-ins by their authors", () => {
    const people = new Set(world.users.map(({ id }) => id));
    const all = [records.cycles, records.units, records.objectives, records.keyResults, checkIns].flat();
    expect(all.filter(({ by }) => !people.has(by))).toEqual([]);
    expect(checkIns.filter(({ record, by, at }) => record.author.id !== by || record.at !== at)).toEqual([]);
  });
});
