import { describe, expect, it } from "@jest/globals";
import { logEntryId, type LogEntry } from "#shared/domain/audit/logEntry.ts";
import { revision, type Revision } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import { isDraft } from "#shared/domain/partition/rows.ts";
import type { OkrWrite } from "#shared/ports/okrRepository.ts";
import { mergeChanges } from "#shared/application/mergeChanges.ts";
import { aKeyResult, anObjective, guid, instant, lena } from "#tests/support/okrs.ts";
import {
  byId,
  create,
  createKeyResult,
  createObjective,
  eachTest,
  read,
  retitle,
  revisionOf,
  types,
  whole,
  type OpenStorage,
} from "./common.ts";

const entry = (n: number, action: LogEntry["action"]): LogEntry => ({
  id: logEntryId(guid("2", 900 + n)),
  at: instant("2026-01-05T09:00:00Z"),
  author: lena,
  action,
  reason: "Agreed in the quarterly meeting",
  recordId: anObjective(n).id,
});

const basesOf = ({ revisions }: OkrSet): Record<string, Revision> => Object.fromEntries(revisions);

const publish = (set: OkrSet, more: Partial<(typeof set.objectives)[number]> = {}): OkrWrite => ({
  kind: "publishObjective",
  objective: { ...(set.objectives[0] ?? anObjective(1)), stage: "active", ...more },
  keyResults: set.keyResults,
  basedOn: basesOf(set),
  entry: entry(1, "publish"),
});

const unlock = (set: OkrSet): OkrWrite => ({
  kind: "unlockObjective",
  objective: { ...(set.objectives[0] ?? anObjective(1)), stage: "draft" },
  keyResults: set.keyResults,
  basedOn: basesOf(set),
  entry: entry(1, "unlock"),
});

const drafted = createObjective(1, { stage: "draft" });

const firstRevision = (set: OkrSet): Revision => set.revisions.get(anObjective(1).id) ?? revision("");

export const describeMoving = (name: string, open: () => Promise<OpenStorage>): void => {
  describe(`${name}: publishing and unlocking`, () => {
    const people = eachTest(open);
    const draftTwo = async (): Promise<OkrSet> => {
      await create(people.mine, drafted, createKeyResult(1, 1), createKeyResult(2, 1));
      return read(people.mine);
    };

    it("[OR18] reads drafts with everything else, and keeps them where everybody may write", async () => {
      await create(people.mine, drafted, createKeyResult(1, 1), createObjective(2), createKeyResult(2, 2));
      const set = await read(people.theirs);
      expect(byId(set.objectives)).toEqual([anObjective(1, { stage: "draft" }), anObjective(2)]);
      expect(byId(set.keyResults)).toEqual([aKeyResult(1, 1), aKeyResult(2, 2)]);
      const draftIds = [...set.revisions].filter(([, of]) => isDraft(of)).map(([id]) => id);
      expect(draftIds.toSorted()).toEqual([anObjective(1).id, aKeyResult(1, 1).id].toSorted());
    });

    it("[OR18] publishes an objective with its key results, and unlocks it again", async () => {
      const before = await draftTwo();
      const [published] = await people.mine.write([publish(before, { title: "Agreed" })]);
      const set = await read(people.theirs);
      expect(set.objectives).toEqual([anObjective(1, { title: "Agreed" })]);
      expect(byId(set.keyResults)).toEqual([aKeyResult(1, 1), aKeyResult(2, 1)]);
      expect([...set.revisions.values()].some(isDraft)).toBe(false);
      expect(revisionOf(published)).toBe(firstRevision(set));
      const [unlocked] = await people.theirs.write([unlock(set)]);
      const after = await read(people.mine);
      expect(after.objectives).toEqual([anObjective(1, { title: "Agreed", stage: "draft" })]);
      expect(byId(after.keyResults)).toEqual([aKeyResult(1, 1), aKeyResult(2, 1)]);
      expect([...after.revisions.values()].every(isDraft)).toBe(true);
      expect(revisionOf(unlocked)).toBe(firstRevision(after));
    });

    it("[OR18] takes a repeated move for done", async () => {
      const before = await draftTwo();
      const [first] = await people.mine.write([publish(before)]);
      const [again] = await people.theirs.write([publish(before)]);
      expect(again).toEqual(first);
      const set = await read(people.mine);
      expect([set.objectives.length, set.keyResults.length]).toEqual([1, 2]);
      expect(types(await people.mine.write([unlock(set)]))).toEqual(["Written"]);
      expect(types(await people.mine.write([unlock(set)]))).toEqual(["Written"]);
      expect((await read(people.mine)).objectives).toEqual([anObjective(1, { stage: "draft" })]);
    });

    it("[OR18] passes over nobody who changed the draft meanwhile", async () => {
      const before = await draftTwo();
      const [theirs] = await people.theirs.write([retitle(1, "Theirs", firstRevision(before))]);
      const [outcome] = await people.mine.write([publish(before)]);
      expect(outcome).toMatchObject({
        type: "Stale",
        stored: { title: "Theirs", stage: "draft" },
        revision: revisionOf(theirs),
      });
      expect((await read(people.mine)).objectives).toEqual([anObjective(1, { stage: "draft", title: "Theirs" })]);
      const now = await read(people.mine);
      expect(types(await people.mine.write([publish(now)]))).toEqual(["Written"]);
      expect((await read(people.mine)).objectives).toEqual([anObjective(1, { title: "Theirs" })]);
    });

    it("[OR18] does not fetch back a key result that went to another objective meanwhile", async () => {
      await people.mine.write([publish(await draftTwo())]);
      const seen = await read(people.mine);
      await create(people.theirs, createObjective(2, { stage: "draft" }));
      const moved = aKeyResult(1, 1);
      const [left] = await people.theirs.write([
        {
          kind: "changeKeyResult",
          id: moved.id,
          changes: { objectiveId: anObjective(2).id },
          basedOn: seen.revisions.get(moved.id) ?? revision(""),
        },
      ]);
      expect(left?.type).toBe("Written");
      expect(types(await people.mine.write([publish(seen)]))).toEqual(["Written"]);
      const now = await read(people.theirs);
      expect(byId(now.keyResults).map(({ objectiveId }) => objectiveId)).toEqual([
        anObjective(2).id,
        anObjective(1).id,
      ]);
    });

    it("[OR18] shows what became of the record to somebody who still has the draft", async () => {
      const before = await draftTwo();
      const [published] = await people.mine.write([publish(before)]);
      const [outcome] = await people.theirs.write([retitle(1, "Late", firstRevision(before))]);
      expect(outcome).toMatchObject({ type: "Stale", stored: anObjective(1), revision: revisionOf(published) });
      expect((await read(people.mine)).objectives).toEqual([anObjective(1)]);
    });

    it("[OR18] takes along a key result that was drafted meanwhile", async () => {
      const before = await draftTwo();
      await create(people.theirs, createKeyResult(3, 1));
      expect(types(await people.mine.write([publish(before)]))).toEqual(["Written"]);
      const set = await read(people.mine);
      expect(byId(set.keyResults)).toEqual([aKeyResult(1, 1), aKeyResult(2, 1), aKeyResult(3, 1)]);
      expect([...set.revisions.values()].some(isDraft)).toBe(false);
    });

    it("[OR18] writes a key result beside its published objective, also for somebody who saw a draft", async () => {
      const before = await draftTwo();
      const seen = await read(people.theirs);
      expect(seen.objectives).toHaveLength(1);
      await people.mine.write([publish(before)]);
      expect(types(await people.theirs.write([createKeyResult(3, 1)]))).toEqual(["Written"]);
      const set = await read(people.mine);
      expect([...set.revisions.values()].some(isDraft)).toBe(false);
      expect(set.keyResults).toHaveLength(3);
    });

    it("[OR14][OR18] is followed by others without anything missing or doubled", async () => {
      const before = await draftTwo();
      const opened = await people.theirs.openOkrs(whole);
      if (!opened.ok) throw new Error("not opened");
      let { set, cursors } = opened.value;
      const follow = async (): Promise<OkrSet> => {
        const changes = await people.theirs.readChanges(cursors);
        if (!changes.ok) throw new Error("not readable");
        cursors = changes.value.next;
        set = mergeChanges(set, changes.value, whole);
        return set;
      };
      await people.mine.write([publish(before)]);
      const published = await follow();
      const now = await read(people.mine);
      expect([byId(published.objectives), byId(published.keyResults)]).toEqual([now.objectives, byId(now.keyResults)]);
      expect(published.revisions).toEqual(now.revisions);
      await people.mine.write([unlock(now)]);
      const unlocked = await follow();
      const again = await read(people.mine);
      expect([unlocked.objectives, byId(unlocked.keyResults)]).toEqual([again.objectives, byId(again.keyResults)]);
      expect(unlocked.revisions).toEqual(again.revisions);
    });

    it("[OR19] refuses a stage that does not belong to the write", async () => {
      const before = await draftTwo();
      const writes: readonly OkrWrite[] = [
        { ...publish(before, { stage: "draft" }) },
        {
          kind: "changeObjective",
          id: anObjective(1).id,
          changes: { stage: "active" },
          basedOn: firstRevision(before),
        },
      ];
      for (const write of writes) {
        expect(await people.mine.write([write])).toMatchObject([{ type: "Invalid", column: "stage" }]);
      }
      await people.mine.write([publish(before)]);
      const set = await read(people.mine);
      const close = { kind: "changeObjective", id: anObjective(1).id, basedOn: firstRevision(set) } as const;
      expect(await people.mine.write([{ ...close, changes: { stage: "draft" } }])).toMatchObject([{ type: "Invalid" }]);
      expect(types(await people.mine.write([{ ...close, changes: { stage: "closed" } }]))).toEqual(["Written"]);
      expect((await read(people.mine)).objectives).toEqual([anObjective(1, { stage: "closed" })]);
    });
  });
};
