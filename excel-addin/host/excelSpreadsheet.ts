import { err, ok } from "#shared/domain/result.ts";
import type { NewTable, OwnColumns, Spreadsheet, Standing } from "#shared/ports/spreadsheet.ts";
import { appendRows } from "./appendRows.ts";
import { insertRows } from "./insertRows.ts";
import { inSilence, inWorkbook } from "./officeErrors.ts";
import { askRewritten, readParts, writeParts, type KnownParts } from "./parts.ts";
import { fillTable } from "./fillTable.ts";
import { locate, OKR_TABLE, otherName, type TableNames } from "./locate.ts";
import { readTable } from "./readTable.ts";
import { writeLists } from "./tableLook.ts";
import { watchWorkbook } from "./watching.ts";
import { writeSeen } from "./writeSeen.ts";

type Context = Excel.RequestContext;

const showCell = async (context: Context, names: TableNames, at: number, place: number): Promise<void> => {
  const { sheet, row, column } = await locate(context, names);
  sheet.activate();
  sheet.getRangeByIndexes(row + 1 + at, column + place, 1, 1).select();
  await context.sync();
};

/** Hints that somebody edited a table; what was edited is found by comparing, never by events. */
const watch = (listener: () => void): (() => void) => watchWorkbook(({ tables }) => tables.onChanged, listener);

/** Asks in the next sync whether the sheet of the table is protected; what comes back asks once more where it is. */
const askProtection = ({ workbook }: Context, names: TableNames) => {
  const asked = [otherName(names), names.table].map((name) => {
    const table = workbook.tables.getItemOrNullObject(name);
    const { protection } = table.worksheet;
    protection.load("protected");
    return { table, protection };
  });
  return async (): Promise<Standing["protection"]> => {
    const found = asked.find(({ table }) => !table.isNullObject);
    if (!found?.protection.protected) return "none";
    const cells = found.table.getDataBodyRange().format.protection;
    cells.load("locked");
    await found.table.context.sync();
    // Excel says null where some are locked and others are not.
    return (cells.locked as boolean | null) === false ? "unlocked" : "locked";
  };
};

const lookAt = async (context: Context, names: TableNames, known: KnownParts): Promise<Standing> => {
  const { workbook } = context;
  const { parts } = names;
  workbook.load("readOnly");
  const isRewritten = askRewritten(context, parts, "baseline", known);
  const protectionOf = askProtection(context, names);
  await context.sync();
  const { mode, url } = Office.context.document;
  return {
    readOnly: workbook.readOnly || mode === Office.DocumentMode.ReadOnly,
    protection: await protectionOf(),
    rewritten: isRewritten(),
    address: url || "",
  };
};

/** One of our tables in the workbook that is open in Excel. Requires ExcelApi 1.12. */
export const createExcelSpreadsheet = (names: TableNames = OKR_TABLE, known: KnownParts = new Map()): Spreadsheet => ({
  locale: () => Promise.resolve(Office.context.contentLanguage || Office.context.displayLanguage || "en-US"),
  read: () => inWorkbook((context) => readTable(context, names)),
  replace: (table: NewTable, own: OwnColumns) => inSilence((context) => fillTable(context, names, table, own)),
  write: (changes, seen) => inSilence((context) => writeSeen(context, changes, seen)),
  append: async (rows, headers) => {
    if (rows.length === 0) return ok(undefined);
    const appended = await inSilence((context) => appendRows(context, names, rows, headers));
    if (!appended.ok) return appended;
    return appended.value ? ok(undefined) : err({ type: "EditedMeanwhile" });
  },
  insert: (insertion) => inSilence((context) => insertRows(context, names, insertion)),
  writeLists: (columns) => inSilence((context) => writeLists(context, names.lists, columns)),
  show: (row, column) => inWorkbook((context) => showCell(context, names, row, column)),
  standing: () => inWorkbook((context) => lookAt(context, names, known)),
  readParts: (kind) => inWorkbook((context) => readParts(context, names.parts, kind, known)),
  writeParts: (parts) => inWorkbook((context) => writeParts(context, names.parts, parts, known)),
  onEdited: watch,
});
