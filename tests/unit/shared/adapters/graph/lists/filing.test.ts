import { describe, expect, it } from "@jest/globals";
import { createFiling } from "#shared/adapters/graph/lists/filing.ts";
import { unitKey } from "#shared/domain/okr/ids.ts";
import { findPartitions } from "#shared/domain/partition/partition.ts";
import { partitionsOfQ1 } from "#tests/contract/okrRepository/common.ts";
import { aCheckIn, aKeyResult, anInitiative, anObjective } from "#tests/support/okrs.ts";

const filing = createFiling(findPartitions({ units: [], partitions: partitionsOfQ1 }));
const kenya = { unitKey: unitKey("ke") };

describe("filing", () => {
  it("[AG32] names the list by unit, cycle and stage", () => {
    expect(
      [
        filing.objective(anObjective(1)),
        filing.objective(anObjective(2, { ...kenya, stage: "draft" })),
        filing.keyResult(aKeyResult(1, 1), "active"),
        filing.keyResult(aKeyResult(2, 2, kenya), "draft"),
        filing.checkIn(aCheckIn(1, 2, kenya)),
        filing.initiative(anInitiative(1, 2, kenya)),
      ].map(({ title }) => title),
    ).toEqual([
      "Drumbeat 2026-q1 Objectives",
      "Drumbeat 2026-q1-ke Drafts",
      "Drumbeat 2026-q1 Key Results",
      "Drumbeat 2026-q1-ke Drafts",
      "Drumbeat 2026-q1-ke Check-ins",
      "Drumbeat 2026-q1-ke Initiatives",
    ]);
  });

  it("[AG32] says in a draft which kind it is of, and leaves out what is empty", () => {
    const { fields } = filing.keyResult(aKeyResult(2, 2), "draft");
    expect(fields).toMatchObject({ ok: true, value: { DraftKind: "keyResult", OkrId: aKeyResult(2, 2).id } });
    expect(fields.ok && Object.values(fields.value).includes(null)).toBe(false);
  });
});
