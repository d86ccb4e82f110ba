import type { Rect } from "../../model/address.ts";
import { rect } from "../../model/address.ts";
import { mapArea, valueAt } from "../../model/cells.ts";
import { setTableFilter } from "../../model/filter.ts";
import { setColumnName } from "../../model/growth.ts";
import { guardEdit } from "../../model/protection.ts";
import type { FilterCriteria } from "../../model/rules.ts";
import { bodyOf, headerOf, totalsOf } from "../../model/table-parts.ts";
import { addTableColumn, deleteTableColumn } from "../../model/table-rows.ts";
import type { Table, TableColumn } from "../../model/types.ts";
import { toWire } from "../../model/value.ts";
import { assignValues } from "../../model/write.ts";
import { invalidArgument, itemNotFound, notImplemented, unwrap } from "../api-error.ts";
import { field, gridOf, isMissing, list, number, oneOf, optional, record, rowsOf, text, whole } from "../arguments.ts";
import type { TypeDefinition } from "../definition.ts";
import { readOnly, readWrite } from "../definition.ts";
import type { Remote, TableColumnTarget } from "../targets.ts";
import { orNull, remote } from "../targets.ts";
import { rangeAt } from "./areas.ts";
import { color } from "./format-access.ts";

/** A column by its name or by its number as id. */
const find = ({ columns }: Table, key: unknown): TableColumn | undefined =>
  typeof key === "number"
    ? columns.find(({ id }) => id === key)
    : columns.find(({ name }) => name.toLowerCase() === text(key).toLowerCase());

const asRemote = (table: Table, { id }: TableColumn): Remote => remote("TableColumn", { table, columnId: id });

const required = (table: Table, column: TableColumn | undefined): Remote => {
  if (!column) throw itemNotFound();
  return asRemote(table, column);
};

const add = (table: Table, index: unknown, values: unknown, name: unknown): Remote => {
  const lines = isMissing(values) ? undefined : rowsOf(values).map(([first = null]) => first);
  const at = unwrap(addTableColumn(table, optional(index, whole) ?? null, lines, optional(name, text)));
  return required(table, table.columns[at]);
};

export const tableColumnCollection: TypeDefinition<Table> = {
  properties: { Count: readOnly(({ columns }) => columns.length) },
  items: (table) => table.columns.map((column) => asRemote(table, column)),
  methods: {
    Add: (table, [index, values, name]) => add(table, index, values, name),
    GetCount: ({ columns }) => columns.length,
    GetItem: (table, [key]) => required(table, find(table, key)),
    GetItemAt: (table, [index]) => {
      const column = table.columns[whole(index)];
      if (!column) throw invalidArgument();
      return asRemote(table, column);
    },
    GetItemOrNullObject: (table, [key]) => orNull(find(table, key), (column) => asRemote(table, column)),
  },
  exists: ({ isDeleted }) => !isDeleted,
};

const indexOf = ({ table, columnId }: TableColumnTarget): number => {
  const at = table.columns.findIndex(({ id }) => id === columnId);
  if (at === -1) throw itemNotFound();
  return at;
};

const slice = (target: TableColumnTarget, area: Rect | undefined): Rect => {
  if (!area) throw itemNotFound();
  return rect(area.row, area.column + indexOf(target), area.rows, 1);
};

const wholeColumn = (target: TableColumnTarget): Rect => slice(target, target.table.range);

const setName = (target: TableColumnTarget, value: unknown): void => {
  const area = slice(target, headerOf(target.table) ?? target.table.range);
  unwrap(guardEdit(target.table.sheet, rect(area.row, area.column)));
  setColumnName(target.table, indexOf(target), text(value));
};

export const tableColumn: TypeDefinition<TableColumnTarget> = {
  identity: "Id",
  properties: {
    Id: readOnly(({ columnId }) => columnId),
    Index: readOnly(indexOf),
    Name: readWrite((target) => target.table.columns[indexOf(target)]?.name, setName),
    Values: readWrite(
      (target) => mapArea(wholeColumn(target), (row, column) => toWire(valueAt(target.table.sheet, row, column))),
      (target, value) => {
        const area = wholeColumn(target);
        unwrap(assignValues(target.table.sheet, area, gridOf(value, area.rows, 1)));
      },
    ),
  },
  objects: { Filter: (target) => remote("Filter", target) },
  methods: {
    GetRange: (target) => rangeAt(target.table.sheet, wholeColumn(target)),
    GetDataBodyRange: (target) => rangeAt(target.table.sheet, slice(target, bodyOf(target.table))),
    GetHeaderRowRange: (target) => rangeAt(target.table.sheet, slice(target, headerOf(target.table))),
    GetTotalRowRange: (target) => rangeAt(target.table.sheet, slice(target, totalsOf(target.table))),
    Delete: ({ table, columnId }) => {
      unwrap(deleteTableColumn(table, columnId));
      return null;
    },
  },
  exists: ({ table, columnId }) => !table.isDeleted && table.columns.some(({ id }) => id === columnId),
};

const FILTERS = [
  "Values",
  "Custom",
  "TopItems",
  "BottomItems",
  "TopPercent",
  "BottomPercent",
  "CellColor",
  "FontColor",
] as const;

const textOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw notImplemented("Filter.applyValuesFilter with dates");
};

const countCriteria = (
  filterOn: "TopItems" | "BottomItems" | "TopPercent" | "BottomPercent",
  value: unknown,
): FilterCriteria => ({
  filterOn,
  count: number(typeof value === "string" ? Number(value) : value),
});

const custom = (first: unknown, second: unknown, operator: unknown): FilterCriteria => {
  const criterion2 = isMissing(second) || second === "" ? undefined : text(second);
  const base = { filterOn: "Custom", criterion1: text(first) } as const;
  return criterion2 === undefined
    ? base
    : { ...base, criterion2, operator: oneOf(operator ?? "And", ["And", "Or"] as const) };
};

/** Reads `Excel.FilterCriteria`. */
export const readCriteria = (value: unknown): FilterCriteria => {
  const options = record(value);
  const filterOn = text(field(options, "filterOn"));
  if (!FILTERS.some((known) => known === filterOn)) throw notImplemented(`Filter on ${filterOn}`);
  if (filterOn === "Values") return { filterOn, values: list(field(options, "values"), textOf) };
  if (filterOn === "Custom")
    return custom(field(options, "criterion1"), field(options, "criterion2"), field(options, "operator"));
  if (filterOn === "CellColor" || filterOn === "FontColor") return { filterOn, color: color(field(options, "color")) };
  return countCriteria(
    oneOf(filterOn, ["TopItems", "BottomItems", "TopPercent", "BottomPercent"] as const),
    field(options, "criterion1"),
  );
};

/** `Excel.FilterCriteria` as it is read back. */
export const writeCriteria = (criteria: FilterCriteria): unknown =>
  "count" in criteria ? { filterOn: criteria.filterOn, criterion1: String(criteria.count) } : criteria;

const apply = ({ table, columnId }: TableColumnTarget, criteria: FilterCriteria | null): null => {
  unwrap(setTableFilter(table, columnId, criteria));
  return null;
};

export const filter: TypeDefinition<TableColumnTarget> = {
  properties: {
    Criteria: readOnly(({ table, columnId }) => {
      const criteria = table.filters.get(columnId);
      return criteria ? writeCriteria(criteria) : null;
    }),
  },
  methods: {
    Apply: (target, [criteria]) => apply(target, readCriteria(criteria)),
    ApplyValuesFilter: (target, [values]) => apply(target, { filterOn: "Values", values: list(values, textOf) }),
    ApplyCustomFilter: (target, [first, second, operator]) => apply(target, custom(first, second, operator)),
    ApplyTopItemsFilter: (target, [count]) => apply(target, countCriteria("TopItems", count)),
    ApplyBottomItemsFilter: (target, [count]) => apply(target, countCriteria("BottomItems", count)),
    ApplyTopPercentFilter: (target, [count]) => apply(target, countCriteria("TopPercent", count)),
    ApplyBottomPercentFilter: (target, [count]) => apply(target, countCriteria("BottomPercent", count)),
    ApplyCellColorFilter: (target, [value]) => apply(target, { filterOn: "CellColor", color: color(value) }),
    ApplyFontColorFilter: (target, [value]) => apply(target, { filterOn: "FontColor", color: color(value) }),
    Clear: (target) => apply(target, null),
  },
};
