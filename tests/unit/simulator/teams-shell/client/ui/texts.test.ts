import { describe, expect, it } from "@jest/globals";
import { scopeInWords } from "#simulator/teams-shell/client/ui/scopeWords.ts";
import { directionOf, locales, textsFor } from "#simulator/teams-shell/client/ui/texts.ts";

describe("[TS26] the languages of the shell", () => {
  it("are English, German and Arabic", () => {
    const teams = Object.fromEntries(locales.map(({ tag }) => [tag, textsFor(tag).activity]));
    expect(teams).toEqual({
      "en-US": "Activity",
      "de-DE": "Aktivität",
      "fr-FR": "Activity",
      "es-ES": "Activity",
      "pt-BR": "Activity",
      "ar-SA": "النشاط",
      "zh-CN": "Activity",
    });
  });

  it("run from right to left in Arabic", () => {
    expect([directionOf("ar-SA"), directionOf("de-DE")]).toEqual(["rtl", "ltr"]);
  });
});

describe("[TS16] permissions in words", () => {
  it.each([
    ["ChannelMessage.Send", "en-US", "Send messages to channels for you"],
    ["https://graph.microsoft.com/ChannelMessage.Send", "de-DE", "In deinem Namen Nachrichten in Kanäle schreiben"],
    ["Mail.Send", "de-DE", "Send mail for you"],
    ["Unheard.Of", "ar-SA", "Unheard.Of"],
  ])("%s in %s", (scope, locale, words) => {
    expect(scopeInWords(scope, locale)).toBe(words);
  });
});
