/**
 * Charts and how a sheet is shown and printed, through the unmodified office.js.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { failure, plain } from "./support.ts";

const onNewSheet = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<void>): Promise<void> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    await work(sheet, context);
  });

beforeAll(async () => {
  await Office.onReady();
});

describe("charts and pages", () => {
  it("[EH52] keeps charts as models: type, source, title, place", () =>
    onNewSheet(async (sheet, context) => {
      sheet.getRange("A1:B2").values = [
        ["x", "y"],
        [1, 2],
      ];
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B2"), "Auto");
      chart.title.text = "Progress";
      chart.setPosition("D2", "F6");
      chart.load("chartType,left,top,width,height,title/text");
      await context.sync();
      expect(chart.title.text).toBe("Progress");
      expect([chart.left, chart.top, chart.width, chart.height]).toEqual([144, 15, 144, 75]);
    }));

  it("[EH52] knows a chart's series by its source, and keeps their fills and the legend", () =>
    onNewSheet(async (sheet, context) => {
      sheet.getRange("A1:C3").values = [
        ["Country", "On track", "At risk"],
        ["Kenya", 3, 1],
        ["Peru", 2, 2],
      ];
      const chart = sheet.charts.add("BarStacked100", sheet.getRange("A1:C3"), "Columns");
      chart.legend.position = "Top";
      chart.series.getItemAt(1).format.fill.setSolidColor("#a4262c");
      chart.series.load("items/name,count");
      chart.legend.load("visible,position");
      await context.sync();
      expect(chart.series.items.map(({ name }) => name)).toEqual(["On track", "At risk"]);
      expect(plain(chart.legend.toJSON())).toMatchObject({ visible: true, position: "Top" });
      expect(simulatedExcel.workbook.sheets.at(-1)?.charts[0]?.fills).toEqual([null, "#A4262C"]);
      chart.setData(sheet.getRange("A1:C3"), "Rows");
      chart.legend.visible = false;
      chart.series.load("items/name");
      chart.legend.load("visible");
      await context.sync();
      expect(chart.series.items.map(({ name }) => name)).toEqual(["Kenya", "Peru"]);
      expect(chart.legend.visible).toBe(false);
      chart.series.getItemAt(2).load("name");
      expect((await failure(context.sync())).code).toBe("InvalidArgument");
    }));

  it("[EH51] hides gridlines and headings", () =>
    onNewSheet(async (sheet, context) => {
      sheet.showGridlines = false;
      sheet.showHeadings = false;
      sheet.load("showGridlines,showHeadings");
      await context.sync();
      expect([sheet.showGridlines, sheet.showHeadings]).toEqual([false, false]);
    }));

  it("[EH54] keeps how a sheet is printed", () =>
    onNewSheet(async (sheet, context) => {
      const { pageLayout } = sheet;
      pageLayout.orientation = "Landscape";
      pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      pageLayout.centerHorizontally = true;
      pageLayout.setPrintArea("A1:D20");
      pageLayout.setPrintTitleRows("$3:$4");
      pageLayout.load("orientation,zoom,centerHorizontally");
      const rows = pageLayout.getPrintTitleRowsOrNullObject();
      rows.load("address");
      await context.sync();
      expect(plain(pageLayout.toJSON())).toMatchObject({
        orientation: "Landscape",
        zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 },
        centerHorizontally: true,
      });
      expect(rows.address).toMatch(/3:4$/u);
      pageLayout.zoom = { scale: 500 };
      expect((await failure(context.sync())).code).toBe("InvalidArgument");
    }));
});
