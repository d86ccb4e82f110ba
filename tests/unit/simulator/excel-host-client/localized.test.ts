import { describe, expect, it } from "@jest/globals";
import { localized } from "#simulator/excel-host/localized.ts";

const manifest = {
  name: { short: "Drumbeat" },
  localizationInfo: {
    defaultLanguageTag: "en-us",
    additionalLanguages: [
      { languageTag: "de", file: "de.json" },
      { languageTag: "de-ch", file: "ch.json" },
    ],
  },
  extensions: [{ ribbons: [{ tabs: [{ groups: [{ label: "OKRs", controls: [{ label: "Pull" }] }] }] }] }],
};
const LABEL = "extensions[0].ribbons[0].tabs[0].groups[0].controls[0].label";

const words = (locale: string, file: object): unknown => localized(manifest, locale, () => file);

describe("a language file of the package", () => {
  it("[XG26] replaces the words at its paths, and nothing else", () => {
    const german = structuredClone(manifest);
    const [control] = german.extensions[0]?.ribbons[0]?.tabs[0]?.groups[0]?.controls ?? [];
    if (control) control.label = "Holen";
    expect(words("de-DE", { $schema: "…", [LABEL]: "Holen" })).toEqual(german);
    expect(manifest.extensions[0]?.ribbons[0]?.tabs[0]?.groups[0]?.controls[0]?.label).toBe("Pull");
  });

  it("[XG26] is that of the whole tag before that of the language; without one the manifest speaks", () => {
    const asked: string[] = [];
    const readFile = (name: string): object => {
      asked.push(name);
      return {};
    };
    for (const locale of ["de-CH", "de-AT", "fr-FR", "en-US"]) localized(manifest, locale, readFile);
    expect(asked).toEqual(["ch.json", "de.json"]);
  });

  it("[XG26] that names what the manifest has not is refused", () => {
    expect(() => words("de", { "extensions[0].ribbons[3].label": "?" })).toThrow(/which the manifest has not/);
  });
});
