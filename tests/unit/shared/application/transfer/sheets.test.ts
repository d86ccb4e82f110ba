import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import ExcelJS from "exceljs";
import { writeWorkbookFile } from "#shared/adapters/node/tables/workbook.ts";
import { sheetsOf } from "#shared/application/transfer/sheets.ts";
import { DOCUMENT_FORMAT, DOCUMENT_VERSION, type ExportDocument } from "#shared/domain/transfer/document.ts";
import type { Sheet } from "#shared/ports/workbook.ts";
import { aCheckIn, aCycle, aKeyResult, anInitiative, anObjective, aUnit, instant, lena } from "#tests/support/okrs.ts";

const folder = mkdtempSync(join(tmpdir(), "sheets-"));
afterAll(() => rmSync(folder, { recursive: true }));

const document: ExportDocument = {
  format: DOCUMENT_FORMAT,
  version: DOCUMENT_VERSION,
  exportedAt: instant("2026-11-22T17:10:00.000Z"),
  organisation: "Tinycart",
  levels: [],
  cycles: [aCycle()],
  units: [aUnit()],
  partitions: [],
  objectives: [anObjective(1), anObjective(2, { title: '=HYPERLINK("x")', owner: lena, why: "x".repeat(40_000) })],
  keyResults: [aKeyResult(1, 1), aKeyResult(2, 1, { measure: { kind: "milestone", acceptance: "Signed" } })],
  checkIns: [aCheckIn(1, 1, { value: 0 })],
  initiatives: [anInitiative(1, 1, { owner: lena })],
  log: [],
};

const sheetNamed = (sheets: readonly Sheet[], name: string): readonly Readonly<Record<string, unknown>>[] => {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return [...sheet.rows].map((row) => Object.fromEntries(sheet.header.map((title, index) => [title, row[index]])));
};

describe("an export as a workbook", () => {
  it("[TR11] has one sheet a kind, and nested properties as columns", () => {
    const sheets = sheetsOf(document);
    expect(sheets.map(({ name }) => name)).toEqual([
      "About",
      "Levels",
      "Cycles",
      "Units",
      "Partitions",
      "Objectives",
      "Key results",
      "Check-ins",
      "Initiatives",
      "Log",
    ]);
    const [first, second] = sheetNamed(sheets, "Objectives");
    expect(first).toMatchObject({ title: "Objective 1", stage: "active" });
    expect(first?.["owner.name"]).toBeUndefined();
    expect(second).toMatchObject({ "owner.name": "Lena Krüger", "owner.upn": lena.upn });
    expect(sheetNamed(sheetsOf(document), "Key results")).toMatchObject([
      { "measure.kind": "metric", "measure.target": 96 },
      { "measure.kind": "milestone", "measure.acceptance": "Signed" },
    ]);
  });

  it("[TR11] cuts what no cell holds, and says so", () => {
    const sheets = sheetsOf(document);
    const why = sheetNamed(sheets, "Objectives")[1]?.["why"];
    expect([String(why).length, String(why).at(-1)]).toEqual([32_767, "…"]);
    expect(sheetNamed(sheets, "About")).toContainEqual({ What: "Texts cut because no cell holds them", Value: 1 });
  });

  it("[TR11] goes on in a second sheet", () => {
    const checkIns = [aCheckIn(1, 1), aCheckIn(2, 1), aCheckIn(3, 1)];
    const sheets = sheetsOf({ ...document, checkIns }, 2);
    const names = sheets.map(({ name }) => name);
    expect(names.slice(-4)).toEqual(["Check-ins", "Check-ins 2", "Initiatives", "Log"]);
    expect(sheetNamed(sheets, "Check-ins")).toHaveLength(2);
    expect(sheetNamed(sheets, "Check-ins 2")).toMatchObject([{ id: aCheckIn(3, 1).id }]);
  });

  it("[TR11] is a file that Excel opens, in which text stays text", async () => {
    const path = join(folder, "all.xlsx");
    await writeWorkbookFile(path, sheetsOf(document));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(readFileSync(path)).buffer);
    const sheet = workbook.getWorksheet("Objectives");
    expect(sheet?.getRow(1).values).toContain("title");
    expect(sheet?.getRow(3).values).toContain('=HYPERLINK("x")');
    expect(workbook.getWorksheet("Check-ins")?.getRow(2).values).toContain(0);
  });
});
