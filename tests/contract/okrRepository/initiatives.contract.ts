import { describe, expect, it } from "@jest/globals";
import { cycleKey, revision, unitKey, type Revision } from "#shared/domain/okr/ids.ts";
import type { Initiative, InitiativeSet } from "#shared/domain/okr/initiative.ts";
import type { Place } from "#shared/domain/okr/keyResult.ts";
import type { OkrRepository, OkrScope, OkrWrite } from "#shared/ports/okrRepository.ts";
import { aKeyResult, anInitiative, anInitiativeOf, anObjective, day, lena } from "#tests/support/okrs.ts";
import {
  byId,
  create,
  createKeyResult,
  createObjective,
  eachTest,
  read,
  revisionOf,
  types,
  whole,
  type OpenStorage,
} from "./common.ts";

const germany: Place = { unitKey: unitKey("de"), cycleKey: cycleKey("2026-q1") };
const kenya: Place = { unitKey: unitKey("ke"), cycleKey: cycleKey("2026-q1") };
const lastYear: Place = { unitKey: unitKey("ke"), cycleKey: cycleKey("2025") };
const scopeOf = ({ unitKey: unit, cycleKey: cycle }: Place): OkrScope => ({ cycleKeys: [cycle], units: [unit] });

const made = (initiative: Initiative): OkrWrite => ({ kind: "createInitiative", initiative });

const readSet = async (repository: OkrRepository, scope: OkrScope): Promise<InitiativeSet> => {
  const set = await repository.readInitiatives(scope);
  if (!set.ok) throw new Error(`Not readable: ${JSON.stringify(set.error)}`);
  return set.value;
};

const at = async (repository: OkrRepository, place: Place): Promise<readonly Initiative[]> =>
  byId((await readSet(repository, scopeOf(place))).initiatives);

const known = async (repository: OkrRepository, id: Parameters<InitiativeSet["revisions"]["get"]>[0]) =>
  (await readSet(repository, { ...whole, cycleKeys: [cycleKey("2026-q1"), cycleKey("2025")] })).revisions.get(id) ??
  revision("");

const rich = anInitiative(1, 1, {
  title: "=Bake «الخبز» 🥐",
  owner: lena,
  state: "notStarted",
  due: day("2026-02-20"),
  note: "First\n-then",
  link: `https://tinycart.example/${"plan/".repeat(60)}`,
});

export const describeInitiatives = (name: string, open: () => Promise<OpenStorage>): void => {
  describe(`${name}: initiatives`, () => {
    const people = eachTest(open);
    const fill = () =>
      create(
        people.mine,
        made(anInitiativeOf(3, 1)),
        made(rich),
        made(anInitiative(2, 1)),
        createKeyResult(1, 1),
        createObjective(1),
      );

    it("[OR25] [OR1] are read by themselves and exactly as they were written, and are in no stream", async () => {
      const opened = await people.theirs.openOkrs(whole);
      const revisions = await fill();
      const set = await readSet(people.theirs, whole);
      expect(byId(set.initiatives)).toEqual([rich, anInitiative(2, 1), anInitiativeOf(3, 1)]);
      expect([anInitiativeOf(3, 1).id, rich.id].map((id) => set.revisions.get(id))).toEqual(revisions.slice(0, 2));
      expect(await at(people.mine, kenya)).toEqual([]);
      const changes = opened.ok ? await people.theirs.readChanges(opened.value.cursors) : opened;
      expect(changes.ok && [...changes.value.revisions.keys()].toSorted()).toEqual(
        [anObjective(1).id, aKeyResult(1, 1).id].toSorted(),
      );
    });

    it("[OR4] [OR5] [OR6] [OR7] [OR8] are written like every other record", async () => {
      await fill();
      const { id } = rich;
      expect(types(await people.theirs.write([made({ ...rich, title: "Twice" })]))).toEqual(["Written"]);
      const old = await known(people.mine, id);
      const change = (changes: object, basedOn: Revision): OkrWrite => ({
        kind: "changeInitiative",
        id,
        changes,
        basedOn,
      });
      const cleared = { state: "underWay", owner: undefined, due: undefined, link: undefined, note: "" };
      const [first] = await people.theirs.write([change(cleared, old)]);
      const { owner: _owner, due: _due, link: _link, ...bare } = rich;
      const now = { ...bare, state: "underWay", note: "" };
      expect((await at(people.mine, germany))[0]).toEqual(now);
      expect(await people.mine.write([change({ title: "Mine" }, old)])).toEqual([
        { type: "Stale", stored: now, revision: revisionOf(first), modifiedBy: expect.stringMatching(/\S/) },
      ]);
      expect(await people.mine.write([change({ state: "underWay" }, old)])).toMatchObject([
        { type: "Written", stored: now },
      ]);
      expect(await people.mine.write([change({ title: "x".repeat(256) }, revisionOf(first))])).toMatchObject([
        { type: "Invalid", column: "title" },
      ]);
      const removal = (basedOn: Revision): OkrWrite => ({ kind: "removeInitiative", id, basedOn });
      expect(types(await people.mine.write([removal(old)]))).toEqual(["Stale"]);
      expect(types(await people.mine.write([removal(revisionOf(first))]))).toEqual(["Written"]);
      expect(types(await people.theirs.write([removal(revisionOf(first)), change({ title: "Late" }, old)]))).toEqual([
        "Gone",
        "Gone",
      ]);
      expect(await at(people.theirs, germany)).toEqual([anInitiative(2, 1), anInitiativeOf(3, 1)]);
    });

    it("[OR26] go with their key result, and with the objective that they serve as a whole", async () => {
      await fill();
      const changeAt = async (kind: "changeKeyResult" | "changeObjective", from: Place, changes: object) => {
        const { revisions } = await read(people.mine, scopeOf(from));
        const id = kind === "changeObjective" ? anObjective(1).id : aKeyResult(1, 1).id;
        const write = { kind, id, changes, basedOn: revisions.get(id) ?? revision("") } as OkrWrite;
        return types(await people.mine.write([write]));
      };
      expect(await changeAt("changeKeyResult", germany, kenya)).toEqual(["Written"]);
      expect(await at(people.theirs, kenya)).toEqual([rich, anInitiative(2, 1)].map((one) => ({ ...one, ...kenya })));
      expect(await at(people.theirs, germany)).toEqual([anInitiativeOf(3, 1)]);
      expect(await changeAt("changeObjective", germany, lastYear)).toEqual(["Written"]);
      expect(await changeAt("changeKeyResult", kenya, lastYear)).toEqual(["Written"]);
      const all = [rich, anInitiative(2, 1), anInitiativeOf(3, 1)];
      expect(await at(people.theirs, lastYear)).toEqual(all.map((one) => ({ ...one, ...lastYear })));
      await create(people.mine, createObjective(2, lastYear));
      expect(await changeAt("changeKeyResult", lastYear, { objectiveId: anObjective(2).id })).toEqual(["Written"]);
      expect((await at(people.theirs, lastYear)).map(({ objectiveId }) => objectiveId)).toEqual(
        [2, 2, 1].map((n) => anObjective(n).id),
      );
    });

    it("[OR27] are found where somebody took them, and are neither lost nor removed unseen", async () => {
      await fill();
      const { id } = rich;
      const old = await known(people.theirs, id);
      for (const place of [kenya, lastYear]) {
        const { revisions } = await read(people.mine, { ...whole, cycleKeys: [cycleKey("2026-q1"), cycleKey("2025")] });
        const keyResult = aKeyResult(1, 1).id;
        const basedOn = revisions.get(keyResult) ?? revision("");
        await people.mine.write([{ kind: "changeKeyResult", id: keyResult, changes: place, basedOn }]);
        const late: OkrWrite = { kind: "changeInitiative", id, changes: { title: "Late" }, basedOn: old };
        expect(await people.theirs.write([late])).toMatchObject([{ type: "Stale", stored: { ...rich, ...place } }]);
        const removal: OkrWrite = { kind: "removeInitiative", id, basedOn: old };
        expect(types(await people.theirs.write([removal]))).toEqual(["Stale"]);
      }
      const now = await known(people.theirs, id);
      const change: OkrWrite = { kind: "changeInitiative", id, changes: { title: "Now" }, basedOn: now };
      expect(types(await people.theirs.write([change]))).toEqual(["Written"]);
      expect((await at(people.mine, lastYear)).map(({ title }) => title)).toContain("Now");
    });

    it("[OR26] are written where their key result is, and can be moved to another", async () => {
      await fill();
      const { revisions } = await read(people.mine);
      const { id } = aKeyResult(1, 1);
      const basedOn = revisions.get(id) ?? revision("");
      await people.mine.write([{ kind: "changeKeyResult", id, changes: kenya, basedOn }]);
      await read(people.theirs);
      expect(types(await people.theirs.write([made(anInitiative(4, 1))]))).toEqual(["Written"]);
      expect((await at(people.mine, kenya)).map(({ title }) => title)).toContain("Initiative 4");
      await create(people.mine, createKeyResult(2, 1));
      const moved = { keyResultId: aKeyResult(2, 1).id, ...germany };
      const write: OkrWrite = {
        kind: "changeInitiative",
        id: anInitiative(4, 1).id,
        changes: moved,
        basedOn: await known(people.theirs, anInitiative(4, 1).id),
      };
      expect(types(await people.theirs.write([write]))).toEqual(["Written"]);
      expect(await at(people.mine, germany)).toEqual([anInitiativeOf(3, 1), anInitiative(4, 2)]);
    });
  });
};
