/** Signs of sheets that people make, each alone in a sheet; the sheets of tests/fixtures/sheets hold several at once. */
import { describe, expect, it } from "@jest/globals";
import { guessMapping } from "#shared/domain/importing/foreign/guess.ts";
import { meaningsOf } from "#shared/domain/importing/foreign/headerWords.ts";
import { sheet } from "#tests/fixtures/sheets/make.ts";
import { imported, outline, rolesOf } from "./support.ts";

describe("headers", () => {
  it.each([
    ["Verantw.", "owner"],
    ["Gew.", "weight"],
    ["Wer?", "owner"],
    ["Objective الهدف", "objective"],
    ["المسؤول Owner", "owner"],
  ])("[IF2] %s names the %s", (header, role) => {
    expect(meaningsOf(header)[0]?.role).toBe(role);
  });

  it("[IF2] takes a word cut short for nothing where it may be several", () => {
    expect(meaningsOf("Sta.")).toEqual([]);
  });

  it("[IF2] finds targets and where they begin by the cells, where no word says it", () => {
    const pair = sheet("T", [
      ["Objective", "Key result", "Then", "Later"],
      ["Warm bread", "Ovens lit", 6, 22],
      ["", "Shops sold out", 14, 5],
    ]);
    expect(rolesOf(guessMapping(pair))).toEqual(["objective keyResult start target"]);
    const words = sheet("T", [
      ["Objective", "Key result", "Yardstick"],
      ["Warm bread", "Ovens lit", "6 → 22"],
      ["", "Shops sold out", "from 14 to 5"],
    ]);
    expect(rolesOf(guessMapping(words))).toEqual(["objective keyResult target"]);
  });

  it("[IF1] heads a table by short texts that mention two kinds, above columns of numbers", () => {
    const loose = sheet("T", [
      ["A plan"],
      ["What we want", "By when", "Our team", "How many"],
      ["Ovens lit", "2026-03-01", "Bakery", 12],
      ["Shops sold out", "2026-03-09", "Bakery", 5],
    ]);
    expect(guessMapping(loose).tables.map(({ area }) => area.header)).toEqual([1]);
  });
});

describe("what stands beside the OKRs", () => {
  const table = [
    ["Objective", "Key result", "Owner", "Target"],
    ["Warm bread", "Ovens lit", "OL", 22],
    ["", "Shops sold out", "BV / OL", 5],
  ];

  it("[IF1] passes over lists of contacts, with their title", () => {
    const both = sheet("T", [...table, [], ["Who to call"], ["Name", "Phone", "Room"], ["Nils Aker", "4711", "B2"]]);
    expect(outline(imported(both))).toEqual(["Warm bread", "  Ovens lit", "  Shops sold out"]);
    expect(imported(both).passed.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Who to call", "Name", "Nils Aker"]),
    );
  });

  it("[IF6] writes initials out where the sheet says whose they are", () => {
    const both = sheet("T", [...table, [], ["OL = Olaf Lind, BV: Britt Vang, KPI = Ovens and shops"]]);
    expect(imported(both).plan.keyResults.map(({ owner }) => owner?.name)).toEqual(["Olaf Lind", "Britt Vang"]);
    expect(imported(sheet("T", table)).plan.keyResults[0]?.owner?.name).toBe("OL");
  });

  it("[IF5] passes over a remark at the end, and keeps rows that only stand apart", () => {
    const rows = [
      ["What", "Owner", "Target"],
      ["Warm bread", "Nils Aker", ""],
      ["Ovens lit", "Nils Aker", 22],
    ];
    const remark = imported(sheet("T", [...rows, [], ["Printed for the board", "", ""]]));
    expect(remark.passed.map(({ text, why }) => `${why} ${text}`)).toContain("Outside Printed for the board");
    const apart = imported(sheet("T", [...rows, [], ["Cold milk", "Britt Vang", ""], ["Fridges", "Britt Vang", 4]]));
    expect(apart.plan.objectives.map(({ title }) => title)).toEqual(["Warm bread", "Cold milk"]);
  });

  it("[IF4] reads numbers before the texts of a column of goals as levels", () => {
    const numbered = sheet("T", [
      ["Goal", "Owner", "Measure of success"],
      ["1. Warm bread", "Nils Aker", ""],
      ["1.1 Ovens lit before four", "Nils Aker", "from 6 to 22 ovens"],
      ["1.2 Shops sold out at noon", "Nils Aker", "from 14 to 5 shops"],
    ]);
    expect(outline(imported(numbered))).toEqual(["Warm bread", "  Ovens lit before four", "  Shops sold out at noon"]);
  });
});
