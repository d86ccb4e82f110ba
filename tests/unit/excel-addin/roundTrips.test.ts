/**
 * How often the sheet talks to Excel. On the web each time crosses the network twice. After each piece of work that used ranges,
 * office.js sends one more batch to let them go, which nobody waits for; it is counted here.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { filledHome, open, pulledSession, sheetRow, type } from "#tests/support/excelSession.ts";
import { createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { guid } from "#tests/support/okrs.ts";

const ALL = { unit: "all", below: true } as const;

const countOf = async (action: () => Promise<void>): Promise<number> => {
  const before = simulatedExcel.endpoint.stats().batches;
  await action();
  return simulatedExcel.endpoint.stats().batches - before;
};

const pulled = async () => {
  const session = await pulledSession({
    okrRepository: createMemoryOkrRepository(await filledHome()),
    // The look that an event causes comes at a moment of its own.
    spreadsheet: { ...createExcelSpreadsheet(), onEdited: () => () => undefined },
  });
  return { session };
};

beforeAll(async () => {
  await Office.onReady();
});

describe("round trips to Excel", () => {
  it("a check of an unchanged sheet only reads", async () => {
    const { session } = await pulled();
    expect(await countOf(() => session.check())).toBe(4);
  });

  it("a refresh that brings nothing new", async () => {
    const { session } = await pulled();
    expect(await countOf(() => session.pull(ALL))).toBe(13);
  });

  it("a push of four rows takes as many as a push of one", async () => {
    const { session } = await pulled();
    for (const [number, value] of [
      [1, "94"],
      [2, "6"],
      [4, "41"],
    ] as const) {
      type("current", sheetRow(guid("1", number)), value);
    }
    type("title", sheetRow(guid("0", 1)), "Full shelves");
    await session.check();
    expect(await countOf(() => session.push())).toBe(21);
    expect(open(session).report).toMatchObject({ stored: 1, checkIns: 3, failed: [] });
    type("current", sheetRow(guid("1", 1)), "95");
    await session.check();
    expect(await countOf(() => session.push())).toBe(21);
  });
});
