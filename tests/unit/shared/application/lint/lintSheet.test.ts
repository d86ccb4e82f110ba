import { describe, expect, it } from "@jest/globals";
import { lintSheet } from "#shared/application/lint/lintSheet.ts";
import { bulkSheet } from "#tests/support/bulk.ts";
import { guid } from "#tests/support/okrs.ts";
import { editedRows, pulledRows, withRow } from "#tests/support/sheets.ts";

const refill = guid("1", 2);
const at = (id: string): number => pulledRows().findIndex(({ cells }) => cells.key === id);

describe("hints in the sheet", () => {
  it("[LN1] stand at the cells of the rows as they are typed there", () => {
    const hints = lintSheet(bulkSheet(editedRows(refill, { title: "Increase days to refill" })));
    expect(hints.filter((hint) => hint.at === at(refill))).toMatchObject([
      { field: "title", finding: { breach: "K2verb", values: ["Increase", 9, 5] } },
    ]);
    expect(lintSheet(bulkSheet()).some((hint) => hint.at === at(refill))).toBe(false);
  });

  it("[LN11] know new rows and numbers that are still missing", () => {
    const rows = withRow({ type: "Key result", title: "Hold talks", measure: "Increase", unit: "talks", target: 9 });
    const hints = lintSheet(bulkSheet(rows)).filter((hint) => hint.at === rows.length - 1);
    expect(hints.map(({ field, finding }) => [field, finding.breach])).toEqual([
      ["start", "K3"],
      ["title", "K5"],
    ]);
  });
});
