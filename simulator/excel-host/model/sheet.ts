import { DEFAULT_PAGE_LAYOUT } from "./rules.ts";
import type { Position, Rect } from "./address.ts";
import { WHOLE_SHEET, containsCell, rect, sameRect } from "./address.ts";
import { emit, eventOrigin } from "./emit.ts";
import { DEFAULT_FORMAT } from "./format.ts";
import { createGrid } from "./grid.ts";
import { refused, type Outcome, done } from "./outcome.ts";
import type { Selection, SheetVisibility, Workbook, Worksheet } from "./types.ts";
import { renameSheetInFormulas } from "./references.ts";

const sheetId = (workbook: Workbook): string => {
  const number = workbook.nextId;
  workbook.nextId += 1;
  return `{00000000-0001-0000-${String(number).padStart(4, "0")}-000000000000}`;
};

export const createSheet = (workbook: Workbook, name: string, id = sheetId(workbook)): Worksheet => ({
  id,
  workbook,
  cells: createGrid(),
  name,
  visibility: "Visible",
  tabColor: "",
  showGridlines: true,
  showHeadings: true,
  defaultFormat: DEFAULT_FORMAT,
  standardWidth: null,
  columns: new Map(),
  rows: new Map(),
  tables: [],
  merged: [],
  validations: [],
  conditionalFormats: [],
  charts: [],
  autoFilter: null,
  frozen: null,
  pageLayout: DEFAULT_PAGE_LAYOUT,
  protection: null,
  customProperties: new Map(),
  isDeleted: false,
});

/** Excel's rules for sheet names: 1-31 characters, none of \ / ? * [ ] :, no apostrophe at either end, unique. */
const checkName = (workbook: Workbook, name: string, self?: Worksheet): Outcome<string> => {
  if (name === "" || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name) || name.toLowerCase() === "history") {
    return refused("InvalidArgument", "The sheet name is not valid.");
  }
  const taken = workbook.sheets.some((sheet) => sheet !== self && sheet.name.toLowerCase() === name.toLowerCase());
  return taken
    ? refused("ItemAlreadyExists", "A resource of the same type and identifier already exists.")
    : done(name);
};

const freeName = (workbook: Workbook): string => {
  const taken = new Set(workbook.sheets.map((sheet) => sheet.name.toLowerCase()));
  let number = workbook.sheets.length + 1;
  while (taken.has(`sheet${number}`)) number += 1;
  return `Sheet${number}`;
};

/** Adds an empty sheet at the end (or at `position`); it does not become active. */
export const addSheet = (workbook: Workbook, name?: string, position?: number): Outcome<Worksheet> => {
  const checked = checkName(workbook, name ?? freeName(workbook));
  if (!checked.ok) return checked;
  const sheet = createSheet(workbook, checked.value);
  workbook.journal.set(workbook, "sheets", workbook.sheets.toSpliced(position ?? workbook.sheets.length, 0, sheet));
  workbook.calculator.invalidate();
  emit(workbook, { type: "added", ...eventOrigin(workbook), sheetId: sheet.id });
  return done(sheet);
};

const visibleSheets = (workbook: Workbook): readonly Worksheet[] =>
  workbook.sheets.filter((sheet) => sheet.visibility === "Visible");

/** Deletes a sheet; Excel forgets the undo steps then. */
export const deleteSheet = (sheet: Worksheet): Outcome<undefined> => {
  const { workbook } = sheet;
  if (sheet.visibility === "VeryHidden") {
    return refused("InvalidOperation", "A worksheet whose visibility is VeryHidden can't be deleted.");
  }
  const next = visibleSheets(workbook).find((other) => other !== sheet);
  if (!next) return refused("InvalidOperation", "A workbook must contain at least one visible worksheet.");
  if (workbook.activeSheet === sheet) activateSheet(next);
  for (const table of sheet.tables) table.isDeleted = true;
  workbook.sheets = workbook.sheets.filter((other) => other !== sheet);
  workbook.names = workbook.names.filter((name) => name.scope !== sheet);
  sheet.isDeleted = true;
  renameSheetInFormulas(workbook, sheet.name, null);
  workbook.calculator.invalidate();
  workbook.journal.forget();
  emit(workbook, { type: "deleted", ...eventOrigin(workbook), sheetId: sheet.id });
  return done(undefined);
};

export const renameSheet = (sheet: Worksheet, name: string): Outcome<undefined> => {
  const checked = checkName(sheet.workbook, name, sheet);
  if (!checked.ok) return checked;
  const nameBefore = sheet.name;
  if (nameBefore === name) return done(undefined);
  sheet.workbook.journal.set(sheet, "name", name);
  renameSheetInFormulas(sheet.workbook, nameBefore, name);
  sheet.workbook.calculator.invalidate();
  const origin = eventOrigin(sheet.workbook);
  emit(sheet.workbook, { type: "nameChanged", ...origin, sheetId: sheet.id, nameBefore, nameAfter: name });
  return done(undefined);
};

/** Moves a sheet to another place among the tabs, hidden ones counted. */
export const moveSheet = (sheet: Worksheet, position: number): Outcome<undefined> => {
  const { workbook } = sheet;
  const positionBefore = workbook.sheets.indexOf(sheet);
  if (!Number.isInteger(position) || position < 0 || position >= workbook.sheets.length) {
    return refused("InvalidArgument", "The position is outside the workbook.");
  }
  const others = workbook.sheets.filter((other) => other !== sheet);
  workbook.journal.set(workbook, "sheets", others.toSpliced(position, 0, sheet));
  const origin = eventOrigin(workbook);
  emit(workbook, { type: "moved", ...origin, sheetId: sheet.id, positionBefore, positionAfter: position });
  return done(undefined);
};

export const setSheetVisibility = (sheet: Worksheet, visibility: SheetVisibility): Outcome<undefined> => {
  const { workbook } = sheet;
  const visibilityBefore = sheet.visibility;
  if (visibilityBefore === visibility) return done(undefined);
  const next = visibleSheets(workbook).find((other) => other !== sheet);
  if (visibility !== "Visible") {
    if (!next) return refused("InvalidOperation", "A workbook must contain at least one visible worksheet.");
    if (workbook.activeSheet === sheet) activateSheet(next);
  }
  workbook.journal.set(sheet, "visibility", visibility);
  const origin = eventOrigin(workbook);
  emit(workbook, {
    type: "visibilityChanged",
    ...origin,
    sheetId: sheet.id,
    visibilityBefore,
    visibilityAfter: visibility,
  });
  return done(undefined);
};

/** Shows a sheet. Selection and active sheet are not part of undo. */
export const activateSheet = (sheet: Worksheet): Outcome<undefined> => {
  const { workbook } = sheet;
  if (sheet.visibility !== "Visible") return refused("InvalidOperation", "A hidden worksheet can't be activated.");
  const before = workbook.activeSheet;
  if (before === sheet) return done(undefined);
  workbook.activeSheet = sheet;
  const origin = eventOrigin(workbook);
  if (!before.isDeleted) emit(workbook, { type: "deactivated", ...origin, sheetId: before.id });
  emit(workbook, { type: "activated", ...origin, sheetId: sheet.id });
  return done(undefined);
};

const FIRST_CELL = rect(0, 0);

/** Selection of a sheet, of the active one by default; A1 when nothing was selected yet. */
export const selectionOf = (workbook: Workbook, sheet: Worksheet = workbook.activeSheet): Selection =>
  workbook.selections.get(sheet.id) ?? { sheet, areas: [FIRST_CELL], active: FIRST_CELL };

const tableSelections = (sheet: Worksheet, areas: readonly Rect[]): void => {
  const [main] = areas;
  const origin = eventOrigin(sheet.workbook);
  for (const table of sheet.tables) {
    const area = main && containsCell(table.range, main.row, main.column) ? main : null;
    emit(sheet.workbook, { type: "tableSelectionChanged", ...origin, sheetId: sheet.id, tableId: table.id, area });
  }
};

/** Selects areas of a sheet and shows the sheet; `active` is the cell that takes typing. */
export const select = (sheet: Worksheet, areas: readonly Rect[], active?: Position): Outcome<undefined> => {
  const shown = activateSheet(sheet);
  const [main = WHOLE_SHEET] = areas;
  if (!shown.ok) return shown;
  const { workbook } = sheet;
  const before = selectionOf(workbook, sheet);
  const next: Selection = { sheet, areas, active: active ?? { row: main.row, column: main.column } };
  workbook.selections.set(sheet.id, next);
  const isSame =
    before.areas.length === areas.length && before.areas.every((area, i) => sameRect(area, areas[i] ?? area));
  if (isSame) return done(undefined);
  emit(workbook, { type: "selectionChanged", ...eventOrigin(workbook), sheetId: sheet.id, areas });
  tableSelections(sheet, areas);
  return done(undefined);
};
