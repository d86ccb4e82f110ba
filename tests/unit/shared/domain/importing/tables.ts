/** Tables and settings for the tests of the import. */
import { importTable } from "#shared/domain/importing/importTable.ts";
import type { ImportResult, ImportSettings } from "#shared/domain/importing/settings.ts";
import type { Cell } from "#shared/domain/importing/table.ts";
import { unitKey } from "#shared/domain/okr/ids.ts";
import { emptyOkrSet, type Frame } from "#shared/domain/okr/okrSet.ts";
import { aCycle, aUnit, instant, lena } from "#tests/support/okrs.ts";

export const frame: Frame = {
  organisation: "Tinycart",
  levels: [
    { key: "company", name: "Company" },
    { key: "team", name: "Team" },
  ],
  units: [aUnit({ key: unitKey("all"), name: "Tinycart", levelKey: "company" }), aUnit({ parentKey: unitKey("all") })],
  partitions: [],
  cycles: [aCycle()],
};
const settings = (more: Partial<ImportSettings> = {}): ImportSettings => ({
  source: "plan.csv",
  locale: "en",
  frame,
  existing: emptyOkrSet,
  author: lena,
  now: instant("2026-02-20T12:00:00Z"),
  people: new Map([["lena krüger", lena]]),
  ...more,
});
export type Rows = readonly (readonly Cell[])[];
export const take = (rows: Rows, more: Partial<ImportSettings> = {}) => importTable(rows, settings(more));
export const lines = (reports: readonly { row: number; reason: { type: string } }[]) =>
  reports.map(({ row, reason }) => `${row} ${reason.type}`);

export const HEADER = ["cycle", "id", "parent_id", "kind", "text"];
export const objective = (id: string, parent = "", text = `Objective ${id}`): readonly Cell[] => [
  "2026-Q1",
  id,
  parent,
  "objective",
  text,
];
export const keyResult = (id: string, parent: string, text = `Key result ${id}`): readonly Cell[] => [
  "2026-Q1",
  id,
  parent,
  "key_result",
  text,
];
/** One objective and one key result with these columns. */
export const measured = (columns: Readonly<Record<string, Cell>>, locale = "en") =>
  take([[...HEADER, ...Object.keys(columns)], objective("o"), [...keyResult("k", "o"), ...Object.values(columns)]], {
    locale,
  });
export const measureOf = (result: ImportResult) => result.plan.keyResults[0]?.measure ?? result.rejected[0]?.reason;
