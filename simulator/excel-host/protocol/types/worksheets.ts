import { MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET, rect } from "../../model/address.ts";
import { usedArea } from "../../model/cells.ts";
import { findCells } from "../../model/find.ts";
import { activateSheet, addSheet, deleteSheet, moveSheet, renameSheet, setSheetVisibility } from "../../model/sheet.ts";
import { copySheet } from "../../model/sheet-copy.ts";
import type { Workbook, Worksheet } from "../../model/types.ts";
import { findSheet } from "../../model/workbook.ts";
import { invalidArgument, itemNotFound, unwrap } from "../api-error.ts";
import { field, flag, isMissing, number, objectOf, oneOf, optional, record, text, whole } from "../arguments.ts";
import type { Property, TypeDefinition } from "../definition.ts";
import { readOnly, readWrite } from "../definition.ts";
import type { Remote } from "../targets.ts";
import { NULL_OBJECT, onSheet, orNull, remote } from "../targets.ts";
import { findRange, rangeAt } from "./areas.ts";
import { color } from "./format-access.ts";
import { areasRemote } from "./special-cells.ts";

const sheetEvents = [
  "Activated",
  "Calculated",
  "ColumnSorted",
  "DataChanged",
  "Deactivated",
  "NameChanged",
  "VisibilityChanged",
  "FormatChanged",
  "FormulaChanged",
  "ProtectionChanged",
  "RowHiddenChanged",
  "RowSorted",
  "SelectionChanged",
  "SingleClicked",
] as const;

const asRemote = (sheet: Worksheet): Remote<"Worksheet"> => remote("Worksheet", sheet);

const required = (sheet: Worksheet | undefined): Remote => {
  if (!sheet) throw itemNotFound();
  return asRemote(sheet);
};

const visible = (sheets: readonly Worksheet[], onlyVisible: unknown): readonly Worksheet[] =>
  optional(onlyVisible, flag) === true ? sheets.filter(({ visibility }) => visibility === "Visible") : sheets;

export const worksheetCollection: TypeDefinition<Workbook> = {
  items: ({ sheets }) => sheets.map(asRemote),
  methods: {
    Add: (workbook, [name]) => asRemote(unwrap(addSheet(workbook, optional(name, text)))),
    GetActiveWorksheet: ({ activeSheet }) => asRemote(activeSheet),
    GetCount: ({ sheets }, [onlyVisible]) => visible(sheets, onlyVisible).length,
    GetFirst: ({ sheets }, [onlyVisible]) => required(visible(sheets, onlyVisible)[0]),
    GetLast: ({ sheets }, [onlyVisible]) => required(visible(sheets, onlyVisible).at(-1)),
    GetItem: (workbook, [key]) => required(findSheet(workbook, text(key))),
    GetItemOrNullObject: (workbook, [key]) => orNull(findSheet(workbook, text(key)), asRemote),
  },
  events: { names: [...sheetEvents, "Added", "Deleted", "Moved"], targetId: () => "Workbook" },
};

/** The next or previous sheet, only among visible ones when asked. */
const neighbour = (sheet: Worksheet, step: 1 | -1, onlyVisible: unknown): Worksheet | undefined => {
  const { sheets } = sheet.workbook;
  const isWanted = (other: Worksheet): boolean =>
    optional(onlyVisible, flag) !== true || other.visibility === "Visible";
  const at = sheets.indexOf(sheet);
  const candidates = step === 1 ? sheets.slice(at + 1) : sheets.slice(0, at).toReversed();
  return candidates.find(isWanted);
};

const used = (sheet: Worksheet, valuesOnly: unknown) => {
  sheet.workbook.calculator.run();
  return usedArea(sheet, WHOLE_SHEET, optional(valuesOnly, flag) ?? false);
};

const setTabColor = (sheet: Worksheet, value: unknown): void =>
  sheet.workbook.journal.set(sheet, "tabColor", text(value) === "" ? "" : color(value));

type Shown = "showGridlines" | "showHeadings";

const shown = (key: Shown): Property<Worksheet> =>
  readWrite(
    (sheet) => sheet[key],
    (sheet, value) => sheet.workbook.journal.set(sheet, key, flag(value)),
  );

const copy = (sheet: Worksheet, position: unknown, relativeTo: unknown): Remote => {
  const { sheets } = sheet.workbook;
  const other = objectOf(relativeTo, "Worksheet")?.target;
  const kind = oneOf(position ?? "None", ["None", "Before", "After", "Beginning", "End"] as const);
  const at = { None: sheets.length, End: sheets.length, Beginning: 0, Before: 0, After: 0 }[kind];
  const isBeside = kind === "Before" || kind === "After";
  if (isBeside && !other) throw invalidArgument();
  const beside = other ? sheets.indexOf(other) + (kind === "After" ? 1 : 0) : 0;
  return asRemote(unwrap(copySheet(sheet, isBeside ? beside : at)));
};

const ranges = (sheet: Worksheet, addresses: unknown): Remote => {
  const parts = isMissing(addresses)
    ? []
    : text(addresses)
        .split(",")
        .map((part) => findRange(sheet, part.trim()));
  if (parts.some((part) => part.sheet !== sheet)) throw invalidArgument();
  return parts.length === 0 ? areasRemote(sheet, [WHOLE_SHEET]) : remote("RangeAreas", { sheet, ranges: parts });
};

const findAll = (sheet: Worksheet, sought: unknown, criteria: unknown): Remote | typeof NULL_OBJECT => {
  const options = record(criteria);
  const found = findCells(sheet, WHOLE_SHEET, text(sought), {
    completeMatch: optional(field(options, "completeMatch"), flag) ?? false,
    matchCase: optional(field(options, "matchCase"), flag) ?? false,
  });
  return found.length === 0 ? NULL_OBJECT : areasRemote(sheet, found);
};

export const worksheet: TypeDefinition<Worksheet> = {
  identity: "Id",
  properties: {
    Id: readOnly(({ id }) => id),
    Name: readWrite(
      ({ name }) => name,
      (sheet, value) => unwrap(renameSheet(sheet, text(value))),
    ),
    Position: readWrite(
      (sheet) => sheet.workbook.sheets.indexOf(sheet),
      (sheet, value) => unwrap(moveSheet(sheet, whole(value))),
    ),
    Visibility: readWrite(
      ({ visibility }) => visibility,
      (sheet, value) => unwrap(setSheetVisibility(sheet, oneOf(value, ["Visible", "Hidden", "VeryHidden"] as const))),
    ),
    TabColor: readWrite(({ tabColor }) => tabColor, setTabColor),
    // Read under one name and written under another. (B)
    ShowGridlines: shown("showGridlines"),
    Gridlines: shown("showGridlines"),
    ShowHeadings: shown("showHeadings"),
    Headings: shown("showHeadings"),
    StandardHeight: readOnly(() => 15),
    StandardWidth: readWrite(
      ({ standardWidth }) => standardWidth ?? 48,
      (sheet, value) => sheet.workbook.journal.set(sheet, "standardWidth", number(value)),
    ),
  },
  objects: {
    Tables: (sheet) => remote("TableCollection", onSheet(sheet)),
    Names: (sheet) => remote("NamedItemCollection", onSheet(sheet)),
    Protection: (sheet) => remote("WorksheetProtection", sheet),
    FreezePanes: (sheet) => remote("WorksheetFreezePanes", sheet),
    PageLayout: (sheet) => remote("PageLayout", sheet),
    AutoFilter: (sheet) => remote("AutoFilter", sheet),
    Charts: (sheet) => remote("ChartCollection", sheet),
    CustomProperties: (sheet) => remote("WorksheetCustomPropertyCollection", sheet),
  },
  methods: {
    Activate: (sheet) => {
      unwrap(activateSheet(sheet));
      return null;
    },
    Calculate: (sheet) => {
      sheet.workbook.calculator.recalculateAll(false);
      return null;
    },
    Delete: (sheet) => {
      unwrap(deleteSheet(sheet));
      return null;
    },
    Copy: (sheet, [position, relativeTo]) => copy(sheet, position, relativeTo),
    GetCell: (sheet, [row, column]) => rangeAt(sheet, rect(whole(row), whole(column))),
    GetRange: (sheet, [address]) => {
      if (isMissing(address)) return rangeAt(sheet, rect(0, 0, MAX_ROWS, MAX_COLUMNS));
      const found = findRange(sheet, text(address));
      return remote("Range", found);
    },
    GetRangeByIndexes: (sheet, [row, column, rows, columns]) =>
      rangeAt(sheet, rect(whole(row), whole(column), whole(rows), whole(columns))),
    GetRanges: (sheet, [addresses]) => ranges(sheet, addresses),
    GetUsedRange: (sheet, [valuesOnly]) => rangeAt(sheet, used(sheet, valuesOnly) ?? rect(0, 0)),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly]) => orNull(used(sheet, valuesOnly), (area) => rangeAt(sheet, area)),
    GetNext: (sheet, [onlyVisible]) => required(neighbour(sheet, 1, onlyVisible)),
    GetNextOrNullObject: (sheet, [onlyVisible]) => orNull(neighbour(sheet, 1, onlyVisible), asRemote),
    GetPrevious: (sheet, [onlyVisible]) => required(neighbour(sheet, -1, onlyVisible)),
    GetPreviousOrNullObject: (sheet, [onlyVisible]) => orNull(neighbour(sheet, -1, onlyVisible), asRemote),
    FindAll: (sheet, [sought, criteria]) => {
      const found = findAll(sheet, sought, criteria);
      if (found === NULL_OBJECT) throw itemNotFound();
      return found;
    },
    FindAllOrNullObject: (sheet, [sought, criteria]) => findAll(sheet, sought, criteria),
  },
  exists: ({ isDeleted }) => !isDeleted,
  events: { names: sheetEvents, targetId: ({ id }) => id },
};
