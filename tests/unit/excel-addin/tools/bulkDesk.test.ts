/**
 * Bulk changes of the OKR sheet, through the unmodified office.js.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { chosenRows, createBulkDesk, showBulk, type BulkDesk } from "#shared/application/bulk/bulkDesk.ts";
import type { BulkReading, RowChoice, ShownBulk } from "#shared/application/bulk/bulkState.ts";
import type { BulkOperation } from "#shared/domain/bulk/operation.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { undo } from "#simulator/excel-host/model/index.ts";
import { createExcelGrid } from "../../../../excel-addin/host/excelGrid.ts";
import { createExcelSpreadsheet } from "../../../../excel-addin/host/excelSpreadsheet.ts";
import { wideFrame } from "#tests/support/bulk.ts";
import {
  cell,
  checkAndPush,
  depsOver,
  filledHome,
  letter,
  open,
  paste,
  pulledSession,
  sheetRow,
  type,
} from "#tests/support/excelSession.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { guid, lena } from "#tests/support/okrs.ts";
import { english } from "#tests/support/sheets.ts";

const shelves = guid("0", 1);
const kenya = guid("0", 3);
const availability = guid("1", 1);
const refill = guid("1", 2);
const handbook = guid("1", 3);

let home: MemoryHome;
let session: SheetSession;
let desk: BulkDesk;
let stop: () => void;

const sheetDo = (work: (sheet: Excel.Worksheet, table: Excel.Table) => void): Promise<void> =>
  Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem("OKRs"), context.workbook.tables.getItem("OKRs"));
    await context.sync();
  });

const reading = (): BulkReading => {
  const state = desk.state.get();
  if (state.kind !== "ready") throw new Error(state.kind);
  return state.reading;
};

/** Ends when what the desk knows is as expected. */
const known = (condition: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const tell = (): void => {
      if (desk.state.get().kind !== "ready" || !condition()) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = desk.state.subscribe(tell);
    tell();
  });

const shown = (operation: BulkOperation, rows: RowChoice = "all"): ShownBulk => ({
  operation,
  rows,
  preview: showBulk(reading(), rows, operation),
});
const chosen = (rows: RowChoice): readonly number[] => [...chosenRows(reading(), rows)].map((at) => at + 2);

const toLena: BulkOperation = { kind: "setOwner", owner: { person: lena, text: lena.name } };
const q2: BulkOperation = { kind: "moveCycle", cycle: cycleKey("2026-q2"), moveDays: true };

beforeAll(async () => {
  await Office.onReady();
});
beforeEach(async () => {
  stop?.();
  home = await filledHome(wideFrame);
  const parts = { okrRepository: createMemoryOkrRepository(home), spreadsheet: createExcelSpreadsheet() };
  session = await pulledSession(parts);
  await sheetDo((_, table) => table.clearFilters());
  const deps = { ...depsOver(parts), grid: createExcelGrid(), texts: { vocabulary: english } };
  desk = createBulkDesk(deps, () => open(session).frame);
  stop = desk.start();
  await known(() => true);
});

describe("the rows of a bulk change", () => {
  it("[BK14] follow the selection, without rows that a filter hides", async () => {
    await sheetDo((sheet) => sheet.getRange(`B${sheetRow(availability)}:C${sheetRow(refill)}`).select());
    await known(() => reading().selected.size === 2);
    expect(chosen("selected")).toEqual([sheetRow(availability), sheetRow(refill)]);
    await sheetDo((sheet, table) => {
      table.columns.getItem("Title").filter.applyValuesFilter(["Days to refill", "Handbook out"]);
      sheet.getRange("A:B").select();
    });
    await desk.read();
    expect(chosen("selected")).toEqual([sheetRow(refill), sheetRow(handbook)]);
    expect(chosen("visible")).toEqual(chosen("selected"));
    expect(chosen("all")).toHaveLength(7);
  });

  it("are none while something else is selected", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("Notes").getRange("A1:Z99").select();
      await context.sync();
    });
    await desk.read();
    expect(chosen("selected")).toEqual([]);
    await sheetDo((sheet) => sheet.activate());
  });
});

describe("applying a bulk change", () => {
  it("[BK1] writes the cells, which a push then sends and Excel can undo", async () => {
    const before = cell("cycle", shelves);
    expect(await desk.apply(shown(q2))).toEqual({ type: "applied", cells: 8, rows: 0 });
    expect([cell("cycle", shelves), cell("due", handbook)]).toEqual(["Q2 2026", 46186]);
    while (cell("cycle", shelves) !== before) if (!undo(simulatedExcel.workbook)) throw new Error("nothing to undo");
    expect(cell("due", handbook)).toBe(46096);
    await desk.read();
    await desk.apply(shown(q2));
    await checkAndPush(session);
    expect(open(session).report).toMatchObject({ stored: 7, failed: [] });
    expect(home.keyResults.get(handbook)?.record).toMatchObject({
      cycleKey: "2026-q2",
      measure: { due: "2026-06-13" },
    });
    await session.undo();
    expect(home.keyResults.get(handbook)?.record.cycleKey).toBe("2026-q1");
  });

  it("[BK3] leaves formulas alone and names them", async () => {
    await sheetDo((sheet) => {
      const owner = sheet.getRange(`${letter("owner")}${sheetRow(refill)}`);
      owner.numberFormat = [["General"]];
      owner.formulas = [["=B2"]];
    });
    await desk.read();
    const { preview } = shown(toLena);
    expect(preview.skipped).toEqual([{ at: sheetRow(refill) - 2, field: "owner", reason: "formula" }]);
    expect(await desk.apply(shown(toLena))).toMatchObject({ type: "applied" });
    expect([cell("owner", refill), cell("owner", handbook)]).toEqual(["Shelves are full", lena.name]);
  });

  it("[BK15] writes nothing when the sheet says something else than what was shown", async () => {
    const earlier = shown({
      kind: "replace",
      find: "Days",
      replacement: "Hours",
      wholeWord: true,
      matchCase: true,
      fields: ["title"],
    });
    type("title", sheetRow(refill), "Days until refill");
    expect(await desk.apply(earlier)).toEqual({ type: "outdated" });
    expect(cell("title", refill)).toBe("Days until refill");
    expect(reading().table.rows.find(({ cells }) => cells.key === refill)?.cells.title).toBe("Days until refill");
    const now = shown(earlier.operation);
    expect(await desk.apply(now)).toMatchObject({ type: "applied", cells: 1 });
    expect(cell("title", refill)).toBe("Hours until refill");
  });

  it("[BK8] [BK9] adds rows that a push stores with everything that has no column", async () => {
    await sheetDo((sheet) => sheet.getRange(`A${sheetRow(guid("0", 2))}`).select());
    await desk.read();
    expect(
      await desk.apply(shown({ kind: "carryOver", cycle: cycleKey("2026-q2"), keepProgress: true }, "selected")),
    ).toEqual({
      type: "applied",
      cells: 0,
      rows: 2,
    });
    await sheetDo((sheet) => sheet.getRange(`A${sheetRow(kenya)}`).select());
    await desk.read();
    const units = [unitKey("fr"), unitKey("de")];
    await desk.apply(shown({ kind: "clone", units, rename: true, parents: "original", keepOwner: true }, "selected"));
    await checkAndPush(session);
    expect(open(session).report).toMatchObject({ stored: 6, failed: [] });
    const made = [...home.objectives.values()].map(({ record }) => record).slice(3);
    expect(made).toMatchObject([
      { title: "Stores like working with us", cycleKey: "2026-q2", ambition: "committed" },
      { title: "France grows", unitKey: "fr", parents: [{ id: kenya }] },
      { title: "Germany grows", unitKey: "de", parents: [{ id: kenya }] },
    ]);
    expect([...home.keyResults.values()].map(({ record }) => record)[4]).toMatchObject({
      title: "Handbook out",
      objectiveId: made[0]?.id,
      measure: { kind: "milestone", acceptance: "Printed", due: "2026-06-13" },
    });
    expect(open(session).preview?.plan.counts).toMatchObject({ new: 0, changed: 0, problem: 0 });
  });
});

describe("ten thousand rows", () => {
  it("are read and changed in as many round trips as their size needs", async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `Objective\tAim ${index}\tKenya`);
    // The session watches the same table, at moments of its own.
    session.dispose();
    paste("OKRs!A9", lines);
    const before = simulatedExcel.endpoint.stats().batches;
    await desk.read();
    expect(await desk.apply(shown(toLena, "visible"))).toMatchObject({ type: "applied", cells: 10_005 });
    expect(simulatedExcel.value(`OKRs!${letter("owner")}10008`)).toBe(lena.name);
    const { batches } = simulatedExcel.endpoint.stats();
    // Three times the table is read, in twelve parts each and twice as many batches; everything else takes a few.
    expect(batches - before).toBeLessThanOrEqual(110);
  }, 120_000);
});
