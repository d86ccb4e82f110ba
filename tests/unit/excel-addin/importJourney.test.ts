/**
 * Somebody's own sheet becomes drafts and is taken back, in the simulated Excel.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 * @jest-environment-options {"excelApi": "1.15"}
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createImportDesk, type ImportDesk } from "#shared/application/importing/importDesk.ts";
import type { Understood } from "#shared/application/importing/importState.ts";
import { withRole } from "#shared/domain/importing/foreign/corrections.ts";
import { ok } from "#shared/domain/result.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { Keep } from "#shared/ports/keep.ts";
import { createForeignFiles } from "#shared/adapters/browser/foreignFiles/foreignFiles.ts";
import { createExcelReportSheets } from "../../../excel-addin/host/excelReportSheets.ts";
import { createExcelForeignSheets } from "../../../excel-addin/host/excelForeignSheets.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { reportRows } from "../../../excel-addin/tools/importing/reportRows.ts";
import { importEn } from "../../../excel-addin/tools/importing/text/en.ts";
import { rect } from "#simulator/excel-host/model/index.ts";
import { depsOver, paste } from "#tests/support/excelSession.ts";
import { createMemoryHome, createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { createMemoryOutboxStore } from "#tests/support/memoryOutboxStore.ts";
import { lena } from "#tests/support/okrs.ts";
import { frame } from "#tests/support/sheets.ts";
import { memoryKeep } from "#tests/support/memoryKeep.ts";

const SHEET = [
  "Bluefern goals",
  "",
  "What\tWho\tFrom\tTo\tRemarks",
  "1. Plants that survive the winter\tLena Krüger\t\t\t",
  "1.1 Returned plants\tRavi Pillai\t8%\t3%\t",
  "1.2 Nurseries with a frost report\tLena Krüger\t4\t19\tby May",
  "\tTotal\t\t22\t",
];

let home: MemoryHome;
let keep: Keep;
let desk: ImportDesk;

const newDesk = (clock: Partial<ClockDep> = {}): ImportDesk =>
  createImportDesk(
    {
      ...depsOver({
        okrRepository: createMemoryOkrRepository(home),
        spreadsheet: createExcelSpreadsheet(),
        keep,
        findPerson: (name) => Promise.resolve(ok(name === "Lena Krüger" ? lena : undefined)),
      }),
      ...clock,
      outboxStore: createMemoryOutboxStore(),
      foreignSheets: createExcelForeignSheets(),
      foreignFiles: createForeignFiles(),
      reportSheets: createExcelReportSheets(),
    },
    () => frame,
    () => Promise.resolve("en"),
  );

beforeAll(async () => {
  await Office.onReady();
});
beforeEach(async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject("Plan");
    await context.sync();
    if (sheet.isNullObject) context.workbook.worksheets.add("Plan").activate();
    else sheet.activate();
    await context.sync();
  });
  paste("Plan!B2", SHEET);
  home = createMemoryHome(frame);
  keep = memoryKeep();
  desk = newDesk();
});

const understood = (): Understood => {
  const state = desk.state.get();
  if (state.kind !== "understood") throw new Error(JSON.stringify(state));
  return state.understood;
};
const titles = (): readonly string[] =>
  [...home.objectives.values(), ...home.keyResults.values()].map(({ record }) => record.title);

describe("a sheet of one's own", () => {
  it("[IF5] [IF6] is understood without being changed, and its people are looked for", async () => {
    await desk.read("sheet");
    const { result, owners, sheet } = understood();
    expect([sheet.name, sheet.top, sheet.left]).toEqual(["Plan", 1, 1]);
    expect(result.plan.objectives).toMatchObject([
      { title: "Plants that survive the winter", stage: "draft", owner: lena },
    ]);
    expect(result.plan.keyResults.map(({ measure }) => measure)).toMatchObject([
      { unit: "%", baseline: 8, target: 3 },
      { baseline: 4, target: 19 },
    ]);
    expect(owners).toEqual([{ name: "Lena Krüger", person: lena }, { name: "Ravi Pillai" }]);
    expect(result.passed.map(({ why }) => why)).toContain("Total");
    expect(simulatedExcel.value("Plan!B4")).toBe("What");
  });

  it("[IF4] reads merged cells of the open workbook, and goes on without them where Excel cannot tell", async () => {
    const plan = simulatedExcel.workbook.sheets.find(({ name }) => name === "Plan");
    if (!plan) throw new Error("No sheet");
    plan.merged = [rect(1, 1, 1, 5), rect(7, 1, 1, 2)];
    await desk.read("sheet");
    expect(understood().sheet.merged).toEqual([
      { row: 0, column: 0, rows: 1, columns: 5 },
      { row: 6, column: 0, rows: 1, columns: 2 },
    ]);
    plan.merged = Array.from({ length: 513 }, (_, row) => rect(row + 1, 30, 1, 2));
    paste("Plan!AE1", ["x"]);
    await desk.read("sheet");
    expect(understood().sheet.merged).toEqual([]);
    plan.merged = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Plan").getRange("AE1").clear();
      await context.sync();
    });
  });

  it("reads only what is selected", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Plan").getRange("B4:F6").select();
      await context.sync();
    });
    await desk.read("selection");
    expect(understood().result.plan.keyResults).toHaveLength(1);
  });

  it("is imported as drafts, and taken back", async () => {
    await desk.read("sheet");
    await desk.importAll();
    expect(desk.state.get()).toMatchObject({
      kind: "done",
      report: { objectives: 1, keyResults: 2, checkIns: 1, left: [] },
    });
    expect(titles()).toEqual(["Plants that survive the winter", "Returned plants", "Nurseries with a frost report"]);
    await desk.takeBack();
    expect(desk.state.get()).toMatchObject({ kind: "takenBack" });
    expect(titles()).toEqual([]);
  });

  it("[IF8] doubles nothing when it is imported again", async () => {
    await desk.read("sheet");
    await desk.importAll();
    desk.leave();
    await desk.read("sheet");
    expect(understood().result.plan).toMatchObject({ objectives: [], keyResults: [] });
    expect(understood().result.judged.map(({ fate }) => fate.type)).toEqual(["passed", "passed", "passed"]);
  });

  it("[IF3] is read the next time as a person corrected it the last time", async () => {
    await desk.read("sheet");
    await desk.correct((sheet, mapping) => withRole(sheet, mapping, 0, 4, "due"));
    await desk.importAll();
    desk = newDesk();
    await desk.read("sheet");
    expect(understood().mapping.tables[0]?.columns[4]).toMatchObject({ role: "due", because: "remembered" });
  });

  it("[IF12] may be a file, of which a person says which sheet is meant", async () => {
    const bytes = new TextEncoder().encode(
      "Ziel;Schlüsselergebnis;Zielwert\nWarmes Brot;Brote am Tag;1.250,5\n;Öfen;2.000,5\n",
    );
    await desk.readFiles([{ name: "plan.csv", size: bytes.length, bytes: () => Promise.resolve(bytes) }]);
    expect(understood()).toMatchObject({ locale: "de", sheet: { name: "plan", from: "file" } });
    expect(understood().result.plan.keyResults.map(({ measure }) => measure)).toMatchObject([
      { target: 1250.5 },
      { target: 2000.5 },
    ]);
    await desk.writeAs("en-US");
    expect(understood().locale).toBe("en-US");
    await desk.readFiles([{ name: "plan.pdf", size: 1, bytes: () => Promise.resolve(bytes) }]);
    expect(desk.state.get()).toEqual({
      kind: "choosing",
      failure: { type: "FileUnreadable", trouble: "OtherKind", name: "plan.pdf" },
    });
  });

  it("[IF11] puts its report into a sheet of its own, every row of it as text", async () => {
    await desk.read("sheet");
    const rows = reportRows(understood(), importEn);
    expect(rows.map(([cell, , outcome]) => [cell, outcome])).toEqual([
      ["B2", "Passed over"],
      ["B4", "Passed over"],
      ["B5", "Imported"],
      ["B6", "Imported"],
      ["B7", "Imported"],
      ["C8", "Passed over"],
    ]);
    const header = importEn.reportHeader;
    const report = { name: "Import: report", header, rows: [...rows, ["", "=1+1", "", ""]] };
    expect(await desk.report(report)).toMatchObject({ ok: true });
    expect(await desk.report(report)).toMatchObject({ ok: true });
    expect(simulatedExcel.value("'Import  report'!A2")).toBe("B2");
    expect(simulatedExcel.value("'Import  report'!B8")).toBe("=1+1");
    expect(simulatedExcel.value("'Import  report 2'!C1")).toBe(header[2]);
  });

  it("[IF13] is read in slices: what a person stops or changes meanwhile is over", async () => {
    let now = 0;
    let pause: (goOn: () => void) => void = () => undefined;
    const paused = new Promise<() => void>((resolve) => (pause = resolve));
    desk = newDesk({
      // Every look at the clock finds that a slice is over.
      clock: {
        now: () => (now += 100),
        after: (_, call) => {
          pause(call);
          return () => undefined;
        },
      },
    });
    const bytes = new TextEncoder().encode(`What,Target\n${"Ovens lit,5\n".repeat(400)}`);
    const reading = desk.readFiles([{ name: "plan.csv", size: bytes.length, bytes: () => Promise.resolve(bytes) }]);
    const goOn = await paused;
    expect(desk.state.get()).toMatchObject({ kind: "reading" });
    desk.leave();
    goOn();
    await reading;
    expect(desk.state.get()).toEqual({ kind: "choosing" });
  });

  it("[IF13] loses no change that is made while another is under way", async () => {
    await desk.read("sheet");
    await Promise.all([desk.correct((sheet, mapping) => withRole(sheet, mapping, 0, 4, "due")), desk.writeAs("de")]);
    expect(understood()).toMatchObject({ locale: "de" });
    expect(understood().mapping.tables[0]?.columns[4]).toMatchObject({ role: "due", because: "person" });
  });

  it("says that there is nothing, and shows the cell of a record", async () => {
    await desk.read("sheet");
    await desk.show(understood().result.judged[1]?.record.place ?? { row: 0, column: 0 });
    const address = await Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load("address");
      await context.sync();
      return range.address;
    });
    expect(address).toBe("Plan!B6");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Plan").getRange("M40").select();
      await context.sync();
    });
    await desk.read("selection");
    expect(desk.state.get()).toEqual({ kind: "choosing", failure: { type: "NothingThere" } });
  });
});
