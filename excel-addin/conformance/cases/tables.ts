import type { ConformanceCase, Finding } from "../conformanceCase.ts";
import { valuesOf } from "./asking.ts";

const tableOf = (sheet: Excel.Worksheet, rows: readonly (readonly (string | number)[])[]): Excel.Table => {
  const range = sheet.getRangeByIndexes(0, 0, rows.length, rows[0]?.length ?? 1);
  range.values = rows.map((row) => [...row]);
  return sheet.tables.add(range, true);
};

const ROWS = [
  ["Name", "Value"],
  ["b", 2],
  ["a", 1],
  ["c", 3],
] as const;

const hidden = async (context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Finding> => {
  const rows = ["A2:B2", "A3:B3", "A4:B4"].map((address) => sheet.getRange(address).load("rowHidden"));
  await context.sync();
  return rows.map(({ rowHidden }) => rowHidden);
};

export const tableCases: readonly ConformanceCase[] = [
  {
    id: "a-table-over-its-header-has-one-row-that-does-not-count",
    rule: "EH30",
    source: "Work with tables using the Excel JavaScript API",
    needs: "1.4",
    expected: [0, "A2:B2"],
    ask: async (context, sheet) => {
      const table = tableOf(sheet, [["Name", "Value"]]);
      const body = table.getDataBodyRange().load("address");
      const count = table.rows.getCount();
      await context.sync();
      return [count.value, body.address.split("!").at(-1) ?? ""];
    },
  },
  {
    id: "rows-added-by-the-api",
    rule: "EH30",
    source: "Work with tables using the Excel JavaScript API",
    needs: "1.1",
    expected: [
      ["b", 2],
      ["a", 1],
      ["c", 3],
      ["d", 4],
    ],
    ask: async (context, sheet) => {
      const table = tableOf(sheet, ROWS);
      table.rows.add(undefined, [["d", 4]]);
      return valuesOf(context, table.getDataBodyRange());
    },
  },
  {
    id: "a-table-grows-when-the-row-below-is-written",
    rule: "EH32",
    source: "assumed",
    needs: "1.1",
    expected: "A1:B5",
    ask: async (context, sheet) => {
      const table = tableOf(sheet, ROWS);
      await context.sync();
      sheet.getRange("A5").values = [["below"]];
      const range = table.getRange().load("address");
      await context.sync();
      return range.address.split("!").at(-1) ?? "";
    },
  },
  {
    id: "sorting-moves-the-values",
    rule: "EH31",
    source: "Work with tables using the Excel JavaScript API",
    needs: "1.2",
    expected: [
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ],
    ask: async (context, sheet) => {
      const table = tableOf(sheet, ROWS);
      table.sort.apply([{ key: 0, ascending: true }]);
      return valuesOf(context, table.getDataBodyRange());
    },
  },
  {
    id: "a-filter-hides-rows",
    rule: "EH31",
    source: "Work with tables using the Excel JavaScript API",
    needs: "1.2",
    expected: [true, false, true],
    ask: async (context, sheet) => {
      tableOf(sheet, ROWS).columns.getItem("Name").filter.applyValuesFilter(["a"]);
      await context.sync();
      return hidden(context, sheet);
    },
  },
  {
    id: "writing-reaches-rows-that-a-filter-hides",
    rule: "EH31",
    source: "assumed",
    needs: "1.2",
    expected: [[20], [10], [30]],
    ask: async (context, sheet) => {
      const table = tableOf(sheet, ROWS);
      table.columns.getItem("Name").filter.applyValuesFilter(["a"]);
      await context.sync();
      const values = table.columns.getItem("Value").getDataBodyRange();
      values.values = [[20], [10], [30]];
      return valuesOf(context, values);
    },
  },
  {
    id: "the-last-row-of-a-table-stays",
    rule: "EH39",
    source: "assumed",
    needs: "1.1",
    expected: [["", ""]],
    ask: async (context, sheet) => {
      const table = tableOf(sheet, [
        ["Name", "Value"],
        ["a", 1],
      ]);
      table.rows.getItemAt(0).delete();
      return valuesOf(context, table.getDataBodyRange());
    },
  },
  {
    id: "deleted-rows-close-up",
    rule: "EH26",
    source: "Work with tables using the Excel JavaScript API",
    needs: "1.1",
    expected: [
      ["b", 2],
      ["c", 3],
    ],
    ask: async (context, sheet) => {
      const table = tableOf(sheet, ROWS);
      table.rows.getItemAt(1).delete();
      return valuesOf(context, table.getDataBodyRange());
    },
  },
  {
    id: "a-formula-in-an-empty-column-is-kept",
    rule: "EH14",
    source: "Work with tables using the Excel JavaScript API",
    needs: "1.1",
    expected: [[4], [2], [6]],
    ask: async (context, sheet) => {
      const table = tableOf(sheet, ROWS);
      table.columns.add(undefined, [["Double"], ["=[@Value]*2"], ["=[@Value]*2"], ["=[@Value]*2"]]);
      return valuesOf(context, table.columns.getItem("Double").getDataBodyRange());
    },
  },
];
