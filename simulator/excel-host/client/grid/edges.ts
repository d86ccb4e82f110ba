import type { Axis } from "./axis.ts";

export interface Line {
  readonly axis: Axis;
  /** Does the cell at this index of the row or column hold anything? */
  readonly isFilled: (index: number) => boolean;
  /** Ascending indices of the cells that hold something. */
  readonly filled: () => readonly number[];
}

const lastVisible = (axis: Axis, direction: 1 | -1): number =>
  direction === 1 ? axis.indexAt(axis.total) : axis.indexAt(0);

const endOfBlock = ({ axis, isFilled }: Line, from: number, direction: 1 | -1): number => {
  let index = from;
  for (;;) {
    const next = axis.step(index, direction);
    if (next === index || !isFilled(next)) return index;
    index = next;
  }
};

/** Where Ctrl with an arrow key goes: the end of a block of filled cells, else the next filled cell, else the sheet's edge. */
export const edgeFrom = (line: Line, from: number, direction: 1 | -1): number => {
  const next = line.axis.step(from, direction);
  if (next === from) return from;
  if (line.isFilled(from) && line.isFilled(next)) return endOfBlock(line, next, direction);
  const candidates = line.filled().filter((index) => (index - from) * direction > 0 && line.axis.size(index) > 0);
  return (direction === 1 ? candidates[0] : candidates.at(-1)) ?? lastVisible(line.axis, direction);
};
