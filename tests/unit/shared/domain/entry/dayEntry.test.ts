import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import { dayOfSerial, parseDayEntry } from "#shared/domain/entry/dayEntry.ts";
import { day } from "#tests/support/okrs.ts";

const near = day("2026-11-22");
const outcome = (text: string, locale: string, around: Day | undefined = near) => {
  const read = parseDayEntry(text, locale, around);
  if (!read.ok) return read.error.type;
  return read.value.alternative ? `${read.value.day} or ${read.value.alternative}` : read.value.day;
};

describe("parseDayEntry", () => {
  it.each([
    ["2026-04-03", "en", "2026-04-03"],
    ["2026-04-03T10:00:00Z", "en", "2026-04-03"],
    ["2026/4/3", "en-US", "2026-04-03"],
    ["20260403", "de", "2026-04-03"],
    ["2026. 4. 3.", "ko", "2026-04-03"],
    ["2026年4月3日", "ja", "2026-04-03"],
    ["٢٠٢٦-٠٤-٠٣", "ar", "2026-04-03"],
    ["3 April 2026", "de", "2026-04-03"],
    ["Apr 3, 2026", "en-US", "2026-04-03"],
    ["April 3rd 2026", "en", "2026-04-03"],
    ["3. März 2026", "de", "2026-03-03"],
    ["3 avr. 2026", "fr", "2026-04-03"],
    ["3 de abril de 2026", "es", "2026-04-03"],
    ["٣ أبريل ٢٠٢٦", "ar", "2026-04-03"],
    ["3 Sept", "en", "2026-09-03"],
    ["3 Jan", "en", "2027-01-03"],
    ["29 Feb", "en", "NoSuchDay"],
    ["3 Apr 26", "en", "2026-04-03"],
    ["3 Apr 99", "en", "1999-04-03"],
    ["2026-02-30", "en", "NoSuchDay"],
    ["31.02.2026", "de", "NoSuchDay"],
    ["31 June 2026", "en", "NoSuchDay"],
    ["soon", "en", "NotADay"],
    ["4/2026", "en", "NotADay"],
    ["May", "en", "NotADay"],
    ["=TODAY()", "en", "NotADay"],
    ["", "en", "Empty"],
  ])("[EN12] %j in %s is %s", (text, locale, result) => {
    expect(outcome(text, locale)).toBe(result);
  });

  it("[EN12] says so when the year is missing and nothing is near", () => {
    expect(parseDayEntry("3 April", "en")).toEqual({ ok: false, error: { type: "YearMissing", text: "3 April" } });
    expect(parseDayEntry("3/4", "en")).toEqual({ ok: false, error: { type: "YearMissing", text: "3/4" } });
  });

  it.each([
    ["03/04/2026", "en-US", "2026-03-04 or 2026-04-03"],
    ["03/04/2026", "en-GB", "2026-04-03 or 2026-03-04"],
    ["03/04/2026", "fr", "2026-04-03 or 2026-03-04"],
    ["٣/٤/٢٠٢٦", "ar-EG", "2026-04-03 or 2026-03-04"],
    ["03/04/26 10:00", "en-GB", "2026-04-03 or 2026-03-04"],
    ["3-4-2026", "nl", "2026-04-03 or 2026-03-04"],
    ["3.4.2026", "de", "2026-04-03"],
    ["3.4.2026", "en-US", "2026-04-03 or 2026-03-04"],
    ["04/04/2026", "en-US", "2026-04-04"],
    ["13/04/2026", "en-US", "2026-04-13"],
    ["04/13/2026", "de", "2026-04-13"],
    ["10/12", "de", "2026-12-10 or 2026-10-12"],
    ["13/13/2026", "de", "NoSuchDay"],
  ])("[EN13] %j in %s is %s", (text, locale, result) => {
    expect(outcome(text, locale)).toBe(result);
  });

  it("[EN14] reads Excel's serial numbers", () => {
    expect([1, 59, 60, 61, 46_115, 46_115.75, 0, -1, 2_958_465, 2_958_466].map(dayOfSerial)).toEqual([
      "1900-01-01",
      "1900-02-28",
      undefined,
      "1900-03-01",
      "2026-04-03",
      "2026-04-03",
      undefined,
      undefined,
      "9999-12-31",
      undefined,
    ]);
    expect(["46115", "46115,75", "19999", "80001"].map((text) => outcome(text, "de"))).toEqual([
      "2026-04-03",
      "2026-04-03",
      "NotADay",
      "NotADay",
    ]);
  });

  it("[EN12] reads back what the locale writes in full", () => {
    const locales = fc.constantFrom("en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "ar-EG", "ru", "tr");
    fc.assert(
      fc.property(locales, fc.integer({ min: 0, max: 5_000 }), (locale, days) => {
        const on = addDays(day("2020-01-01"), days);
        const format = new Intl.DateTimeFormat(locale, {
          day: "numeric",
          month: "long",
          year: "numeric",
          timeZone: "UTC",
          calendar: "gregory",
        });
        const written = format.format(Date.parse(`${on}T00:00:00Z`));
        expect([written, outcome(written, locale)]).toEqual([written, on]);
      }),
    );
  });
});
