import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import {
  coverMerged,
  cycleInside,
  extendTo,
  selectArea,
  selectCell,
  type Selection,
} from "#simulator/excel-host/client/grid/selection.ts";
import { rect, type Position } from "#simulator/excel-host/model/index.ts";

const NOTHING_HIDDEN = (): boolean => false;

const around = (selection: Selection, order: "rows" | "columns", by: 1 | -1, steps: number): readonly Position[] => {
  const visited: Position[] = [];
  let current = selection;
  for (let step = 0; step < steps; step += 1) {
    current = cycleInside(current, { order, by, isHidden: NOTHING_HIDDEN }) ?? current;
    visited.push(current.active);
  }
  return visited;
};

describe("a selection", () => {
  it("grows and shrinks around its active cell while it is extended", () => {
    const start = selectCell({ row: 4, column: 2 }, []);
    const grown = extendTo(start, { row: 6, column: 0 }, []);
    expect(grown).toEqual({ area: rect(4, 0, 3, 3), active: { row: 4, column: 2 }, focus: { row: 6, column: 0 } });
    expect(extendTo(grown, { row: 4, column: 2 }, []).area).toEqual(rect(4, 2));
  });

  it("[XG14] never cuts a merged area, even when covering one reaches into the next", () => {
    const merged = [rect(2, 2, 2, 2), rect(3, 3, 3, 3)];
    expect(coverMerged(rect(2, 2), merged)).toEqual(rect(2, 2, 4, 4));
    expect(selectCell({ row: 3, column: 3 }, [rect(2, 2, 2, 2)]).active).toEqual({ row: 2, column: 2 });
  });

  it("[XG12] is walked round by Tab row by row and by Enter column by column", () => {
    const block = selectArea(rect(0, 0, 2, 2), []);
    expect(around(block, "rows", 1, 4).map(({ row, column }) => [row, column])).toEqual([
      [0, 1],
      [1, 0],
      [1, 1],
      [0, 0],
    ]);
    expect(around(block, "columns", 1, 4).map(({ row, column }) => [row, column])).toEqual([
      [1, 0],
      [0, 1],
      [1, 1],
      [0, 0],
    ]);
    expect(around(block, "rows", -1, 1)).toEqual([{ row: 1, column: 1 }]);
  });

  it("[XG12] visits every cell exactly once on its way round", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom("rows", "columns"),
        (rows, columns, order) => {
          fc.pre(rows * columns > 1);
          const visited = around(selectArea(rect(3, 5, rows, columns), []), order, 1, rows * columns);
          expect(new Set(visited.map(({ row, column }) => `${row}.${column}`)).size).toBe(rows * columns);
        },
      ),
    );
  });

  it("[XG12] passes over hidden rows, and does not search for ever when all are hidden", () => {
    const column = selectArea(rect(0, 0, 5, 1), []);
    const isHidden = ({ row }: Position): boolean => row === 1 || row === 2;
    expect(cycleInside(column, { order: "columns", by: 1, isHidden })?.active).toEqual({ row: 3, column: 0 });
    expect(cycleInside(column, { order: "columns", by: 1, isHidden: () => true })).toEqual(column);
    expect(cycleInside(selectCell({ row: 0, column: 0 }, []), { order: "rows", by: 1, isHidden })).toBeUndefined();
  });
});
