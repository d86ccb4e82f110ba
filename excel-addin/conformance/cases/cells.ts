import type { ConformanceCase } from "../conformanceCase.ts";
import { found, valuesOf } from "./asking.ts";

export const cellCases: readonly ConformanceCase[] = [
  {
    id: "values-round-trip",
    rule: "EH10",
    source: "Excel JavaScript object model in Office Add-ins",
    needs: "1.1",
    expected: [["text", 1.5, true, ""]],
    ask: async (context, sheet) => {
      const range = sheet.getRange("A1:D1");
      range.values = [["text", 1.5, true, ""]];
      return valuesOf(context, range);
    },
  },
  {
    id: "null-leaves-a-cell-empty-text-empties-it",
    rule: "EH10",
    source: "Excel JavaScript object model in Office Add-ins",
    needs: "1.1",
    expected: [["kept", ""]],
    ask: async (context, sheet) => {
      const range = sheet.getRange("A1:B1");
      range.values = [["kept", "gone"]];
      await context.sync();
      range.values = [[null, ""]];
      return valuesOf(context, range);
    },
  },
  {
    id: "equals-sign-is-a-formula-except-in-a-text-cell",
    rule: "EH12",
    source: "Excel JavaScript object model in Office Add-ins",
    needs: "1.1",
    expected: [[3, "=1+2"]],
    ask: async (context, sheet) => {
      sheet.getRange("B1").numberFormat = [["@"]];
      const range = sheet.getRange("A1:B1");
      range.values = [["=1+2", "=1+2"]];
      return valuesOf(context, range);
    },
  },
  {
    id: "apostrophe-makes-text",
    rule: "EH12",
    source: "Excel JavaScript object model in Office Add-ins",
    needs: "1.1",
    expected: [["=1+2"]],
    ask: async (context, sheet) => {
      const range = sheet.getRange("A1");
      range.values = [["'=1+2"]];
      return valuesOf(context, range);
    },
  },
  {
    id: "plus-and-minus-written-by-the-api",
    rule: "EH102",
    source: "assumed",
    needs: "1.1",
    expected: [["+later", "-later", "@later"]],
    ask: async (context, sheet) => {
      const range = sheet.getRange("A1:C1");
      range.values = [["+later", "-later", "@later"]];
      return valuesOf(context, range);
    },
  },
  {
    id: "errors-read-as-their-text",
    rule: "EH10",
    source: "Office JavaScript API reference: Range.values",
    needs: "1.1",
    expected: { values: [["#DIV/0!"]], types: [["Error"]] },
    ask: async (context, sheet) => {
      const range = sheet.getRange("A1");
      range.formulas = [["=1/0"]];
      range.load("values, valueTypes");
      await context.sync();
      return { values: found(range.values), types: found(range.valueTypes) };
    },
  },
  {
    id: "days-are-serial-numbers",
    rule: "EH104",
    source: "Office JavaScript API reference: Range.values",
    needs: "1.1",
    expected: [[46023]],
    ask: async (context, sheet) => {
      const range = sheet.getRange("A1");
      range.formulas = [["=DATE(2026,1,1)"]];
      return valuesOf(context, range);
    },
  },
  {
    id: "another-shape-is-refused",
    rule: "EH22",
    source: "Error handling with the application-specific JavaScript APIs",
    needs: "1.1",
    expected: "InvalidArgument",
    ask: async (context, sheet) => {
      try {
        sheet.getRange("A1:B2").values = [["one"]];
        sheet.getRange("A1:B2").values = [["one", "two", "three"]];
        await context.sync();
        return "accepted";
      } catch (failure) {
        if (failure instanceof OfficeExtension.Error) return failure.code;
        throw failure;
      }
    },
  },
  {
    id: "a-tracked-range-follows-its-cells",
    rule: "EH25",
    source: "Excel JavaScript object model in Office Add-ins",
    needs: "1.1",
    expected: ["C3", "moved"],
    ask: async (context, sheet) => {
      const range = sheet.getRange("C2");
      range.values = [["moved"]];
      context.trackedObjects.add(range);
      await context.sync();
      sheet.getRange("1:1").insert("Down");
      range.load("address, values");
      await context.sync();
      context.trackedObjects.remove(range);
      await context.sync();
      return [range.address.split("!").at(-1) ?? "", found(range.values[0]?.[0])];
    },
  },
  {
    id: "long-text",
    rule: "EH102",
    source: "Excel specifications and limits",
    needs: "1.1",
    expected: 32_767,
    ask: async (context, sheet) => {
      const range = sheet.getRange("A1");
      range.values = [["x".repeat(32_767)]];
      range.load("values");
      await context.sync();
      return String(range.values[0]?.[0]).length;
    },
  },
];
