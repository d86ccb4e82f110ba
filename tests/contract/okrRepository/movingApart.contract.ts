import { describe, expect, it } from "@jest/globals";
import { mergeChanges } from "#shared/application/mergeChanges.ts";
import { logEntryId, type LogEntry } from "#shared/domain/audit/logEntry.ts";
import { cycleKey, revision, unitKey, type Revision } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import { isDraft } from "#shared/domain/partition/rows.ts";
import type { KeyResultChanges, ObjectiveChanges, OkrRepository, OkrWrite } from "#shared/ports/okrRepository.ts";
import { aKeyResult, anObjective, guid, instant, lena } from "#tests/support/okrs.ts";
import {
  byId,
  create,
  createKeyResult,
  createObjective,
  eachTest,
  read,
  retitle,
  types,
  whole,
  type OpenStorage,
} from "./common.ts";

const kenya = { unitKey: unitKey("ke") };

const entry = (action: LogEntry["action"]): LogEntry => ({
  id: logEntryId(guid("2", action === "publish" ? 951 : 952)),
  at: instant("2026-01-05T09:00:00Z"),
  author: lena,
  action,
  reason: "",
  recordId: anObjective(1).id,
});

const move = (set: OkrSet, kind: "publishObjective" | "unlockObjective"): OkrWrite => ({
  kind,
  objective: { ...(set.objectives[0] ?? anObjective(1)), stage: kind === "publishObjective" ? "active" : "draft" },
  keyResults: set.keyResults,
  basedOn: Object.fromEntries(set.revisions),
  entry: entry(kind === "publishObjective" ? "publish" : "unlock"),
});
const publish = (set: OkrSet): OkrWrite => move(set, "publishObjective");
const unlock = (set: OkrSet): OkrWrite => move(set, "unlockObjective");

const baseOf = ({ revisions }: OkrSet, id: Parameters<OkrSet["revisions"]["get"]>[0]): Revision =>
  revisions.get(id) ?? revision("");

const changeKeyResult = (n: number, changes: KeyResultChanges, set: OkrSet): OkrWrite => ({
  kind: "changeKeyResult",
  id: aKeyResult(n, 1).id,
  changes,
  basedOn: baseOf(set, aKeyResult(n, 1).id),
});

const changeObjective = (changes: ObjectiveChanges, set: OkrSet): OkrWrite => ({
  kind: "changeObjective",
  id: anObjective(1).id,
  changes,
  basedOn: baseOf(set, anObjective(1).id),
});

const isWhollyDraft = ({ revisions }: OkrSet): ReadonlySet<boolean> => new Set([...revisions.values()].map(isDraft));

export const describeMovingApart = (name: string, open: () => Promise<OpenStorage>): void => {
  describe(`${name}: publishing what lies in several lists, and beside others`, () => {
    const people = eachTest(open);
    const draftTwo = async (more: Parameters<typeof aKeyResult>[2] = {}): Promise<OkrSet> => {
      const objective = createObjective(1, { stage: "draft" });
      await create(people.mine, objective, createKeyResult(1, 1), createKeyResult(2, 1, more));
      return read(people.mine);
    };
    const removeKeyResult = async (n: number): Promise<void> => {
      const { id } = aKeyResult(n, 1);
      const set = await read(people.mine);
      await people.mine.write([{ kind: "removeKeyResult", id, basedOn: baseOf(set, id) }]);
    };

    it("[OR18][OR20] leaves no row behind of a key result that lies elsewhere than its objective", async () => {
      const drafts = await draftTwo(kenya);
      const opened = await people.theirs.openOkrs(whole);
      if (!opened.ok) throw new Error("not opened");
      let { set, cursors } = opened.value;
      for (const kind of ["publishObjective", "unlockObjective", "publishObjective"] as const) {
        const before = kind === "publishObjective" && set === opened.value.set ? drafts : await read(people.mine);
        expect(types(await people.mine.write([move(before, kind)]))).toEqual(["Written"]);
        const changes = await people.theirs.readChanges(cursors);
        if (!changes.ok) throw new Error("not readable");
        cursors = changes.value.next;
        set = mergeChanges(set, changes.value, whole);
        const now = await read(people.mine);
        expect(isWhollyDraft(now)).toEqual(new Set([kind === "unlockObjective"]));
        expect(byId(now.keyResults)).toEqual([aKeyResult(1, 1), aKeyResult(2, 1, kenya)]);
        expect(set.revisions).toEqual(now.revisions);
      }
      await removeKeyResult(2);
      expect((await read(people.theirs)).keyResults).toEqual([aKeyResult(1, 1)]);
    });

    it("[OR18] moves nothing when a key result was changed meanwhile, and shows it", async () => {
      for (const kind of ["publishObjective", "unlockObjective"] as const) {
        const before = kind === "publishObjective" ? await draftTwo() : await read(people.mine);
        expect(types(await people.theirs.write([changeKeyResult(2, { title: `Theirs: ${kind}` }, before)]))).toEqual([
          "Written",
        ]);
        const [outcome] = await people.mine.write([move(before, kind)]);
        expect(outcome).toMatchObject({ type: "Stale", stored: { title: `Theirs: ${kind}` } });
        const now = await read(people.mine);
        expect(isWhollyDraft(now)).toEqual(new Set([kind === "publishObjective"]));
        expect(types(await people.mine.write([move(now, kind)]))).toEqual(["Written"]);
        const after = await read(people.theirs);
        expect(byId(after.keyResults)).toEqual([aKeyResult(1, 1), aKeyResult(2, 1, { title: `Theirs: ${kind}` })]);
        expect(isWhollyDraft(after)).toEqual(new Set([kind === "unlockObjective"]));
      }
    });

    it("[OR18] undoes nothing that happened since, when it is repeated", async () => {
      const before = await draftTwo();
      await people.mine.write([publish(before)]);
      const published = await read(people.theirs);
      await people.theirs.write([
        retitle(1, "Since", baseOf(published, anObjective(1).id)),
        changeKeyResult(1, { title: "Since" }, published),
        { kind: "removeKeyResult", id: aKeyResult(2, 1).id, basedOn: baseOf(published, aKeyResult(2, 1).id) },
      ]);
      expect(types(await people.mine.write([publish(before)]))).toEqual(["Written"]);
      const since = await read(people.theirs);
      expect(since.objectives).toEqual([anObjective(1, { title: "Since" })]);
      expect(since.keyResults).toEqual([aKeyResult(1, 1, { title: "Since" })]);
      await people.mine.write([unlock(since)]);
      const unlocked = await read(people.theirs);
      await people.theirs.write([
        retitle(1, "Again", baseOf(unlocked, anObjective(1).id)),
        changeKeyResult(1, { title: "Again" }, unlocked),
      ]);
      expect(types(await people.mine.write([unlock(since)]))).toEqual(["Written"]);
      const again = await read(people.theirs);
      expect(again.objectives).toEqual([anObjective(1, { title: "Again", stage: "draft" })]);
      expect(again.keyResults).toEqual([aKeyResult(1, 1, { title: "Again" })]);
    });
  });

  describe(`${name}: changing what has gone to other lists`, () => {
    const people = eachTest(open);
    const fill = async (stage: "active" | "draft"): Promise<OkrSet> => {
      await create(people.mine, createObjective(1, { stage }), createKeyResult(1, 1));
      return read(people.mine);
    };
    const twice = async (repository: OkrRepository, write: OkrWrite): Promise<readonly string[]> =>
      types([...(await repository.write([write])), ...(await repository.write([write]))]);

    it("[OR7][OR20] takes a repeated change for done that took the record to other lists", async () => {
      const before = await fill("active");
      expect(await twice(people.mine, changeObjective({ ...kenya, title: "Moved" }, before))).toEqual([
        "Written",
        "Written",
      ]);
      expect(await twice(people.mine, changeKeyResult(1, kenya, before))).toEqual(["Written", "Written"]);
      const now = await read(people.mine);
      expect(now.objectives).toEqual([anObjective(1, { ...kenya, title: "Moved" })]);
      const back = { cycleKey: cycleKey("2025"), unitKey: unitKey("de") };
      expect(await twice(people.theirs, changeKeyResult(1, back, now))).toEqual(["Written", "Written"]);
      const lastYear = await read(people.theirs, { cycleKeys: [back.cycleKey], units: "all" });
      expect(await twice(people.mine, changeKeyResult(1, { cycleKey: cycleKey("2026-q1") }, lastYear))).toEqual([
        "Written",
        "Written",
      ]);
      expect((await read(people.mine)).keyResults).toHaveLength(1);
    });

    it("[OR6][OR20] shows what became of a record that somebody else took to other lists", async () => {
      const before = await fill("active");
      await people.theirs.write([changeObjective({ ...kenya, title: "Theirs" }, before)]);
      const [outcome] = await people.mine.write([retitle(1, "Mine", baseOf(before, anObjective(1).id))]);
      expect(outcome).toMatchObject({ type: "Stale", stored: { ...kenya, title: "Theirs" } });
      const now = await read(people.mine);
      expect(outcome).toMatchObject({ revision: now.revisions.get(anObjective(1).id) });
    });

    it("[OR6][OR20] shows what became of a record that somebody else took to another cycle", async () => {
      for (const stage of ["active", "draft"] as const) {
        const before = await fill(stage);
        const theirs = { cycleKey: cycleKey("2025"), title: `Theirs: ${stage}` };
        await people.theirs.write([changeObjective(theirs, before)]);
        const [outcome] = await people.mine.write([retitle(1, "Mine", baseOf(before, anObjective(1).id))]);
        expect(outcome).toMatchObject({ type: "Stale", stored: theirs });
        const now = await read(people.mine, { cycleKeys: [theirs.cycleKey], units: "all" });
        const basedOn = baseOf(now, anObjective(1).id);
        expect(outcome).toMatchObject({ revision: basedOn });
        const removals: readonly OkrWrite[] = [
          { kind: "removeObjective", id: anObjective(1).id, basedOn },
          { kind: "removeKeyResult", id: aKeyResult(1, 1).id, basedOn: baseOf(before, aKeyResult(1, 1).id) },
        ];
        expect(types(await people.mine.write(removals))).toEqual(["Written", "Written"]);
      }
    });

    it("[OR7][OR18] takes a change for done that was made before its objective was published", async () => {
      const before = await fill("draft");
      await people.mine.write([changeKeyResult(1, { title: "Once" }, before)]);
      await people.theirs.write([publish(await read(people.theirs))]);
      expect(types(await people.mine.write([changeKeyResult(1, { title: "Once" }, before)]))).toEqual(["Written"]);
    });
  });
};
