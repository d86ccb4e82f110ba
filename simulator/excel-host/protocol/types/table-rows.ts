import { mapArea, valueAt } from "../../model/cells.ts";
import { rect } from "../../model/address.ts";
import { addTableRows, deleteTableRows } from "../../model/table-rows.ts";
import { bodyOf, rowCountOf } from "../../model/table-parts.ts";
import type { Table } from "../../model/types.ts";
import { toWire } from "../../model/value.ts";
import { assignValues } from "../../model/write.ts";
import { invalidArgument, itemNotFound, unwrap } from "../api-error.ts";
import { gridOf, isMissing, list, objectOf, optional, rowsOf, whole } from "../arguments.ts";
import type { TypeDefinition } from "../definition.ts";
import { readOnly, readWrite } from "../definition.ts";
import type { TableRowTarget } from "../targets.ts";
import { remote } from "../targets.ts";
import { rangeAt } from "./areas.ts";
import type { Rect } from "../../model/address.ts";

const rowArea = ({ table, index }: TableRowTarget): Rect => {
  if (index < 0 || index >= rowCountOf(table)) throw itemNotFound();
  const body = bodyOf(table);
  return rect(body.row + index, body.column, 1, body.columns);
};

const add = (table: Table, index: unknown, values: unknown): number => {
  const width = table.range.columns;
  const rows = isMissing(values) ? [Array.from({ length: width }, () => null)] : rowsOf(values);
  const isSingle = rows.length === 1 && rows[0]?.length === 1 && width > 1;
  const single = rows[0]?.[0] ?? null;
  const lines = isSingle && !Array.isArray(values) ? [Array.from({ length: width }, () => single)] : rows;
  return unwrap(addTableRows(table, optional(index, whole) ?? null, lines));
};

/** Rows given as numbers or as TableRow objects. */
const indexesOf = (rows: unknown): readonly number[] =>
  [...new Set(list(rows, (row) => objectOf(row, "TableRow")?.target.index ?? whole(row)))].sort((a, b) => b - a);

export const tableRowCollection: TypeDefinition<Table> = {
  properties: { Count: readOnly(rowCountOf) },
  items: (table) => Array.from({ length: rowCountOf(table) }, (_, index) => remote("TableRow", { table, index })),
  methods: {
    Add: (table, [index, values]) => remote("TableRow", { table, index: add(table, index, values) }),
    GetCount: rowCountOf,
    GetItemAt: (table, [index]) => {
      const at = whole(index);
      if (at < 0 || at >= rowCountOf(table)) throw invalidArgument();
      return remote("TableRow", { table, index: at });
    },
    DeleteRowsAt: (table, [index, count]) => {
      unwrap(deleteTableRows(table, whole(index), optional(count, whole) ?? 1));
      return null;
    },
    DeleteRows: (table, [rows]) => {
      for (const index of indexesOf(rows)) unwrap(deleteTableRows(table, index, 1));
      return null;
    },
  },
  exists: ({ isDeleted }) => !isDeleted,
};

export const tableRow: TypeDefinition<TableRowTarget> = {
  properties: {
    Index: readOnly(({ index }) => index),
    Values: readWrite(
      (target) => {
        const { sheet } = target.table;
        return mapArea(rowArea(target), (row, column) => toWire(valueAt(sheet, row, column)));
      },
      (target, value) => {
        const area = rowArea(target);
        unwrap(assignValues(target.table.sheet, area, gridOf(value, 1, area.columns)));
      },
    ),
  },
  methods: {
    GetRange: (target) => rangeAt(target.table.sheet, rowArea(target)),
    Delete: ({ table, index }) => {
      unwrap(deleteTableRows(table, index, 1));
      return null;
    },
  },
  exists: ({ table }) => !table.isDeleted,
};
