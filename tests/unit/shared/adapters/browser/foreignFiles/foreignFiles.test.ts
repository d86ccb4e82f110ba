import { beforeAll, describe, expect, it } from "@jest/globals";
import ExcelJS from "exceljs";
import Zip from "jszip";
import { createForeignFiles } from "#shared/adapters/browser/foreignFiles/foreignFiles.ts";
import { guessMapping } from "#shared/domain/importing/foreign/guess.ts";
import type { ForeignSheet } from "#shared/domain/importing/foreign/sheet.ts";
import { writingIn } from "#shared/domain/importing/foreign/writing.ts";
import type { PickedFile } from "#shared/ports/foreignFiles.ts";
import { OKRS, PERIODS } from "#tests/fixtures/viva.ts";

const file = (name: string, content: string | Uint8Array): PickedFile => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { name, size: bytes.length, bytes: () => Promise.resolve(bytes) };
};

const read = async (...files: readonly PickedFile[]): Promise<string | readonly ForeignSheet[]> => {
  const found = await createForeignFiles().read(files);
  return found.ok ? found.value.sheets : found.error.trouble;
};

const valuesOf = (found: string | readonly ForeignSheet[]): unknown =>
  typeof found === "string"
    ? found
    : found.map(({ rows }) => rows.map((cells) => cells.map(({ value }) => value ?? "")));

let book: Uint8Array;

beforeAll(async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("Nothing");
  const plan = workbook.addWorksheet("Plan");
  plan.addRow(["What", "Target", "Due", "Now"]);
  plan.addRow(["Warm bread", 0.12, new Date(Date.UTC(2026, 5, 30)), { formula: "1+1", result: 2 }]);
  plan.addRow([
    { richText: [{ text: "Ovens " }, { text: "lit" }] },
    { text: "a link", hyperlink: "https://a.example" },
    { error: "#REF!" },
    true,
  ]);
  plan.getCell("B2").numFmt = "0%";
  plan.getCell("A2").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFBDD7EE" } };
  plan.getCell("A2").font = { bold: true, strike: true };
  plan.getCell("A3").alignment = { indent: 2 };
  plan.mergeCells("A4:B5");
  plan.getCell("A4").value = "Wide";
  workbook.addWorksheet("Hidden", { state: "hidden" }).addRow(["secret"]);
  workbook.addWorksheet("More").addRow(["x"]);
  book = new Uint8Array(await workbook.xlsx.writeBuffer());
});

describe("workbooks", () => {
  it("[IF12] give their visible sheets with values, looks and merged cells as a person sees them", async () => {
    const sheets = await read(file("plan.xlsx", book));
    if (typeof sheets === "string") throw new Error(sheets);
    expect(sheets.map(({ name }) => name)).toEqual(["Plan", "More"]);
    const [plan] = sheets;
    expect(plan).toMatchObject({ from: "file", merged: [{ row: 3, column: 0, rows: 2, columns: 2 }] });
    expect(plan?.rows[1]).toEqual([
      { value: "Warm bread", fill: "#bdd7ee", bold: true, struck: true },
      { value: 0.12, format: "0%" },
      { value: "2026-06-30" },
      { value: 2 },
    ]);
    expect(plan?.rows[2]).toEqual([
      { value: "Ovens lit", indent: 2 },
      { value: "a link" },
      { value: "#REF!" },
      { value: true },
    ]);
    expect(plan?.rows[3]?.map(({ value }) => value)).toEqual(["Wide", undefined, undefined, undefined]);
  });

  it("[IF12] are refused with what is wrong: damaged, with a password, old, another kind, empty", async () => {
    const compound = (name: string): Uint8Array =>
      new Uint8Array([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        1,
        2,
        ...name.split("").flatMap((letter) => [letter.charCodeAt(0), 0]),
        9,
      ]);
    expect(await read(file("a.xlsx", book.slice(0, 900)))).toBe("Damaged");
    expect(await read(file("a.xlsx", "no workbook"))).toBe("Damaged");
    expect(await read(file("a.xlsx", compound("EncryptedPackage")))).toBe("Protected");
    expect(await read(file("a.xls", compound("Workbook")))).toBe("OldFormat");
    expect(await read(file("a.pdf", "%PDF-1.7"))).toBe("OtherKind");
    expect(await read(file("a.xlsx", ""))).toBe("NothingInIt");
    expect(await read(file("a.csv", "\n\n"))).toBe("NothingInIt");
    expect(await read(file("a.csv", book.slice(100, 5000)))).not.toBe("Damaged");
    const binary = new Zip();
    binary.file("xl/workbook.bin", "x");
    expect(await read(file("a.xlsb", await binary.generateAsync({ type: "uint8array" })))).toBe("OldFormat");
    expect(await read({ name: "a.csv", size: 5, bytes: () => Promise.reject(new Error("gone")) })).toBe("Damaged");
  });

  it("[IF12] are refused beyond the limits before they are unpacked", async () => {
    expect(await read({ ...file("a.xlsx", book), size: 31_000_000 })).toBe("TooLarge");
    expect(await read(file("a.csv", "a,b\n".repeat(20_002)))).toBe("TooLarge");
    const bomb = new Zip();
    bomb.file("xl/workbook.xml", "<x/>");
    const bytes = await bomb.generateAsync({ type: "uint8array" });
    // The directory says how large the part is when it is unpacked: 22 bytes of the end record, 46 and the name of the entry before.
    const at = bytes.length - 22 - 46 - "xl/workbook.xml".length;
    new DataView(bytes.buffer).setUint32(at + 24, 900_000_000, true);
    expect(await read(file("a.xlsx", bytes))).toBe("TooLarge");
  });
});

describe("text tables", () => {
  const rows = [
    ["Ziel", "Größe"],
    ["Brot; „warm“", "1.250,5"],
  ];

  it("[IF12] are read in any usual encoding and with any usual separator", async () => {
    const text = (mark: string): string => `Ziel${mark}Größe\r\n"Brot; „warm“"${mark}"1.250,5"\r\n`;
    for (const mark of [",", ";", "\t", "|"]) expect(valuesOf(await read(file("a.csv", text(mark))))).toEqual([rows]);
    expect(valuesOf(await read(file("a.csv", `sep=;\r\n${text(";")}`)))).toEqual([rows]);
    expect(valuesOf(await read(file("a.csv", `\uFEFF${text(";")}`)))).toEqual([rows]);
    const utf16 = Buffer.from(text(";"), "utf16le");
    expect(valuesOf(await read(file("a.csv", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))))).toEqual([rows]);
    expect(valuesOf(await read(file("a.csv", utf16)))).toEqual([rows]);
    const western = Buffer.from("Ziel;Größe\nÄpfel für München;1\n", "latin1");
    expect(valuesOf(await read(file("a.csv", western)))).toEqual([
      [
        ["Ziel", "Größe"],
        ["Äpfel für München", "1"],
      ],
    ]);
    // "الهدف;مياه" as Arabic Windows writes it.
    const arabic = Uint8Array.from([0xc7, 0xe1, 0xe5, 0xcf, 0xdd, 0x3b, 0xe3, 0xed, 0xc7, 0xe5]);
    expect(valuesOf(await read(file("a.csv", arabic)))).toEqual([[["الهدف", "مياه"]]]);
  });

  it("[IF12] keep line breaks within quotes and lose the apostrophe that disarms formulas", async () => {
    expect(valuesOf(await read(file("a.csv", 'a,b\n"one\ntwo",\'=1+1\n')))).toEqual([
      [
        ["a", "b"],
        ["one\ntwo", "=1+1"],
      ],
    ]);
  });

  it("[IF10] show whose numbers and days they hold, or leave it open", async () => {
    const writing = async (...cells: readonly string[]): Promise<string | undefined> => {
      const found = await read(file("a.csv", cells.map((cell) => `${cell}\tx`).join("\n")));
      return typeof found === "string" || !found[0] ? "none" : writingIn(found[0], "en-US");
    };
    expect(await writing("1.250,5", "31.12.2026")).toBe("de");
    expect(await writing("1,250.5", "31/12/2026")).toBe("en-GB");
    expect(await writing("1,250.5", "12/31/2026")).toBe("en-US");
    expect(await writing("٣٠", "٪١٢")).toBe("ar");
    expect(await writing("1,250", "1.250", "12")).toBeUndefined();
  });
});

describe("exports of Viva Goals", () => {
  it("[IF12] are read from their zip archive, or from its files chosen together", async () => {
    const zip = new Zip();
    zip.file("out/objectives_export_file_1.json", `\uFEFF${JSON.stringify(OKRS)}`);
    zip.file("out/TimePeriods_export_file_1.json", JSON.stringify(PERIODS));
    const zipped = await read(file("Organization.zip", await zip.generateAsync({ type: "uint8array" })));
    const together = await read(file("o.json", JSON.stringify(OKRS)), file("t.json", JSON.stringify(PERIODS)));
    expect(together).toEqual(zipped);
    if (typeof zipped === "string" || !zipped[0]) throw new Error("not read");
    expect(
      guessMapping(zipped[0])
        .tables[0]?.columns.map(({ role }) => role)
        .slice(0, 4),
    ).toEqual(["id", "text", "kind", "parent"]);
    expect(await read(file("t.json", JSON.stringify(PERIODS)))).toBe("NoObjectives");
    expect(await read(file("o.json", "{"))).toBe("Damaged");
    expect(await read(file("o.json", "[]"), file("a.xlsx", book))).toBe("OtherKind");
  });
});
