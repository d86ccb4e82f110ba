import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { alignmentOf, ancestors, findLoops, missingParents, wouldLoop } from "#shared/domain/okr/alignment.ts";
import type { ParentRef } from "#shared/domain/okr/objective.ts";
import { keyResultId, objectiveId } from "#shared/domain/okr/ids.ts";
import { aKeyResult, anObjective, guid } from "#tests/support/okrs.ts";

const id = (n: number) => objectiveId(guid("0", n));
const under = (...numbers: readonly number[]): { parents: readonly ParentRef[] } => ({
  parents: numbers.map((n) => ({ kind: "objective", id: id(n) })),
});
const underKeyResult = (n: number): { parents: readonly ParentRef[] } => ({
  parents: [{ kind: "keyResult", id: keyResultId(guid("1", n)) }],
});

describe("alignment", () => {
  it("[AL1] allows several parents, and lets a key result stand for its objective", () => {
    const objectives = [anObjective(1), anObjective(2), anObjective(3, under(1, 2)), anObjective(4, underKeyResult(9))];
    const { parentsOf, childrenOf, missing } = alignmentOf(objectives, [aKeyResult(9, 2)]);
    expect(parentsOf.get(id(3))).toEqual([id(1), id(2)]);
    expect(parentsOf.get(id(4))).toEqual([id(2)]);
    expect(childrenOf.get(id(2))).toEqual([id(3), id(4)]);
    expect(childrenOf.get(id(4))).toBeUndefined();
    expect(missing).toEqual([]);
  });

  it("[AL1] names a parent once, even if an objective and its key result are both stated", () => {
    const both = [...under(1).parents, ...underKeyResult(9).parents];
    const { parentsOf, childrenOf } = alignmentOf(
      [anObjective(1), anObjective(2, { parents: both })],
      [aKeyResult(9, 1)],
    );
    expect(parentsOf.get(id(2))).toEqual([id(1)]);
    expect(childrenOf.get(id(1))).toEqual([id(2)]);
  });

  it("[AL2] finds parents that lead nowhere", () => {
    const objectives = [anObjective(1, under(7)), anObjective(2, underKeyResult(8)), anObjective(3, underKeyResult(9))];
    expect(missingParents(objectives, [aKeyResult(9, 77)])).toEqual([
      { objectiveId: id(1), parent: under(7).parents[0] },
      { objectiveId: id(2), parent: underKeyResult(8).parents[0] },
      { objectiveId: id(3), parent: underKeyResult(9).parents[0] },
    ]);
  });

  it("[AL3] walks up nearest first, each once, and out of circles", () => {
    const objectives = [
      anObjective(1, under(4)),
      anObjective(2, under(1)),
      anObjective(3, under(1)),
      anObjective(4, under(2, 3)),
      anObjective(5, under(4)),
    ];
    const alignment = alignmentOf(objectives, []);
    expect(ancestors(id(5), alignment)).toEqual([id(4), id(2), id(3), id(1)]);
    expect(ancestors(id(1), alignment)).toEqual([id(4), id(2), id(3)]);
    expect(ancestors(id(99), alignment)).toEqual([]);
  });

  it("[AL4] finds each circle once, whole, and objectives under themselves or their own key result", () => {
    const objectives = [
      anObjective(1, under(3)),
      anObjective(2, under(1)),
      anObjective(3, under(2)),
      anObjective(4, under(1)),
      anObjective(5, under(5)),
      anObjective(6, underKeyResult(9)),
      anObjective(7),
    ];
    expect(findLoops(objectives, [aKeyResult(9, 6)])).toEqual([[id(1), id(2), id(3)], [id(5)], [id(6)]]);
  });

  it("[AL4] knows beforehand what would close a circle", () => {
    const alignment = alignmentOf([anObjective(1), anObjective(2, under(1)), anObjective(3, under(2))], []);
    expect(wouldLoop(id(1), id(3), alignment)).toBe(true);
    expect(wouldLoop(id(1), id(1), alignment)).toBe(true);
    expect(wouldLoop(id(3), id(1), alignment)).toBe(false);
  });

  it("[AL4] agrees with walking up from every objective", () => {
    const links = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 24 });
    fc.assert(
      fc.property(links, (pairs) => {
        const objectives = Array.from({ length: 12 }, (_, n) =>
          anObjective(n, under(...pairs.filter(([child]) => child === n).map(([, parent]) => parent))),
        );
        const { parentsOf } = alignmentOf(objectives, []);
        const reachesItself = objectives
          .map((objective) => objective.id)
          .filter((one) =>
            (parentsOf.get(one) ?? []).some((up) => up === one || ancestors(up, { parentsOf }).includes(one)),
          );
        const found = findLoops(objectives, []);
        expect(found.flat().toSorted()).toEqual(reachesItself.toSorted());
        expect(new Set(found.flat()).size).toBe(found.flat().length);
      }),
    );
  });

  it("[AL4] follows a chain of fifty thousand", () => {
    const count = 50_000;
    const chain = Array.from({ length: count }, (_, n) => anObjective(n, under((n + 1) % count)));
    expect(findLoops(chain, [])[0]).toHaveLength(count);
  });
});
