import type { EntryOutcome, Rect, Table, Workbook, Worksheet } from "#simulator/excel-host/model/index.ts";
import {
  addTable,
  createWorkbook,
  displayText,
  enterText,
  parseAddress,
  toWire,
  transact,
  valueAt,
  type Outcome,
} from "#simulator/excel-host/model/index.ts";
import { assignValues } from "#simulator/excel-host/model/write.ts";

/** 2026-11-25 12:00 UTC. */
const NOW = Date.UTC(2026, 10, 25, 12);

export const newWorkbook = (locale = "en-US"): Workbook => createWorkbook({ locale, now: () => NOW });

export const areaOf = (address: string): Rect => {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(`${address} is no address`);
  return parsed.area;
};

export const type = (sheet: Worksheet, address: string, text: string): EntryOutcome =>
  enterText(sheet, areaOf(address), text);

export const value = (sheet: Worksheet, address: string): string | number | boolean => {
  const { row, column } = areaOf(address);
  return toWire(valueAt(sheet, row, column));
};

export const shown = (sheet: Worksheet, address: string): string => {
  const { row, column } = areaOf(address);
  return displayText(sheet, row, column);
};

/** Puts rows of values down from a cell, as an add-in would. */
export const put = (
  sheet: Worksheet,
  address: string,
  rows: readonly (readonly (string | number | boolean)[])[],
): void => {
  const start = areaOf(address);
  const area = { ...start, rows: rows.length, columns: rows[0]?.length ?? 0 };
  transact(sheet.workbook, { origin: "addIn", label: "put" }, () => {
    expectDone(assignValues(sheet, area, (row, column) => rows[row]?.[column] ?? null));
  });
};

export const expectDone = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome.value;
};

/** A table of ID, Title, Progress with the given rows at A1. */
export const okrTable = (sheet: Worksheet, rows: readonly (readonly (string | number)[])[]): Table => {
  put(sheet, "A1", [["ID", "Title", "Progress"], ...rows]);
  return expectDone(addTable(sheet, areaOf(`A1:C${rows.length + 1}`), true));
};

/** Value of a formula in a sheet where A1:A4 hold 1, 2, 3 and "x", B1:B4 hold 10, 20, 30, 40. */
export const calculated = (formula: string): string | number | boolean => {
  const sheet = newWorkbook().activeSheet;
  put(sheet, "A1", [
    [1, 10],
    [2, 20],
    [3, 30],
    ["x", 40],
  ]);
  type(sheet, "D1", formula);
  return value(sheet, "D1");
};
