import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { answerId, answeringWith, answerList, type IdQuestion } from "#shared/domain/functions/answer.ts";
import { unitKey, cycleKey } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import { functionWords } from "../../../../../excel-addin/text/functionWords.ts";
import { aCheckIn, anObjective, day, guid } from "#tests/support/okrs.ts";
import { frame, okrs } from "#tests/support/sheets.ts";

const TODAY = day("2026-02-16");
const ask = (question: IdQuestion, set: OkrSet = okrs) =>
  answerId(answeringWith(set, frame, TODAY, functionWords("en-GB")), question);

describe("an id in a formula", () => {
  it("[CF1] is a key in any case, with braces or not, or a title that one record has", () => {
    const wanted = { ok: true, value: 92.5 };
    expect(ask({ type: "value", id: guid("1", 1).toUpperCase() })).toEqual(wanted);
    expect(ask({ type: "value", id: `{${guid("1", 1)}}` })).toEqual(wanted);
    expect(ask({ type: "value", id: "  on-shelf   AVAILABILITY " })).toEqual(wanted);
    const twice = { ...okrs, objectives: [...okrs.objectives, anObjective(9, { title: "On-shelf availability" })] };
    expect(ask({ type: "value", id: "On-shelf availability" }, twice)).toEqual({
      ok: false,
      error: { type: "SeveralCalled", text: "On-shelf availability" },
    });
  });

  it("[CF6] that is nowhere, or means something without a value, is told apart", () => {
    expect(ask({ type: "value", id: "Nothing" })).toMatchObject({ error: { type: "UnknownId", text: "Nothing" } });
    expect(ask({ type: "value", id: guid("0", 1) })).toMatchObject({ error: { type: "NotAKeyResult" } });
    expect(ask({ type: "status", id: guid("0", 1), language: "fr" })).toMatchObject({
      error: { type: "UnknownLanguage", text: "fr" },
    });
  });
});

describe("an answer", () => {
  it("[CF2] is a share, or a value in the unit of its measure", () => {
    expect(ask({ type: "progress", id: guid("1", 1) })).toMatchObject({ ok: true, value: (92.5 - 90) / 6 });
    expect(ask({ type: "progress", id: guid("0", 1) })).toMatchObject({ ok: true, value: expect.any(Number) });
    const done = { ...okrs, checkIns: [aCheckIn(8, 3, { value: 1 })] };
    expect(ask({ type: "value", id: guid("1", 3) }, done)).toEqual({ ok: true, value: 1 });
  });

  it("[CF3] is an empty text while nothing was measured, and zero when zero was", () => {
    const none = { ...okrs, checkIns: [] };
    for (const type of ["progress", "value"] as const) {
      expect(ask({ type, id: guid("1", 1) }, none)).toEqual({ ok: true, value: "" });
    }
    const zero = { ...okrs, checkIns: [aCheckIn(8, 4, { value: 0, unitKey: unitKey("ke") })] };
    expect(ask({ type: "progress", id: guid("1", 4) }, zero)).toEqual({ ok: true, value: 0 });
  });

  it("[CF4] names a status in the language of Excel, or in the one that a formula compares with", () => {
    const status = (language?: string) =>
      ask({ type: "status", id: guid("1", 3), ...(language === undefined ? {} : { language }) });
    expect(status()).toEqual({ ok: true, value: "Not started" });
    expect(status("de")).toEqual({ ok: true, value: "Nicht begonnen" });
    expect(status("AR")).toEqual({ ok: true, value: "لم يبدأ" });
  });

  it("[CF5] lists each objective with its key results below it, under headers", () => {
    const answering = answeringWith(okrs, frame, TODAY, functionWords("de-DE"));
    const list = answerList(answering, {
      units: new Set([unitKey("de"), unitKey("ke")]),
      cycles: new Set([cycleKey("2026-q1")]),
    });
    const rows = list.ok && typeof list.value === "object" ? list.value : [];
    expect(rows.map(([type, title]) => `${type}: ${title}`)).toEqual([
      "Art: Titel",
      "Objective: Shelves are full",
      "Key Result: On-shelf availability",
      "Key Result: Days to refill",
      "Objective: Stores like working with us",
      "Key Result: Handbook out",
      "Objective: Kenya grows",
      "Key Result: Stores in Nairobi",
    ]);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([12]));
    expect(rows[2]?.slice(5)).toEqual([92.5, "%", (92.5 - 90) / 6, 6, expect.any(String), "2026-02-03", guid("1", 1)]);
  });

  it("[CF5] tells a history from the oldest on, whatever the order in which it was read", () => {
    const all = Array.from({ length: 6 }, (_, n) => aCheckIn(n + 1, 1, { value: 90 + n }));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (checkIns) => {
        const history = ask({ type: "history", id: guid("1", 1) }, { ...okrs, checkIns });
        expect(history.ok && typeof history.value === "object" ? history.value.map(([, value]) => value) : []).toEqual([
          "Current",
          90,
          91,
          92,
          93,
          94,
          95,
        ]);
      }),
    );
  });
});
