import type { Rect } from "./address.ts";
import { cellCount, lastColumn, lastRow, rect } from "./address.ts";
import { formatAt } from "./cells.ts";
import type { Border, BorderEdge } from "./format.ts";
import { patchFormat } from "./format.ts";
import { restyle } from "./formatting.ts";
import type { Outcome } from "./outcome.ts";
import { done } from "./outcome.ts";
import { guardOption } from "./protection.ts";
import type { Worksheet } from "./types.ts";

export type RangeEdge = BorderEdge | "InsideHorizontal" | "InsideVertical";

const NO_BORDER: Border = { style: "None", color: "#000000", weight: "Thin" };

/** Cells and their edge that an edge of a whole range consists of. */
const cellEdges = (area: Rect, edge: RangeEdge): readonly (readonly [Rect, BorderEdge])[] => {
  switch (edge) {
    case "EdgeTop":
      return [[rect(area.row, area.column, 1, area.columns), edge]];
    case "EdgeBottom":
      return [[rect(lastRow(area), area.column, 1, area.columns), edge]];
    case "EdgeLeft":
      return [[rect(area.row, area.column, area.rows, 1), edge]];
    case "EdgeRight":
      return [[rect(area.row, lastColumn(area), area.rows, 1), edge]];
    case "InsideHorizontal":
      return area.rows > 1 ? [[rect(area.row, area.column, area.rows - 1, area.columns), "EdgeBottom"]] : [];
    case "InsideVertical":
      return area.columns > 1 ? [[rect(area.row, area.column, area.rows, area.columns - 1), "EdgeRight"]] : [];
    case "DiagonalDown":
    case "DiagonalUp":
      return [[area, edge]];
  }
};

/** Border that all cells of an edge share, or null. */
export const sharedBorder = (sheet: Worksheet, area: Rect, edge: RangeEdge): Border | null => {
  const [first] = cellEdges(area, edge);
  if (!first) return NO_BORDER;
  const [cells, side] = first;
  const initial = formatAt(sheet, cells.row, cells.column).borders[side] ?? NO_BORDER;
  if (cellCount(cells) > 100_000) return initial;
  for (let row = cells.row; row <= lastRow(cells); row += 1) {
    for (let column = cells.column; column <= lastColumn(cells); column += 1) {
      const other = formatAt(sheet, row, column).borders[side] ?? NO_BORDER;
      if (JSON.stringify(other) !== JSON.stringify(initial)) return null;
    }
  }
  return initial;
};

/** Setting a colour or weight on a missing border draws it. */
export const setBorders = (
  sheet: Worksheet,
  area: Rect,
  edge: RangeEdge,
  patch: Partial<Border>,
): Outcome<undefined> => {
  const allowed = guardOption(sheet, "allowFormatCells");
  if (!allowed.ok) return allowed;
  for (const [cells, side] of cellEdges(area, edge)) {
    restyle(sheet, cells, (format) => {
      const before = format.borders[side] ?? { ...NO_BORDER, style: "Continuous" };
      return patchFormat(format, { borders: { [side]: { ...before, ...patch } } });
    });
  }
  return done(undefined);
};
