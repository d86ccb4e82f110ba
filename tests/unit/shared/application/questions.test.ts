import { describe, expect, it } from "@jest/globals";
import { createAsking, figuresQuestion, shownQuestion } from "#shared/application/questions.ts";
import {
  cycleKey,
  partitionKey,
  revisionOfRow,
  unitKey,
  type PartitionKey,
  type Revision,
} from "#shared/domain/okr/ids.ts";
import { emptyOkrSet, type OkrSet, type RecordId } from "#shared/domain/okr/okrSet.ts";
import { rowRef, type Shelf } from "#shared/domain/partition/rows.ts";
import { aKeyResult, anObjective } from "#tests/support/okrs.ts";

const [own, above] = [partitionKey("q1-de"), partitionKey("q1")];
const looked = { cycleKeys: [cycleKey("2026-q1")], units: [unitKey("de")] };

const at = (partition: PartitionKey, shelf: Shelf, item: string) =>
  revisionOfRow(rowRef({ partition, shelf, item }), "1");

/** An objective with a key result here, and one above. */
const set: OkrSet = {
  ...emptyOkrSet,
  objectives: [anObjective(1), anObjective(2, { unitKey: unitKey("co") })],
  keyResults: [aKeyResult(1, 1), aKeyResult(2, 2, { unitKey: unitKey("co") })],
  revisions: new Map<RecordId, Revision>([
    [anObjective(1).id, at(own, "objectives", "1")],
    [anObjective(2).id, at(above, "objectives", "2")],
    [aKeyResult(1, 1).id, at(own, "keyResults", "1")],
    [aKeyResult(2, 2).id, at(above, "keyResults", "2")],
  ]),
};

const withDraft: OkrSet = {
  ...set,
  objectives: [...set.objectives, anObjective(3, { stage: "draft" })],
  revisions: new Map([...set.revisions, [anObjective(3).id, at(own, "drafts", "3")]]),
};

const figures = new Map([[own, ["checkIns"]]]);
const shown = new Map([[own, ["objectives", "keyResults", "checkIns"]]]);

describe("what is asked", () => {
  it("[LV11] are the lists of what shows, with drafts where one shows", () => {
    expect(figuresQuestion(set, looked)).toEqual(figures);
    expect(shownQuestion(set, looked)).toEqual(shown);
    expect(shownQuestion(withDraft, looked)).toEqual(
      new Map([[own, ["objectives", "keyResults", "drafts", "checkIns"]]]),
    );
    expect(shownQuestion({ ...set, keyResults: [] }, looked)).toEqual(new Map([[own, ["objectives", "keyResults"]]]));
    expect(shownQuestion(set, { ...looked, cycleKeys: [] }).size).toBe(0);
  });
});

/** The questions of some minutes of looking, one each quarter of a minute, as words. */
const visit = (minutes: number, crowded: boolean, of = set): readonly string[] => {
  let nowMs = 1_000_000;
  const asking = createAsking(() => nowMs);
  return Array.from({ length: minutes * 4 + 1 }, () => {
    const question = asking.next(of, looked, crowded);
    asking.answered(false);
    nowMs += 15_000;
    return question === undefined ? "all" : question.get(own)?.length === 1 ? "figures" : "shown";
  });
};

const times = (what: string, visited: readonly string[]): readonly number[] =>
  visited.flatMap((one, index) => (one === what ? [index * 15] : []));

describe("when it is asked", () => {
  it("[LV11] is what shows each time, and the rest soon after the opening and every two minutes", () => {
    const visited = visit(5, false);
    expect(times("all", visited)).toEqual([15, 135, 255]);
    expect(times("figures", visited)).toEqual([]);
  });

  it("[LV12] is the figures among many, with OKRs every two minutes and the rest every ten", () => {
    const visited = visit(20, true);
    expect(times("shown", visited).slice(0, 4)).toEqual([0, 120, 240, 360]);
    expect(times("all", visited)).toEqual([495, 1095]);
    expect(times("figures", visited).length).toBeGreaterThan(visited.length * 0.8);
  });

  it("[LV11] is everything on an empty board, when rows left a list, and when somebody asks for it", () => {
    expect(new Set(visit(1, false, emptyOkrSet))).toEqual(new Set(["all"]));
    const asking = createAsking(() => 1_000_000);
    expect(asking.next(set, looked, true)).toEqual(shown);
    asking.answered(true);
    expect(asking.next(set, looked, true)).toBeUndefined();
    asking.answered(true);
    expect(asking.next(set, looked, true)).toEqual(figures);
    asking.hurry();
    expect(asking.next(set, looked, true)).toBeUndefined();
  });

  it("[LV11] is asked again when no answer came, and nothing anew that was just read", () => {
    const asking = createAsking(() => 1_000_000);
    expect([asking.next(set, looked, true), asking.next(set, looked, true)]).toEqual([shown, shown]);
    asking.opened();
    expect(asking.next(set, looked, true)).toEqual(figures);
  });
});
