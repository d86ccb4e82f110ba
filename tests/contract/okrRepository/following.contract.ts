import { describe, expect, it } from "@jest/globals";
import { rowOf, revision, unitKey } from "#shared/domain/okr/ids.ts";
import { placeOfRow } from "#shared/domain/partition/rows.ts";
import { mergeChanges } from "#shared/application/mergeChanges.ts";
import type { ChangeCursor, Cursors, OkrRepository, OkrWrite } from "#shared/ports/okrRepository.ts";
import { aCheckIn, aKeyResult, anObjective, aUnit } from "#tests/support/okrs.ts";
import {
  addCheckIn,
  byId,
  create,
  createKeyResult,
  createObjective,
  eachTest,
  retitle,
  revisionOf,
  types,
  whole,
  type OpenStorage,
} from "./common.ts";

const cursorsNow = async (repository: OkrRepository): Promise<Cursors> => {
  const opened = await repository.openOkrs(whole);
  if (!opened.ok) throw new Error("not opened");
  return opened.value.cursors;
};

export const describeFollowing = (name: string, open: () => Promise<OpenStorage>): void => {
  describe(`${name}: following changes`, () => {
    const people = eachTest(open);
    it("[OR14] tells what others changed, added and removed since a cursor, once", async () => {
      const [first = revision(""), , ofSecond = revision("")] = await create(
        people.mine,
        createObjective(1),
        createKeyResult(1, 1),
        createObjective(2),
      );
      const cursor = await cursorsNow(people.theirs);
      const nothing = { objectives: [], keyResults: [], checkIns: [], revisions: new Map(), removed: [] };
      expect(await people.theirs.readChanges(cursor)).toMatchObject({ ok: true, value: nothing });
      const [moved] = await people.mine.write([
        retitle(1, "Changed", first),
        addCheckIn(1, 1),
        createKeyResult(2, 1),
        { kind: "removeObjective", id: anObjective(2).id, basedOn: ofSecond },
      ]);
      const changes = await people.theirs.readChanges(cursor);
      if (!changes.ok) throw new Error("not readable");
      expect(changes.value.objectives).toEqual([anObjective(1, { title: "Changed" })]);
      expect(changes.value.keyResults).toEqual([aKeyResult(2, 1)]);
      expect(changes.value.checkIns).toEqual([aCheckIn(1, 1)]);
      expect(changes.value.removed).toEqual([rowOf(ofSecond)]);
      expect(changes.value.revisions.get(anObjective(1).id)).toBe(revisionOf(moved));
      expect(await people.theirs.readChanges(changes.value.next)).toMatchObject({ ok: true, value: nothing });
    });

    it("[OR20] gives each partition its own cursor, and follows them apart", async () => {
      await create(people.mine, createObjective(1), createObjective(2, { unitKey: unitKey("ke") }));
      const cursors = await cursorsNow(people.theirs);
      await create(people.mine, createObjective(3), createObjective(4, { unitKey: unitKey("ke") }));
      const found: string[] = [];
      for (const [partition, cursor] of cursors) {
        const changes = await people.theirs.readChanges(new Map([[partition, cursor]]));
        if (!changes.ok) throw new Error("not readable");
        expect([...changes.value.next.keys()]).toEqual([partition]);
        for (const { id } of changes.value.objectives) {
          found.push(id);
          const row = rowOf(changes.value.revisions.get(id) ?? revision(""));
          expect(placeOfRow(row)?.partition).toBe(partition);
        }
      }
      expect(found.toSorted()).toEqual([anObjective(3).id, anObjective(4).id]);
    });

    it("[OR22] goes on where a unit is that was put below another one", async () => {
      const company = aUnit({ key: unitKey("co"), name: "Company" });
      const kenya = aUnit({ key: unitKey("ke"), name: "Kenya" });
      const team = aUnit({ key: unitKey("co-ops"), name: "Operations", parentKey: company.key });
      const inCompany = { unitKey: company.key };
      await people.mine.write([company, kenya, team].map((unit): OkrWrite => ({ kind: "saveUnit", unit })));
      await people.mine.readFrame();
      await create(people.mine, createObjective(1, inCompany), createObjective(2, { unitKey: team.key }));
      const moved = { kind: "saveUnit", unit: { ...company, parentKey: kenya.key } } as const;
      expect(types(await people.mine.write([moved]))).toEqual(["Written"]);
      for (const repository of [people.mine, people.theirs]) await repository.readFrame();
      const scope = { ...whole, units: [company.key, team.key] };
      const opened = await people.theirs.openOkrs(scope);
      if (!opened.ok) throw new Error("not opened");
      await create(people.mine, createObjective(3, inCompany));
      const changes = await people.theirs.readChanges(opened.value.cursors);
      if (!changes.ok) throw new Error("not readable");
      expect(byId(mergeChanges(opened.value.set, changes.value, scope).objectives)).toEqual([
        anObjective(1, inCompany),
        anObjective(2, { unitKey: team.key }),
        anObjective(3, inCompany),
      ]);
    });

    it("[OR23] tells what happened in the lists that are asked, and the rest later, once", async () => {
      const [first = revision("")] = await create(people.mine, createObjective(1), createKeyResult(1, 1));
      const before = await cursorsNow(people.theirs);
      await people.mine.write([retitle(1, "Changed", first), addCheckIn(1, 1)]);
      const figures = await people.theirs.readChanges(
        before,
        new Map([...before.keys()].map((key) => [key, ["checkIns"]])),
      );
      if (!figures.ok) throw new Error("not readable");
      expect(figures.value).toMatchObject({ objectives: [], keyResults: [], checkIns: [aCheckIn(1, 1)], removed: [] });
      expect([...figures.value.next.keys()]).toEqual([...before.keys()]);
      const rest = await people.theirs.readChanges(figures.value.next);
      if (!rest.ok) throw new Error("not readable");
      expect(rest.value).toMatchObject({ objectives: [anObjective(1, { title: "Changed" })], removed: [] });
    });

    it("[OR15] asks to read again when it does not know a cursor", async () => {
      const [partition] = [...(await cursorsNow(people.mine)).keys()];
      if (partition === undefined) throw new Error("no partition");
      expect(await people.mine.readChanges(new Map([[partition, "not a cursor" as ChangeCursor]]))).toEqual({
        ok: false,
        error: { type: "ResyncNeeded", partitions: [partition] },
      });
    });
  });
};
