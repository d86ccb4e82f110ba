/**
 * Members that a bulk-editing add-in uses, one after another, through the unmodified office.js.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { rect } from "#simulator/excel-host/model/index.ts";
import { plain } from "./support.ts";

const onNewSheet = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<void>): Promise<void> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    await work(sheet, context);
  });

beforeAll(async () => {
  await Office.onReady();
});

describe("ranges", () => {
  it("[EH13] leads from range to range", () =>
    onNewSheet(async (sheet, context) => {
      sheet.getRange("B2:C3").values = [
        [1, 2],
        [3, 4],
      ];
      const start = sheet.getRange("B2:C3");
      const found = {
        cell: start.getCell(1, 1),
        row: start.getRow(1),
        column: start.getColumn(0),
        lastCell: start.getLastCell(),
        lastRow: start.getLastRow(),
        lastColumn: start.getLastColumn(),
        offset: start.getOffsetRange(1, 1),
        resized: start.getResizedRange(1, -1),
        absolute: start.getAbsoluteResizedRange(1, 3),
        entireRow: start.getEntireRow(),
        entireColumn: start.getEntireColumn(),
        below: start.getRowsBelow(2),
        above: start.getRowsAbove(1),
        after: start.getColumnsAfter(1),
        before: start.getColumnsBefore(1),
        bounding: start.getBoundingRect("E5"),
        common: start.getIntersection("C3:D9"),
        edge: sheet.getRange("B2").getRangeEdge("Down"),
        extended: sheet.getRange("B2").getExtendedRange("Right"),
        region: sheet.getRange("B2").getSurroundingRegion(),
        used: sheet.getUsedRange(),
      };
      for (const range of Object.values(found)) range.load("address");
      const nothing = start.getIntersectionOrNullObject("Z9");
      nothing.load("address");
      const empty = sheet.getRange("X1:Z9").getUsedRangeOrNullObject(true);
      empty.load("address");
      await context.sync();
      const local = Object.fromEntries(
        Object.entries(found).map(([name, range]) => [name, range.address.slice(range.address.indexOf("!") + 1)]),
      );
      expect(local).toEqual({
        cell: "C3",
        row: "B3:C3",
        column: "B2:B3",
        lastCell: "C3",
        lastRow: "B3:C3",
        lastColumn: "C2:C3",
        offset: "C3:D4",
        resized: "B2:B4",
        absolute: "B2:D2",
        entireRow: "2:3",
        entireColumn: "B:C",
        below: "B4:C5",
        above: "B1:C1",
        after: "D2:D3",
        before: "A2:A3",
        bounding: "B2:E5",
        common: "C3",
        edge: "B3",
        extended: "B2:C2",
        region: "B2:C3",
        used: "B2:C3",
      });
      expect(nothing.isNullObject).toBe(true);
      expect(empty.isNullObject).toBe(true);
    }));

  it("[EH14] inserts and deletes cells, copies, fills and clears", () =>
    onNewSheet(async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      sheet.getRange("B1").formulas = [["=SUM(A1:A3)"]];
      sheet.getRange("A2").insert("Down");
      sheet.getRange("A2").values = [[10]];
      sheet.getRange("D1").copyFrom("A1:A2");
      sheet.getRange("F1:F2").values = [[1], [3]];
      sheet.getRange("F1:F2").autoFill("F1:F4", "FillDefault");
      const sum = sheet.getRange("B1").load("values,formulas");
      const column = sheet.getRange("A1:A4").load("values");
      const copied = sheet.getRange("D1:D2").load("values");
      const series = sheet.getRange("F1:F4").load("values");
      await context.sync();
      expect(sum.formulas[0]?.[0]).toBe("=SUM(A1:A4)");
      expect(sum.values[0]?.[0]).toBe(16);
      expect(plain(column.values)).toEqual([[1], [10], [2], [3]]);
      expect(plain(copied.values)).toEqual([[1], [10]]);
      expect(plain(series.values)).toEqual([[1], [3], [5], [7]]);
      sheet.getRange("A1").delete("Up");
      sheet.getRange("D1:D2").clear("Contents");
      const after = sheet.getRange("A1:A3").load("values");
      const cleared = sheet.getRange("D1:D2").load("valueTypes");
      await context.sync();
      expect(plain(after.values)).toEqual([[10], [2], [3]]);
      expect(plain(cleared.valueTypes)).toEqual([["Empty"], ["Empty"]]);
    }));
});

describe("formats and special cells", () => {
  it("[EH15] answers null for a format that differs between cells", () =>
    onNewSheet(async (sheet, context) => {
      sheet.getRange("A1").format.font.bold = true;
      const font = sheet.getRange("A1:B1").format.font;
      font.load("bold,size");
      await context.sync();
      expect(font.bold).toBeNull();
      expect(font.size).toBe(11);
    }));

  it("[EH16] formats whole columns without storing their cells", () =>
    onNewSheet(async (sheet, context) => {
      sheet.getRange("A:B").numberFormat = [["@"]];
      sheet.getRange("A1").values = [["007"]];
      sheet.getRange("B9").values = [["1-2"]];
      const both = sheet.getRange("A1:B9").load("values");
      await context.sync();
      expect(both.values[0]?.[0]).toBe("007");
      expect(both.values[8]?.[1]).toBe("1-2");
    }));

  it("[EH17] finds special cells and areas", () =>
    onNewSheet(async (sheet, context) => {
      sheet.getRange("A1:B2").values = [
        [1, ""],
        ["=1/0", "x"],
      ];
      const blanks = sheet.getRange("A1:B2").getSpecialCells("Blanks").load("address,areaCount");
      const errors = sheet.getRange("A1:B2").getSpecialCells("Formulas", "Errors").load("address");
      const none = sheet.getRange("A1").getSpecialCellsOrNullObject("Formulas");
      none.load("address");
      await context.sync();
      expect(blanks.address.endsWith("!B1")).toBe(true);
      expect(errors.address.endsWith("!A2")).toBe(true);
      expect(none.isNullObject).toBe(true);
    }));

  it("[EH131] finds merged areas, a null object where there is none, and fails beyond 512", () =>
    onNewSheet(async (sheet, context) => {
      sheet.load("name");
      await context.sync();
      const model = simulatedExcel.workbook.sheets.find(({ name }) => name === sheet.name);
      if (!model) throw new Error("No such sheet");
      model.merged = [rect(0, 0, 2, 1), rect(4, 1, 1, 3)];
      const found = sheet.getRange("A1:F9").getMergedAreasOrNullObject();
      found.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
      const none = sheet.getRange("C1:D2").getMergedAreasOrNullObject();
      none.areas.load("items");
      await context.sync();
      expect(found.areas.items.map((one) => [one.rowIndex, one.columnIndex, one.rowCount, one.columnCount])).toEqual([
        [0, 0, 2, 1],
        [4, 1, 1, 3],
      ]);
      expect([found.isNullObject, none.isNullObject]).toEqual([false, true]);
      sheet.getRange("B5:C5").getMergedAreasOrNullObject().load("areaCount");
      await expect(context.sync()).rejects.toMatchObject({ code: "ApiNotFound" });
      model.merged = Array.from({ length: 513 }, (_, row) => rect(row, 0, 1, 2));
      sheet.getRange("A1:B600").getMergedAreasOrNullObject().load("areaCount");
      await expect(context.sync()).rejects.toMatchObject({ code: "GeneralException" });
    }));

  it("[EH18] sets and reads properties cell by cell", () =>
    onNewSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      range.setCellProperties([[{ format: { fill: { color: "#FF0000" } } }, { format: { font: { bold: true } } }]]);
      const read = range.getCellProperties({ address: true, format: { fill: { color: true }, font: { bold: true } } });
      await context.sync();
      expect(plain(read.value)).toMatchObject([
        [
          { address: "A1", format: { fill: { color: "#FF0000" }, font: { bold: false } } },
          { address: "B1", format: { fill: { color: "#FFFFFF" }, font: { bold: true } } },
        ],
      ]);
    }));
});

describe("sheets and tables", () => {
  it("[EH51] freezes, protects with options, names, colours, hides and copies sheets", () =>
    onNewSheet(async (sheet, context) => {
      sheet.name = "Plan";
      sheet.tabColor = "#00FF00";
      sheet.freezePanes.freezeRows(2);
      sheet.customProperties.add("kind", "okr");
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      const kind = sheet.customProperties.getItem("kind").load("value");
      sheet.protection.protect({ allowAutoFilter: true, allowSort: true });
      sheet.protection.load("protected,options");
      const copy = sheet.copy("After", sheet).load("name,position");
      sheet.load("position");
      await context.sync();
      expect(frozen.address).toBe("Plan!1:2");
      expect(kind.value).toBe("okr");
      expect(sheet.protection.protected).toBe(true);
      expect(sheet.protection.options.allowSort).toBe(true);
      expect(copy.name).toBe("Plan (2)");
      expect(copy.position).toBe(sheet.position + 1);
      copy.delete();
      sheet.protection.unprotect();
      await context.sync();
    }));

  it("[EH33] resizes, renames, adds and deletes columns, and keeps structured references", () =>
    onNewSheet(async (sheet, context) => {
      sheet.getRange("A1:B3").values = [
        ["Key", "Value"],
        ["a", 1],
        ["b", 2],
      ];
      const table = sheet.tables.add("A1:B3", true);
      table.name = "Data";
      sheet.getRange("F1").formulas = [["=SUM(Data[Value])"]];
      table.columns.getItem("Value").name = "Amount";
      table.columns.add(undefined, [["Twice"], ["=[@Amount]*2"], ["=[@Amount]*2"]]);
      const sum = sheet.getRange("F1").load("formulas,values");
      const body = table.getDataBodyRange().load("values");
      await context.sync();
      expect(sum.formulas[0]?.[0]).toBe("=SUM(Data[Amount])");
      expect(sum.values[0]?.[0]).toBe(3);
      expect(plain(body.values)).toEqual([
        ["a", 1, 2],
        ["b", 2, 4],
      ]);
      table.columns.getItem("Key").delete();
      table.resize("A1:B5");
      const range = table.getRange().load("address");
      const missing = table.columns.getItemOrNullObject("Key");
      missing.load("name");
      await context.sync();
      expect(range.address.endsWith("!A1:B5")).toBe(true);
      expect(missing.isNullObject).toBe(true);
    }));

  it("[EH34] shows totals and keeps them below new rows", () =>
    onNewSheet(async (sheet, context) => {
      sheet.getRange("A1:A2").values = [["N"], [5]];
      const table = sheet.tables.add("A1:A2", true);
      table.showTotals = true;
      table.rows.add(undefined, [[6]]);
      const body = table.getDataBodyRange().load("values");
      const totals = table.getTotalRowRange().load("values,address");
      await context.sync();
      expect(plain(body.values)).toEqual([[5], [6]]);
      expect(totals.values[0]?.[0]).toBe("Total");
      expect(totals.address.endsWith("!A4")).toBe(true);
    }));
});

describe("rules, charts, filters", () => {
  it("[EH42] holds the other kinds of conditional formats", () =>
    onNewSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:A3");
      range.values = [[1], [5], [9]];
      const value = range.conditionalFormats.add("CellValue");
      value.cellValue.rule = { formula1: "=4", operator: "GreaterThan" };
      value.cellValue.format.font.color = "#FF0000";
      const text = range.conditionalFormats.add("ContainsText");
      text.textComparison.rule = { operator: "Contains", text: "9" };
      const scale = range.conditionalFormats.add("ColorScale");
      scale.colorScale.criteria = {
        minimum: { type: "LowestValue", color: "#000000" },
        maximum: { type: "HighestValue", color: "#FFFFFF" },
      };
      range.conditionalFormats.add("DataBar").dataBar.positiveFormat.fillColor = "#00FF00";
      range.conditionalFormats.load("items/type,items/priority");
      const count = range.conditionalFormats.getCount();
      await context.sync();
      expect(count.value).toBe(4);
      expect(range.conditionalFormats.items.map(({ type }) => type)).toEqual([
        "DataBar",
        "ColorScale",
        "ContainsText",
        "CellValue",
      ]);
      range.conditionalFormats.clearAll();
      const none = range.conditionalFormats.getCount();
      await context.sync();
      expect(none.value).toBe(0);
    }));

  it("[EH35] filters a plain range", () =>
    onNewSheet(async (sheet, context) => {
      sheet.getRange("A1:A4").values = [["n"], [1], [2], [3]];
      sheet.autoFilter.apply("A1:A4", 0, { filterOn: "Custom", criterion1: ">1" });
      sheet.autoFilter.load("enabled,isDataFiltered");
      const view = sheet.getRange("A2:A4").getVisibleView().load("values");
      await context.sync();
      expect(sheet.autoFilter.isDataFiltered).toBe(true);
      expect(plain(view.values)).toEqual([[2], [3]]);
    }));
});
