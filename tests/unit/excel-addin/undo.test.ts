/**
 * Taking a push back, in the simulated Excel.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
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
  home = await filledHome();
  session = await pulledSession({
    okrRepository: createMemoryOkrRepository(home),
    spreadsheet: createExcelSpreadsheet(),
  });
});

const titleOf = (id: string): string | undefined => home.keyResults.get(id)?.record.title;

/** A new objective, a new title and a reading. */
const push = async (): Promise<void> => {
  type("type", NEW_ROW, "Objective");
  type("title", NEW_ROW, "A new aim");
  type("team", NEW_ROW, "Kenya");
  type("title", sheetRow(availability), "Shelves with goods");
  type("current", sheetRow(availability), "95");
  await checkAndPush(session);
};

describe("taking a push back", () => {
  it("[SE20] gives the store its records back and leaves the sheet as it was typed", async () => {
    await push();
    expect(open(session).report).toEqual({ stored: 2, checkIns: 1, failed: [], undoable: 2 });
    expect(home.objectives.size).toBe(4);
    await session.undo();
    expect([home.objectives.size, titleOf(availability)]).toEqual([3, "On-shelf availability"]);
    expect(home.checkIns.size).toBe(3);
    expect(cell("title", availability)).toBe("Shelves with goods");
    expect(simulatedExcel.value(`OKRs!${letter("title")}${NEW_ROW}`)).toBe("A new aim");
    expect(open(session)).toMatchObject({
      report: { stored: 2, failed: [], undoable: 0 },
      preview: { plan: { counts: { new: 1, changed: 1, checkIn: 0 } } },
    });
  });

  it("[SE20] can be followed by the same push", async () => {
    await push();
    await session.undo();
    await session.push();
    expect([home.objectives.size, titleOf(availability)]).toEqual([4, "Shelves with goods"]);
    expect(home.checkIns.size).toBe(3);
    expect(open(session).preview?.plan.counts).toMatchObject({ new: 0, changed: 0 });
  });

  it("[SE20] leaves what somebody changed since", async () => {
    await push();
    const kept = home.keyResults.get(availability);
    if (!kept) throw new Error("not stored");
    await createMemoryOkrRepository(home, "Otto").write([
      { kind: "changeKeyResult", id: kept.record.id, basedOn: kept.revision, changes: { title: "Otto's", weight: 7 } },
    ]);
    await session.undo();
    expect(titleOf(availability)).toBe("Otto's");
    expect(home.objectives.size).toBe(3);
  });

  it("[SE20] is offered after another pull too", async () => {
    await push();
    await session.pull({ unit: "all", below: true });
    expect(open(session)).not.toHaveProperty("report");
    expect(open(session).sheet?.undoable).toBe(2);
    await session.undo();
    expect([home.objectives.size, titleOf(availability)]).toEqual([3, "On-shelf availability"]);
    expect(open(session).sheet).not.toHaveProperty("undoable");
  });

  it("[SE20] is offered when the workbook is opened again, until the next push", async () => {
    await push();
    const parts = { okrRepository: createMemoryOkrRepository(home), spreadsheet: createExcelSpreadsheet() };
    const tomorrow = sessionOver(parts);
    await tomorrow.start();
    expect(open(tomorrow).sheet?.undoable).toBe(2);
    await tomorrow.undo();
    expect([home.objectives.size, titleOf(availability)]).toEqual([3, "On-shelf availability"]);
    const later = sessionOver(parts);
    await later.start();
    expect(open(later).sheet).not.toHaveProperty("undoable");
  });
});
