import { describe, expect, it } from "@jest/globals";
import type { Initiative } from "#shared/domain/okr/initiative.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import { emptyOkrSet, type Frame } from "#shared/domain/okr/okrSet.ts";
import { problemContext } from "#shared/domain/problems/context.ts";
import { initiativeProblems } from "#shared/domain/problems/initiativeProblems.ts";
import {
  aCycle,
  aKeyResult,
  anInitiative,
  anInitiativeOf,
  anObjective,
  aUnit,
  day,
  lena,
} from "#tests/support/okrs.ts";

const frame: Frame = {
  organisation: "Tinycart",
  levels: [],
  units: [aUnit(), aUnit({ key: unitKey("ke") })],
  cycles: [aCycle(), aCycle({ key: cycleKey("2025"), closed: true })],
  partitions: [],
};
const set = {
  ...emptyOkrSet,
  objectives: [anObjective(1), anObjective(2)],
  keyResults: [aKeyResult(1, 1), aKeyResult(2, 2)],
};
const sound = anInitiative(1, 1, { owner: lena, due: day("2026-02-20"), link: "https://tinycart.example/plan" });
const found = (initiative: Initiative) => initiativeProblems(initiative, problemContext(set, frame));
const codes = (more: Partial<Initiative>) => found({ ...sound, ...more }).map(({ code }) => code);

describe("initiativeProblems", () => {
  it("[PB1] finds nothing wrong with a sound initiative of a key result or of an objective", () => {
    expect(found(sound)).toEqual([]);
    expect(found(anInitiativeOf(1, 1, { owner: lena, due: day("2026-03-31") }))).toEqual([]);
  });

  it("[IV6] wants what it serves to be there, and to be in the same unit and cycle", () => {
    expect(codes({ objectiveId: anObjective(9).id })).toEqual(["objectiveMissing"]);
    expect(codes({ keyResultId: aKeyResult(9, 1).id })).toEqual(["keyResultMissing"]);
    expect(found({ ...sound, keyResultId: aKeyResult(2, 2).id })).toEqual([
      {
        code: "keyResultElsewhere",
        field: "keyResultId",
        severity: "error",
        keyResultId: aKeyResult(2, 2).id,
        objectiveId: anObjective(2).id,
      },
    ]);
    expect(codes({ unitKey: unitKey("ke") })).toEqual(["unitDiffers"]);
    expect(codes({ cycleKey: cycleKey("2025") })).toEqual(["cycleClosed", "cycleDiffers"]);
  });

  it("[IV7] asks for a day while there is something to do, and wonders about one outside the period", () => {
    const { due: _due, ...undated } = sound;
    expect(found(undated)).toEqual([{ code: "dueMissing", field: "due", severity: "info" }]);
    expect(found({ ...undated, state: "done" })).toEqual([]);
    expect(found({ ...sound, due: day("2026-04-01") })).toEqual([
      {
        code: "dueOutsidePeriod",
        field: "due",
        severity: "warning",
        due: "2026-04-01",
        from: "2026-01-01",
        to: "2026-03-31",
      },
    ]);
  });

  it("[IV8] refuses links that are no address of the web, and texts that do not fit", () => {
    expect(codes({ link: "javascript:alert(1)" })).toEqual(["linkUnreadable"]);
    expect(codes({ link: `https://tinycart.example/${"a".repeat(2000)}` })).toEqual(["linkTooLong"]);
    expect(codes({ note: "n".repeat(64_000) })).toEqual(["noteTooLong"]);
  });
});
