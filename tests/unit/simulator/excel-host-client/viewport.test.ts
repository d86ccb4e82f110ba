import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { createAxis } from "#simulator/excel-host/client/grid/axis.ts";
import { edgeFrom } from "#simulator/excel-host/client/grid/edges.ts";
import {
  frozenLines,
  lineAtScreen,
  pageStep,
  screenOffset,
  scrolledLines,
  scrollToShow,
} from "#simulator/excel-host/client/grid/viewport.ts";

const axis = createAxis({
  count: 1_048_576,
  defaultSize: 20,
  sizes: [
    [3, 0],
    [10, 60],
  ],
});
const pane = fc.record({
  frozen: fc.integer({ min: 0, max: 4 }),
  scroll: fc.integer({ min: 0, max: 5000 }),
  length: fc.integer({ min: 120, max: 900 }),
});

describe("the lines on screen", () => {
  it("[XG10] cover the screen without gaps, hidden lines left out", () => {
    fc.assert(
      fc.property(pane, (view) => {
        const frozenLength = axis.offset(view.frozen);
        const lines = scrolledLines(axis, view);
        const first = lines[0] ?? -1;
        const last = lines.at(-1) ?? -1;
        expect(screenOffset(axis, first, view)).toBeLessThanOrEqual(frozenLength);
        expect(screenOffset(axis, last, view) + axis.size(last)).toBeGreaterThanOrEqual(view.length);
        expect(lines).not.toContain(3);
        expect(lines.every((line) => line >= view.frozen)).toBe(true);
      }),
    );
  });

  it("[XG10] are few however long the sheet is", () => {
    expect(scrolledLines(axis, { frozen: 0, scroll: 4_000_000, length: 800 }).length).toBeLessThan(60);
    expect(frozenLines(axis, { frozen: 5, scroll: 0, length: 800 })).toEqual([0, 1, 2, 4]);
  });

  it("are found again under the pointer", () => {
    fc.assert(
      fc.property(pane, fc.nat(119), (view, position) => {
        const line = lineAtScreen(axis, position, view);
        const offset = screenOffset(axis, line, view);
        expect(offset).toBeLessThanOrEqual(position);
        expect(offset + axis.size(line)).toBeGreaterThan(position);
      }),
    );
  });
});

describe("scrolling to a line", () => {
  it("shows it completely and moves no further than needed", () => {
    fc.assert(
      fc.property(pane, fc.nat(400), (view, line) => {
        fc.pre(line >= view.frozen && axis.size(line) > 0);
        const scroll = scrollToShow(axis, line, view);
        const start = screenOffset(axis, line, { ...view, scroll });
        expect(start).toBeGreaterThanOrEqual(axis.offset(view.frozen));
        expect(start + axis.size(line)).toBeLessThanOrEqual(
          Math.max(view.length, axis.offset(view.frozen) + axis.size(line)),
        );
        expect(scrollToShow(axis, line, { ...view, scroll })).toBe(scroll);
      }),
    );
  });

  it("leaves everything where it is for a frozen line", () => {
    expect(scrollToShow(axis, 1, { frozen: 2, scroll: 700, length: 300 })).toBe(700);
  });

  it("goes a screen further with Page Down and stays on the sheet with Page Up", () => {
    const view = { frozen: 0, scroll: 0, length: 400 };
    expect(pageStep(axis, 20, 1, view)).toBe(39);
    expect(pageStep(axis, 2, -1, view)).toBe(0);
  });
});

describe("Ctrl with an arrow", () => {
  const filled = [2, 3, 4, 9, 15];
  const line = {
    axis: createAxis({
      count: 20,
      defaultSize: 20,
      sizes: [
        [3, 0],
        [9, 0],
      ],
    }),
    isFilled: (index: number) => filled.includes(index),
    filled: () => filled,
  };

  it("[XG11] goes to the end of a block, then to the next block, then to the edge", () => {
    expect(edgeFrom(line, 2, 1)).toBe(4);
    expect(edgeFrom(line, 4, 1)).toBe(15);
    expect(edgeFrom(line, 15, 1)).toBe(19);
    expect(edgeFrom(line, 15, -1)).toBe(4);
    expect(edgeFrom(line, 2, -1)).toBe(0);
    expect(edgeFrom(line, 19, 1)).toBe(19);
  });
});
