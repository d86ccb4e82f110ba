import { describe, expect, it } from "@jest/globals";
import { revision, type Revision } from "#shared/domain/okr/ids.ts";
import type { OkrWrite } from "#shared/ports/okrRepository.ts";
import { aKeyResult, anObjective, day, lena } from "#tests/support/okrs.ts";
import {
  create,
  createKeyResult,
  createObjective,
  eachTest,
  read,
  retitle,
  revisionOf,
  types,
  type OpenStorage,
} from "./common.ts";

export const describeChanging = (name: string, open: () => Promise<OpenStorage>): void => {
  describe(`${name}: changing`, () => {
    const people = eachTest(open);
    it("[OR5] touches only what is named, and clears what is named with undefined", async () => {
      const [basedOn] = await create(
        people.mine,
        createObjective(1, { owner: lena, why: "Because", start: day("2026-02-01") }),
      );
      const [outcome] = await people.mine.write([
        {
          kind: "changeObjective",
          id: anObjective(1).id,
          changes: { title: "Renamed", owner: undefined, start: undefined },
          basedOn: revisionOf({ type: "Written", ...(basedOn === undefined ? {} : { revision: basedOn }) }),
        },
      ]);
      const set = await read(people.theirs);
      expect(set.objectives).toEqual([anObjective(1, { title: "Renamed", why: "Because" })]);
      expect(revisionOf(outcome)).not.toBe(basedOn);
      expect(set.revisions.get(anObjective(1).id)).toBe(revisionOf(outcome));
    });

    it("[OR5] replaces a measure by one of another kind without leaving anything behind", async () => {
      await create(people.mine, createObjective(1), createKeyResult(1, 1));
      const before = await read(people.theirs);
      const measure = { kind: "milestone", acceptance: "Open for customers" } as const;
      const [outcome] = await people.theirs.write([
        {
          kind: "changeKeyResult",
          id: aKeyResult(1, 1).id,
          changes: { measure },
          basedOn: before.revisions.get(aKeyResult(1, 1).id) ?? revision(""),
        },
      ]);
      expect(outcome).toMatchObject({ type: "Written" });
      expect((await read(people.mine)).keyResults).toEqual([aKeyResult(1, 1, { measure })]);
    });

    it("[OR6] refuses a change based on an old revision and shows what is stored", async () => {
      const [old = revision("")] = await create(people.mine, createObjective(1));
      const [theirOutcome] = await people.theirs.write([retitle(1, "Theirs", old)]);
      const [outcome] = await people.mine.write([retitle(1, "Mine", old)]);
      expect(outcome).toEqual({
        type: "Stale",
        stored: anObjective(1, { title: "Theirs" }),
        revision: revisionOf(theirOutcome),
        modifiedBy: expect.stringMatching(/\S/),
      });
      expect((await read(people.mine)).objectives).toEqual([anObjective(1, { title: "Theirs" })]);
      const current = outcome?.type === "Stale" ? outcome.revision : old;
      expect(types(await people.mine.write([retitle(1, "Mine", current)]))).toEqual(["Written"]);
    });

    it("[OR7] takes a repeated change for done", async () => {
      const [old = revision("")] = await create(people.mine, createObjective(1), createKeyResult(1, 1));
      const [first] = await people.mine.write([retitle(1, "Once", old)]);
      const [second] = await people.mine.write([retitle(1, "Once", old)]);
      expect(second).toEqual({ ...first, stored: anObjective(1, { title: "Once" }) });
      const change = { kind: "changeObjective", id: anObjective(1).id, changes: { why: "Theirs" } } as const;
      await people.theirs.write([{ ...change, basedOn: revisionOf(first) }]);
      expect(await people.mine.write([retitle(1, "Once", old)])).toMatchObject([
        { type: "Written", stored: { title: "Once", why: "Theirs" } },
      ]);
    });

    it("[OR6][OR8] removes, and says when there is nothing left to change", async () => {
      const [old = revision(""), ofKeyResult = revision("")] = await create(
        people.mine,
        createObjective(1),
        createKeyResult(1, 1),
      );
      const [moved] = await people.theirs.write([retitle(1, "Renamed", old)]);
      const { id } = anObjective(1);
      const removal = (basedOn: Revision): readonly OkrWrite[] => [
        { kind: "removeObjective", id, basedOn },
        { kind: "removeKeyResult", id: aKeyResult(1, 1).id, basedOn: ofKeyResult },
      ];
      expect(types(await people.mine.write(removal(old)))).toEqual(["Stale", "Written"]);
      expect(types(await people.mine.write(removal(revisionOf(moved)).slice(0, 1)))).toEqual(["Written"]);
      expect(types(await people.theirs.write([retitle(1, "Again", revisionOf(moved))]))).toEqual(["Gone"]);
      expect(types(await people.theirs.write(removal(revisionOf(moved))))).toEqual(["Gone", "Gone"]);
      expect(await read(people.theirs)).toEqual({ objectives: [], keyResults: [], checkIns: [], revisions: new Map() });
    });
  });
};
