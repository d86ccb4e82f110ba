/**
 * Events, ribbon commands, custom functions, settings, faults and cell editing through the unmodified office.js.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { findSheet, valueAt } from "#simulator/excel-host/model/index.ts";
import { createCustomFunctions } from "#simulator/excel-host/protocol/services/custom-functions.ts";
import { collector, failure } from "./support.ts";

/** A trip to the host and back: what was sent before has arrived. */
const roundTrip = (): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.load("name");
    await context.sync();
  });

const write = (): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("Z1").values = [[1]];
    await context.sync();
  });

beforeAll(async () => {
  await Office.onReady();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B3").values = [
      ["ID", "Title"],
      [1, "Grow"],
      [2, "Ship"],
    ];
    sheet.tables.add("A1:B3", true).name = "Okr";
    await context.sync();
  });
});

describe("start", () => {
  it("[EH1] starts as Excel on the web with the requirement sets it was given", async () => {
    const info = await Office.onReady();
    expect(info).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(true);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.16")).toBe(false);
  });

  it("[EH1] loses history and dialogs of the page, as in production", () => {
    expect(Reflect.get(window.history, "pushState")).toBeNull();
    expect(() => window.confirm("?")).toThrow(/not supported/);
  });
});

describe("events", () => {
  it("[EH70] tells a table's listener about local and remote edits, with details, until it stops listening", async () => {
    const changes = collector<{ source: string; before: unknown; read: unknown; triggerSource: string }>();
    const handler = await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Okr");
      table.load("id");
      await context.sync();
      const added = table.onChanged.add(async (event) => {
        await Excel.run(async (inner) => {
          const range = event.getRange(inner).load("values");
          await inner.sync();
          changes.take({
            source: event.source,
            before: event.details?.valueBefore,
            read: range.values[0]?.[0],
            triggerSource: (event as { triggerSource?: string }).triggerSource ?? "",
          });
        });
      });
      await context.sync();
      return added;
    });
    simulatedExcel.type("Sheet1!B2", "Grow faster");
    await changes.until(1);
    simulatedExcel.type("Sheet1!B3", "Ship it", "remote");
    await changes.until(2);
    expect(changes.seen).toMatchObject([
      { source: "Local", before: "Grow", read: "Grow faster" },
      { source: "Remote", before: "Ship", read: "Ship it" },
    ]);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    simulatedExcel.type("Sheet1!B2", "x");
    await roundTrip();
    expect(changes.seen).toHaveLength(2);
  });

  it("[EH71] tells the sheet, the sheets and the tables, and says that the add-in itself did it", async () => {
    const changes = collector<string>();
    const handlers = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.load("id");
      await context.sync();
      const added = [
        sheet.onChanged.add(async (event) => changes.take(`sheet ${event.address} ${event.triggerSource}`)),
        context.workbook.worksheets.onChanged.add(async (event) => changes.take(`sheets ${event.address}`)),
        context.workbook.tables.onChanged.add(async (event) => changes.take(`tables ${event.address}`)),
      ];
      await context.sync();
      sheet.getRange("A2:B2").values = [[7, "Seven"]];
      await context.sync();
      return added;
    });
    await changes.until(3);
    expect([...changes.seen].sort()).toEqual(["sheet A2:B2 ThisLocalAddin", "sheets A2:B2", "tables A2:B2"]);
    for (const handler of handlers) {
      await Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
    }
  });

  it("[EH72] is silent while the add-in has switched events off", async () => {
    const changes = collector<string>();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.load("id");
      await context.sync();
      sheet.onChanged.add(async (event) => changes.take(event.address));
      context.runtime.enableEvents = false;
      await context.sync();
      sheet.getRange("A2").values = [[8]];
      await context.sync();
      context.runtime.enableEvents = true;
      sheet.getRange("A3").values = [[9]];
      await context.sync();
    });
    await changes.until(1);
    expect(changes.seen).toEqual(["A3"]);
  });

  it("[EH73] reports the selection", async () => {
    const selections = collector<string>();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.load("id");
      await context.sync();
      sheet.onSelectionChanged.add(async (event) => selections.take(event.address));
      sheet.getRange("B2:B3").select();
      await context.sync();
      const selected = context.workbook.getSelectedRange().load("address");
      await context.sync();
      expect(selected.address).toBe("Sheet1!B2:B3");
    });
    await selections.until(1);
    expect(selections.seen).toEqual(["B2:B3"]);
  });
});

describe("commands and functions", () => {
  it("[EH80] runs a ribbon command and hears of its end", async () => {
    const pressed: string[] = [];
    Office.actions.associate("pushOkrs", (event: Office.AddinCommands.Event) => {
      pressed.push(event.source.id);
      event.completed();
    });
    expect(await simulatedExcel.endpoint.runCommand("pushButton", "pushOkrs")).toBe(true);
    expect(pressed).toEqual(["pushButton"]);
  });

  it("[EH81] lets the add-in switch its buttons", async () => {
    await Office.ribbon.requestUpdate({
      tabs: [{ id: "OkrTab", groups: [{ id: "g", controls: [{ id: "push", enabled: false }] }] }],
    });
    expect(simulatedExcel.endpoint.ribbon.enabled.get("push")).toBe(false);
  });

  it("[EH82] calls custom functions from formulas: first busy, then the result, an error value or a spilled array", async () => {
    simulatedExcel.declareFunctions({ name: "OKR.SHARE", id: "SHARE" }, { name: "OKR.LIST", id: "LIST" });
    CustomFunctions.associate("SHARE", (a: number, b: number) => {
      if (b === 0) throw new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero);
      return a / b;
    });
    CustomFunctions.associate("LIST", (count: number) => Array.from({ length: count }, (_, row) => [row + 1]));
    simulatedExcel.type("Sheet1!D1", "=OKR.SHARE(3,4)");
    expect(simulatedExcel.value("Sheet1!D1")).toBe("#BUSY!");
    simulatedExcel.type("Sheet1!D2", "=OKR.SHARE(3,0)");
    simulatedExcel.type("Sheet1!D3", "=OKR.LIST(3)");
    simulatedExcel.type("Sheet1!E1", "=D1*2");
    await simulatedExcel.until(() => simulatedExcel.endpoint.session.customFunctions.pending() === 0);
    expect(["D1", "D2", "D3", "D4", "D5", "E1"].map((cell) => simulatedExcel.value(`Sheet1!${cell}`))).toEqual([
      0.75,
      "#DIV/0!",
      1,
      2,
      3,
      1.5,
    ]);
  });

  it("[EH82] [EH85] fills up parameters, takes errors as they are given, and asks nobody about an error", async () => {
    simulatedExcel.declareFunctions(
      { name: "OKR.GIVEN", id: "GIVEN", parameters: 3 },
      { name: "OKR.WATCH", id: "WATCH", parameters: 1, stream: true },
    );
    let asked = 0;
    const { notAvailable, invalidValue, invalidNumber } = CustomFunctions.ErrorCode;
    CustomFunctions.associate("GIVEN", (...given: readonly unknown[]) => {
      asked += 1;
      return JSON.stringify(given.slice(0, -1));
    });
    CustomFunctions.associate("WATCH", (kind: string, invocation: CustomFunctions.StreamingInvocation<unknown>) => {
      if (kind === "thrown") throw new CustomFunctions.Error(invalidValue, "No such kind");
      const error = new CustomFunctions.Error(kind === "number" ? invalidNumber : notAvailable, "Not there");
      invocation.setResult(kind === "rows" ? [[1, error]] : error);
    });
    simulatedExcel.type("Sheet1!J1", `=OKR.GIVEN("a")`);
    simulatedExcel.type("Sheet1!J2", "=OKR.GIVEN(1/0)");
    simulatedExcel.type("Sheet1!J3", `=OKR.WATCH("given")`);
    simulatedExcel.type("Sheet1!J4", `=OKR.WATCH("thrown")`);
    simulatedExcel.type("Sheet1!J5", `=OKR.WATCH("rows")`);
    simulatedExcel.type("Sheet1!J6", `=OKR.WATCH("number")`);
    await simulatedExcel.until(() => simulatedExcel.endpoint.session.customFunctions.pending() === 0);
    expect(asked).toBe(1);
    const sheet = findSheet(simulatedExcel.workbook, "Sheet1");
    if (!sheet) throw new Error("There is no sheet");
    expect(simulatedExcel.value("Sheet1!J1")).toBe('["a",null,null]');
    expect([1, 2, 3, 5].map((row) => valueAt(sheet, row, 9))).toEqual([
      { error: "#DIV/0!" },
      { error: "#N/A", message: "Not there" },
      { error: "#VALUE!", message: "No such kind" },
      { error: "#NUM!" },
    ]);
    expect(valueAt(sheet, 4, 10)).toEqual({ error: "#N/A", message: "Not there" });
  });

  it("[EH86] lets formulas wait until the page is ready", () => {
    const sent: string[] = [];
    const functions = createCustomFunctions(
      () => [{ name: "OKR.LATE", id: "LATE" }],
      ({ message }) => void sent.push(message),
    );
    const sheet = simulatedExcel.workbook.activeSheet;
    functions.call({ name: "OKR.LATE", args: [], sheet, cell: { row: 0, column: 0 }, resolve: () => undefined });
    expect(sent).toEqual([]);
    functions.ready();
    expect(sent).toEqual(['[1,"LATE",[],"Sheet1!A1",0]']);
  });

  it("[EH83] keeps document settings", async () => {
    Office.context.document.settings.set("site", { id: "s1" });
    await new Promise<void>((resolve) => {
      Office.context.document.settings.saveAsync(() => resolve());
    });
    expect(simulatedExcel.workbook.documentSettings.get("site")).toContain("s1");
  });

  it("[EH84] shows and hides the pane", async () => {
    await Office.addin.hide();
    expect(simulatedExcel.endpoint.session.runtime.paneState).toBe("Background");
    await Office.addin.showAsTaskpane();
    expect(simulatedExcel.endpoint.session.runtime.paneState).toBe("Visible");
  });
});

describe("faults", () => {
  it.each([
    "InvalidOperationInCellEditMode",
    "InvalidOrTimedOutSession",
    "WriteNotSupportedWhenModalDialogOpen",
    "ActivityLimitReached",
    "RequestPayloadSizeLimitExceeded",
    "ResponsePayloadSizeLimitExceeded",
    "AccessDenied",
  ] as const)("[EH90] shows the add-in %s once, for a batch that writes", async (fault) => {
    simulatedExcel.setFaults({ fault, count: 1 });
    await roundTrip();
    const error = await failure(write());
    expect(error.code).toBe(fault);
    await write();
  });

  it("[EH91] fails batches while a person edits a cell", async () => {
    simulatedExcel.endpoint.setCellEditing(true);
    const error = await failure(write());
    simulatedExcel.endpoint.setCellEditing(false);
    expect(error.code).toBe("InvalidOperationInCellEditMode");
    await write();
  });

  it("[EH92] answers late when told to", async () => {
    simulatedExcel.setLatency(20);
    await write();
    simulatedExcel.setLatency(0);
    expect(simulatedExcel.value("Sheet1!Z1")).toBe(1);
  });
});
