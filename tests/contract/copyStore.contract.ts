/** What every CopyStore does; the numbers are those of `shared/ports/SPEC.md`. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import {
  cycleKey,
  partitionKey,
  revisionOfRow,
  rowOf,
  unitKey,
  type PartitionKey,
  type RowRef,
} from "#shared/domain/okr/ids.ts";
import { rowRef } from "#shared/domain/partition/rows.ts";
import type { Result } from "#shared/domain/result.ts";
import type {
  CopiedRow,
  CopyPart,
  CopyStore,
  CopyUnavailable,
  CopyUpdate,
  PartitionState,
} from "#shared/ports/copyStore.ts";
import type { ChangeCursor } from "#shared/ports/okrRepository.ts";
import { aCheckIn, aCycle, aKeyResult, anInitiative, anObjective, aUnit } from "#tests/support/okrs.ts";

export interface OpenCopies {
  /** Two windows of one person over one copy that is still empty. */
  readonly here: CopyStore;
  readonly there: CopyStore;
  readonly close: () => Promise<void>;
}

export const north = partitionKey("north");
export const south = partitionKey("south");
const quarter = cycleKey("2026-q1");
const germany = unitKey("de");
const kenya = unitKey("ke");

export const valueOf = <T>(result: Result<T, CopyUnavailable>): T => {
  if (!result.ok) throw new Error(`Not available: ${result.error.reason}`);
  return result.value;
};

export const objectiveRow = (
  n: number,
  version: number,
  more: Parameters<typeof anObjective>[1] = {},
  partition: PartitionKey = north,
): CopiedRow => ({
  kind: "objective",
  record: anObjective(n, more),
  partition,
  revision: revisionOfRow(rowRef({ partition, shelf: "objectives", item: String(n) }), String(version)),
});

const draftRow = (n: number): CopiedRow => ({
  ...objectiveRow(n, 1, { stage: "draft" }),
  revision: revisionOfRow(rowRef({ partition: north, shelf: "drafts", item: String(n) }), "1"),
});

export const refOf = ({ revision }: CopiedRow): RowRef => rowOf(revision);

const at = (moment: number): PartitionState["asOf"] => ({
  objectives: moment,
  keyResults: moment,
  drafts: moment,
  checkIns: moment,
});

export const state = (key: PartitionKey, more: Partial<PartitionState> = {}): PartitionState => ({
  key,
  cursor: "at 1" as ChangeCursor,
  asOf: at(1),
  covered: new Map([[quarter, new Set([germany])]]),
  settled: false,
  ...more,
});

export const anUpdate = (more: Partial<CopyUpdate> = {}): CopyUpdate => ({
  expected: new Map(),
  partitions: [],
  restarted: [],
  replaced: [],
  put: [],
  putIfKnown: [],
  removed: [],
  ...more,
});

const everything = (partition: PartitionKey): CopyPart => ({ partition, cycleKeys: [quarter], units: "all" });

const byRow = (rows: readonly CopiedRow[]): readonly CopiedRow[] =>
  rows.toSorted((a, b) => a.revision.localeCompare(b.revision));

export const describeCopyStore = (name: string, open: () => Promise<OpenCopies>): void => {
  describe(`${name}: a copy`, () => {
    let copies: OpenCopies;
    beforeEach(async () => {
      copies = await open();
    });
    afterEach(() => copies.close());

    const rowsIn = async (part: CopyPart): Promise<readonly CopiedRow[]> =>
      byRow(valueOf(await copies.here.readRows([part])).rows);
    const done = async (more: Partial<CopyUpdate>): Promise<void> => {
      expect(await copies.here.update(anUpdate(more))).toEqual({ ok: true, value: "done" });
    };

    it("[CS4] keeps a frame, whatever is in it, and forgets it when told to", async () => {
      expect(await copies.here.readFrame()).toEqual({ ok: true, value: undefined });
      const frame = {
        organisation: "Tinycart",
        levels: [],
        units: [aUnit()],
        cycles: [aCycle()],
        partitions: [{ key: north, cycleKey: quarter, roots: [germany], closed: false }],
      };
      await copies.here.writeFrame({ frame, asOf: 7 });
      expect(await copies.there.readFrame()).toEqual({ ok: true, value: { frame, asOf: 7 } });
      await copies.there.writeFrame(undefined);
      expect(await copies.here.readFrame()).toEqual({ ok: true, value: undefined });
    });

    it("[CS4] reads rows by partition, cycle and unit, exactly as they were put", async () => {
      const ofKenya = objectiveRow(2, 1, { unitKey: kenya });
      const elsewhere = objectiveRow(3, 1, {}, south);
      const ofYear = objectiveRow(4, 1, { cycleKey: cycleKey("2026") });
      const keyResult: CopiedRow = {
        kind: "keyResult",
        record: aKeyResult(1, 1, { title: "=SUM(A1) 🎯\nمرحبا" }),
        partition: north,
        revision: revisionOfRow("north/k/1" as RowRef, "1"),
      };
      const checkIn: CopiedRow = {
        kind: "checkIn",
        record: aCheckIn(1, 1),
        partition: north,
        revision: revisionOfRow("north/c/1" as RowRef, "1"),
      };
      const own = objectiveRow(1, 1);
      await done({
        partitions: [state(north), state(south)],
        put: [own, ofKenya, elsewhere, ofYear, keyResult, checkIn],
      });
      expect(await rowsIn({ partition: north, cycleKeys: [quarter], units: [germany] })).toEqual(
        byRow([own, keyResult, checkIn]),
      );
      expect(await rowsIn(everything(north))).toEqual(byRow([own, ofKenya, keyResult, checkIn]));
      expect(await rowsIn({ ...everything(north), cycleKeys: [quarter, cycleKey("2026")] })).toHaveLength(5);
      expect(await rowsIn({ ...everything(south), units: [germany, kenya] })).toEqual([elsewhere]);
      const moment = valueOf(await copies.here.readPartitions([north, partitionKey("west")]));
      expect([...moment.partitions.values()]).toEqual([{ ...state(north), version: 1, restartedAt: 1 }]);
    });

    it("[CS1] does nothing when a partition is not as it was found", async () => {
      await done({ partitions: [state(north)], put: [objectiveRow(1, 1)] });
      await done({ expected: new Map([[north, 1]]), partitions: [state(north, { asOf: at(2) })] });
      const late = anUpdate({ expected: new Map([[north, 1]]), removed: [refOf(objectiveRow(1, 1))] });
      expect(await copies.there.update(late)).toEqual({ ok: true, value: "moved" });
      const absent = anUpdate({ expected: new Map([[north, undefined]]), put: [objectiveRow(2, 1)] });
      expect(await copies.there.update(absent)).toEqual({ ok: true, value: "moved" });
      expect(await rowsIn(everything(north))).toEqual([objectiveRow(1, 1)]);
      expect(valueOf(await copies.here.readPartitions([north])).partitions.get(north)).toMatchObject({ version: 2 });
    });

    it("[CS2] removes what a replaced part no longer holds", async () => {
      const ofKenya = objectiveRow(2, 1, { unitKey: kenya });
      await done({ partitions: [state(north)], put: [objectiveRow(1, 1), ofKenya, objectiveRow(3, 1)] });
      await done({
        replaced: [{ partition: north, cycleKeys: [quarter], units: [germany] }],
        put: [objectiveRow(3, 2), objectiveRow(4, 1)],
      });
      expect(await rowsIn(everything(north))).toEqual(byRow([ofKenya, objectiveRow(3, 2), objectiveRow(4, 1)]));
      const news = valueOf(await copies.here.readSince(new Map([[north, 1]])));
      expect(news.removed).toEqual([refOf(objectiveRow(1, 1))]);
      expect(byRow(news.rows)).toEqual(byRow([objectiveRow(3, 2), objectiveRow(4, 1)]));
    });

    it("[CS2] empties a restarted partition and says so", async () => {
      await done({
        partitions: [state(north), state(south)],
        put: [objectiveRow(1, 1), objectiveRow(2, 1, {}, south)],
      });
      await done({ restarted: [north], partitions: [state(north)], put: [objectiveRow(5, 1)] });
      expect(await rowsIn(everything(north))).toEqual([objectiveRow(5, 1)]);
      expect(await rowsIn(everything(south))).toHaveLength(1);
      const { partitions } = valueOf(await copies.here.readPartitions([north, south]));
      expect([partitions.get(north)?.restartedAt, partitions.get(south)?.restartedAt]).toEqual([2, 1]);
    });

    it("[CS3] puts what is to be put only if known where a row of the record is there", async () => {
      await done({ partitions: [state(north)], put: [objectiveRow(1, 1)] });
      const moved = objectiveRow(1, 2, { unitKey: kenya });
      await done({ putIfKnown: [moved, objectiveRow(2, 1)] });
      expect(await rowsIn(everything(north))).toEqual([moved]);
    });

    it("[CS5] tells what came, changed and went, with every row of those records", async () => {
      await done({
        partitions: [state(north), state(south)],
        put: [objectiveRow(1, 1), objectiveRow(2, 1), draftRow(1)],
      });
      await done({ put: [objectiveRow(3, 1, {}, south)] });
      await done({ removed: [refOf(objectiveRow(1, 1)), refOf(objectiveRow(9, 1))] });
      const news = valueOf(await copies.there.readSince(new Map([[north, 1]])));
      expect(news).toMatchObject({ step: 3, rows: [draftRow(1)], removed: [refOf(objectiveRow(1, 1))] });
      expect(valueOf(await copies.there.readSince(new Map([[south, 1]]))).rows).toHaveLength(1);
      expect(valueOf(await copies.there.readSince(new Map([[north, 3]])))).toMatchObject({ rows: [], removed: [] });
      await done({ put: [objectiveRow(1, 2)] });
      const again = valueOf(await copies.there.readSince(new Map([[north, 1]])));
      expect(again.removed).toEqual([]);
      expect(byRow(again.rows)).toEqual(byRow([draftRow(1), objectiveRow(1, 2)]));
    });

    it("[CS6] tells the other windows, and only them, of updates that touch rows", async () => {
      const told: string[] = [];
      copies.here.onChange(() => told.push("here"));
      const heard = new Promise<void>((resolve) => {
        copies.there.onChange(() => {
          told.push("there");
          resolve();
        });
      });
      await done({ partitions: [state(north)] });
      await done({ put: [objectiveRow(1, 1)] });
      await heard;
      expect(told).toEqual(["there"]);
    });

    it("[CS10] keeps initiatives by unit and cycle, until the copy goes", async () => {
      const kept = (unit: typeof germany, n: number, asOf: number) => ({
        place: { unitKey: unit, cycleKey: quarter },
        set: {
          initiatives: [anInitiative(n, 1, { unitKey: unit })],
          revisions: new Map([
            [anInitiative(n, 1).id, revisionOfRow(rowRef({ partition: north, shelf: "initiatives", item: "1" }), "1")],
          ]),
        },
        asOf,
      });
      const places = [germany, kenya].map((unitKey) => ({ unitKey, cycleKey: quarter }));
      expect(valueOf(await copies.here.readInitiatives(places))).toEqual([]);
      valueOf(await copies.here.writeInitiatives([kept(germany, 1, 1), kept(kenya, 2, 1)]));
      valueOf(await copies.here.writeInitiatives([kept(germany, 3, 2)]));
      expect(valueOf(await copies.there.readInitiatives(places))).toEqual([kept(germany, 3, 2), kept(kenya, 2, 1)]);
      expect(
        valueOf(await copies.there.readInitiatives([{ ...kept(germany, 1, 1).place, cycleKey: cycleKey("x") }])),
      ).toEqual([]);
      await copies.here.clear();
      expect(await copies.here.readInitiatives(places)).toMatchObject({ ok: false, error: { reason: "nobody" } });
    });

    it("[CS7] leaves nothing behind, and no window keeps anything afterwards", async () => {
      await done({ partitions: [state(north)], put: [objectiveRow(1, 1)] });
      await copies.there.readPartitions([north]);
      const before = valueOf(await copies.here.readPartitions([north])).copy;
      await copies.here.clear();
      expect(await copies.here.update(anUpdate())).toMatchObject({ ok: false, error: { reason: "nobody" } });
      await expectFinished(copies.there);
      expect(before).not.toBe("");
    });
  });
};

/** Windows hear of it one after another. */
const expectFinished = async (store: CopyStore): Promise<void> => {
  for (;;) {
    const found = await store.readPartitions([north]);
    if (!found.ok) {
      expect(found.error.reason).toBe("nobody");
      return;
    }
    expect(found.value.partitions.size).toBe(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
};
