import { rect } from "../../model/address.ts";
import { cellAt } from "../../model/cells.ts";
import { displayText } from "../../model/display.ts";
import type { Cell } from "../../model/grid.ts";
import { toWire } from "../../model/value.ts";
import { itemNotFound } from "../api-error.ts";
import { whole } from "../arguments.ts";
import type { TypeDefinition } from "../definition.ts";
import { readOnly } from "../definition.ts";
import type { Remote, View } from "../targets.ts";
import { remote } from "../targets.ts";
import { areaOf, fullAddress, rangeAt } from "./areas.ts";
import { valueType } from "./range-values.ts";

const lines =
  <T>(read: (view: View, row: number, column: number) => T) =>
  (view: View): T[][] => {
    const area = areaOf(view.range);
    return view.rows.map((row) => Array.from({ length: area.columns }, (_, j) => read(view, row, area.column + j)));
  };

const ofCell =
  <T>(read: (cell: Cell) => T) =>
  ({ range }: View, row: number, column: number): T =>
    read(cellAt(range.sheet, row, column));

/** The shown rows of a range, as filters leave them. */
export const rangeView: TypeDefinition<View> = {
  properties: {
    Values: readOnly(lines(ofCell((cell) => toWire(cell.value)))),
    Formulas: readOnly(lines(ofCell((cell) => cell.formula ?? toWire(cell.value)))),
    FormulasLocal: readOnly(lines(ofCell((cell) => cell.formula ?? toWire(cell.value)))),
    Text: readOnly(lines(({ range }, row, column) => displayText(range.sheet, row, column))),
    NumberFormat: readOnly(lines(ofCell((cell) => cell.format.numberFormat))),
    ValueTypes: readOnly(lines(ofCell((cell) => valueType(cell.value)))),
    CellAddresses: readOnly(lines(({ range }, row, column) => fullAddress(range.sheet, rect(row, column)))),
    RowCount: readOnly(({ rows }) => rows.length),
    ColumnCount: readOnly(({ range }) => areaOf(range).columns),
    Index: readOnly(({ range, rows }) => (rows[0] ?? areaOf(range).row) - areaOf(range).row),
  },
  objects: { Rows: (view) => remote("RangeViewCollection", view) },
  methods: {
    GetRange: ({ range, rows }) => {
      const area = areaOf(range);
      const [first] = rows;
      return rows.length === 1 && first !== undefined
        ? rangeAt(range.sheet, rect(first, area.column, 1, area.columns))
        : rangeAt(range.sheet, area);
    },
  },
};

const rowViews = ({ range, rows }: View): readonly Remote<"RangeView">[] =>
  rows.map((row) => remote("RangeView", { range, rows: [row] }));

export const rangeViewCollection: TypeDefinition<View> = {
  items: rowViews,
  methods: {
    GetCount: ({ rows }) => rows.length,
    GetItemAt: (view, [index]) => {
      const found = rowViews(view)[whole(index)];
      if (!found) throw itemNotFound();
      return found;
    },
  },
};
