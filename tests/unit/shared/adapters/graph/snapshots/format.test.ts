import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { readSnapshot, writeSnapshot } from "#shared/adapters/graph/snapshots/format.ts";
import { cycleKey, partitionKey, revisionOfRow, type Revision } from "#shared/domain/okr/ids.ts";
import type { RecordId } from "#shared/domain/okr/okrSet.ts";
import { rowRef, type Shelf } from "#shared/domain/partition/rows.ts";
import type { ChangeCursor } from "#shared/ports/okrRepository.ts";
import { anyCheckIn, anyKeyResult, anyObjective } from "#tests/support/arbitraries.ts";
import { instant } from "#tests/support/okrs.ts";

const unique = <T extends { readonly id: string }>(records: fc.Arbitrary<T>) =>
  fc.uniqueArray(records, { selector: ({ id }) => id, maxLength: 6 });

const snapshots = fc
  .record({
    objectives: unique(anyObjective),
    keyResults: unique(anyKeyResult),
    checkIns: unique(anyCheckIn),
    partitions: fc.constantFrom(["home"], ["q1-1", "q1"]),
  })
  .map(({ objectives, keyResults, checkIns, partitions }) => {
    const revisions = new Map<RecordId, Revision>();
    const place = (id: RecordId, at: number, shelf: Shelf, version: string): void => {
      const partition = partitionKey(partitions[at % partitions.length] ?? "home");
      revisions.set(id, revisionOfRow(rowRef({ partition, shelf, item: String(at) }), version));
    };
    objectives.forEach(({ id }, at) => place(id, at, at % 2 === 0 ? "objectives" : "drafts", `"g${at},1"`));
    keyResults.forEach(({ id }, at) => place(id, at, at % 3 === 0 ? "drafts" : "keyResults", `"k${at},2"`));
    checkIns.forEach(({ id }, at) => place(id, at, "checkIns", ""));
    return {
      asOf: instant("2026-02-02T08:00:00Z"),
      cycleKeys: [cycleKey("2026-q1"), cycleKey("2026")],
      set: { objectives, keyResults, checkIns, revisions },
      cursors: new Map(partitions.map((key) => [partitionKey(key), `at ${key}` as ChangeCursor])),
    };
  });

describe("the file of a snapshot", () => {
  it("[AG35] gives back every record with its row", () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const { objectives, keyResults, checkIns, revisions } = snapshot.set;
        fc.pre(revisions.size === objectives.length + keyResults.length + checkIns.length);
        expect(readSnapshot(writeSnapshot(snapshot))).toEqual(snapshot);
      }),
    );
  });

  it.each(["", "{}", "[1]", '{"format":"drumbeat-snapshot-1"}', '{"format":"other","asOf":"2026-02-02T08:00:00Z"}'])(
    "[AG35] is none where nothing can be read: %s",
    (text) => {
      expect(readSnapshot(text)).toBeUndefined();
    },
  );

  it("[AG35] leaves out rows that make no sense", () => {
    const text = JSON.stringify({
      format: "drumbeat-snapshot-1",
      asOf: "2026-02-02T08:00:00Z",
      cycleKeys: ["q1", 7],
      cursors: [["home", "x"], ["y"], 3],
      partitions: ["home"],
      objectives: { columns: ["Title"], rows: [[0, 0, "1", "v", "No key"], "row", [9, 0, "2", "v"]] },
      checkIns: { keyResults: ["k"], places: ["{}"], people: ["[1]"], rows: [[0, "1", "id", 0, 0, 5, 0, 1, 1, ""]] },
    });
    expect(readSnapshot(text)).toEqual({
      asOf: "2026-02-02T08:00:00.000Z",
      cycleKeys: ["q1"],
      set: { objectives: [], keyResults: [], checkIns: [], revisions: new Map() },
      cursors: new Map([["home", "x"]]),
    });
  });
});
