/**
 * Sheets that somebody protected under Review.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { CHECK_IN_TABLE, INITIATIVE_TABLE } from "../../../excel-addin/host/locate.ts";
import { checkInSession, fillIn, openCheckIns } from "#tests/support/checkInSheets.ts";
import { cell, checkAndPush, filledHome, open, pulledSession, sheetRow, type } from "#tests/support/excelSession.ts";
import { emptyWorkbook } from "#tests/support/hands.ts";
import {
  initiativeRow,
  initiatives,
  initiativeSession,
  openInitiatives,
  typeAt,
} from "#tests/support/initiativeSheets.ts";
import { memoryKeep } from "#tests/support/memoryKeep.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { guid } from "#tests/support/okrs.ts";

const availability = guid("1", 1);
const ALL = { unit: "all", below: true } as const;

let home: MemoryHome;

/** `open` leaves the cells of the table to be filled. */
const protectSheet = (how: "locked" | "open" | "off", name = "OKRs"): Promise<void> =>
  Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(name);
    const { protection } = table.worksheet;
    protection.unprotect();
    table.getRange().format.protection.locked = how !== "open";
    if (how !== "off") protection.protect();
    await context.sync();
  });

/** Protected sheets cannot be emptied for the next test. */
const unprotectAll = (): Promise<void> =>
  Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items");
    await context.sync();
    for (const sheet of worksheets.items) sheet.protection.unprotect();
    await context.sync();
  });

const storedTitle = (): string | undefined => home.keyResults.get(availability)?.record.title;

beforeAll(async () => {
  await Office.onReady();
});
beforeEach(async () => {
  await emptyWorkbook();
  home = await filledHome();
});
afterEach(unprotectAll);

describe("a protected sheet of OKRs", () => {
  let session: SheetSession;

  beforeEach(async () => {
    session = await pulledSession({
      okrRepository: createMemoryOkrRepository(home),
      spreadsheet: createExcelSpreadsheet(),
    });
    type("title", sheetRow(availability), "Shelves with goods");
  });

  it("[SE37] shows the preview, keeps what was typed and says how it can be sent", async () => {
    await protectSheet("locked");
    await session.check();
    expect(open(session)).toMatchObject({ locked: true, preview: { plan: { counts: { changed: 1 } } } });
    expect(open(session)).not.toHaveProperty("failure");
    await protectSheet("off");
    await checkAndPush(session);
    expect(open(session)).not.toHaveProperty("locked");
    expect(storedTitle()).toBe("Shelves with goods");
  });

  it.each([
    ["pushes", () => session.push()],
    ["refreshes", () => session.pull(ALL)],
    ["takes back", () => session.undo()],
  ])("[SE37] %s nothing", async (_, begin) => {
    await protectSheet("locked");
    await begin();
    expect(open(session).failure).toEqual({ type: "SheetProtected" });
    expect(cell("title", availability)).toBe("Shelves with goods");
    expect(storedTitle()).toBe("On-shelf availability");
  });

  it("[SE37] is pushed where only what is around its cells is locked, and not refreshed", async () => {
    await protectSheet("open");
    await checkAndPush(session);
    expect(open(session)).not.toHaveProperty("failure");
    expect(storedTitle()).toBe("Shelves with goods");
    await session.pull(ALL);
    expect(open(session).failure).toEqual({ type: "SheetProtected" });
  });
});

describe("a protected sheet beside it", () => {
  it("[SE37] sends no check-in", async () => {
    const session = checkInSession({
      okrRepository: createMemoryOkrRepository(home),
      keep: memoryKeep(),
      spreadsheet: createExcelSpreadsheet(CHECK_IN_TABLE),
    });
    await session.start();
    await session.pull(ALL, true);
    fillIn(availability, "note", "Counted twice");
    const before = home.checkIns.size;
    await protectSheet("locked", CHECK_IN_TABLE.table);
    await session.push();
    expect(openCheckIns(session).failure).toEqual({ type: "SheetProtected" });
    expect(home.checkIns.size).toBe(before);
    await unprotectAll();
    await session.push();
    expect(home.checkIns.size).toBe(before + 1);
    session.dispose();
  });

  it("[SE37] sends no initiative", async () => {
    const okrRepository = createMemoryOkrRepository(home);
    await okrRepository.write(initiatives.map((initiative) => ({ kind: "createInitiative", initiative }) as const));
    const session = initiativeSession({
      okrRepository,
      keep: memoryKeep(),
      spreadsheet: createExcelSpreadsheet(INITIATIVE_TABLE),
    });
    const titles = (): readonly string[] => [...home.initiatives.values()].map(({ record }) => record.title);
    await session.start();
    await session.pull(ALL);
    typeAt(initiativeRow(guid("3", 1)), "title", "Call every store");
    await protectSheet("locked", INITIATIVE_TABLE.table);
    await session.push();
    expect(openInitiatives(session).failure).toEqual({ type: "SheetProtected" });
    expect(titles()).not.toContain("Call every store");
    await unprotectAll();
    await session.push();
    expect(titles()).toContain("Call every store");
    session.dispose();
  });
});
