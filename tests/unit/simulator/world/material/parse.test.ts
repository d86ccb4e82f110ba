import { describe, expect, it } from "@jest/globals";
import { themes } from "#simulator/world/material/index.ts";
import { parseThemes } from "#simulator/world/material/parse.ts";

const block = `
# shelf:more@de | merch route
= Volle Regale
= Kein leeres Regal
? Weil es zählt
+ Anteil | % | 80..85 | 95
- Tage von {from} auf {to} | Tage | 9 | 3..4
> Quote | % | 90
< Klagen | Stück | 2..3
~ Besuche | Besuche | 1 .. 3
% Umbau | 80
! Vertrag | Unterschrieben
0 Dauer messen | Minuten | 4..9.5
`;

describe("parseThemes", () => {
  it("reads every sign of the notation", () => {
    const [theme] = parseThemes(block);
    expect(theme).toMatchObject({
      key: "shelf:more@de",
      effort: "shelf",
      side: "more",
      language: "de",
      families: ["merch", "route"],
      titles: ["Volle Regale", "Kein leeres Regal"],
      whys: ["Weil es zählt"],
    });
    expect(theme?.keyResults.map(({ measure }) => measure)).toEqual([
      { kind: "metric", direction: "up", unit: "%", from: [80, 85], to: [95, 95] },
      { kind: "metric", direction: "down", unit: "Tage", from: [9, 9], to: [3, 4] },
      { kind: "metric", direction: "stayAbove", unit: "%", limit: [90, 90] },
      { kind: "metric", direction: "stayBelow", unit: "Stück", limit: [2, 3] },
      { kind: "metric", direction: "stayBetween", unit: "Besuche", band: [1, 3] },
      { kind: "percentage", target: 80 },
      { kind: "milestone", acceptance: "Unterschrieben" },
      { kind: "baseline", unit: "Minuten", reading: [4, 9.5] },
    ]);
  });

  it.each([
    ["a key without families", "# shelf\n= Title\n% One | 1\n% Two | 2", "Malformed theme"],
    ["no title", "# shelf | merch\n% One | 1\n% Two | 2", "without titles"],
    ["a part too few", "# shelf | merch\n= Title\n+ Share | % | 3\n% Two | 2", "Wrong number of parts"],
    ["a range that is none", "# shelf | merch\n= Title\n+ Share | % | low..high | 3\n% Two | 2", "Malformed range"],
    ["a sign nobody knows", "# shelf | merch\n= Title\n* Share | %\n% Two | 2", "Unknown sign"],
  ])("refuses %s", (_, material, message) => {
    expect(() => parseThemes(material)).toThrow(message);
  });
});

describe("the written material", () => {
  const english = themes.filter(({ language }) => language === "en");

  it("holds at least 120 efforts, and several languages", () => {
    expect(new Set(english.map(({ effort, side }) => `${effort}:${side}`)).size).toBeGreaterThanOrEqual(120);
    expect(new Set(themes.map(({ language }) => language))).toEqual(
      new Set(["en", "de", "ar", "fr", "es", "pt", "zh"]),
    );
  });

  it("uses no key and no title twice", () => {
    const keys = themes.map(({ key }) => key);
    const titles = themes.flatMap((theme) => theme.titles.map((title) => title.toLowerCase()));
    expect(new Set(keys).size).toBe(keys.length);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it("moves every measure in the direction of its sign, whatever is drawn", () => {
    const wrong = themes.flatMap(({ keyResults }) =>
      keyResults.filter(({ measure }) => {
        if (!("from" in measure)) return false;
        const { direction, from, to } = measure;
        return direction === "up" ? Math.max(...from) >= Math.min(...to) : Math.min(...from) <= Math.max(...to);
      }),
    );
    expect(wrong.map(({ title }) => title)).toEqual([]);
  });

  it("keeps figures out of objectives", () => {
    expect(themes.flatMap(({ titles }) => titles).filter((title) => /\d|%/.test(title))).toEqual([]);
  });
});
