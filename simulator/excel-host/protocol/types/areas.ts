// Shared by all types that stand for cells.
import type { ParsedAddress, Rect } from "../../model/address.ts";
import { isInsideSheet, parseAddress, quoteSheetName, rectAddress } from "../../model/address.ts";
import { nameArea } from "../../model/names.ts";
import { bodyOf } from "../../model/table-parts.ts";
import { findTable } from "../../model/table.ts";
import type { TrackedRange, Worksheet } from "../../model/types.ts";
import { findSheet } from "../../model/workbook.ts";
import { definedName } from "../../calc/resolve.ts";
import { ApiError, invalidArgument, itemNotFound } from "../api-error.ts";
import { objectOf, text } from "../arguments.ts";
import type { Areas, Remote } from "../targets.ts";
import { remote } from "../targets.ts";

/** The cells of a range as they are now. */
export const areaOf = ({ sheet, area }: TrackedRange): Rect => {
  if (sheet.isDeleted) throw itemNotFound();
  if (!area) throw new ApiError("InvalidReference", "This reference is not valid for the current operation.");
  return area;
};

export const rangeAt = (sheet: Worksheet, area: Rect): Remote<"Range"> => {
  if (!isInsideSheet(area)) throw invalidArgument();
  return remote("Range", { sheet, area });
};

export const areasOf = (range: TrackedRange): Areas => ({ sheet: range.sheet, ranges: [range] });

export const rectsOf = ({ ranges }: Areas): readonly Rect[] => ranges.map(areaOf);

export const fullAddress = (sheet: Worksheet, area: Rect): string =>
  `${quoteSheetName(sheet.name)}!${rectAddress(area)}`;

const placed = (home: Worksheet, { sheet: name, area }: ParsedAddress): TrackedRange => {
  const sheet = name === undefined ? home : findSheet(home.workbook, name);
  if (!sheet) throw itemNotFound();
  return { sheet, area };
};

/** Cells that an address, a defined name or a table's name stands for. */
export const findRange = (home: Worksheet, address: string): TrackedRange => {
  const parsed = parseAddress(address);
  if (parsed) return placed(home, parsed);
  const name = definedName(home.workbook, address, home);
  const named = name && nameArea(home.workbook, name);
  if (named) return named;
  const table = findTable(home.workbook, address);
  if (table) return { sheet: table.sheet, area: bodyOf(table) };
  throw invalidArgument();
};

/** An argument that may be a Range object or an address. */
export const rangeArgument = (home: Worksheet, value: unknown): TrackedRange =>
  objectOf(value, "Range")?.target ?? findRange(home, text(value));
