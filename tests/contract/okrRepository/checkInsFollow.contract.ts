import { describe, expect, it } from "@jest/globals";
import { mergeChanges } from "#shared/application/mergeChanges.ts";
import { cycleKey, revision, unitKey } from "#shared/domain/okr/ids.ts";
import type { Place } from "#shared/domain/okr/keyResult.ts";
import type { OkrRepository, OkrScope } from "#shared/ports/okrRepository.ts";
import { aCheckIn, aKeyResult } from "#tests/support/okrs.ts";
import {
  addCheckIn,
  byId,
  create,
  createKeyResult,
  createObjective,
  eachTest,
  read,
  types,
  whole,
  type OpenStorage,
} from "./common.ts";

const germany: Place = { unitKey: unitKey("de"), cycleKey: cycleKey("2026-q1") };
const kenya: Place = { unitKey: unitKey("ke"), cycleKey: cycleKey("2026-q1") };
const lastYear: Place = { unitKey: unitKey("ke"), cycleKey: cycleKey("2025") };
const scopeOf = ({ unitKey: unit, cycleKey: cycle }: Place): OkrScope => ({ cycleKeys: [cycle], units: [unit] });

const moveTo = async (repository: OkrRepository, from: Place, to: Place): Promise<readonly string[]> => {
  const { revisions } = await read(repository, scopeOf(from));
  const { id } = aKeyResult(1, 1);
  return types(
    await repository.write([{ kind: "changeKeyResult", id, changes: to, basedOn: revisions.get(id) ?? revision("") }]),
  );
};

const checkInsAt = async (repository: OkrRepository, scope: OkrScope) => byId((await read(repository, scope)).checkIns);

export const describeCheckInsFollowing = (name: string, open: () => Promise<OpenStorage>): void => {
  describe(`${name}: check-ins of a key result that moves`, () => {
    const people = eachTest(open);
    const fill = () =>
      create(people.mine, createObjective(1), createKeyResult(1, 1), addCheckIn(1, 1), addCheckIn(2, 1));

    it("[OR21] [AG37] are read where it is now, once, and there and back again", async () => {
      await fill();
      expect(await moveTo(people.mine, germany, kenya)).toEqual(["Written"]);
      await create(people.theirs, addCheckIn(3, 1, kenya));
      const inKenya = [aCheckIn(1, 1, kenya), aCheckIn(2, 1, kenya), aCheckIn(3, 1, kenya)];
      expect(await checkInsAt(people.theirs, scopeOf(kenya))).toEqual(inKenya);
      expect(await checkInsAt(people.theirs, whole)).toEqual(inKenya);
      expect(await moveTo(people.theirs, kenya, lastYear)).toEqual(["Written"]);
      expect(await checkInsAt(people.mine, scopeOf(lastYear))).toEqual(inKenya.map((one) => ({ ...one, ...lastYear })));
      expect(await moveTo(people.mine, lastYear, germany)).toEqual(["Written"]);
      expect(await checkInsAt(people.theirs, scopeOf(germany))).toEqual(inKenya.map((one) => ({ ...one, ...germany })));
    });

    it("[OR21] are followed to where it goes", async () => {
      await fill();
      for (const [from, to] of [
        [germany, kenya],
        [kenya, germany],
      ] as const) {
        const opened = await people.theirs.openOkrs(scopeOf(to));
        if (!opened.ok) throw new Error("not opened");
        expect(await moveTo(people.mine, from, to)).toEqual(["Written"]);
        const changes = await people.theirs.readChanges(opened.value.cursors);
        if (!changes.ok) throw new Error("not readable");
        const set = mergeChanges(opened.value.set, changes.value, scopeOf(to));
        expect(byId(set.checkIns)).toEqual([aCheckIn(1, 1, to), aCheckIn(2, 1, to)]);
        const now = await read(people.theirs, scopeOf(to));
        expect(set.keyResults).toEqual(now.keyResults);
        expect(set.revisions.get(aCheckIn(1, 1).id)).toBe(now.revisions.get(aCheckIn(1, 1).id));
      }
    });

    it("[OR21] are written where it is, also by somebody who typed them before it moved", async () => {
      await fill();
      await moveTo(people.mine, germany, kenya);
      await read(people.theirs);
      expect(types(await people.theirs.write([addCheckIn(3, 1)]))).toEqual(["Written"]);
      expect(await checkInsAt(people.mine, scopeOf(kenya))).toEqual([1, 2, 3].map((n) => aCheckIn(n, 1, kenya)));
    });
  });
};
