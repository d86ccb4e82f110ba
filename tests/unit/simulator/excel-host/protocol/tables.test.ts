/**
 * Tables, rules on cells and protection through the unmodified office.js.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { failure, plain } from "./support.ts";

const sheetNamed = async (name: string): Promise<void> => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.add(name);
    await context.sync();
  });
};

beforeAll(async () => {
  await Office.onReady();
});

describe("tables", () => {
  beforeAll(() => sheetNamed("OKRs"));

  it("[EH30] makes a table from a header row and adds rows without a blank one", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("OKRs");
      sheet.getRange("A3:D3").values = [["ID", "Title", "Owner", "Progress"]];
      const table = sheet.tables.add("A3:D3", true);
      table.name = "tblOkr";
      table.rows.add(undefined, [
        [1, "Grow", "Team A", 0.1],
        [2, "Ship", "Team B", 0.5],
        [3, "Hire", "Team C", 0.9],
      ]);
      const body = table.getDataBodyRange().load("values,address");
      table.columns.load("items/name,items/index");
      table.rows.load("count");
      await context.sync();
      expect(body.address).toBe("OKRs!A4:D6");
      expect(body.values[2]?.[1]).toBe("Hire");
      expect(table.columns.items.map((column) => column.name)).toEqual(["ID", "Title", "Owner", "Progress"]);
      expect(table.rows.count).toBe(3);
    }));

  it("[EH25] moves a tracked range when a row is inserted above it", () =>
    Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("tblOkr");
      const last = table.rows.getItemAt(2).getRange().load("address");
      context.trackedObjects.add(last);
      await context.sync();
      table.rows.add(1, [[9, "Mid", "Team Z", 0]]);
      last.load("address,values");
      await context.sync();
      expect(last.address).toBe("OKRs!A7:D7");
      expect(last.values[0]?.[1]).toBe("Hire");
      table.rows.getItemAt(1).delete();
      const body = table.getDataBodyRange().load("values");
      await context.sync();
      expect(body.values.map((row: unknown[]) => row[1])).toEqual(["Grow", "Ship", "Hire"]);
    }));

  it("[EH31] sorts and filters by column", () =>
    Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("tblOkr");
      const column = table.columns.getItem("Progress");
      column.getDataBodyRange().numberFormat = [["0%"]];
      table.sort.apply([{ key: 3, ascending: false }]);
      column.filter.applyValuesFilter(["90%"]);
      const body = table.getDataBodyRange().load("values,numberFormat");
      const view = table.getDataBodyRange().getVisibleView().load("values");
      await context.sync();
      expect(body.values.map((row: unknown[]) => row[0])).toEqual([3, 2, 1]);
      expect(body.numberFormat[0]?.[3]).toBe("0%");
      expect(plain(view.values)).toEqual([[3, "Hire", "Team C", 0.9]]);
      table.clearFilters();
      const all = table.getDataBodyRange().getVisibleView().load("rowCount");
      await context.sync();
      expect(all.rowCount).toBe(3);
    }));

  it("[EH32] grows when the API writes right below it", () =>
    Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("tblOkr");
      table.getDataBodyRange().getRowsBelow(2).values = [
        [4, "Learn", "Team D", 0.2],
        [5, "Rest", "Team E", 0.3],
      ];
      table.rows.load("count");
      await context.sync();
      expect(table.rows.count).toBe(5);
      table.rows.deleteRowsAt(3, 2);
      await context.sync();
    }));
});

describe("validation, rules, names, settings, parts", () => {
  it("[EH40] keeps them and reads them back", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("OKRs");
      const owners = sheet.tables.getItem("tblOkr").columns.getItem("Owner").getDataBodyRange();
      owners.dataValidation.rule = { list: { inCellDropDown: true, source: "Team A,Team B,Team C" } };
      owners.dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "Owner", message: "Pick a team" };
      const format = owners.conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = "=$D4<0.2";
      format.custom.format.fill.color = "#FFC7CE";
      context.workbook.names.add("OkrOwners", owners);
      context.workbook.settings.add("okr.version", { v: 3 });
      context.workbook.customXmlParts.add('<okr xmlns="urn:okr"><base>1</base></okr>');
      owners.dataValidation.load("type,rule,valid");
      const name = context.workbook.names.getItem("OkrOwners").getRange().load("address");
      const setting = context.workbook.settings.getItemOrNullObject("okr.version").load("value");
      const xml = context.workbook.customXmlParts.getByNamespace("urn:okr").getOnlyItem().getXml();
      await context.sync();
      expect(owners.dataValidation.type).toBe("List");
      expect(owners.dataValidation.valid).toBe(true);
      expect(name.address).toBe("OKRs!C4:C6");
      expect(setting.value).toEqual({ v: 3 });
      expect(xml.value).toContain("urn:okr");
      expect(simulatedExcel.type("OKRs!C4", "Nobody")).toMatchObject({ type: "rejected", alert: { title: "Owner" } });
    }));

  it("[EH41] does not ask the validation when the API writes", () =>
    Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("OKRs").getRange("C4");
      cell.values = [["Nobody"]];
      cell.dataValidation.load("valid");
      cell.load("values");
      await context.sync();
      expect(cell.values[0]?.[0]).toBe("Nobody");
      expect(cell.dataValidation.valid).toBe(false);
      cell.values = [["Team C"]];
      await context.sync();
    }));
});

describe("protection", () => {
  it("[EH50] blocks API writes with AccessDenied", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("_base");
      sheet.getRange("B1").format.protection.locked = false;
      sheet.visibility = "VeryHidden";
      sheet.protection.protect({ allowFormatCells: false });
      await context.sync();
    });
    const error = await failure(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("_base").getRange("A1").values = [[1]];
        await context.sync();
      }),
    );
    expect(error.code).toBe("AccessDenied");
    await Excel.run(async (context) => {
      const free = context.workbook.worksheets.getItem("_base").getRange("B1");
      free.values = [[1]];
      free.load("values");
      await context.sync();
      expect(free.values[0]?.[0]).toBe(1);
    });
  });
});
