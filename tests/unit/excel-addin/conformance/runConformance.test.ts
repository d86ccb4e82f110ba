/**
 * The simulated Excel against what documentation says.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 * @jest-environment-options {"excelApi": "1.15"}
 */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { conformanceCases } from "../../../../excel-addin/conformance/cases/all.ts";
import type { ConformanceCase } from "../../../../excel-addin/conformance/conformanceCase.ts";
import { runConformance } from "../../../../excel-addin/conformance/runConformance.ts";

beforeAll(async () => {
  await Office.onReady();
});

describe("the conformance of Excel", () => {
  it("is what documentation says, case by case, in the simulated one", async () => {
    const told: string[] = [];
    const report = await runConformance(conformanceCases, ({ id }) => told.push(id));
    expect(report.results.filter(({ outcome }) => outcome.type !== "AsExpected")).toEqual([]);
    expect(told).toEqual(conformanceCases.map(({ id }) => id));
    expect(report).toMatchObject({ format: 1, host: "Excel", excelApi: "1.15" });
  });

  it("tells what is other than expected, what failed, and what is not offered here", async () => {
    const question = (more: Partial<ConformanceCase>): ConformanceCase => ({
      id: "one",
      rule: "EH10",
      source: "none",
      needs: "1.1",
      expected: { a: 1, b: [2] },
      ask: () => Promise.resolve({ b: [2], a: 1 }),
      ...more,
    });
    const { results } = await runConformance([
      question({}),
      question({ expected: { a: 2, b: [2] } }),
      question({ ask: () => Promise.reject(new Error("broken")) }),
      question({ needs: "1.99" }),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual([
      { type: "AsExpected" },
      { type: "Different", found: { b: [2], a: 1 } },
      { type: "Failed", message: "broken" },
      { type: "NotOffered" },
    ]);
  });

  it("leaves no sheet behind", () => {
    expect(simulatedExcel.workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  });

  it("names each question once", () => {
    expect(new Set(conformanceCases.map(({ id }) => id)).size).toBe(conformanceCases.length);
  });
});
