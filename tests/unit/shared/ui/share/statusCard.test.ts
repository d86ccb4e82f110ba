import { describe, expect, it } from "@jest/globals";
import { emptyOkrSet, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import { tally, viewOkrs } from "#shared/domain/okr/view.ts";
import { worstOf } from "#shared/domain/sharing/unitStatus.ts";
import { statusCard } from "#shared/ui/share/statusCard.ts";
import { en } from "#shared/ui/text/en.ts";
import { createFormat } from "#shared/ui/text/format.ts";
import { createManualClock } from "#tests/support/manualClock.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit, day } from "#tests/support/okrs.ts";

const ui = { messages: en, format: createFormat("en-GB"), locale: "en-GB", clock: createManualClock() };
const today = day("2026-02-20");

const textsIn = (node: unknown): readonly string[] => {
  if (typeof node !== "object" || node === null) return [];
  const own = "text" in node && typeof node.text === "string" ? [node.text] : [];
  return [...own, ...Object.values(node).flatMap((part) => textsIn(part))];
};

const cardOf = (set: Partial<OkrSet>): readonly string[] => {
  const frame = { organisation: "Tinycart", levels: [], units: [aUnit()], partitions: [], cycles: [aCycle()] };
  const views = viewOkrs({ ...emptyOkrSet, ...set }, frame, today);
  const facts = { unitName: "Germany", cycleName: "Q1 2026", today, tally: tally(views), link: "https://x.example" };
  return textsIn(statusCard({ ...facts, furthest: worstOf(views, 3) }, ui));
};

describe("the card of a unit's status", () => {
  it("counts every key result, also those that people closed or postponed", () => {
    const texts = cardOf({
      objectives: [anObjective(1), anObjective(2, { stage: "postponed" })],
      keyResults: [aKeyResult(1, 1), aKeyResult(2, 1), aKeyResult(3, 2)],
      checkIns: [aCheckIn(1, 1, { value: 96 })],
    });
    expect(texts.join(" ")).toContain("3 key results");
    const counted = (status: string) => texts[texts.indexOf(status) - 1];
    expect(["On track", "Not started", "Postponed"].map(counted)).toEqual(["1", "1", "1"]);
  });

  it("does not take what nobody has measured for being on track", () => {
    const unmeasured = cardOf({ objectives: [anObjective(1)], keyResults: [aKeyResult(1, 1)] });
    expect(unmeasured).toContain("Not measured yet");
    expect(unmeasured.join(" ")).not.toContain("where it is expected");
    const fine = cardOf({
      objectives: [anObjective(1)],
      keyResults: [aKeyResult(1, 1)],
      checkIns: [aCheckIn(1, 1, { value: 96 })],
    });
    expect(fine).toContain("Every measured key result is where it is expected to be.");
  });

  it("shows marks that people wrote as they wrote them", () => {
    const texts = cardOf({
      objectives: [anObjective(1)],
      keyResults: [aKeyResult(1, 1, { title: "*All* [stores] #1" })],
      checkIns: [aCheckIn(1, 1, { value: 90 })],
    });
    expect(texts).toContain("\\*All\\* \\[stores\\] \\#1");
  });
});
