import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "@jest/globals";
import { cultureOf } from "#simulator/excel-host/model/culture.ts";
import { fromSerial, toSerial } from "#simulator/excel-host/model/dates.ts";
import { formatValue } from "#simulator/excel-host/model/number-format.ts";
import { parseAddress, rectAddress } from "#simulator/excel-host/model/address.ts";
import { enterText } from "#simulator/excel-host/model/index.ts";
import { setValidation, NO_PROMPT } from "#simulator/excel-host/model/validation.ts";
import { transact } from "#simulator/excel-host/model/workbook.ts";
import type { ValidationRule } from "#simulator/excel-host/model/rules.ts";
import { areaOf, newWorkbook, shown, type, value } from "../support.ts";

describe("typed text", () => {
  it.each([
    ["45%", 0.45, "45%"],
    ["12.5%", 0.125, "12.50%"],
    ["1,234", 1234, "1,234"],
    ["1,234.50", 1234.5, "1,234.50"],
    ["$5", 5, "$5"],
    ["(7)", -7, "-7"],
    ["1e3", 1000, "1.00E+03"],
    ["1/31/2026", 46053, "1/31/2026"],
    ["2026-01-31", 46053, "1/31/2026"],
    ["31-Jan", 46053, "31-Jan"],
    ["Jan 31, 2026", 46053, "31-Jan-26"],
    ["13:30", 0.5625, "13:30"],
    ["true", true, "TRUE"],
    ["'007", "007", "007"],
    ["007", 7, "7"],
    ["1,5", "1,5", "1,5"],
    ["31/1/2026", "31/1/2026", "31/1/2026"],
    ["مرحبا", "مرحبا", "مرحبا"],
    ["🎯 Grow", "🎯 Grow", "🎯 Grow"],
    ["#N/A", "#N/A", "#N/A"],
  ])("[EH100] %s becomes %p and shows %s", (text, expected, display) => {
    const sheet = newWorkbook().activeSheet;
    type(sheet, "A1", text);
    expect(value(sheet, "A1")).toBe(expected);
    expect(shown(sheet, "A1")).toBe(display);
  });

  it.each([
    ["de-DE", "0,45", 0.45],
    ["de-DE", "1.234,5", 1234.5],
    ["de-DE", "31.1.2026", 46053],
    ["de-DE", "0.45", "0.45"],
    ["en-GB", "31/1/2026", 46053],
    ["fr-FR", "1 234,5", 1234.5],
  ])("[EH101] in %s %s becomes %p", (locale, text, expected) => {
    const sheet = newWorkbook(locale).activeSheet;
    type(sheet, "A1", text);
    expect(value(sheet, "A1")).toBe(expected);
  });

  it("[EH102] reads signed text as a formula and refuses what cannot be read", () => {
    const sheet = newWorkbook().activeSheet;
    expect(type(sheet, "A1", "+1+2")).toEqual({ type: "entered" });
    expect(value(sheet, "A1")).toBe(3);
    expect(type(sheet, "A1", "=1+")).toEqual({ type: "invalidFormula" });
    expect(type(sheet, "A1", "x".repeat(32_768))).toEqual({ type: "tooLong" });
    expect(value(sheet, "A1")).toBe(3);
  });
});

describe("shown text", () => {
  const culture = cultureOf("en-US");
  it.each([
    [1234.567, "#,##0.00", "1,234.57"],
    [0.256, "0%", "26%"],
    [-5, "0;(0)", "(5)"],
    [0, '0;-0;"zero"', "zero"],
    [1234567, '0.0,,"M"', "1.2M"],
    [0.5, "#.##", ".5"],
    [5, "000", "005"],
    [46053.75, "yyyy-mm-dd hh:mm", "2026-01-31 18:00"],
    [46053.75, "d mmm yyyy h:mm AM/PM", "31 Jan 2026 6:00 PM"],
    [1.5, "[h]:mm", "36:00"],
    [12345678901234, "General", "1.23457E+13"],
    [0.1 + 0.2, "General", "0.3"],
    [-1, "yyyy", "########"],
    [1.005, "0.00", "1.01"],
  ])("[EH103] %p in %s shows %s", (number, format, text) => {
    expect(formatValue(number, format, culture)).toBe(text);
  });

  it("[EH104] dates and serial numbers are each other's inverse", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const { year = 0, month = 0, day = 0 } = fromSerial(serial) ?? {};
        expect(toSerial(year, month, day)).toBe(serial);
      }),
    );
  });

  it("[EH105] addresses and areas are each other's inverse", () => {
    const areas = fc.record({
      row: fc.nat(999_999),
      column: fc.nat(16_000),
      rows: fc.integer({ min: 1, max: 99 }),
      columns: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(areas, (area) => {
        expect(parseAddress(rectAddress(area))?.area).toEqual(area);
      }),
    );
  });
});

describe("validation of typed text", () => {
  const withRule = (rule: ValidationRule, style: "Stop" | "Warning" = "Stop") => {
    const workbook = newWorkbook();
    const sheet = workbook.activeSheet;
    const errorAlert = { showAlert: true, style, title: "t", message: "m" } as const;
    transact(workbook, { origin: "addIn", label: "" }, () =>
      setValidation(sheet, areaOf("A1:A9"), { rule, ignoreBlanks: true, errorAlert, prompt: NO_PROMPT }),
    );
    return sheet;
  };

  it.each([
    [{ type: "wholeNumber", operator: "Between", formula1: 1, formula2: 10 }, "5", "5.5"],
    [{ type: "decimal", operator: "GreaterThan", formula1: "=B1" }, "1", "-1"],
    [{ type: "textLength", operator: "LessThanOrEqualTo", formula1: 3 }, "abc", "abcd"],
    [{ type: "date", operator: "GreaterThanOrEqualTo", formula1: "=DATE(2026,1,1)" }, "2/1/2026", "2/1/2025"],
    [{ type: "list", source: "Red,Green", inCellDropDown: true }, "Red", "red"],
    [{ type: "custom", formula: "=ISNUMBER(A1)" }, "3", "x"],
  ] as const)("[EH43] %p takes %s and not %s", (rule, good, bad) => {
    const sheet = withRule(rule);
    expect(type(sheet, "A2", good)).toEqual({ type: "entered" });
    expect(type(sheet, "A2", bad)).toMatchObject({ type: "rejected" });
    expect(shown(sheet, "A2")).toBe(good);
  });

  it("[EH44] asks before it takes a value against a warning", () => {
    const sheet = withRule({ type: "list", source: "Red", inCellDropDown: true }, "Warning");
    expect(type(sheet, "A1", "Blue")).toMatchObject({ type: "needsConfirmation" });
    expect(value(sheet, "A1")).toBe("");
    expect(enterText(sheet, areaOf("A1"), "Blue", { confirmed: true })).toEqual({ type: "entered" });
    expect(value(sheet, "A1")).toBe("Blue");
  });

  it("[EH45] takes at most 255 characters of inline list", () => {
    const workbook = newWorkbook();
    const outcome = transact(workbook, { origin: "addIn", label: "" }, () =>
      setValidation(workbook.activeSheet, areaOf("A1"), {
        rule: { type: "list", source: "x".repeat(256), inCellDropDown: true },
        ignoreBlanks: true,
        errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
        prompt: NO_PROMPT,
      }),
    );
    expect(outcome).toMatchObject({ ok: false, code: "InvalidArgument" });
  });
});
