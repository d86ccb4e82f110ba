/**
 * Ten thousand rows pasted below the table.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { checkAndPush, filledHome, open, paste, pulledSession } from "#tests/support/excelSession.ts";
import { createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";

const OBJECTIVES = 2_000;
const BELOW = 4;

/** Every hundredth objective has a team that nobody knows: it stays behind, with its key results. */
const lines = Array.from({ length: OBJECTIVES }, (_, index) => [
  `Objective\tAim ${index}\t${index % 100 === 0 ? "Atlantis" : "Kenya"}`,
  ...Array.from({ length: BELOW }, (_, at) => `Key result\tResult ${index}.${at}\t\t\t\t\t\tstores\t0\t1${at}`),
]).flat();

beforeAll(async () => {
  await Office.onReady();
});

describe("10,000 rows pasted", () => {
  it("all that are right are stored, the others say why they are not", async () => {
    const home = await filledHome();
    const session = await pulledSession({
      okrRepository: createMemoryOkrRepository(home),
      spreadsheet: createExcelSpreadsheet(),
    });
    paste("OKRs!A9", lines);
    await checkAndPush(session);
    const { failure, report, preview } = open(session);
    expect(failure).toBeUndefined();
    expect(report).toMatchObject({ stored: 9_900, checkIns: 0, failed: [] });
    expect(home.objectives.size).toBe(3 + 1_980);
    expect(home.keyResults.size).toBe(4 + 7_920);
    expect(preview?.plan.counts).toMatchObject({ new: 0, changed: 0, problem: 100 });
  }, 240_000);
});
