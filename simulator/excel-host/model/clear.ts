import type { Rect } from "./address.ts";
import { intersects, subtract } from "./address.ts";
import { inheritedFormat, storeCell, valueAt } from "./cells.ts";
import { emit, eventOrigin } from "./emit.ts";
import type { Cell } from "./grid.ts";
import { restyle } from "./formatting.ts";
import type { Outcome } from "./outcome.ts";
import { done } from "./outcome.ts";
import { guardEdit, guardOption } from "./protection.ts";
import type { Worksheet } from "./types.ts";
import { DEFAULT_FORMAT } from "./format.ts";
import { afterWrite } from "./write.ts";

/** "ClearApplyTo" of the Excel API. */
export type ClearKind = "All" | "Formats" | "Contents" | "Hyperlinks" | "RemoveHyperlinks";

const clearContents = (sheet: Worksheet, area: Rect): void => {
  for (const { row, column, cell } of sheet.cells.within(area)) {
    if (cell.spilledFrom) continue;
    const isPlain = cell.format === inheritedFormat(sheet, row, column);
    storeCell(sheet, row, column, isPlain ? undefined : { value: null, formula: null, format: cell.format });
  }
};

const clearFormats = (sheet: Worksheet, area: Rect): void => {
  restyle(sheet, area, () => DEFAULT_FORMAT);
  const { journal } = sheet.workbook;
  const kept = sheet.conditionalFormats
    .map((format) => ({ ...format, areas: format.areas.flatMap((part) => subtract(part, area)) }))
    .filter((format) => format.areas.length > 0);
  journal.set(sheet, "conditionalFormats", kept);
  emit(sheet.workbook, { type: "formatChanged", ...eventOrigin(sheet.workbook), sheetId: sheet.id, area });
};

const clearLinks = (sheet: Worksheet, area: Rect): void => {
  for (const { row, column, cell } of sheet.cells.within(area)) {
    if (!cell.hyperlink) continue;
    const { hyperlink: _link, ...rest } = cell;
    storeCell(sheet, row, column, rest satisfies Cell);
  }
};

const clearValidations = (sheet: Worksheet, area: Rect): void => {
  const kept = sheet.validations
    .map((entry) => ({ ...entry, areas: entry.areas.flatMap((part) => subtract(part, area)) }))
    .filter((entry) => entry.areas.length > 0);
  sheet.workbook.journal.set(sheet, "validations", kept);
};

const clearParts = (sheet: Worksheet, area: Rect, kind: ClearKind): void => {
  const isAll = kind === "All";
  if (isAll || kind === "Contents") clearContents(sheet, area);
  if (isAll || kind === "Formats") clearFormats(sheet, area);
  if (isAll || kind === "Hyperlinks" || kind === "RemoveHyperlinks") clearLinks(sheet, area);
  const hasValidation = sheet.validations.some(({ areas }) => areas.some((part) => intersects(part, area)));
  if (isAll && hasValidation) clearValidations(sheet, area);
};

/** Empties an area. "All" takes contents, formats, links and validations. */
export const clearArea = (sheet: Worksheet, area: Rect, kind: ClearKind): Outcome<undefined> => {
  const allowed = kind === "Formats" ? guardOption(sheet, "allowFormatCells") : guardEdit(sheet, area);
  if (!allowed.ok) return allowed;
  const before = valueAt(sheet, area.row, area.column);
  clearParts(sheet, area, kind);
  if (kind === "Contents" || kind === "All") afterWrite(sheet, area, before);
  return done(undefined);
};
