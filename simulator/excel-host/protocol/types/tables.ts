import { parseAddress } from "../../model/address.ts";
import { clearTableFilters, reapplyTableFilters } from "../../model/filter.ts";
import {
  convertToRange,
  createTable,
  deleteTable,
  findTable,
  renameTable,
  resizeTable,
  tablesOf,
} from "../../model/table.ts";
import { bodyOf, headerOf, totalsOf } from "../../model/table-parts.ts";
import { setShowHeaders, setShowTotals } from "../../model/table-rows.ts";
import { sortTable } from "../../model/sort.ts";
import type { Table } from "../../model/types.ts";
import { invalidArgument, itemNotFound, unwrap } from "../api-error.ts";
import { flag, objectOf, text, whole } from "../arguments.ts";
import type { Property, TypeDefinition } from "../definition.ts";
import { readOnly, readWrite } from "../definition.ts";
import type { Owner, Remote } from "../targets.ts";
import { orNull, remote } from "../targets.ts";
import { areaOf, rangeArgument, rangeAt } from "./areas.ts";
import { readSortFields } from "./range-actions.ts";

const owned = ({ workbook, sheet }: Owner): readonly Table[] => (sheet ? sheet.tables : tablesOf(workbook));

const find = (owner: Owner, key: unknown): Table | undefined => {
  const found = findTable(owner.workbook, text(key));
  return found && owned(owner).includes(found) ? found : undefined;
};

const required = (table: Table | undefined): Remote => {
  if (!table) throw itemNotFound();
  return remote("Table", table);
};

const add = (owner: Owner, where: unknown, hasHeaders: unknown): Remote => {
  const home = owner.sheet ?? owner.workbook.activeSheet;
  const range = objectOf(where, "Range")?.target ?? rangeArgument(home, where);
  if (owner.sheet && range.sheet !== owner.sheet) throw invalidArgument();
  return remote("Table", unwrap(createTable(range.sheet, areaOf(range), flag(hasHeaders))));
};

export const tableCollection: TypeDefinition<Owner> = {
  properties: { Count: readOnly((owner) => owned(owner).length) },
  items: (owner) => owned(owner).map((table) => remote("Table", table)),
  methods: {
    Add: (owner, [where, hasHeaders]) => add(owner, where, hasHeaders),
    GetCount: (owner) => owned(owner).length,
    GetItem: (owner, [key]) => required(find(owner, key)),
    GetItemAt: (owner, [index]) => required(owned(owner)[whole(index)]),
    GetItemOrNullObject: (owner, [key]) => orNull(find(owner, key), (table) => remote("Table", table)),
  },
  events: { names: ["Added", "DataChanged", "Deleted"], targetId: ({ sheet }) => sheet?.id ?? "Workbook" },
};

/** Tables that touch a range. */
export const tableScopedCollection: TypeDefinition<readonly Table[]> = {
  items: (tables) => tables.map((table) => remote("Table", table)),
  methods: {
    GetCount: (tables) => tables.length,
    GetFirst: ([first]) => required(first),
    GetItem: (tables, [key]) => required(tables.find(({ name }) => name.toLowerCase() === text(key).toLowerCase())),
  },
};

type Switch =
  "showBandedRows" | "showBandedColumns" | "showFilterButton" | "highlightFirstColumn" | "highlightLastColumn";

const toggle = (key: Switch): Property<Table> =>
  readWrite(
    (table) => table[key],
    (table, value) => table.sheet.workbook.journal.set(table, key, flag(value)),
  );

const resize = (table: Table, where: unknown): null => {
  const range =
    typeof where === "string" && parseAddress(where)
      ? rangeArgument(table.sheet, where)
      : objectOf(where, "Range")?.target;
  if (!range || range.sheet !== table.sheet) throw invalidArgument();
  unwrap(resizeTable(table, areaOf(range)));
  return null;
};

export const table: TypeDefinition<Table> = {
  identity: "Id",
  properties: {
    Id: readOnly(({ id }) => id),
    LegacyId: readOnly(({ id }) => id),
    Name: readWrite(
      ({ name }) => name,
      (target, value) => unwrap(renameTable(target, text(value))),
    ),
    Style: readWrite(
      ({ style }) => style,
      (target, value) => target.sheet.workbook.journal.set(target, "style", text(value)),
    ),
    ShowHeaders: readWrite(
      ({ showHeaders }) => showHeaders,
      (target, value) => unwrap(setShowHeaders(target, flag(value))),
    ),
    ShowTotals: readWrite(
      ({ showTotals }) => showTotals,
      (target, value) => unwrap(setShowTotals(target, flag(value))),
    ),
    ShowBandedRows: toggle("showBandedRows"),
    ShowBandedColumns: toggle("showBandedColumns"),
    ShowFilterButton: toggle("showFilterButton"),
    HighlightFirstColumn: toggle("highlightFirstColumn"),
    HighlightLastColumn: toggle("highlightLastColumn"),
  },
  objects: {
    Rows: (target) => remote("TableRowCollection", target),
    Columns: (target) => remote("TableColumnCollection", target),
    Worksheet: ({ sheet }) => remote("Worksheet", sheet),
    Sort: (target) => remote("TableSort", target),
    AutoFilter: (target) => remote("AutoFilter", target),
  },
  methods: {
    GetRange: ({ sheet, range }) => rangeAt(sheet, range),
    GetDataBodyRange: (target) => rangeAt(target.sheet, bodyOf(target)),
    GetHeaderRowRange: (target) => {
      const header = headerOf(target);
      if (!header) throw itemNotFound();
      return rangeAt(target.sheet, header);
    },
    GetTotalRowRange: (target) => {
      const totals = totalsOf(target);
      if (!totals) throw itemNotFound();
      return rangeAt(target.sheet, totals);
    },
    Delete: (target) => {
      unwrap(deleteTable(target));
      return null;
    },
    ConvertToRange: (target) => rangeAt(target.sheet, unwrap(convertToRange(target))),
    Resize: (target, [where]) => resize(target, where),
    ClearFilters: (target) => {
      unwrap(clearTableFilters(target));
      return null;
    },
    ReapplyFilters: (target) => {
      reapplyTableFilters(target);
      return null;
    },
  },
  exists: ({ isDeleted, sheet }) => !isDeleted && !sheet.isDeleted,
  events: { names: ["DataChanged", "SelectionChanged"], targetId: ({ id }) => id },
};

export const tableSort: TypeDefinition<Table> = {
  properties: {
    Fields: readOnly(({ sortFields }) => sortFields.map(({ key, ascending }) => ({ key, ascending, sortOn: "Value" }))),
    MatchCase: readOnly(() => false),
    Method: readOnly(() => "PinYin"),
  },
  methods: {
    Apply: (target, [fields]) => {
      unwrap(sortTable(target, readSortFields(fields)));
      return null;
    },
    Clear: (target) => {
      target.sheet.workbook.journal.set(target, "sortFields", []);
      return null;
    },
    Reapply: (target) => {
      if (target.sortFields.length > 0) unwrap(sortTable(target, target.sortFields));
      return null;
    },
  },
};
