/**
 * Deleting records from the sheet, and pushing selected rows, in the simulated Excel.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { keyResultId } from "#shared/domain/okr/ids.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import {
  cell,
  checkAndPush,
  filledHome,
  letter,
  open,
  pulledSession,
  sheetRow,
  type,
} from "#tests/support/excelSession.ts";
import { deleteRow, emptyWorkbook, filterBy, rowOfKey, sortBy } from "#tests/support/hands.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { guid } from "#tests/support/okrs.ts";

const shelves = guid("0", 1);
const kenya = guid("0", 3);
const availability = guid("1", 1);
const refill = guid("1", 2);
const nairobi = guid("1", 4);

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

const stored = (id: string): boolean => [...home.objectives.keys(), ...home.keyResults.keys()].map(String).includes(id);
const mark = (id: string, word = "Delete"): void => type("change", sheetRow(id), word);
const confirm = (): Promise<void> => {
  const { deleting } = open(session);
  if (!deleting) throw new Error("Nothing was asked");
  return session.push(deleting.chosen, new Set(deleting.rows.map(({ id }) => id)));
};
const select = (ids: readonly string[]): Promise<void> =>
  Excel.run(async (context) => {
    const rows = ids.map(sheetRow);
    context.workbook.worksheets
      .getItem("OKRs")
      .getRange(`B${Math.min(...rows)}:B${Math.max(...rows)}`)
      .select();
    await context.sync();
  });

describe("deleting", () => {
  it("[SE31] happens only after a mark, the preview and an answer, and the row stays to be seen", async () => {
    mark(availability, "löschen");
    await session.check();
    expect(open(session).preview?.plan.counts).toMatchObject({ delete: 1, problem: 0 });
    await session.push();
    expect(open(session).deleting?.rows.map(({ title }) => title)).toEqual(["On-shelf availability"]);
    expect(stored(availability)).toBe(true);
    await confirm();
    expect(stored(availability)).toBe(false);
    expect(open(session)).toMatchObject({ report: { stored: 1, undoable: 1 } });
    expect([cell("title", availability), cell("change", availability)]).toEqual(["On-shelf availability", "Removed"]);
    await session.push();
    await session.pull({ unit: "all", below: true });
    expect(stored(availability)).toBe(false);
    expect(open(session).preview?.plan.counts).toMatchObject({ gone: 1, new: 0, delete: 0, problem: 0 });
  });

  it("[SE31] is taken back with the push, with the same id", async () => {
    mark(availability);
    await checkAndPush(session);
    await confirm();
    await session.undo();
    expect(home.keyResults.get(availability)?.record.title).toBe("On-shelf availability");
    expect(open(session).preview?.plan.counts).toMatchObject({ unchanged: 7, gone: 0, new: 0, delete: 0 });
  });

  it("[SE31] is not what deleting a row of the sheet means", async () => {
    deleteRow(rowOfKey(availability));
    await checkAndPush(session);
    expect(stored(availability)).toBe(true);
  });

  it("[SE31] takes an objective only with all its key results, also those that somebody put there meanwhile", async () => {
    mark(kenya);
    await session.check();
    expect(cell("message", kenya)).toBe("deleteHasKeyResults");
    expect(cell("change", kenya)).toBe("Delete");
    mark(nairobi);
    const other = home.keyResults.get(nairobi);
    if (!other) throw new Error("not stored");
    await createMemoryOkrRepository(home, "Otto").write([
      { kind: "createKeyResult", keyResult: { ...other.record, id: keyResultId(guid("1", 66)) } },
    ]);
    await checkAndPush(session);
    await confirm();
    expect([stored(kenya), stored(nairobi)]).toEqual([true, false]);
    expect(open(session).report).toMatchObject({ stored: 1, failed: [{ id: kenya, result: { type: "InUse" } }] });
    expect(cell("message", kenya)).toContain("InUse");
  });

  it("[SE31] follows its row when the sheet is sorted, and goes with its objective when only that was chosen", async () => {
    mark(kenya);
    mark(nairobi);
    sortBy("title", false);
    await session.check();
    await session.push(new Set([kenya]));
    await confirm();
    expect([stored(kenya), stored(nairobi), stored(shelves)]).toEqual([false, false, true]);
  });

  it("[SE31] of a new row sends nothing, and of a changed record asks", async () => {
    type("type", 9, "Objective");
    type("title", 9, "Never mind");
    type("team", 9, "Kenya");
    type("change", 9, "Delete");
    mark(availability);
    const theirs = home.keyResults.get(availability);
    if (!theirs) throw new Error("not stored");
    await createMemoryOkrRepository(home, "Otto").write([
      { kind: "changeKeyResult", id: theirs.record.id, basedOn: theirs.revision, changes: { title: "Otto's" } },
    ]);
    await checkAndPush(session);
    await confirm();
    expect(home.objectives.size).toBe(3);
    expect(open(session).conflicts).toMatchObject([
      { id: availability, removal: true, modifiedBy: "Otto", fields: [{ field: "title", theirs: "Otto's" }] },
    ]);
    await session.resolve(availability, { title: "theirs" });
    expect([stored(availability), cell("change", availability), open(session).conflicts]).toEqual([true, "", []]);
    mark(availability);
    await checkAndPush(session);
    await confirm();
    await session.resolve(availability, { title: "mine" });
    expect(stored(availability)).toBe(false);
  });
});

describe("selected rows", () => {
  it("[SE32] are pushed alone, and each row says what became of it", async () => {
    type("title", sheetRow(availability), "Shelves with goods");
    type("title", sheetRow(refill), "Days until refilled");
    await session.check();
    await select([availability]);
    await session.pushSelected();
    expect(home.keyResults.get(availability)?.record.title).toBe("Shelves with goods");
    expect(home.keyResults.get(refill)?.record.title).toBe("Days to refill");
    expect([cell("change", availability), cell("change", refill)]).toEqual(["Stored", "Changed"]);
    await session.pushSelected();
    expect(open(session).nothingSelected).toBe(true);
  });

  it("[SE32] are shown before they are sent for the first time, and never the rows that a filter hides", async () => {
    type("title", sheetRow(availability), "Shelves with goods");
    await session.check();
    type("title", sheetRow(refill), "Days until refilled");
    await select([availability, refill]);
    filterBy("title", ["Days until refilled"]);
    await session.pushSelected();
    expect(open(session).preview?.renewed).toBe(true);
    await session.pushSelected();
    expect(home.keyResults.get(refill)?.record.title).toBe("Days until refilled");
    expect(home.keyResults.get(availability)?.record.title).toBe("On-shelf availability");
  });

  it("[SE31] are marked and unmarked in the pane", async () => {
    await select([availability, refill]);
    await session.markSelected(true);
    expect(open(session).preview?.plan.counts).toMatchObject({ delete: 2 });
    await select([refill]);
    await session.markSelected(false);
    expect([cell("change", availability), cell("change", refill)]).toEqual(["Delete", ""]);
    expect(simulatedExcel.text(`OKRs!${letter("change")}${sheetRow(refill)}`)).toBe("");
  });
});
