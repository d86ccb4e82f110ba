import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { fc } from "#tests/support/properties.ts";
import ExcelJS from "exceljs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCsv, writeCsv } from "#shared/adapters/node/tables/csv.ts";
import type { TableRows } from "#shared/adapters/node/tables/table.ts";
import { readTableFile } from "#shared/adapters/node/tables/tableFile.ts";
import { writeXlsx } from "#shared/adapters/node/tables/xlsx.ts";
import { ok } from "#shared/domain/result.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tables-"));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  await writeFile(path, content);
  return readTableFile(path);
};

describe("CSV files", () => {
  const rows = [
    ["text", "owner"],
    ["Größe; “quoted”", "Müller, Änne"],
  ];

  it("[CL8] are read whatever separates their cells", async () => {
    expect(await read("a.csv", 'text,owner\n"Größe; “quoted”","Müller, Änne"\n')).toEqual(ok(rows));
    expect(await read("b.csv", 'text;owner\r\n"Größe; “quoted”";Müller, Änne\r\n')).toEqual(ok(rows));
    expect(await read("c.tsv", "text\towner\nGröße; “quoted”\tMüller, Änne")).toEqual(ok(rows));
  });

  it("[CL8] are read in the encodings that spreadsheets write", async () => {
    const text = "text,owner\nGröße,Änne\n";
    const expected = ok([
      ["text", "owner"],
      ["Größe", "Änne"],
    ]);
    expect(await read("utf8.csv", `\uFEFF${text}`)).toEqual(expected);
    expect(await read("utf16.csv", Buffer.from(`\uFEFF${text}`, "utf16le"))).toEqual(expected);
    expect(await read("windows.csv", Buffer.from(text, "latin1"))).toEqual(expected);
  });

  it("[CL8] keep empty lines, so that rows are counted as a person counts them", async () => {
    expect(await read("gaps.csv", "text\n\nA\n")).toEqual(ok([["text"], [""], ["A"]]));
  });

  it("[CL8] are refused beyond the limits", async () => {
    expect(await read("rows.csv", "a\n".repeat(100_002))).toEqual({
      ok: false,
      error: { type: "FileTooLarge", limit: "100000 rows" },
    });
    expect(await read("columns.csv", `a${",".repeat(200)}`)).toMatchObject({ error: { limit: "200 columns" } });
    expect(await readTableFile(folder)).toMatchObject({ error: { type: "FileKindUnknown" } });
  });

  it("[CL8] are refused when they hold no text", async () => {
    expect(await read("picture.csv", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"))).toEqual({
      ok: false,
      error: { type: "FileUnreadable", reason: "This is not a text file." },
    });
  });

  it("[CL5] bring back every text, also one that a spreadsheet would run", async () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(";", ",", "\t", '"', "'", "=", "a", "\n") }),
      fc.tuple(fc.constantFrom("=", "'=", "''+", "-", "@", "'", "\t"), fc.string()).map((parts) => parts.join("")),
    );
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, async (given) => {
        const written = writeCsv(given);
        const shown: readonly string[] = parse(written, { bom: true, relax_column_count: true }).flat();
        for (const cell of shown) expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
        expect(await readCsv(new TextEncoder().encode(written))).toEqual(ok(given));
      }),
    );
  });
});

describe("Excel files", () => {
  it("[CL5] bring back text, numbers and truth values", async () => {
    const rows: TableRows = [
      ["text", "target", "done"],
      ["=1+1 🚚", -3.5, true],
      ["إقامة", undefined, false],
    ];
    expect(await read("back.xlsx", await writeXlsx("OKRs", rows))).toEqual(ok(rows));
  });

  it("[CL8] are read as people see them: dates, percentages, results of formulas and their errors, links", async () => {
    const workbook = new ExcelJS.Workbook();
    const hidden = workbook.addWorksheet("Lists");
    hidden.state = "hidden";
    const sheet = workbook.addWorksheet("OKRs");
    sheet.addRow(["a", "b", "c", "d", "e", "f", "g"]);
    sheet.addRow([
      new Date(Date.UTC(2026, 2, 31)),
      0.07,
      { formula: "1+1", result: 2 },
      { text: "Lena", hyperlink: "mailto:lena@tinycart.example" },
      { richText: [{ text: "bold" }, { text: " and not" }] },
      { error: "#REF!" },
      { formula: "1/0", result: { error: "#DIV/0!" } },
    ]);
    sheet.getCell("B2").numFmt = "0%";
    expect(await read("seen.xlsx", new Uint8Array(await workbook.xlsx.writeBuffer()))).toEqual(
      ok([
        ["a", "b", "c", "d", "e", "f", "g"],
        ["2026-03-31", "7%", 2, "Lena", "bold and not", "#REF!", "#DIV/0!"],
      ]),
    );
  });

  it("[CL8] are refused when they are none, or would unpack to too much", async () => {
    expect(await read("none.xlsx", "no archive")).toMatchObject({ error: { type: "FileUnreadable" } });
    const bytes = Buffer.from(await writeXlsx("OKRs", [["text"]]));
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(0xf000_0000, entry + 24);
    expect(await read("bomb.xlsx", bytes)).toEqual({
      ok: false,
      error: { type: "FileTooLarge", limit: "300 MB unpacked" },
    });
  });
});
