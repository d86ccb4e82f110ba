import type { Rect } from "./address.ts";
import { lastRow, rect } from "./address.ts";
import { cellAt, mapArea, storeCell, valueAt } from "./cells.ts";
import { displayText, editText } from "./display.ts";
import { emitChanged } from "./emit.ts";
import type { Outcome } from "./outcome.ts";
import { done } from "./outcome.ts";
import { guardEdit } from "./protection.ts";
import { readTyped } from "./typed-input.ts";
import type { Worksheet } from "./types.ts";
import { toWire } from "./value.ts";
import { afterWrite, putInput, typingContext } from "./write.ts";

export interface SearchCriteria {
  /** The whole cell must equal the text. */
  readonly completeMatch: boolean;
  readonly matchCase: boolean;
}

const matcher = (sought: string, { completeMatch, matchCase }: SearchCriteria): ((text: string) => boolean) => {
  const fold = (text: string): string => (matchCase ? text : text.toLowerCase());
  const wanted = fold(sought);
  return (text) => (completeMatch ? fold(text) === wanted : fold(text).includes(wanted));
};

/** Cells whose text or formula contains what is sought, row by row. */
export const findCells = (sheet: Worksheet, area: Rect, sought: string, criteria: SearchCriteria): readonly Rect[] => {
  const isMatch = matcher(sought, criteria);
  return sheet.cells
    .within(area)
    .filter(({ row, column, cell }) => isMatch(cell.formula ?? displayText(sheet, row, column)))
    .map(({ row, column }) => rect(row, column));
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Replaces text inside cells; answers the number of replacements. */
export const replaceCells = (
  sheet: Worksheet,
  area: Rect,
  sought: string,
  replacement: string,
  criteria: SearchCriteria,
): Outcome<number> => {
  const allowed = guardEdit(sheet, area);
  if (!allowed.ok) return allowed;
  const pattern = new RegExp(
    criteria.completeMatch ? `^${escaped(sought)}$` : escaped(sought),
    criteria.matchCase ? "g" : "gi",
  );
  let count = 0;
  for (const { row, column } of findCells(sheet, area, sought, criteria)) {
    const text = editText(sheet, row, column);
    const next = text.replaceAll(pattern, () => {
      count += 1;
      return replacement;
    });
    const before = valueAt(sheet, row, column);
    const input = readTyped(next, typingContext(sheet, cellAt(sheet, row, column).format.numberFormat));
    if (input.type === "invalidFormula") continue;
    putInput(sheet, row, column, input);
    afterWrite(sheet, rect(row, column), before);
  }
  return done(count);
};

export interface DuplicatesResult {
  readonly removed: number;
  readonly uniqueRemaining: number;
}

/** Keeps the first of rows that agree in the given columns (offsets); the others close up. */
export const removeDuplicates = (
  sheet: Worksheet,
  area: Rect,
  columns: readonly number[],
  includesHeader: boolean,
): Outcome<DuplicatesResult> => {
  const allowed = guardEdit(sheet, area);
  if (!allowed.ok) return allowed;
  const top = includesHeader ? 1 : 0;
  const rows = mapArea(rect(area.row + top, area.column, area.rows - top, area.columns), (row, column) =>
    cellAt(sheet, row, column),
  );
  const seen = new Set<string>();
  const kept = rows.filter((line) => {
    const key = JSON.stringify(
      columns.map((column) => toWire(line[column]?.value ?? null)).map((v) => String(v).toLowerCase()),
    );
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
  for (let i = 0; i < rows.length; i += 1) {
    for (let j = 0; j < area.columns; j += 1) {
      storeCell(sheet, area.row + top + i, area.column + j, kept[i]?.[j]);
    }
  }
  emitChanged(sheet, rect(area.row, area.column, lastRow(area) - area.row + 1, area.columns));
  return done({ removed: rows.length - kept.length, uniqueRemaining: kept.length });
};
