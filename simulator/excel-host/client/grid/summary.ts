import { isColumnHidden, isRowHidden, usedCells, type Rect, type Worksheet } from "../../model/index.ts";
import { subtract } from "../../model/address.ts";

export interface Summary {
  /** Cells that hold something. */
  readonly count: number;
  readonly numbers: number;
  readonly sum: number;
}

/** No cell is counted twice when the areas overlap. */
const apart = (areas: readonly Rect[]): readonly Rect[] => {
  const kept: Rect[] = [];
  for (const area of areas) {
    let parts: readonly Rect[] = [area];
    for (const other of kept) parts = parts.flatMap((part) => subtract(part, other));
    kept.push(...parts);
  }
  return kept;
};

/** Count and sum of the visible cells in these areas. */
export const summarise = (sheet: Worksheet, areas: readonly Rect[]): Summary => {
  let count = 0;
  let numbers = 0;
  let sum = 0;
  for (const area of apart(areas)) {
    for (const { row, column, cell } of usedCells(sheet, area, true)) {
      if (isRowHidden(sheet, row) || isColumnHidden(sheet, column)) continue;
      count += 1;
      if (typeof cell.value !== "number") continue;
      numbers += 1;
      sum += cell.value;
    }
  }
  return { count, numbers, sum };
};
