import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { dependencies, workingOrder } from "#shared/ports/writeOrder.ts";
import { revision } from "#shared/domain/okr/ids.ts";
import type { OkrWrite } from "#shared/ports/okrRepository.ts";
import { aKeyResult, anObjective, aUnit } from "#tests/support/okrs.ts";

const basedOn = revision("r");
const child = (n: number, ...parents: readonly number[]): OkrWrite => ({
  kind: "createObjective",
  objective: anObjective(n, { parents: parents.map((parent) => ({ kind: "objective", id: anObjective(parent).id })) }),
});

describe("dependencies", () => {
  it("[OR9] counts what this list makes, and nothing else", () => {
    expect(
      dependencies([
        child(1, 2, 99),
        child(2),
        { kind: "createKeyResult", keyResult: aKeyResult(1, 1) },
        { kind: "saveUnit", unit: aUnit() },
        { kind: "changeObjective", id: anObjective(3).id, changes: { title: "x" }, basedOn },
        child(4, 3, 4),
      ]),
    ).toEqual([[3, 1], [3], [0, 3], [], [], [3]]);
  });

  it("[OR9] empties an objective before it is removed, and keeps writes of one record in order", () => {
    expect(
      dependencies([
        { kind: "removeObjective", id: anObjective(1).id, basedOn },
        { kind: "removeKeyResult", id: aKeyResult(1, 1).id, basedOn },
        { kind: "changeKeyResult", id: aKeyResult(2, 1).id, changes: { objectiveId: anObjective(2).id }, basedOn },
        { kind: "changeKeyResult", id: aKeyResult(2, 1).id, changes: { title: "y" }, basedOn },
      ]),
    ).toEqual([[1, 2], [], [], [2]]);
  });
});

describe("workingOrder", () => {
  const graph = fc.integer({ min: 0, max: 30 }).chain((size) =>
    fc.array(fc.uniqueArray(fc.nat({ max: Math.max(0, size - 1) }), { maxLength: 4 }), {
      minLength: size,
      maxLength: size,
    }),
  );

  it("[OR9] places everything once, after what it waits for, even among circles", () => {
    fc.assert(
      fc.property(graph, (before) => {
        const order = workingOrder(before);
        expect(order.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(before.map((_, index) => index));
        const placed = new Set<number>();
        for (const { index, waitsFor } of order) {
          for (const position of waitsFor) expect(placed.has(position)).toBe(true);
          placed.add(index);
        }
      }),
    );
  });

  it("[OR9] waits for everything where there is no circle", () => {
    fc.assert(
      fc.property(graph, (wild) => {
        const before = wild.map((positions, index) => positions.filter((position) => position < index));
        for (const { index, waitsFor } of workingOrder(before)) expect(waitsFor).toEqual(before[index]);
      }),
    );
  });

  it("[OR9] survives a chain of ten thousand", () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => (index === 9999 ? [] : [index + 1]));
    expect(workingOrder(chain)[0]).toEqual({ index: 9999, waitsFor: [] });
    expect(workingOrder(chain)).toHaveLength(10_000);
  });
});
