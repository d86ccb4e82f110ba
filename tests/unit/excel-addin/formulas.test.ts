/**
 * Formulas in our columns, people's own columns, totals and what lies around the table.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { instantOf } from "#shared/domain/day.ts";
import { unitKey } from "#shared/domain/okr/ids.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import {
  cell,
  checkAndPush,
  filledHome,
  letter,
  open,
  pulledSession,
  sessionOver,
  sheetRow,
  type,
} from "#tests/support/excelSession.ts";
import { emptyWorkbook, heldAt, okrTable, rowCount, rowOfKey } from "#tests/support/hands.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { aCheckIn, anObjective, guid } from "#tests/support/okrs.ts";
import { NOW } from "#tests/support/sheets.ts";

const ALL = { unit: "all", below: true } as const;
const KENYA = { unit: unitKey("ke"), below: true } as const;
const availability = guid("1", 1);
const nairobi = guid("1", 4);

let home: MemoryHome;
let session: SheetSession;

const row = (id: string): string => `OKRs!${letter("current")}${sheetRow(id)}`;
const formulaAt = (address: string): Promise<string> =>
  Excel.run(async (context) => {
    const [sheet = "", place = ""] = address.split("!");
    const range = context.workbook.worksheets.getItem(sheet).getRange(place);
    range.load("formulas");
    await context.sync();
    return String(range.formulas[0]?.[0]);
  });
const codes = (): readonly string[] =>
  (open(session).preview?.plan.rows ?? []).flatMap(({ problems }) =>
    problems.map(({ cause: { problem } }) => ("code" in problem ? problem.code : problem.type)),
  );
const othersReport = (value: number) =>
  createMemoryOkrRepository(home, "Otto").write([
    { kind: "addCheckIn", checkIn: aCheckIn(9, 1, { value, at: instantOf(Date.parse(NOW) + 1_000) }) },
  ]);
const othersAdd = (n: number) =>
  createMemoryOkrRepository(home, "Otto").write([{ kind: "createObjective", objective: anObjective(n) }]);

beforeAll(async () => {
  await Office.onReady();
});
beforeEach(async () => {
  await emptyWorkbook();
  home = await filledHome();
  session = await pulledSession({
    okrRepository: createMemoryOkrRepository(home),
    spreadsheet: createExcelSpreadsheet(),
  });
});

describe("a formula in one of our columns", () => {
  it("[SE25] sends its result, says so, and stays over the push and every refresh", async () => {
    simulatedExcel.type("OKRs!AA1", "93");
    simulatedExcel.type(row(availability), "=AA1+1");
    await session.check();
    expect(codes()).toEqual(["byFormula"]);
    await session.push();
    expect(open(session).report).toMatchObject({ checkIns: 1, failed: [] });
    expect(await formulaAt(row(availability))).toBe("=AA1+1");
    await session.pull(ALL);
    expect(await formulaAt(row(availability))).toBe("=AA1+1");
    expect(codes()).toEqual([]);
    simulatedExcel.type("OKRs!AA1", "95");
    await checkAndPush(session);
    expect([...home.checkIns.values()].map(({ record }) => record.value)).toContain(96);
  });

  it("[SE25] takes nothing back that others stored while its result stood still", async () => {
    simulatedExcel.type("OKRs!AA1", "94");
    simulatedExcel.type(row(availability), "=AA1");
    await checkAndPush(session);
    await othersReport(97);
    const reports = home.checkIns.size;
    await session.pull(ALL);
    expect(codes()).toEqual(["formulaStays"]);
    await session.push();
    expect(home.checkIns.size).toBe(reports);
    simulatedExcel.type("OKRs!AA1", "98");
    await checkAndPush(session);
    expect(home.checkIns.size).toBe(reports + 1);
    expect(await formulaAt(row(availability))).toBe("=AA1");
  });

  it("[SE25] without a result is a problem at its cell and keeps its row back", async () => {
    simulatedExcel.type(row(availability), "=1/0");
    await checkAndPush(session);
    expect(codes()).toEqual(["formulaError"]);
    expect(open(session).report).toBeUndefined();
  });
});

describe("what lies in and around the table", () => {
  it("keeps what stood beside rows of another scope, and gives it back with them", async () => {
    const notes = `OKRs!${String.fromCodePoint(65 + okrTable().columns.length)}`;
    simulatedExcel.type(`${notes}1`, "My notes");
    simulatedExcel.type(`${notes}${sheetRow(availability)}`, "Ask Amina");
    await session.pull(KENYA);
    simulatedExcel.type(`${notes}${sheetRow(nairobi)}`, "Ask Otto");
    await session.pull(ALL);
    expect(simulatedExcel.value(`${notes}${sheetRow(availability)}`)).toBe("Ask Amina");
    expect(simulatedExcel.value(`${notes}${sheetRow(nairobi)}`)).toBe("Ask Otto");
  });

  it("pushes down what stands below the table when rows come", async () => {
    const below = `OKRs!B${okrTable().range.rows + 2}`;
    simulatedExcel.type(below, "Signed: Lena");
    for (const n of [11, 12, 13]) await othersAdd(n);
    await session.pull(ALL);
    expect(rowCount()).toBe(10);
    expect(rowOfKey(guid("0", 13))).toBe(9);
    const { sheet } = okrTable();
    expect(sheet.tables).toHaveLength(1);
    expect(simulatedExcel.value(`OKRs!B${okrTable().range.rows + 2}`)).toBe("Signed: Lena");
  });

  it("keeps a row of totals at the end and takes it for none of ours", async () => {
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("OKRs").showTotals = true;
      await context.sync();
    });
    await othersAdd(11);
    await session.pull(ALL);
    expect(open(session).failure).toBeUndefined();
    expect(okrTable().showTotals).toBe(true);
    expect(rowCount()).toBe(8);
    expect(heldAt(7, "key")).toBe(guid("0", 11));
    expect(open(session).preview?.plan.counts).toMatchObject({ new: 0, changed: 0, problem: 0 });
  });

  it("leaves somebody's own table alone that is called OKRs", async () => {
    await emptyWorkbook();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("OKRs");
      sheet.getRange("A1:B2").values = [
        ["Title", "Owner"],
        ["Our old list", "Amina"],
      ];
      sheet.tables.add("A1:B2", true).name = "OKRs";
      await context.sync();
    });
    const fresh = sessionOver({
      okrRepository: createMemoryOkrRepository(home),
      spreadsheet: createExcelSpreadsheet(),
    });
    await fresh.start();
    await fresh.pull(ALL);
    expect(open(fresh).failure).toBeUndefined();
    expect(simulatedExcel.value("OKRs!A2")).toBe("Our old list");
    expect(okrTable().name).toBe("Drumbeat_OKRs");
    expect(rowCount()).toBe(7);
    await fresh.check();
    expect(open(fresh).preview?.plan.counts).toMatchObject({ unchanged: 7 });
  });

  it("asks before it replaces a table that cannot be compared, and brings a lost column back", async () => {
    type("title", sheetRow(availability), "Typed and not sent");
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("OKRs").columns.getItem("Title").delete();
      await context.sync();
    });
    await session.pull(ALL);
    expect(open(session).endangered).toEqual({ scope: ALL });
    await session.pull(ALL, true);
    expect(open(session).failure).toBeUndefined();
    expect(open(session).preview?.plan.counts).toMatchObject({ unchanged: 7, changed: 0 });
    expect(home.keyResults.get(availability)?.record.title).toBe("On-shelf availability");
  });

  it("does not take a table for gone that cannot be read at this moment", async () => {
    type("title", sheetRow(availability), "Typed and not sent");
    const real = createExcelSpreadsheet();
    const busy = sessionOver({
      okrRepository: createMemoryOkrRepository(home),
      spreadsheet: { ...real, read: () => Promise.resolve({ ok: false, error: { type: "CellInEdit" } }) },
    });
    await busy.start();
    await busy.pull(ALL);
    await busy.pull(KENYA);
    expect(open(busy).failure).toEqual({ type: "CellInEdit" });
    expect(cell("title", availability)).toBe("Typed and not sent");
  });
});
