import { describe, expect, it } from "@jest/globals";
import { partitionKey, revisionOfRow, type Revision } from "#shared/domain/okr/ids.ts";
import {
  countingKeyResults,
  isDraft,
  placeOfRow,
  rowRef,
  SHELVES,
  takesThePlaceOf,
  type Shelf,
} from "#shared/domain/partition/rows.ts";
import type { RecordId } from "#shared/domain/okr/okrSet.ts";
import { aKeyResult, anObjective } from "#tests/support/okrs.ts";

const row = (shelf: Shelf, item = "7") => rowRef({ partition: partitionKey("q1-emea"), shelf, item });
const at = (shelf: Shelf, item?: string): Revision => revisionOfRow(row(shelf, item), '"x,1"');

describe("rows", () => {
  it("[PA5] say where they lie", () => {
    for (const shelf of SHELVES) expect(placeOfRow(row(shelf))).toEqual({ partition: "q1-emea", shelf, item: "7" });
    expect(SHELVES.filter((shelf) => isDraft(at(shelf)))).toEqual(["drafts"]);
    expect(placeOfRow(revisionOfRow(row("drafts"), "1") && ("Drumbeat Settings/1" as never))).toBeUndefined();
  });

  it("[PA5] a published row takes the place of a draft, and never the other way round", () => {
    expect(takesThePlaceOf(at("objectives"), at("drafts"))).toBe(true);
    expect(takesThePlaceOf(at("drafts"), at("objectives"))).toBe(false);
    expect(takesThePlaceOf(at("drafts"), at("drafts", "8"))).toBe(true);
    expect(takesThePlaceOf(at("objectives"), at("objectives", "8"))).toBe(true);
    expect(takesThePlaceOf(at("drafts"), undefined)).toBe(true);
  });

  it("[PA6] leave out a draft beside what is published", () => {
    const [published, drafted] = [anObjective(1), anObjective(2, { stage: "draft" })];
    const keyResults = [aKeyResult(1, 1), aKeyResult(2, 1), aKeyResult(3, 2), aKeyResult(4, 3)];
    const revisions = new Map<RecordId, Revision>([
      [published.id, at("objectives", "1")],
      [drafted.id, at("drafts", "2")],
      ...keyResults.map(({ id }, index) => [id, at(index === 0 ? "keyResults" : "drafts", id)] as const),
    ]);
    const set = { objectives: [published, drafted], keyResults, checkIns: [], revisions };
    expect(countingKeyResults(set)).toEqual([aKeyResult(1, 1), aKeyResult(3, 2), aKeyResult(4, 3)]);
  });
});
