import { describe, expect, it } from "@jest/globals";
import { afterMove } from "#shared/domain/okr/formerPlaces.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import { aKeyResult } from "#tests/support/okrs.ts";

const at = (unit: string, cycle = "2026-q1") => ({ unitKey: unitKey(unit), cycleKey: cycleKey(cycle) });

describe("former places of a key result", () => {
  it("[PA11] are all that it has left, each once, without the one it comes back to", () => {
    const first = aKeyResult(1, 1, at("de"));
    const second = afterMove(first, { ...first, ...at("ke") });
    expect(second.formerly).toEqual([at("de")]);
    const third = afterMove(second, { ...second, ...at("ke", "2026-q2") });
    expect(third.formerly).toEqual([at("de"), at("ke")]);
    expect(afterMove(third, { ...third, ...at("de") }).formerly).toEqual([at("ke"), at("ke", "2026-q2")]);
    expect("formerly" in afterMove(second, { ...second, title: "Other", ...at("de") })).toBe(true);
    expect(afterMove(first, { ...first, title: "Other" })).toEqual({ ...first, title: "Other" });
  });
});
