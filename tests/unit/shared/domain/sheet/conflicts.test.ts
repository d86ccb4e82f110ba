import { describe, expect, it } from "@jest/globals";
import { decodeBaseline, encodeBaseline } from "#shared/domain/sheet/baselineText.ts";
import { columnsOf } from "#shared/domain/sheet/columns.ts";
import { byField, columnOf } from "#shared/domain/sheet/conflicts.ts";
import { SHEET_WORDS } from "../../../../../excel-addin/text/sheetWords.ts";
import { baseline, english } from "#tests/support/sheets.ts";

describe("a conflict in the sheet", () => {
  const fields = ["title", "objectiveId", "target", "acceptance"];

  it("[SE14] stands at the column that shows the field", () => {
    expect(fields.map((field) => columnOf("keyResult", field))).toEqual(["title", "parent", "target", undefined]);
    expect(["unitKey", "parents", "end", "why"].map((field) => columnOf("objective", field))).toEqual([
      "team",
      "parent",
      "due",
      undefined,
    ]);
  });

  it("[SE14] is decided by column, and what has no column stays as it is stored", () => {
    expect(byField("keyResult", fields, { title: "mine", parent: "theirs" })).toEqual({
      title: "mine",
      objectiveId: "theirs",
      acceptance: "theirs",
    });
  });
});

describe("the memory of the sheet", () => {
  it("[SE15] comes back as it was kept", () => {
    expect(decodeBaseline(encodeBaseline(baseline))).toEqual(baseline);
  });

  it.each([
    ["a part is missing", encodeBaseline(baseline).slice(0, 1)],
    ["nothing was kept", []],
    ["somebody else wrote there", ["{}", "[]"]],
    ["a part is damaged", [encodeBaseline(baseline)[0] ?? "", "[[1"]],
  ])("[SE15] is none when %s", (_, texts) => {
    expect(decodeBaseline(texts)).toBeUndefined();
  });
});

describe("columns", () => {
  it("[SE2] are found in any language, order and company", () => {
    const columns = columnsOf(["My own", "Schlüssel", "العنوان", "Target", "target"], english);
    if ("type" in columns) throw new Error("unreadable");
    expect([...columns.at]).toEqual([
      ["key", 1],
      ["title", 2],
      ["target", 3],
    ]);
    expect(columns.missing).toContain("owner");
    expect(columnsOf(["Title"], english)).toEqual({ type: "ColumnsMissing", fields: ["key"] });
  });

  it.each(Object.entries(SHEET_WORDS))("[SE2] of %s have headers that mean one thing each", (_, { headers }) => {
    expect(Object.values(headers).map(english.fieldOf)).toEqual(Object.keys(headers));
  });
});
