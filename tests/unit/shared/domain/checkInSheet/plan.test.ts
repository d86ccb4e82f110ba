import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { checkInStateOf } from "#shared/domain/checkInSheet/plan.ts";
import type { CheckInCells } from "#shared/domain/checkInSheet/fields.ts";
import { withReadings } from "#shared/domain/checkInSheet/rows.ts";
import type { Measure } from "#shared/domain/okr/keyResult.ts";
import { instantOf } from "#shared/domain/day.ts";
import {
  checkInEnglish,
  checkInsOf,
  codesOf,
  filled,
  planOf,
  plannedAt,
  pulled,
} from "#tests/support/checkInSheets.ts";
import { aKeyResult, day, guid } from "#tests/support/okrs.ts";
import { frame, NOW, okrs } from "#tests/support/sheets.ts";

const availability = guid("1", 1);
const refill = guid("1", 2);
const handbook = guid("1", 3);
const nairobi = guid("1", 4);
const { words } = checkInEnglish;

/** One more key result of the first objective. */
const withKeyResult = (measure: Measure) =>
  checkInsOf({ ...okrs, keyResults: [...okrs.keyResults, aKeyResult(9, 1, { measure })] });

describe("the sheet of check-ins as pulled", () => {
  it("[EX7] shows what is known of each key result in the terms of its measure", () => {
    expect(pulled.rows.get(refill)?.cells).toEqual({
      objective: "Shelves are full",
      keyResult: "Days to refill",
      team: "Germany",
      owner: "Lena Krüger",
      unit: "days",
      start: 9,
      target: 5,
      last: 7,
      lastOn: 46_056,
      expected: 6.93,
      status: words.statuses.behind,
    });
    expect(pulled.rows.get(handbook)?.cells).toMatchObject({
      unit: "Done / Open",
      last: "",
      lastOn: "",
      expected: "Open",
    });
    expect(pulled.rows.get(nairobi)?.cells).toMatchObject({ unit: "%", start: "", target: 100, expected: 52 });
  });

  it("[CK1] says nothing as long as nothing is filled in", () => {
    expect(planOf(filled({}))).toEqual({ rows: [], counts: { empty: 4, ready: 0, problem: 0 }, missing: [] });
  });
});

describe("filling it in", () => {
  it("[CK1] makes one check-in of a row, with what was filled in and no more", () => {
    const plan = planOf(
      filled({ [refill]: { current: 6.5 }, [nairobi]: { confidence: "8/10", note: " Two more \n" } }),
    );
    expect(plan.counts).toEqual({ empty: 2, ready: 2, problem: 0 });
    expect(plannedAt(plan, refill)).toMatchObject({
      checkIn: { keyResultId: refill, value: 6.5, note: "" },
      changes: [{ field: "current", before: 7, after: 6.5 }],
      problems: [],
    });
    expect(plannedAt(plan, nairobi)?.checkIn).toEqual({
      keyResultId: nairobi,
      unitKey: "ke",
      cycleKey: "2026-q1",
      confidence: 8,
      note: "Two more",
    });
  });

  it("[CK2] takes the last figure once more for a check-in, typed or by the word of any language", () => {
    const plan = planOf(filled({ [refill]: { current: 7 }, [availability]: { current: "Gleich" } }));
    expect(plannedAt(plan, refill)?.checkIn).toMatchObject({ value: 7 });
    expect(plannedAt(plan, availability)?.checkIn).toMatchObject({ value: 92.5 });
    expect(codesOf(plannedAt(planOf(filled({ [nairobi]: { current: "same" } })), nairobi))).toEqual([
      "current: nothingToRepeat",
    ]);
  });

  it.each<[string, string, CheckInCells, number | undefined, string[]]>([
    ["per cent as Excel keeps them", nairobi, { current: { percent: 0.45 } }, 45, []],
    ["per cent as text in German", nairobi, { current: "45,5 %" }, 45.5, []],
    ["a number of the locale", refill, { current: "6,25" }, 6.25, []],
    ["a milestone that is done", handbook, { current: "ja" }, 1, []],
    ["a milestone that is open", handbook, { current: false }, 0, []],
    ["a milestone in figures", handbook, { current: 0.5 }, undefined, ["current: NotYesNo"]],
    ["no figure at all", refill, { current: "soon" }, undefined, ["current: NotANumber"]],
    ["a short form", refill, { current: "6k" }, undefined, ["current: Shortened"]],
    ["a slip of the finger", refill, { current: 700 }, 700, ["current: valueFarOff"]],
    ["a fraction of a percentage", nairobi, { current: 0.5 }, undefined, ["current: AmbiguousPercent"]],
    ["a confidence out of range", refill, { confidence: 11 }, undefined, ["confidence: OutOfRange"]],
  ])("[CK3] reads %s", (_, id, cells, value, codes) => {
    const row = plannedAt(planOf(filled({ [id]: cells }), { locale: "de-DE" }), id);
    expect([row?.checkIn?.value, codesOf(row)]).toEqual([value, codes]);
  });

  it("[CK3] asks where the first figure of a baseline comes from, and takes it all the same", () => {
    const base = withKeyResult({ kind: "baseline", unit: "calls" });
    const id = guid("1", 9);
    const plan = planOf(filled({ [id]: { current: 120 } }, base), { baseline: base });
    expect(codesOf(plannedAt(plan, id))).toEqual(["note: sourceMissing"]);
    expect(plan.counts.ready).toBe(1);
  });

  it("[CK3] sends nothing into a closed cycle", () => {
    const closed = { ...frame, cycles: frame.cycles.map((cycle) => ({ ...cycle, closed: true })) };
    const plan = planOf(filled({ [refill]: { current: 6 } }), { frame: closed });
    expect(codesOf(plannedAt(plan, refill))).toEqual(["current: cycleClosed"]);
    expect(plan.counts).toEqual({ empty: 3, ready: 0, problem: 1 });
  });

  it("[CK4] knows a row by its key, and sends neither of two rows for one key result nor one that nobody pulled", () => {
    const rows = filled({ [refill]: { current: 6 } });
    const moved = rows.toReversed().map((row, at) => ({ ...row, at }));
    expect(plannedAt(planOf(moved), refill)?.checkIn).toMatchObject({ value: 6 });
    const line = rows.find(({ cells }) => cells.key === refill);
    const copy = { at: 4, cells: { ...line?.cells, current: 5 } };
    expect(planOf([...rows, copy]).rows.map(codesOf)).toEqual([["current: rowDoubled"], ["current: rowDoubled"]]);
    const emptied = { at: 4, cells: { ...line?.cells, current: "" } };
    expect(planOf([...rows, emptied]).counts).toEqual({ empty: 4, ready: 1, problem: 0 });
    expect(planOf([...rows, { at: 4, cells: { current: 5, key: "" } }]).rows.map(codesOf)).toEqual([
      [],
      ["current: rowUnknown"],
    ]);
  });

  it("[CK5] tells what was typed where one can only read, and sends the rest", () => {
    const plan = planOf(filled({ [refill]: { target: 3, current: 6 }, [nairobi]: { owner: "Somebody" } }));
    expect(codesOf(plannedAt(plan, refill))).toEqual(["target: onlyToRead"]);
    expect(plannedAt(plan, refill)?.checkIn).toMatchObject({ value: 6 });
    expect(codesOf(plannedAt(plan, nairobi))).toEqual(["owner: onlyToRead"]);
    expect(plan.counts).toEqual({ empty: 3, ready: 1, problem: 0 });
  });

  it("[CK6] takes nothing for a key result that is gone", () => {
    const row = pulled.rows.get(refill);
    if (!row) throw new Error("not pulled");
    const baseline = { ...pulled, rows: new Map([...pulled.rows, [refill, { ...row, gone: true as const }]]) };
    expect(codesOf(plannedAt(planOf(filled({ [refill]: { current: 6 } }), { baseline }), refill))).toEqual([
      "current: removedElsewhere",
    ]);
  });

  it("[CK1] a row is empty, one check-in or a problem, whatever stands in it", () => {
    const anything = fc.oneof(fc.constant(""), fc.string({ unit: "grapheme" }), fc.double(), fc.boolean());
    fc.assert(
      fc.property(anything, anything, anything, (current, confidence, note) => {
        const plan = planOf(filled({ [refill]: { current, confidence, note } }));
        const row = plannedAt(plan, refill);
        expect(plan.counts.empty + plan.counts.ready + plan.counts.problem).toBe(4);
        if (!row) expect(plan.counts.empty).toBe(4);
        else if (checkInStateOf(row) === "ready") {
          const { value, confidence: sure, note: said } = row.checkIn ?? {};
          expect([value, sure, said].some((one) => one !== undefined && one !== "")).toBe(true);
        }
      }),
    );
  });

  it("[CK2] what the sheet shows as the last value is read as just that value", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const known = withReadings(pulled, new Map([[refill, { value: value + 0, at: instantOf(Date.parse(NOW)) }]]), {
          frame,
          today: day("2026-02-16"),
          words,
        });
        const last = known.rows.get(refill)?.cells.last ?? "";
        const plan = planOf(filled({ [refill]: { current: last } }, known), { baseline: known });
        expect(plannedAt(plan, refill)?.checkIn?.value).toBe(value + 0);
      }),
    );
  });
});
