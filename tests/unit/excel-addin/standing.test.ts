/**
 * How the workbook stands: open for two people, copied, read-only, with a cell being edited.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { isKnownPlace, placeOf } from "#shared/domain/sheet/place.ts";
import { ok } from "#shared/domain/result.ts";
import type { Spreadsheet } from "#shared/ports/spreadsheet.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import {
  cell,
  checkAndPush,
  filledHome,
  open,
  pulledSession,
  sessionOver,
  sheetRow,
  type,
} from "#tests/support/excelSession.ts";
import { emptyWorkbook } from "#tests/support/hands.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { guid } from "#tests/support/okrs.ts";

const availability = guid("1", 1);
const NEW_ROW = 9;

let home: MemoryHome;
let session: SheetSession;

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
afterEach(() => {
  simulatedExcel.workbook.readOnly = false;
  simulatedExcel.endpoint.setCellEditing(false);
});

/** Another pane over the same workbook. */
const anotherPane = async (spreadsheet: Spreadsheet = createExcelSpreadsheet()): Promise<SheetSession> => {
  const other = sessionOver({ okrRepository: createMemoryOkrRepository(home), spreadsheet });
  await other.start();
  return other;
};

const pushNewRow = async (by: SheetSession): Promise<void> => {
  type("type", NEW_ROW, "Objective");
  type("title", NEW_ROW, "A new aim");
  type("team", NEW_ROW, "Kenya");
  type("current", sheetRow(availability), "95");
  await checkAndPush(by);
};

describe("two panes in one workbook", () => {
  it("[SE33] what one pushed is no edit for the other, and is stored once", async () => {
    const other = await anotherPane();
    await pushNewRow(session);
    await checkAndPush(other);
    expect([home.objectives.size, home.checkIns.size]).toEqual([4, 3]);
    expect(open(other)).toMatchObject({ sheet: { rows: 8 }, preview: { plan: { counts: { new: 0, checkIn: 0 } } } });
    type("title", sheetRow(availability), "Shelves with goods");
    await checkAndPush(other);
    await checkAndPush(session);
    expect(open(session).preview?.plan.counts).toMatchObject({ new: 0, changed: 0, unchanged: 8 });
    expect(home.keyResults.get(availability)?.record.title).toBe("Shelves with goods");
  });

  it("[SE33] either can take back what was pushed last", async () => {
    const other = await anotherPane();
    await pushNewRow(session);
    await other.check();
    expect(open(other).sheet?.undoable).toBe(1);
    await other.undo();
    expect(home.objectives.size).toBe(3);
  });
});

/** The workbook as it is somewhere else. */
const elsewhere = (address: string): Spreadsheet => {
  const spreadsheet = createExcelSpreadsheet();
  const standing: Spreadsheet["standing"] = async () => {
    const now = await spreadsheet.standing();
    return now.ok ? ok({ ...now.value, address }) : now;
  };
  return { ...spreadsheet, standing };
};

const COPY = "https://localhost:3000/Book%201%20-%20Copy.xlsx";

describe("a workbook that is somewhere else", () => {
  it("[SE34] asks before anything is done in it, and a copy takes nothing back that the other pushed", async () => {
    await pushNewRow(session);
    const copy = await anotherPane(elsewhere(COPY));
    expect(open(copy).copied?.from).not.toBe("");
    await copy.undo();
    await copy.pull({ unit: "all", below: true });
    expect(home.objectives.size).toBe(4);
    expect(open(copy).copied).toBeDefined();
    await copy.answerCopy(true);
    expect(open(copy)).not.toHaveProperty("copied");
    expect(open(copy).sheet).not.toHaveProperty("undoable");
    type("title", sheetRow(availability), "Shelves with goods");
    await checkAndPush(copy);
    expect(home.keyResults.get(availability)?.record.title).toBe("Shelves with goods");
    const later = await anotherPane(elsewhere(COPY));
    expect(open(later)).not.toHaveProperty("copied");
    expect(open(later).sheet?.undoable).toBe(1);
  });

  it("[SE34] that was only renamed or moved goes on as before, and asks no more", async () => {
    await pushNewRow(session);
    const moved = await anotherPane(elsewhere(COPY));
    await moved.answerCopy(false);
    await moved.undo();
    expect(home.objectives.size).toBe(3);
    expect(open(await anotherPane())).not.toHaveProperty("copied");
  });

  it.each([
    ["https://a.sharepoint.com/Docs/Q1.xlsx", "https://a.sharepoint.com/Docs/Q1.xlsx?web=1", true],
    ["https://a.sharepoint.com/Docs/Q1%20OKRs.xlsx", "C:\\Users\\lena\\Docs\\Q1 OKRs.xlsx", true],
    ["https://a.sharepoint.com/Docs/Q1.xlsx", "https://a.sharepoint.com/Other/Q1.xlsx", false],
    ["C:\\Docs\\Q1.xlsx", "C:\\Docs\\Q1 - Copy.xlsx", false],
    ["/Volumes/Lena/Q1.xlsx", "/volumes/lena/q1.xlsx", true],
  ])("[SE34] knows %s and %s for one document: %s", (before, after, same) => {
    const [known, now] = [placeOf(before), placeOf(after)];
    expect(known && now && isKnownPlace(now, [known])).toBe(same);
  });

  it("[SE34] keeps no folder of anybody, and a workbook that was never saved is nowhere", () => {
    expect(JSON.stringify(placeOf("C:\\Users\\lena\\secret\\Q1.xlsx"))).not.toMatch(/lena|secret/u);
    expect(placeOf("Book1")).toBeUndefined();
  });
});

describe("a workbook that takes nothing", () => {
  it("[SE35] open for reading only, is compared and neither filled nor pushed", async () => {
    type("title", sheetRow(availability), "Shelves with goods");
    simulatedExcel.workbook.readOnly = true;
    await session.check();
    expect(open(session)).toMatchObject({ readOnly: true, preview: { plan: { counts: { changed: 1 } } } });
    expect(cell("change", availability)).toBe("");
    await session.push();
    expect(open(session).failure).toEqual({ type: "ReadOnly" });
    expect(home.keyResults.get(availability)?.record.title).toBe("On-shelf availability");
    simulatedExcel.workbook.readOnly = false;
    await checkAndPush(session);
    expect(open(session)).not.toHaveProperty("readOnly");
    expect(home.keyResults.get(availability)?.record.title).toBe("Shelves with goods");
  });

  it("[SE35] waits while somebody is typing in a cell, and goes on by itself", async () => {
    type("title", sheetRow(availability), "Shelves with goods");
    await session.check();
    simulatedExcel.endpoint.setCellEditing(true);
    const pushing = session.push();
    expect(home.keyResults.get(availability)?.record.title).toBe("On-shelf availability");
    simulatedExcel.endpoint.setCellEditing(false);
    await pushing;
    expect(home.keyResults.get(availability)?.record.title).toBe("Shelves with goods");
  });
});
