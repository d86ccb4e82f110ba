import { dayOfSerial } from "../../entry/dayEntry.ts";
import { atOnce, sliced, type Slices } from "../../slices.ts";
import { tidyNote } from "../../entry/text.ts";
import type { Cell } from "../table.ts";
import type { ForeignCell, ForeignSheet, MergedArea, Place } from "./sheet.ts";

/** A cell as a person sees it. */
export interface GridCell {
  /** As shown, trimmed, with its line breaks. */
  readonly text: string;
  /** A number stays one; shares are `12%`, days ISO. */
  readonly value: Cell;
  /** Steps, whether by the format or by spaces before the text. */
  readonly indent: number;
  /** The same for cells that look the same. */
  readonly look: string;
  readonly struck: boolean;
  /** Where it is on the sheet, also after turning. */
  readonly place: Place;
  /** Columns that it covers; 1 unless merged. */
  readonly width: number;
  /** Covered by the merged cell above it, whose text goes for this row too. */
  readonly goesOn: boolean;
}

export interface Grid {
  readonly rows: readonly (readonly GridCell[])[];
  readonly width: number;
}

/** What in a number format makes a day of a number; quoted text, colours and elapsed hours do not. */
const isDayFormat = (format: string): boolean => /[dy]/iu.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./gu, ""));

/** Days of earlier years are amounts more often than days. */
const PLAUSIBLE_DAYS = { from: 20_000, to: 80_000 };

/** What a person sees in a cell, as far as it means something: shares as per cent, days as ISO days. */
export const shownValue = (value: Cell, format: string): Cell => {
  if (typeof value !== "number") return value;
  // 0.07 is 7 %, not 7.000000000000001 %.
  if (format.includes("%")) return `${Number((value * 100).toPrecision(12))}%`;
  const isDay = isDayFormat(format) && value >= PLAUSIBLE_DAYS.from && value <= PLAUSIBLE_DAYS.to;
  return isDay ? (dayOfSerial(value) ?? value) : value;
};

const SPACES_A_STEP = 2;

const stepsBefore = (value: Cell): number => {
  if (typeof value !== "string") return 0;
  const before = /^[ \u00a0\t]*/u.exec(value)?.[0] ?? "";
  const tabs = before.split("\t").length - 1;
  return tabs + (before.length - tabs) / SPACES_A_STEP;
};

const lookOf = ({ fill, bold }: ForeignCell): string => `${fill ?? ""}${bold === true ? "|bold" : ""}`;

interface Cover {
  readonly width: number;
  readonly goesOn: boolean;
}

const coversOf = (merged: readonly MergedArea[]): ReadonlyMap<string, Cover> => {
  const covers = new Map<string, Cover>();
  for (const { row, column, rows, columns } of merged) {
    for (let down = 0; down < rows; down += 1) {
      covers.set(`${row + down},${column}`, { width: columns, goesOn: down > 0 });
    }
  }
  return covers;
};

export function* gridInSlices({ rows, merged }: ForeignSheet): Slices<Grid> {
  const covers = coversOf(merged);
  const read = (cell: ForeignCell, row: number, column: number): GridCell => {
    const value = shownValue(cell.value, cell.format ?? "");
    const cover = covers.get(`${row},${column}`);
    return {
      text: value === undefined ? "" : tidyNote(String(value)),
      value: typeof value === "string" ? tidyNote(value) : value,
      indent: (cell.indent ?? 0) + stepsBefore(cell.value),
      look: lookOf(cell),
      struck: cell.struck === true,
      place: { row, column },
      width: cover?.width ?? 1,
      goesOn: cover?.goesOn ?? false,
    };
  };
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const nothing: ForeignCell = { value: undefined };
  const shown = yield* sliced(rows, (cells, row) =>
    Array.from({ length: width }, (_, column) => read(cells[column] ?? nothing, row, column)),
  );
  return { width, rows: shown };
}

export const gridOf = (sheet: ForeignSheet): Grid => atOnce(gridInSlices(sheet));

/** Columns become rows; every cell keeps its place on the sheet. */
export const turned = ({ rows, width }: Grid): Grid => ({
  width: rows.length,
  rows: Array.from({ length: width }, (_, column) => rows.flatMap((cells) => cells[column] ?? [])),
});

export const filledIn = (cells: readonly GridCell[]): readonly GridCell[] => cells.filter(({ text }) => text !== "");
