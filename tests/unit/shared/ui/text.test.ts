import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { parseNumber } from "#shared/domain/entry/number.ts";
import { accessText } from "#shared/ui/access/accessText.ts";
import { ar } from "#shared/ui/text/ar.ts";
import { de } from "#shared/ui/text/de.ts";
import { en } from "#shared/ui/text/en.ts";
import { createFormat } from "#shared/ui/text/format.ts";
import { loadLanguage } from "#shared/ui/text/load.ts";
import { instant } from "#tests/support/okrs.ts";
import type { AccessError, SignInReason } from "#shared/ports/access.ts";

const reasons: readonly SignInReason[] = [
  "interactionRequired",
  "consentRequired",
  "adminConsentRequired",
  "popupBlocked",
  "cancelled",
  "wrongTenant",
  "timedOut",
  "failed",
];
const errors: readonly AccessError[] = [
  { type: "Offline" },
  { type: "Busy" },
  { type: "Busy", retryAfterMs: 12_000 },
  { type: "Forbidden" },
  { type: "NoLicence" },
  { type: "NotSetUp", missing: "Drumbeat Objectives" },
  { type: "Unexpected", status: 500, requestId: "r-1" },
  ...reasons.map((reason): AccessError => ({ type: "SignInNeeded", reason, scopes: ["ChannelMessage.Send"] })),
];

describe("what a person reads", () => {
  it.each([en, de, ar])("has its own words for every reason why the tenant could not be used", (messages) => {
    const titles = errors.map((error) => accessText(error, messages).title);
    expect(new Set(titles).size).toBe(errors.length - 1);
    expect(titles).not.toContain("");
  });

  it("carries what an administrator needs", () => {
    expect(accessText({ type: "Unexpected", status: 500, requestId: "r-1" }, en).text).toContain("500 · r-1");
    const admin: AccessError = {
      type: "SignInNeeded",
      reason: "adminConsentRequired",
      scopes: ["ChannelMessage.Send"],
    };
    expect(accessText(admin, de).text).toContain("ChannelMessage.Send");
  });

  it.each([
    ["de-de", "de-DE", "ltr", "OKRs"],
    ["ar-sa", "ar-SA", "rtl", ""],
    ["sv-se", "sv-SE", "ltr", ""],
    ["not a locale", "en-US", "ltr", ""],
  ])("speaks the language of %s, or English with that locale's figures", async (asked, locale, dir) => {
    expect(await loadLanguage(asked)).toMatchObject({ locale, dir });
  });

  it.each([0, 1, 2, 3, 11, 100])("counts %i in every language", (n) => {
    for (const messages of [en, de, ar]) expect(messages.board.objectives(n)).not.toBe("");
    expect(en.board.objectives(n)).toBe(n === 1 ? "1 objective" : `${n} objectives`);
  });
});

describe("createFormat", () => {
  const now = Date.parse("2026-02-10T12:00:00Z");

  it("writes figures as the locale does, in Latin digits, and keeps number and unit together", () => {
    expect(createFormat("de-DE").value(1234.5, "km")).toBe("1.234,5\u00a0km");
    expect(createFormat("en-GB").value(93.125, "%")).toBe("93.13\u00a0%");
    expect(createFormat("ar-SA").value(7, "points")).toBe("\u20687\u00a0points\u2069");
    expect(createFormat("en").rough(22.083, "points")).toBe("22.1\u00a0points");
  });

  it.each(["en-GB", "de-DE", "ar-SA", "fr-CH"])(
    "types a figure so that it is read back as the same in %s",
    (locale) => {
      const figure = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((thousandths) => thousandths / 1000);
      fc.assert(
        fc.property(figure, (value) => {
          expect(parseNumber(createFormat(locale).entry(value), locale)).toEqual({ ok: true, value });
        }),
      );
    },
  );

  it.each([
    ["2026-02-10T11:58:00Z", "2 minutes ago"],
    ["2026-02-10T09:00:00Z", "3 hours ago"],
    ["2026-02-09T09:00:00Z", "yesterday"],
    ["2026-01-31T09:00:00Z", "10 days ago"],
    ["2026-01-11T09:00:00Z", "4 weeks ago"],
    ["2025-10-10T09:00:00Z", "4 months ago"],
    ["2026-02-10T12:00:30Z", "this minute"],
  ])("says how long ago %s was", (at, age) => {
    expect(createFormat("en").age(instant(at), now)).toBe(age);
  });
});
