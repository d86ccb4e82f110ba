import { describe, expect, it } from "@jest/globals";
import { revision } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import { decodeBaseline, encodeBaseline } from "#shared/domain/sheet/baselineText.ts";
import { columnsOf } from "#shared/domain/sheet/columns.ts";
import { conflictsOf, rebase, type ChangeAction } from "#shared/domain/sheet/merge.ts";
import { SHEET_WORDS } from "../../../../../excel-addin/text/sheetWords.ts";
import { aKeyResult } from "#tests/support/okrs.ts";
import { baseline, english } from "#tests/support/sheets.ts";

const base = aKeyResult(1, 1);
const mine: ChangeAction = {
  kind: "changeKeyResult",
  base,
  revision: revision("1"),
  edits: { title: "Mine", target: 97 },
  record: { ...base, title: "Mine" },
};
const now = (changes: Partial<KeyResult>) => ({ stored: { ...base, ...changes }, revision: revision("2") });
const measure = { kind: "metric", direction: "up", unit: "%", baseline: 88, target: 96 } as const;

describe("a record that changed meanwhile", () => {
  it("[SE14] merges fields that only one side changed, inside a measure too", () => {
    const theirs = now({ measure, weight: 40 });
    expect(conflictsOf(mine, theirs)).toEqual([]);
    expect(rebase(mine, theirs)?.record).toMatchObject({
      title: "Mine",
      weight: 40,
      measure: { baseline: 88, target: 97 },
    });
  });

  it("[SE14] agrees where both said the same and asks where they did not", () => {
    expect(conflictsOf(mine, now({ title: "Mine" }))).toEqual([]);
    expect(conflictsOf(mine, now({ title: "Theirs" }))).toEqual([
      { field: "title", base: "Key result 1", mine: "Mine", theirs: "Theirs" },
    ]);
  });

  it("[SE14] stores what was chosen on top of what is there", () => {
    const rebased = rebase(mine, now({ title: "Theirs", weight: 5 }), { title: "theirs" });
    expect(rebased).toMatchObject({ revision: "2", record: { title: "Theirs", weight: 5, measure: { target: 97 } } });
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
