import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { parseNumber } from "#shared/domain/entry/number.ts";

const value = (text: string, locale: string, unit = ""): number | string => {
  const read = parseNumber(text, locale, unit);
  return read.ok ? read.value : read.error.type;
};

describe("parseNumber", () => {
  it.each([
    ["١٢", "ar", 12],
    ["١٬٢٣٤٫٥", "ar-EG", 1234.5],
    ["٫٥", "ar-EG", 0.5],
    ["۱۲٫۵", "fa", 12.5],
    ["१२", "hi", 12],
    ["\uff11\uff12\uff0e\uff15", "ja", 12.5],
    ["\u22125", "sv", -5],
    ["\u20135", "en", -5],
    ["\u200f45\u200e", "he", 45],
    ["45\u066a", "ar", 45],
    ["\u00a045\u202f", "fr", 45],
    ["1\u202f234,5", "fr", 1234.5],
    ["1\u2009234.5", "en", 1234.5],
  ])("[EN1] reads %j in %s as %d", (text, locale, number) => {
    expect(value(text, locale)).toBe(number);
  });

  it.each([
    ["1.234,5", "de", 1234.5],
    ["1,234.5", "de", 1234.5],
    ["1.234.567", "en", 1_234_567],
    ["12,34,567.8", "en-IN", 1_234_567.8],
    ["12 34 567", "en-IN", 1_234_567],
    ["1’234.50", "de-CH", 1234.5],
    ["1'234'567", "de-CH", 1_234_567],
    ["1.23,45.6", "en", "NotANumber"],
    ["1,23,45", "en", "NotANumber"],
    ["1 23", "en", "NotANumber"],
    ["1'23", "de-CH", "NotANumber"],
    ["1.234.56", "de", "NotANumber"],
    ["1,234,567.8.9", "en", "NotANumber"],
  ])("[EN2] takes separators apart: %j in %s is %s", (text, locale, result) => {
    expect(value(text, locale)).toBe(result);
  });

  it.each([
    ["1.234", "de", 1234],
    ["1.234", "en", 1.234],
    ["1,234", "en", 1234],
    ["1,234", "de", 1.234],
    ["0.45", "de", 0.45],
    ["0,45", "en", 0.45],
    ["0,450", "en", 0.45],
    ["45,5", "en", 45.5],
    ["1234,567", "en", 1234.567],
    ["45.", "en", 45],
    [".5", "en", 0.5],
  ])("[EN3] decides a single separator: %j in %s is %d", (text, locale, number) => {
    expect(value(text, locale)).toBe(number);
  });

  it("[EN3] asks where the locale uses the sign for neither", () => {
    expect(parseNumber("1.234", "fr")).toEqual({
      ok: false,
      error: { type: "AmbiguousNumber", text: "1.234", readings: [1234, 1.234] },
    });
    expect(parseNumber("(1,234)", "de-CH")).toMatchObject({ error: { readings: [-1234, -1.234] } });
  });
});

describe("what stands around a number", () => {
  it.each([
    ["-12", -12],
    ["- 12", -12],
    ["12-", -12],
    ["+5", 5],
    ["(3)", -3],
    ["(€1,200.00)", -1200],
    ["(3%)", -3],
    ["€ 1.200,50", 1200.5],
    ["CHF 1'000.-", 1000],
    ["45%", 45],
    ["45 %", 45],
    ["%45", 45],
    ["R$ 12", 12],
    ["12 kr", 12],
    ["1e3", 1000],
    ["2,5E-2", 0.025],
    ["12 days", 12],
    ["12Days", 12],
    ["--5", "NotANumber"],
    ["-(5)", "NotANumber"],
    ["1/2", "NotANumber"],
    ["0x10", "NotANumber"],
    ["1e999", "NotANumber"],
    ["Infinity", "NotANumber"],
    ["=1+1", "NotANumber"],
    ["12 apples", "NotANumber"],
    ["abc", "NotANumber"],
    [".", "NotANumber"],
    ["9".repeat(80), "NotANumber"],
    ["", "Empty"],
    ["   ", "Empty"],
  ])("[EN4] reads what stands around a number: %j is %s", (text, result) => {
    expect(value(text, "de", "days")).toBe(result);
  });

  it.each([
    ["3k", "k", 3000],
    ["2.5 m", "m", 2_500_000],
    ["€3k", "k", 3000],
    ["1,5 Mio.", "Mio.", 1_500_000],
    ["-2bn", "bn", -2e9],
  ])("[EN5] refuses %j and suggests what it may stand for", (text, suffix, suggestion) => {
    expect(parseNumber(text, "en")).toEqual({ ok: false, error: { type: "Shortened", text, suffix, suggestion } });
  });

  it("[EN5] leaves a letter alone that is the unit", () => {
    expect(value("3 m", "en", "m")).toBe(3);
    expect(value("3 € m", "en", "€ m")).toBe(3);
  });

  it("reads back what the locale writes, in many locales", () => {
    const locales = fc.constantFrom(
      "en",
      "de",
      "fr",
      "de-CH",
      "sv",
      "pt-BR",
      "en-IN",
      "ar-EG",
      "hi",
      "ja",
      "pl",
      "es",
      "he",
      "fa",
    );
    const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((amount) => amount / 100);
    fc.assert(
      fc.property(locales, cents, (locale, number) => {
        const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(number);
        expect([written, value(written, locale)]).toEqual([written, number]);
      }),
    );
  });

  it("never throws and never answers with something that is no number", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.constantFrom("en", "de", "xx-nonsense-locale!", ""),
        (text, locale) => {
          const read = parseNumber(text, locale);
          expect(read.ok ? Number.isFinite(read.value) : typeof read.error.type === "string").toBe(true);
        },
      ),
    );
  });
});
