/** One journey through all that guards a sheet, for every kind of Excel: pull, edit, delete, push some rows, take back, refresh. */
import { expect } from "@jest/globals";
import { createExcelSpreadsheet } from "../../excel-addin/host/excelSpreadsheet.ts";
import { cell, filledHome, letter, open, pulledSession, sheetRow, type } from "./excelSession.ts";
import { emptyWorkbook } from "./hands.ts";
import { createMemoryOkrRepository } from "./memoryOkrRepository.ts";
import { guid } from "./okrs.ts";

const ALL = { unit: "all", below: true } as const;
const shelves = guid("0", 1);
const availability = guid("1", 1);
const refill = guid("1", 2);

const selectRow = (id: string): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets
      .getItem("OKRs")
      .getRange(`B${sheetRow(id)}`)
      .select();
    await context.sync();
  });

/**
 * @param figure 94.5 as people type it in this Excel
 * @returns rows that agree with the store in the end
 */
export const travel = async (figure: string): Promise<number> => {
  await emptyWorkbook();
  const home = await filledHome();
  const session = await pulledSession({
    okrRepository: createMemoryOkrRepository(home),
    spreadsheet: createExcelSpreadsheet(),
  });
  const valueOf = (note: string) =>
    [...home.checkIns.values()].find(({ record }) => record.note === note)?.record.value;
  type("title", sheetRow(shelves), "Full shelves");
  type("current", sheetRow(availability), figure);
  type("note", sheetRow(availability), "Counted twice");
  await session.check();
  await selectRow(availability);
  await session.pushSelected();
  expect(open(session)).toMatchObject({ report: { stored: 0, checkIns: 1, failed: [] } });
  expect(valueOf("Counted twice")).toBe(94.5);
  expect(home.objectives.get(shelves)?.record.title).toBe("Shelves are full");
  await selectRow(refill);
  await session.markSelected(true);
  await session.push();
  const { deleting } = open(session);
  expect(deleting?.rows.map(({ id }) => id)).toEqual([refill]);
  await session.push(deleting?.chosen, new Set([refill]));
  expect([home.keyResults.has(refill), home.objectives.get(shelves)?.record.title]).toEqual([false, "Full shelves"]);
  expect(simulatedExcel.text(`OKRs!${letter("change")}${sheetRow(refill)}`)).toBe("Removed");
  await session.reviewUndo();
  await session.undo(new Set([refill]));
  expect([home.keyResults.has(refill), home.objectives.get(shelves)?.record.title]).toEqual([true, "Full shelves"]);
  await session.pull(ALL);
  expect(open(session).preview?.plan.counts).toMatchObject({ unchanged: 7, changed: 0, new: 0, gone: 0, problem: 0 });
  expect([cell("current", availability), cell("title", shelves)]).toEqual([94.5, "Full shelves"]);
  session.dispose();
  return open(session).preview?.plan.counts.unchanged ?? 0;
};
