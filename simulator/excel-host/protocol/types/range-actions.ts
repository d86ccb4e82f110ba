// Methods that change cells.
import { isEntireColumns, isEntireRows, rect } from "../../model/address.ts";
import type { ClearKind } from "../../model/clear.ts";
import { clearArea } from "../../model/clear.ts";
import { copyArea, fillArea, pasteClipboard } from "../../model/clipboard.ts";
import { findCells, removeDuplicates, replaceCells } from "../../model/find.ts";
import { moveArea } from "../../model/move.ts";
import { select } from "../../model/sheet.ts";
import { sortColumns, sortRows } from "../../model/sort.ts";
import { deleteCells, insertCells } from "../../model/structure.ts";
import type { SortField } from "../../model/rules.ts";
import type { TrackedRange } from "../../model/types.ts";
import { ApiError, invalidArgument, itemNotFound, unwrap } from "../api-error.ts";
import { field, flag, isMissing, list, oneOf, optional, record, text, whole } from "../arguments.ts";
import type { Method, TypeDefinition } from "../definition.ts";
import { NULL_OBJECT } from "../targets.ts";
import { areaOf, rangeArgument, rangeAt } from "./areas.ts";
import { cellProperties } from "./cell-properties.ts";
import { mergedAreas } from "./merged-areas.ts";
import { specialCells, specialCellsOrNull } from "./special-cells.ts";

type RangeMethod = Method<TrackedRange>;

export const CLEAR_KINDS: readonly ClearKind[] = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"];

const insert: RangeMethod = (range, [shift]) => {
  const area = areaOf(range);
  const isRight = oneOf(shift, ["Down", "Right"] as const) === "Right";
  const isColumns = isEntireColumns(area) || (isRight && !isEntireRows(area));
  return rangeAt(range.sheet, unwrap(insertCells(range.sheet, area, isColumns ? "columns" : "rows")));
};

const remove: RangeMethod = (range, [shift]) => {
  const area = areaOf(range);
  const isLeft = oneOf(shift, ["Up", "Left"] as const) === "Left";
  const isColumns = isEntireColumns(area) || (isLeft && !isEntireRows(area));
  unwrap(deleteCells(range.sheet, area, isColumns ? "columns" : "rows"));
  return null;
};

const copyFrom: RangeMethod = (range, [source, kind, skipBlanks, transpose]) => {
  const from = rangeArgument(range.sheet, source);
  const what = oneOf(kind ?? "All", ["All", "Formulas", "Values", "Formats"] as const);
  const options = { skipBlanks: optional(skipBlanks, flag) ?? false, transpose: optional(transpose, flag) ?? false };
  unwrap(pasteClipboard(range.sheet, areaOf(range), copyArea(from.sheet, areaOf(from)), what, options));
  return null;
};

const FILLS = ["FillDefault", "FillCopy", "FillSeries", "FillValues", "FillFormats"] as const;

const autoFill: RangeMethod = (range, [destination, kind]) => {
  const target = isMissing(destination) ? undefined : rangeArgument(range.sheet, destination);
  if (!target || target.sheet !== range.sheet) throw invalidArgument();
  unwrap(fillArea(range.sheet, areaOf(range), areaOf(target), oneOf(kind ?? "FillDefault", FILLS)));
  return null;
};

const moveTo: RangeMethod = (range, [destination]) => {
  const target = rangeArgument(range.sheet, destination);
  const area = unwrap(moveArea(range.sheet, areaOf(range), target.sheet, areaOf(target)));
  if (target.sheet === range.sheet) range.area = area;
  return null;
};

const criteriaOf = (value: unknown): { readonly completeMatch: boolean; readonly matchCase: boolean } => {
  const options = isMissing(value) ? {} : record(value);
  return {
    completeMatch: optional(field(options, "completeMatch"), flag) ?? false,
    matchCase: optional(field(options, "matchCase"), flag) ?? false,
  };
};

const find: RangeMethod = (range, [sought, criteria]) => {
  const [first] = findCells(range.sheet, areaOf(range), text(sought), criteriaOf(criteria));
  return first && rangeAt(range.sheet, first);
};

export const readSortFields = (value: unknown): readonly SortField[] =>
  list(value, (entry) => {
    const options = record(entry);
    const sortOn = optional(field(options, "sortOn"), text) ?? "Value";
    if (sortOn !== "Value") throw new ApiError("ApiNotFound", `Simulator: sorting on ${sortOn} is not implemented`);
    return { key: whole(field(options, "key")), ascending: optional(field(options, "ascending"), flag) ?? true };
  });

/** `Range.sort`: rows by default; with `hasHeaders` the first row stays. */
export const rangeSort: TypeDefinition<TrackedRange> = {
  methods: {
    Apply: (range, [fields, , hasHeaders, orientation]) => {
      const area = areaOf(range);
      const keys = readSortFields(fields);
      const skip = optional(hasHeaders, flag) === true ? 1 : 0;
      if (oneOf(orientation ?? "Rows", ["Rows", "Columns"] as const) === "Columns") {
        unwrap(sortColumns(range.sheet, rect(area.row, area.column + skip, area.rows, area.columns - skip), keys));
      } else unwrap(sortRows(range.sheet, rect(area.row + skip, area.column, area.rows - skip, area.columns), keys));
      return null;
    },
  },
};

const replaceAll: RangeMethod = (range, [sought, replacement, criteria]) =>
  unwrap(replaceCells(range.sheet, areaOf(range), text(sought), text(replacement), criteriaOf(criteria)));

const validateSize: RangeMethod = (range, [rows, columns]) => {
  const area = areaOf(range);
  if (area.rows !== rows || area.columns !== columns) {
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return null;
};

export const rangeActions: Readonly<Record<string, RangeMethod>> = {
  _ValidateArraySize: validateSize,
  Clear: (range, [kind]) => {
    unwrap(clearArea(range.sheet, areaOf(range), oneOf(kind ?? "All", CLEAR_KINDS)));
    return null;
  },
  Insert: insert,
  Delete: remove,
  Select: (range) => {
    unwrap(select(range.sheet, [areaOf(range)]));
    return null;
  },
  Calculate: ({ sheet }) => {
    sheet.workbook.calculator.recalculateAll(false);
    return null;
  },
  CopyFrom: copyFrom,
  AutoFill: autoFill,
  MoveTo: moveTo,
  Find: (range, args, session) => {
    const found = find(range, args, session);
    if (!found) throw itemNotFound();
    return found;
  },
  FindOrNullObject: (range, args, session) => find(range, args, session) ?? NULL_OBJECT,
  ReplaceAll: replaceAll,
  RemoveDuplicates: (range, [columns, includesHeader]) =>
    unwrap(removeDuplicates(range.sheet, areaOf(range), list(columns, whole), flag(includesHeader))),
  GetSpecialCells: (range, [type, valueType]) => specialCells(range, type, valueType),
  GetMergedAreasOrNullObject: (range) => mergedAreas(range),
  GetSpecialCellsOrNullObject: (range, [type, valueType]) => specialCellsOrNull(range, type, valueType),
  SetDirty: () => null,
  ...cellProperties,
};
