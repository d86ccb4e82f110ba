import { describe, expect, it } from "@jest/globals";
import {
  canEdit,
  columnWidth,
  hideRows,
  onEvent,
  protectSheet,
  recalculate,
  rectAddress,
  removeTable,
  rowHeight,
  setColumnWidth,
  setRowHeight,
  undo,
  unprotectSheet,
} from "#simulator/excel-host/model/index.ts";
import { areaOf, expectDone, newWorkbook, okrTable, put, type, value } from "../support.ts";

const ROWS = [
  [1, "Grow", 0.5],
  [2, "Ship", 1],
] as const;

describe("rows, columns, protection", () => {
  it("[EH51] keeps sizes in points and shows hidden ones as 0", () => {
    const sheet = newWorkbook().activeSheet;
    expectDone(setRowHeight(sheet, 1, 2, 30));
    expectDone(setColumnWidth(sheet, 0, 1, 100));
    expectDone(hideRows(sheet, 2, 1, true));
    expect([0, 1, 2].map((row) => rowHeight(sheet, row))).toEqual([15, 30, 0]);
    expect([0, 1].map((column) => columnWidth(sheet, column))).toEqual([100, 48]);
    expect(setRowHeight(sheet, 0, 1, 500)).toMatchObject({ code: "InvalidArgument" });
  });

  it("[EH50] lifts protection with the right password only", () => {
    const sheet = newWorkbook().activeSheet;
    protectSheet(sheet, "open");
    expect(canEdit(sheet, areaOf("A1"))).toBe(false);
    expect(unprotectSheet(sheet, "shut")).toMatchObject({ code: "AccessDenied" });
    expectDone(unprotectSheet(sheet, "open"));
    expect(canEdit(sheet, areaOf("A1"))).toBe(true);
  });

  it("[EH70] sends events after the change is complete, with what was there before", () => {
    const workbook = newWorkbook();
    const seen: unknown[] = [];
    const stop = onEvent(workbook, (event) => seen.push(event));
    type(workbook.activeSheet, "A1", "x");
    stop();
    type(workbook.activeSheet, "A1", "y");
    expect(seen).toEqual([
      expect.objectContaining({ type: "changed", source: "Local", details: { valueBefore: null, valueAfter: "x" } }),
    ]);
  });

  it("[EH110] tells listeners what undo changed", () => {
    const workbook = newWorkbook();
    put(workbook.activeSheet, "B2", [[1, 2]]);
    const areas: string[] = [];
    const stop = onEvent(workbook, (event) => {
      if (event.type === "changed") areas.push(rectAddress(event.area));
    });
    undo(workbook);
    stop();
    expect(areas).toEqual(["B2:C2"]);
  });

  it("[EH30] deletes a table with its content", () => {
    const sheet = newWorkbook().activeSheet;
    const table = okrTable(sheet, ROWS);
    expectDone(removeTable(table));
    expect(sheet.tables).toEqual([]);
    expect(value(sheet, "A1")).toBe("");
  });

  it("[CA3] works everything out again on demand, also in manual mode", () => {
    const workbook = newWorkbook();
    const sheet = workbook.activeSheet;
    put(sheet, "A1", [[1, "=A1*2"]]);
    workbook.calculationMode = "Manual";
    type(sheet, "A1", "5");
    expect(value(sheet, "B1")).toBe(2);
    recalculate(workbook);
    expect(value(sheet, "B1")).toBe(10);
  });
});
