/**
 * An Excel that answers slowly, and one that refuses; in French.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 * @jest-environment-options {"locale": "fr-FR"}
 */
import { afterEach, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { cell, checkAndPush, filledHome, open, pulledSession, sheetRow, type } from "#tests/support/excelSession.ts";
import { emptyWorkbook } from "#tests/support/hands.ts";
import { HOST_FAULTS } from "#tests/support/hostFaults.ts";
import { createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { guid } from "#tests/support/okrs.ts";
import { travel } from "#tests/support/safetyJourney.ts";

/** Milliseconds each way; more by the environment of all tests in Excel. */
const LATENCY_MS = 10;

jest.setTimeout(25_000);

const availability = guid("1", 1);

beforeAll(async () => {
  await Office.onReady();
});
afterEach(() => {
  simulatedExcel.setLatency(0);
  simulatedExcel.setFaults();
});

describe("a slow Excel", () => {
  it("[SE8] [SE30] [SE31] [SE32] goes the same way, with figures as they are typed in French", async () => {
    simulatedExcel.setLatency(LATENCY_MS);
    expect(await travel("94,5")).toBe(7);
  });
});

describe("an Excel that refuses", () => {
  it.each(HOST_FAULTS)("[SE18] says %s as %s, loses nothing and stores everything once", async (fault, meaning) => {
    await emptyWorkbook();
    const home = await filledHome();
    const session = await pulledSession({
      okrRepository: createMemoryOkrRepository(home),
      spreadsheet: createExcelSpreadsheet(),
    });
    type("title", sheetRow(availability), "Shelves with goods");
    type("note", sheetRow(availability), "Counted twice");
    await session.check();
    simulatedExcel.setFaults({ fault, count: 1 });
    await session.push();
    expect(open(session).failure).toEqual({ type: meaning });
    expect(cell("title", availability)).toBe("Shelves with goods");
    simulatedExcel.setFaults();
    await checkAndPush(session);
    expect(home.keyResults.get(availability)?.record.title).toBe("Shelves with goods");
    expect([...home.checkIns.values()].filter(({ record }) => record.note === "Counted twice")).toHaveLength(1);
    simulatedExcel.setFaults({ fault, count: 1 });
    await session.undo();
    expect(open(session).failure).toEqual({ type: meaning });
    simulatedExcel.setFaults();
    await session.undo();
    expect(home.keyResults.get(availability)?.record.title).toBe("On-shelf availability");
    session.dispose();
  });
});
