import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import {
  rememberedFrom,
  withHeader,
  withKind,
  withMemory,
  withRole,
  withRow,
  withSign,
  withTurned,
} from "#shared/domain/importing/foreign/corrections.ts";
import { shownValue } from "#shared/domain/importing/foreign/grid.ts";
import { guessMapping, readForeign } from "#shared/domain/importing/foreign/guess.ts";
import { ownersOf } from "#shared/domain/importing/foreign/importForeign.ts";
import { isTotal, numberMark, outlineMark, wordMark } from "#shared/domain/importing/foreign/marks.ts";
import { directoryQuery, ownersNamed } from "#shared/domain/importing/foreign/owners.ts";
import { emptyOkrSet } from "#shared/domain/okr/okrSet.ts";
import { lena } from "#tests/support/okrs.ts";
import { look, sheet, type Loose } from "#tests/fixtures/sheets/make.ts";
import { imported, outline, rolesOf } from "./support.ts";

const HEADER = ["Objective", "Key result", "Owner", "Start", "Target"];
const plain = sheet("Plan", [
  HEADER,
  ["Warm bread", "Ovens lit", "Nils Aker", 6, 22],
  ["", "Shops sold out", "Nils Aker", 14, 5],
]);

describe("tables", () => {
  it("[IF1] takes the whole sheet for one table where nothing names columns", () => {
    const bare = sheet("List", [
      ["Warm bread in every shop", "Nils Aker", ""],
      [look("Ovens lit before four", { indent: 1 }), "Nils Aker", ""],
    ]);
    expect(guessMapping(bare).tables.map(({ area }) => area.header)).toEqual([undefined]);
    expect(outline(imported(bare))).toEqual(["Warm bread in every shop", "  Ovens lit before four"]);
  });

  it("[IF1] goes on after the same header, and begins anew after one with a title", () => {
    const again = (between: readonly (readonly Loose[])[]) =>
      guessMapping(
        sheet("Plan", [HEADER, ["A goal", "One", "", 1, 2], ...between, HEADER, ["Another", "Two", "", 1, 2]]),
      ).tables;
    expect(again([])).toHaveLength(1);
    expect(again([[], ["Bakery"]]).map(({ unit }) => unit)).toEqual([undefined, "Bakery"]);
  });
});

describe("columns", () => {
  it("[IF2] reads names, parts of names and, without a name, the cells", () => {
    const mapping = guessMapping(
      sheet("Plan", [
        ["Ziel / Goal", "KR (what we measure)", "", "Final target value", "%", "Budget"],
        ["Warm bread", "Ovens lit", "nils@bread.example", 22, "", 100],
        ["Cold milk", "Fridges", "nils@bread.example", 12, "", 100],
      ]),
    );
    expect(rolesOf(mapping)).toEqual(["objective keyResult owner target ignore ignore"]);
    expect(mapping.tables[0]?.columns.map(({ because }) => because).slice(0, 4)).toEqual([
      "name",
      "name",
      "contents",
      "part",
    ]);
  });

  it("[IF2] lets the cells decide between two meanings of a word", () => {
    const words = sheet("A", [
      ["Ziel", "Kennzahl", "Wer"],
      ["Brot, das warm ist", "von 3 auf 9 Öfen", "Nils Aker"],
      ["Milch, die kalt ist", "von 2 auf 4 Kühlschränke", "Nils Aker"],
    ]);
    const numbers = sheet("B", [
      ["Was", "Ziel", "Wer"],
      ["Brot, das warm ist", 9, "Nils Aker"],
      ["Milch, die kalt ist", 4, "Nils Aker"],
    ]);
    expect(rolesOf(guessMapping(words))[0]).toMatch(/^(?:objective|text) /u);
    expect(rolesOf(guessMapping(numbers))).toEqual(["text target owner"]);
  });
});

describe("a person's word", () => {
  it("[IF3] changes columns, signs, levels, rows, header and direction", () => {
    const guessed = guessMapping(plain);
    expect(rolesOf(withRole(plain, guessed, 0, 3, "target"))).toEqual(["objective keyResult owner target ignore"]);
    const flat = sheet("L", [
      ["Text", "Owner", "Target"],
      ["Warm bread", "Nils Aker", 3],
      ["Ovens", "Nils Aker", 4],
      ["Doors", "Nils Aker", 5],
    ]);
    const none = withSign(flat, guessMapping(flat), 0, "none");
    expect(none.tables[0]?.levels.kinds).toEqual(["keyResult"]);
    const kinds = withKind(none, 0, 0, "keyResult");
    expect(outline(imported(flat, {}, withRow(kinds, 1, "objective")))).toEqual(["Warm bread", "  Ovens", "  Doors"]);
    const ignored = imported(flat, {}, withRow(withRow(kinds, 1, "objective"), 2, "ignore"));
    expect(ignored.passed.map(({ why }) => why)).toContain("Ignored");
    expect(withRow(withRow(kinds, 1, "ignore"), 1, undefined)).toEqual(kinds);
    expect(withHeader(plain, guessed, 1).tables[0]?.area).toMatchObject({ header: 1, first: 2 });
    expect(withTurned(plain, true).turned).toBe(true);
  });

  it("[IF3] is remembered for the next sheet with the same headers", () => {
    const corrected = withRole(plain, guessMapping(plain), 0, 2, "note");
    const memory = rememberedFrom(plain, corrected);
    const next = sheet("Next", [
      ["Some title"],
      HEADER.map((text) => text.toUpperCase()),
      ["New", "Other", "said so", 1, 2],
    ]);
    const mapping = withMemory(next, guessMapping(next), (shape) => memory.get(shape));
    expect(rolesOf(mapping)).toEqual(["objective keyResult note start target"]);
    expect(mapping.tables[0]?.columns.every(({ because }) => because === "remembered")).toBe(true);
    expect(withMemory(next, guessMapping(next), () => undefined)).toEqual(guessMapping(next));
  });
});

describe("levels", () => {
  it.each([
    ["Objective 1: Warm bread", { kind: "objective", depth: 1, rest: "Warm bread" }],
    ["KR1.2 - Ovens lit", { kind: "keyResult", depth: 2, rest: "Ovens lit" }],
    ["Ziel: Warmes Brot", { kind: "objective", rest: "Warmes Brot" }],
    ["O 24 shops", undefined],
    ["Goal keepers trained", undefined],
  ])("[IF4] reads the word before %s", (text, mark) => expect(wordMark(text)).toEqual(mark));

  it("[IF4] reads numbers before texts and in cells of their own, but no amounts", () => {
    expect(numberMark("1.2.1 Ovens")).toEqual({ depth: 3, rest: "Ovens" });
    expect(numberMark("b) Ovens")).toEqual({ depth: 2, rest: "Ovens" });
    expect(numberMark("12 ovens lit")).toBeUndefined();
    expect(outlineMark("O1.KR2")).toMatchObject({ kind: "keyResult", depth: 2 });
    expect(outlineMark("Oven 2")).toBeUndefined();
  });

  it("[IF4] takes a highest level of short names for departments", () => {
    const three = sheet("T", [
      ["Text", "Owner", "From", "To"],
      ["Bakery"], [look("Bread that is warm at seven", { indent: 1 }), "Nils Aker"], [look("Ovens lit", { indent: 2 }), "Nils Aker", 1, 4],
    ]); // prettier-ignore
    const result = imported(three);
    expect(outline(result)).toEqual(["Bread that is warm at seven", "  Ovens lit"]);
    expect(result.plan.units.map(({ name }) => name)).toEqual(["Bakery"]);
  });

  it("[IF4] reads an ordinary table of ids and parents like the import of tables", () => {
    const linked = sheet("T", [
      ["id", "parent_id", "kind", "text"],
      ["a", "", "objective", "Warm bread"],
      ["b", "a", "key_result", "Ovens lit"],
      ["c", "a", "wish", "More"],
    ]);
    const result = imported(linked);
    expect(outline(result)).toEqual(["Warm bread", "  Ovens lit"]);
    expect(result.judged.at(-1)?.fate).toEqual({ type: "refused", reason: { type: "UnknownKind", text: "wish" } });
  });
});

describe("every row", () => {
  const words = [
    "",
    "",
    "Objective",
    "Key result",
    "Owner",
    "Target",
    "Total",
    "KR 1: Open 12 shops",
    "1.1 Ovens",
    "Warm bread\n- Ovens",
    "Nils Aker",
    "45%",
    "Objective 2: Milk",
  ];
  const cell = fc.record(
    {
      value: fc.oneof(fc.constantFrom(...words), fc.integer(), fc.string()),
      indent: fc.nat(2),
      fill: fc.constantFrom("#bdd7ee", "#d9d9d9"),
    },
    { requiredKeys: ["value"] },
  );

  it("[IF5] is in the records or passed over with a reason, whatever stands on the sheet", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 12 }),
        fc.boolean(),
        (rows, turned) => {
          const any = sheet("Any", rows);
          const mapping = withTurned(any, turned);
          const { judged, passed } = imported(any, {}, mapping);
          const places = [...judged.map(({ record }) => record.place), ...passed.map(({ place }) => place)];
          const told = new Set(places.map(({ row, column }) => (turned ? column : row)));
          expect(told.size).toBe(turned ? (rows.length === 0 ? 0 : 4) : rows.length);
          expect(judged).toHaveLength(readForeign(any, mapping).records.length);
        },
      ),
      { numRuns: 150, seed: 7 },
    );
  });

  it("[IF5] that adds up others is told from one that is about a total", () => {
    expect(["Total", "Average", "Summe:", "Total of all objectives", "Ø"].map(isTotal)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(["Total sales in the north", "Average basket", "Sum of its parts becomes visible"].map(isTotal)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("cells", () => {
  it("[IF6] names people apart", () => {
    expect(ownersNamed("Lena Krüger; Jon Tveit")).toEqual(["Lena Krüger", "Jon Tveit"]);
    expect(ownersNamed("Lena Krüger, Jon Tveit und Ida Brandt")).toEqual(["Lena Krüger", "Jon Tveit", "Ida Brandt"]);
    expect(ownersNamed("Krüger, Lena")).toEqual(["Krüger, Lena"]);
    expect(ownersNamed("Lena / Jon\n@ida")).toEqual(["Lena", "Jon", "ida"]);
    expect(directoryQuery("Krüger, Lena")).toBe("Lena Krüger");
    expect(directoryQuery("Lena Krüger <Lena@Tinycart.example>")).toBe("lena@tinycart.example");
    expect(ownersOf(readForeign(plain, guessMapping(plain)))).toEqual(["Nils Aker"]);
    expect(imported(plain, { people: new Map([["nils aker", lena]]) }).plan.keyResults[0]?.owner).toEqual(lena);
  });

  it("[IF7] keeps what no field can hold, under the name of its column", () => {
    const odd = sheet("T", [
      ["Objective", "Key result", "Start", "Target", "By when", "How sure", "% done"],
      ["Warm bread", "Ovens lit", 10, 30, "after Easter", "quite", "50%"],
    ]);
    const { plan, judged } = imported(odd);
    expect(plan.checkIns).toMatchObject([{ value: 20, note: "By when: after Easter\nHow sure: quite" }]);
    expect(judged.at(-1)?.fate).toMatchObject({ kept: [{ column: "due" }, { column: "confidence" }] });
    const unbegun = sheet("T", [
      ["Objective", "Key result", "Start", "Target", "% done"],
      ["Warm bread", "Ovens lit", 10, 30, "0%"],
    ]);
    expect(imported(unbegun).plan.checkIns).toEqual([]);
  });

  it("[IF7] shows numbers as their format does", () => {
    expect([shownValue(0.07, "0%"), shownValue(46_120, "dd.mm.yyyy"), shownValue(46_120, "0"), shownValue(12, "d"), shownValue(46_120, '0 "days"')]).toEqual([
      "7%", "2026-04-08", 46_120, 12, 46_120,
    ]); // prettier-ignore
  });

  it("[IF8] doubles nothing when rows have moved, and keeps what stands twice", () => {
    const first = imported(plain);
    const moved = sheet("Plan", [
      ["A new title"],
      [],
      HEADER,
      ["Cold milk", "Fridges", "", 1, 2],
      ["Warm bread", "Ovens lit", "Nils Aker", 6, 22],
      ["", "Shops sold out", "Nils Aker", 14, 5],
      ["", "Shops sold out", "Nils Aker", 14, 5],
    ]);
    const second = imported(moved, { existing: { ...emptyOkrSet, ...first.plan } });
    expect(outline(second)).toEqual(["Cold milk", "  Fridges"]);
    expect(second.plan.keyResults).toHaveLength(2);
    expect(second.judged.filter(({ fate }) => fate.type === "passed")).toHaveLength(3);
  });

  it("[IF9] makes no cycles and units where only known ones may be used", () => {
    const foreign = sheet("T", [
      ["Team", "Objective", "Key result", "Target", "Quarter"],
      ["Bakery", "Warm bread", "Ovens lit", 9, "Q3 2031"],
      ["Germany", "Cold milk", "Fridges", 4, "Q1 2026"],
    ]);
    const { plan } = imported(foreign, { onlyKnown: true, asDrafts: true });
    expect([plan.units, plan.cycles]).toEqual([[], []]);
    expect(plan.objectives).toMatchObject([
      { unitKey: "de", cycleKey: "2026-q1", stage: "draft", why: "Quarter: Q3 2031\nTeam: Bakery" },
      { unitKey: "de", cycleKey: "2026-q1", why: "" },
    ]);
    expect(imported(foreign).plan.units.map(({ name }) => name)).toEqual(["Bakery"]);
  });
});
