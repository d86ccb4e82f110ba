import { describe, expect, it } from "@jest/globals";
import { parseYesNo } from "#shared/domain/entry/yesNo.ts";

describe("parseYesNo", () => {
  it.each([
    "yes",
    "Ja",
    "OUI",
    "sí",
    "si",
    "sim",
    "نعم",
    "Done!",
    "done",
    "erledigt",
    "terminé",
    "да",
    "はい",
    "✓",
    "✔️",
    "☑",
    "x",
    "TRUE",
    "1",
    "100%",
  ])("[EN11] %j is done", (text) => {
    expect(parseYesNo(text)).toEqual({ ok: true, value: true });
  });

  it.each([
    "no",
    "Nein",
    "non",
    "لا",
    "нет",
    "いいえ",
    "open",
    "not done",
    "not-done",
    "offen",
    "✗",
    "❌",
    "☐",
    "FALSE",
    "0",
  ])("[EN11] %j is open", (text) => {
    expect(parseYesNo(text)).toEqual({ ok: true, value: false });
  });

  it("[EN11] a dash, an empty text and everything else are no answer", () => {
    for (const text of ["", "  ", "-", "–"]) expect(parseYesNo(text)).toEqual({ ok: false, error: { type: "Empty" } });
    expect(parseYesNo("half way")).toEqual({ ok: false, error: { type: "NotYesNo", text: "half way" } });
  });
});
