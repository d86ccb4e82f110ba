import type { Axis } from "./axis.ts";

/** One direction of the part of the sheet that is on screen. Pixels. */
export interface Pane {
  /** Number of frozen lines; they are always on screen. */
  readonly frozen: number;
  /** How far the rest is scrolled below the frozen lines. */
  readonly scroll: number;
  /** Length on screen, frozen lines included, headers not. */
  readonly length: number;
}

/** Lines drawn beyond the edge, so that a short scroll shows no gap before the next paint. */
const OVERSCAN = 4;

export const frozenLines = (axis: Axis, { frozen }: Pane): readonly number[] => {
  const lines: number[] = [];
  for (let index = 0; index < Math.min(frozen, axis.count); index += 1) if (axis.size(index) > 0) lines.push(index);
  return lines;
};

/** Visible lines of the scrolled part, in order. */
export const scrolledLines = (axis: Axis, { frozen, scroll, length }: Pane): readonly number[] => {
  const frozenLength = axis.offset(Math.min(frozen, axis.count));
  const first = Math.max(axis.indexAt(frozenLength + scroll), frozen);
  const end = scroll + length;
  const lines: number[] = [];
  let before = first;
  for (let extra = 0; extra < OVERSCAN; extra += 1) {
    const previous = axis.step(before, -1);
    if (previous === before || previous < frozen) break;
    lines.unshift(previous);
    before = previous;
  }
  let index = first;
  for (let beyond = 0; beyond <= OVERSCAN;) {
    if (axis.size(index) > 0) lines.push(index);
    const next = axis.step(index, 1);
    if (next === index) break;
    index = next;
    if (axis.offset(index) >= end) beyond += 1;
  }
  return lines;
};

/** The scroll position nearest to the present one at which line `index` is completely on screen. */
export const scrollToShow = (axis: Axis, index: number, { frozen, scroll, length }: Pane): number => {
  if (index < frozen) return scroll;
  const frozenLength = axis.offset(Math.min(frozen, axis.count));
  const start = axis.offset(index) - frozenLength;
  const end = start + axis.size(index);
  const room = Math.max(length - frozenLength, axis.size(index));
  if (start < scroll) return start;
  return end > scroll + room ? end - room : scroll;
};

/** Position on screen, counted from the first cell's edge, of the leading edge of a line. */
export const screenOffset = (axis: Axis, index: number, { frozen, scroll }: Pane): number =>
  index < frozen ? axis.offset(index) : axis.offset(index) - scroll;

/** The line under a position on screen. */
export const lineAtScreen = (axis: Axis, position: number, { frozen, scroll }: Pane): number => {
  const frozenLength = axis.offset(Math.min(frozen, axis.count));
  return axis.indexAt(Math.max(0, position < frozenLength ? position : position + scroll));
};

/** The first line of the next or previous page, for Page Down and Page Up. */
export const pageStep = (axis: Axis, index: number, direction: 1 | -1, { frozen, length }: Pane): number => {
  const room = length - axis.offset(Math.min(frozen, axis.count));
  const target = axis.offset(index) + direction * Math.max(room - axis.size(index), axis.size(index));
  return axis.indexAt(Math.min(Math.max(target, 0), axis.total - 1));
};
