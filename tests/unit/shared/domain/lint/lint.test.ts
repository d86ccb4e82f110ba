import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { LINT_RULES, ruleOf, type Breach, type Finding } from "#shared/domain/lint/finding.ts";
import { lintOkrs } from "#shared/domain/lint/lint.ts";
import { DEFAULT_PARAMETERS, type LintParameters } from "#shared/domain/lint/parameters.ts";
import { fromTo, numberIn, relativeIn } from "#shared/domain/lint/numbers.ts";
import { countOfAnd, verbOf } from "#shared/domain/lint/words.ts";
import { cycleKey, keyResultId, objectiveId, unitKey } from "#shared/domain/okr/ids.ts";
import type { KeyResult, Measure } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import { aCheckIn, aKeyResult, anObjective, day, guid, instant, lena } from "#tests/support/okrs.ts";
import { frame } from "#tests/support/sheets.ts";

const set = (
  objectives: readonly Objective[],
  keyResults: readonly KeyResult[],
  checkIns: readonly CheckIn[] = [],
): OkrSet => ({ objectives, keyResults, checkIns, revisions: new Map() });

const lint = (
  okrs: OkrSet,
  parameters: Partial<LintParameters> = {},
  today = "2026-02-01",
  whole = true,
): readonly Finding[] =>
  lintOkrs(
    { set: okrs, frame, today: day(today), locale: "en-GB", asked: () => true, whole },
    { ...DEFAULT_PARAMETERS, ...parameters },
  );
const breaches = (found: readonly Finding[]): readonly Breach[] => found.map(({ breach }) => breach);

/** Nothing to say about it, nor about the two key results below. */
const good = (more: Partial<Objective> = {}): Objective =>
  anObjective(1, {
    title: "Customers find what they came for",
    why: "Every third leaves without it.",
    owner: lena,
    parents: [{ kind: "objective", id: objectiveId(guid("0", 9)) }],
    ...more,
  });
const top = anObjective(9, { title: "Shopping is a pleasure", why: "x", owner: lena, unitKey: unitKey("tinycart") });
const stores: Measure = { kind: "metric", direction: "up", unit: "stores", baseline: 10, target: 14 };
const days: Measure = { kind: "metric", direction: "down", unit: "days", baseline: 9, target: 5 };
const first = (more: Partial<KeyResult> = {}): KeyResult =>
  aKeyResult(1, 1, { title: "Stores with full shelves", measure: stores, ...more });
const second = (more: Partial<KeyResult> = {}): KeyResult =>
  aKeyResult(2, 1, { title: "Days to refill", measure: days, ...more });
const topResults = [
  aKeyResult(8, 9, { title: "Stores that open late", unitKey: unitKey("tinycart"), measure: stores }),
  aKeyResult(9, 9, { title: "Days until a reply", unitKey: unitKey("tinycart"), measure: days }),
];

const about = (
  objective: Partial<Objective> = {},
  one: Partial<KeyResult> = {},
  parameters: Partial<LintParameters> = {},
): readonly Breach[] => breaches(lint(set([good(objective), top], [first(one), second(), ...topResults]), parameters));

describe("the hints as a whole", () => {
  it("[LN1] have nothing to say about OKRs that are well written", () => {
    expect(about()).toEqual([]);
  });

  it("[LN1] are the same in any order of the records, and every one belongs to a rule", () => {
    const objectives = [
      good({ title: "Launch 5 apps", why: "" }),
      top,
      anObjective(3),
      anObjective(4, { owner: lena }),
    ];
    const keyResults = [first({ title: "Hold workshops" }), second(), ...topResults, aKeyResult(5, 4)];
    const inOrder = (found: readonly Finding[]) => found.map((one) => JSON.stringify(one)).toSorted();
    const all = inOrder(lint(set(objectives, keyResults)));
    expect(all.length).toBeGreaterThan(8);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(objectives, { minLength: objectives.length }),
        fc.shuffledSubarray(keyResults, { minLength: keyResults.length }),
        (some, others) => {
          expect(inOrder(lint(set(some, others)))).toEqual(all);
        },
      ),
    );
    for (const one of lint(set(objectives, keyResults))) expect(LINT_RULES).toContain(ruleOf(one.breach));
  });

  it("[LN2] follow the parameters: wider limits never say more", () => {
    const many = Array.from({ length: 6 }, (_, n) => anObjective(n + 20, { owner: lena }));
    const results = Array.from({ length: 7 }, (_, n) =>
      aKeyResult(n + 20, 20, { owner: lena, title: `Way ${n} of it` }),
    );
    const limit = fc.integer({ min: 0, max: 10 });
    fc.assert(
      fc.property(limit, limit, limit, (objectivesPerOwner, most, wider) => {
        const narrow = { objectivesPerOwner, keyResults: { least: 0, most }, keyResultsPerOwner: most };
        const wide = {
          objectivesPerOwner: objectivesPerOwner + wider,
          keyResults: { least: 0, most: most + wider },
          keyResultsPerOwner: most + wider,
        };
        expect(lint(set(many, results), wide).length).toBeLessThanOrEqual(lint(set(many, results), narrow).length);
      }),
    );
  });

  it("[LN20] leave alone what is over, but know it as a parent", () => {
    const closed = good({ title: "Launch it", stage: "closed" });
    expect(breaches(lint(set([closed, top], topResults)))).toEqual([]);
    expect(breaches(lint(set([good({ title: "Launch it", cycleKey: cycleKey("2025-q4") }), top], topResults)))).toEqual(
      [],
    );
    expect(about({ parents: [{ kind: "objective", id: objectiveId(guid("0", 99)) }] })).toEqual(["S5missing"]);
  });
});

describe("objectives", () => {
  it("[LN4] too many of one owner on one level", () => {
    const many = [1, 2, 3, 4].map((n) => good({ id: objectiveId(guid("0", n)) }));
    const loads = lint(set([...many, top], topResults)).filter(({ breach }) => breach === "O1");
    expect(loads).toHaveLength(4);
    expect(loads[0]).toMatchObject({ level: "error", field: "owner", values: [lena.name, 4, 3] });
  });

  it("[LN5] numbers, shares and money, but no years and names", () => {
    expect(about({ title: "Win 40 % of the market" })).toEqual(["O2"]);
    expect(["Win 40 % of all", "Earn € 5m", "Open 3 stores", "٤٠٪ من السوق"].map(numberIn)).toEqual([
      "40 %",
      "€ 5",
      "3",
      "40%",
    ]);
    expect(["Be ready for 2027", "Lead in B2B and 5G", "Win Q3", "Live ISO 9001", "Grow"].map(numberIn)).toEqual(
      Array.from({ length: 5 }),
    );
  });

  it("[LN6] nobody accountable, too long, and several aims at once", () => {
    const { owner: _nobody, ...orphan } = good();
    expect(breaches(lint(set([orphan, top], [first(), second(), ...topResults])))).toEqual(["O3"]);
    expect(about({ title: `Customers ${"come back ".repeat(13)}` })).toEqual(["O4long"]);
    expect(about({ title: "Faster and cheaper and nicer" })).toEqual(["O4and"]);
    expect(countOfAnd("Schneller und günstiger sowie netter")).toBe(2);
  });

  it("[LN3] [LN7] what is delivered and business as usual, in three languages", () => {
    expect(about({ title: "Launch the new app" })).toEqual(["O5"]);
    expect(about({ title: "Ensure good service" })).toEqual(["O6"]);
    expect(verbOf("outputs", "Neues Portal einführen")).toBe("einführen");
    expect(verbOf("outputs", "إطلاق التطبيق الجديد")).toBe("إطلاق");
    expect(verbOf("upkeep", "Qualität sicherstellen")).toBe("sicherstellen");
    expect(verbOf("outputs", "A place where people build")).toBeUndefined();
  });

  it("[LN8] no reason, and no link below the top", () => {
    expect(about({ why: " ", parents: [] })).toEqual(["O7why", "O7link"]);
  });

  it("[LN9] [LN19] dates outside the cycle and outside those of the parent, and circles", () => {
    expect(about({ end: day("2026-05-01") })).toEqual(["O8", "S5dates"]);
    const circle = good({ parents: [{ kind: "objective", id: objectiveId(guid("0", 1)) }] });
    expect(breaches(lint(set([circle], [first(), second()])))).toEqual(["S5loop"]);
  });
});

describe("key results", () => {
  it("[LN19] a parent that was not handed in is missing only where everything was", () => {
    const astray = good({ parents: [{ kind: "objective", id: objectiveId(guid("0", 99)) }] });
    const okrs = set([astray, top], [first(), second(), ...topResults]);
    expect(breaches(lint(okrs, {}, "2026-02-01", false))).toEqual([]);
    expect(breaches(lint(okrs))).toEqual(["S5missing"]);
  });

  it("[LN10] too many and too few", () => {
    const many = [1, 2, 3, 4, 5].map((n) =>
      first({ id: keyResultId(guid("1", n)), title: `Side ${"abcde"[n - 1]} of it` }),
    );
    expect(breaches(lint(set([good(), top], [...many, ...topResults])))).toEqual(["K1more"]);
    expect(breaches(lint(set([good(), top], [first(), ...topResults])))).toEqual(["K1fewer"]);
  });

  it("[LN11] numbers that do not move, move the wrong way, or against the verb", () => {
    expect(about({}, { measure: { ...stores, target: 10 } })).toEqual(["K2equal"]);
    expect(about({}, { measure: { ...stores, target: 8 } })).toEqual(["K2direction"]);
    expect(about({}, { title: "Reduce returned goods" })).toEqual(["K2verb"]);
    expect(about({}, { title: "Rückläufer senken" })).toEqual(["K2verb"]);
    expect(about({}, { measure: { ...stores, baseline: Number.NaN } })).toEqual(["K3"]);
  });

  it("[LN12] milestones without day or acceptance, alone, or not agreed on", () => {
    const bare: Measure = { kind: "milestone", acceptance: "" };
    const done: Measure = { kind: "milestone", due: day("2026-03-01"), acceptance: "Signed" };
    expect(about({}, { measure: bare })).toEqual(["K4day", "K4acceptance"]);
    expect(about({}, { measure: done })).toEqual([]);
    expect(about({}, { measure: done }, { milestones: "discouraged" })).toEqual(["K4not"]);
    const all = [first({ measure: done }), second({ measure: done })];
    expect(breaches(lint(set([good(), top], [...all, ...topResults])))).toEqual(["K4alone"]);
  });

  it("[LN13] activities, and targets that are only relative", () => {
    expect(about({}, { title: "Hold ten workshops" })).toEqual(["K5"]);
    expect(about({}, { title: "Sales up by 20 %", measure: { kind: "percentage", target: 100 } })).toEqual(["K6"]);
    expect(about({}, { title: "Sales up by 20 %" })).toEqual([]);
    expect(["um 20 % mehr", "3x faster", "بنسبة 20% أكثر", "20 stores"].map(relativeIn)).toEqual([
      "um 20 %",
      "3x",
      "بنسبة 20%",
      undefined,
    ]);
  });

  it("[LN14] a title that says other numbers than the fields", () => {
    expect(about({}, { title: "Stores from 10 to 15" })).toEqual(["K7"]);
    expect(about({}, { title: "Stores from 10 to 14" })).toEqual([]);
    expect(fromTo("Quote von 1,5 % auf 2,5 % bringen", "de-DE")).toEqual([1.5, 2.5]);
    expect(fromTo("المتاجر من ١٠ إلى ١٤", "ar")).toEqual([10, 14]);
    expect(fromTo("Move from Berlin to 3 cities", "en-GB")).toBeUndefined();
  });

  it("[LN14] any two numbers written out are read as they are", () => {
    const whole = fc.integer({ min: 0, max: 999 });
    fc.assert(
      fc.property(whole, whole, (from, to) => {
        expect(fromTo(`Returns from ${from} to ${to} a day`, "en-GB")).toEqual([from, to]);
      }),
    );
  });

  it("[LN15] [LN17] the same counted twice, and shares without an amount", () => {
    expect(about({}, { title: "Days to refill in 2 regions", measure: { ...days, baseline: 8 } })).toEqual([]);
    expect(about({}, { title: "Days to refill (2)", measure: { ...days, baseline: 8 } })).toEqual(["K9"]);
    const share: Measure = { kind: "metric", direction: "up", unit: "%", baseline: 10, target: 20 };
    const both = [first({ measure: share }), second({ title: "Share of refilled", measure: share })];
    expect(breaches(lint(set([good(), top], [...both, ...topResults])))).toEqual(["K12"]);
  });

  it("[LN16] scores that contradict the numbers, or were not agreed where they should be", () => {
    expect(about({}, { preScore: { commit: 14, target: 12, stretch: 16 } })).toEqual(["K11wrong"]);
    expect(
      lint(set([good()], [first()]), { preScore: "info" }).filter(({ breach }) => breach === "K11none"),
    ).toMatchObject([{ level: "info", about: { kind: "keyResult", id: guid("1", 1) } }]);
  });

  it("[LN18] figures that came too late to act, and weights that do not add up", () => {
    const late = aCheckIn(1, 1, { at: instant("2026-03-20T08:00:00Z") });
    const early = aCheckIn(2, 2, { at: instant("2026-01-20T08:00:00Z") });
    const okrs = (...checkIns: readonly CheckIn[]) => set([good(), top], [first(), second(), ...topResults], checkIns);
    const lagging = (found: readonly Finding[]) =>
      found.filter(({ breach, about: { id } }) => breach === "S2" && id === guid("0", 1));
    expect(lagging(lint(okrs(late), {}, "2026-03-25"))).toHaveLength(1);
    expect(lagging(lint(okrs(late, early), {}, "2026-03-25"))).toEqual([]);
    expect(lagging(lint(okrs(late), {}, "2026-02-10"))).toEqual([]);
    expect(about({}, { weight: 120 })).toEqual(["S4"]);
  });

  it("[LN19] too many of one person", () => {
    const found = lint(set([good(), top], [first({ owner: lena }), second({ owner: lena }), ...topResults]), {
      keyResultsPerOwner: 1,
    });
    expect(breaches(found)).toEqual(["S6", "S6"]);
  });
});
