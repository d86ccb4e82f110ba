import type { ConformanceCase, Finding } from "../conformanceCase.ts";
import { found } from "./asking.ts";

/** Code of the error with which Excel refuses; "accepted" when it does not. */
const refusal = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work();
    return "accepted";
  } catch (failure) {
    if (failure instanceof OfficeExtension.Error) return failure.code;
    throw failure;
  }
};

export const workbookCases: readonly ConformanceCase[] = [
  {
    id: "what-is-missing-is-a-null-object",
    rule: "EH21",
    source: "Excel JavaScript object model in Office Add-ins",
    needs: "1.4",
    expected: [true, true],
    ask: async (context, sheet) => {
      const table = sheet.tables.getItemOrNullObject("NobodyHasThisName");
      const below = table.getDataBodyRange();
      await context.sync();
      return [table.isNullObject, below.isNullObject];
    },
  },
  {
    id: "what-is-missing-is-not-found",
    rule: "EH20",
    source: "Error handling with the application-specific JavaScript APIs",
    needs: "1.1",
    expected: "ItemNotFound",
    ask: (context, sheet) =>
      refusal(async () => {
        sheet.tables.getItem("NobodyHasThisName").load("id");
        await context.sync();
      }),
  },
  {
    id: "what-came-before-a-failure-is-kept",
    rule: "EH24",
    source: "assumed",
    needs: "1.1",
    expected: ["ItemNotFound", [["before", ""]]],
    ask: async (context, sheet) => {
      const code = await refusal(async () => {
        sheet.getRange("A1").values = [["before"]];
        sheet.tables.getItem("NobodyHasThisName").load("id");
        sheet.getRange("B1").values = [["after"]];
        await context.sync();
      });
      const range = sheet.getRange("A1:B1").load("values");
      await context.sync();
      return [code, found(range.values)];
    },
  },
  {
    id: "settings-are-kept-as-they-were-given",
    rule: "EH40",
    source: "Office JavaScript API reference: SettingCollection",
    needs: "1.4",
    expected: [{ rows: 2, text: "größer" }, true],
    ask: async (context) => {
      const { settings } = context.workbook;
      settings.add("drumbeat-conformance", { rows: 2, text: "größer" });
      const kept = settings.getItem("drumbeat-conformance").load("value");
      await context.sync();
      const value = found(kept.value);
      settings.getItem("drumbeat-conformance").delete();
      const gone = settings.getItemOrNullObject("drumbeat-conformance");
      await context.sync();
      return [value, gone.isNullObject];
    },
  },
  {
    id: "a-custom-part-is-kept",
    rule: "EH40",
    source: "Office JavaScript API reference: CustomXmlPartCollection",
    needs: "1.5",
    expected: ['<c xmlns="urn:drumbeat:conformance">kept</c>', 1],
    ask: async (context) => {
      const parts = context.workbook.customXmlParts;
      const part = parts.add('<c xmlns="urn:drumbeat:conformance">kept</c>');
      const xml = part.getXml();
      const count = parts.getByNamespace("urn:drumbeat:conformance").getCount();
      await context.sync();
      part.delete();
      await context.sync();
      return [xml.value, count.value];
    },
  },
  {
    id: "a-rule-for-cells-is-not-asked-when-the-api-writes",
    rule: "EH41",
    source: "Add data validation to Excel ranges",
    needs: "1.8",
    expected: [[["nowhere"]], false],
    ask: async (context, sheet) => {
      const range = sheet.getRange("A1");
      range.dataValidation.rule = { list: { inCellDropDown: true, source: "one,two" } };
      await context.sync();
      range.values = [["nowhere"]];
      range.load("values");
      range.dataValidation.load("valid");
      await context.sync();
      return [found(range.values), range.dataValidation.valid];
    },
  },
  {
    id: "a-protected-sheet-refuses-the-api-too",
    rule: "EH50",
    source: "Office JavaScript API reference: WorksheetProtection",
    needs: "1.2",
    expected: "AccessDenied",
    ask: async (context, sheet) => {
      sheet.protection.protect();
      await context.sync();
      const code = await refusal(async () => {
        sheet.getRange("A1").values = [["not allowed"]];
        await context.sync();
      });
      sheet.protection.unprotect();
      await context.sync();
      return code;
    },
  },
  {
    id: "more-than-five-megabytes-are-refused",
    rule: "EH61",
    source: "Resource limits and performance optimization for Office Add-ins",
    needs: "1.1",
    expected: "RequestPayloadSizeLimitExceeded",
    ask: (context, sheet) =>
      refusal(async () => {
        const text = "x".repeat(30_000);
        sheet.getRange("A1:A200").values = Array.from({ length: 200 }, () => [text]);
        await context.sync();
      }),
  },
  {
    id: "a-chart-names-its-series-from-the-header",
    rule: "EH52",
    source: "Work with charts using the Excel JavaScript API",
    needs: "1.7",
    expected: ["Behind", "At risk"],
    ask: async (context, sheet) => {
      const range = sheet.getRange("A1:C4");
      range.values = [
        ["Country", "Behind", "At risk"],
        ["A", 1, 2],
        ["B", 3, 4],
        ["C", 5, 6],
      ];
      const chart = sheet.charts.add("ColumnStacked", range, "Columns");
      const series = chart.series.load("items/name");
      await context.sync();
      return series.items.map(({ name }) => name);
    },
  },
  {
    id: "our-own-change-is-told-as-ours",
    rule: "EH71",
    source: "Work with events using the Excel JavaScript API",
    needs: "1.14",
    expected: ["A1", "ThisLocalAddin"],
    ask: async (context, sheet) => {
      const told = await new Promise<Finding>((resolve, reject) => {
        const listen = async (): Promise<void> => {
          const handler = sheet.onChanged.add(async ({ address, triggerSource }) => {
            handler.remove();
            resolve([address, triggerSource]);
            await Promise.resolve();
          });
          await context.sync();
          sheet.getRange("A1").values = [["changed"]];
          await context.sync();
        };
        listen().catch(reject);
      });
      await context.sync();
      return told;
    },
  },
];
