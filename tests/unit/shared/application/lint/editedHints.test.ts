import { describe, expect, it } from "@jest/globals";
import { hintsOfEdited } from "#shared/application/lint/editedHints.ts";
import { lintSheet } from "#shared/application/lint/lintSheet.ts";
import type { SheetRow } from "#shared/domain/sheet/fields.ts";
import { planSheet } from "#shared/domain/sheet/plan.ts";
import { bulkSheet } from "#tests/support/bulk.ts";
import { guid } from "#tests/support/okrs.ts";
import { editedRows, pulledRows, withRow } from "#tests/support/sheets.ts";

const refill = guid("1", 2);
const availability = guid("1", 1);

const hintsIn = (rows: readonly SheetRow[]) => {
  const { input } = bulkSheet(rows);
  return hintsOfEdited(input, planSheet(input)).map(({ at, field, finding }) => [at, field, finding.breach]);
};

describe("hints for what a push would store", () => {
  it("[SE38] say nothing about rows that nobody edited", () => {
    expect(hintsIn(pulledRows())).toEqual([]);
    expect(hintsIn(editedRows(availability, { note: "Counted twice", current: 95 }))).toEqual([]);
  });

  it("[SE38] stand at a row that was changed, or is new", () => {
    const at = pulledRows().findIndex(({ cells }) => cells.key === refill);
    expect(hintsIn(editedRows(refill, { title: "Increase days to refill" }))).toEqual([[at, "title", "K2verb"]]);
    const rows = withRow({
      type: "Objective",
      title: "Reach 50 stores",
      team: "Kenya",
    });
    const found = hintsIn(rows);
    expect(new Set(found.map(([place]) => place))).toEqual(new Set([rows.length - 1]));
    expect(found.map(([, , breach]) => breach)).toEqual(expect.arrayContaining(["O2", "O3"]));
  });

  it("[SE38] are those of the whole sheet for these rows", () => {
    const rows = editedRows(guid("0", 1), { title: "Reach 50 stores and deliver the shelves" });
    const { input } = bulkSheet(rows);
    const at = rows.findIndex(({ cells }) => cells.key === guid("0", 1));
    const whole = lintSheet(bulkSheet(rows)).filter((hint) => hint.at === at);
    expect(whole.length).toBeGreaterThan(0);
    expect(new Set(hintsOfEdited(input, planSheet(input)))).toEqual(new Set(whole));
  });

  it("[SE38] are left out where a row has to be corrected first", () => {
    expect(hintsIn(editedRows(refill, { title: "Increase days to refill", due: "someday" }))).toEqual([]);
  });
});
