import { describe, expect, it } from "@jest/globals";
import { fromR1C1, toR1C1 } from "#simulator/excel-host/calc/r1c1.ts";

describe("R1C1 formulas", () => {
  it.each([
    ["=J5*2", "=RC[-1]*2"],
    ["=$J$5+J$4", "=R5C10+R4C[-1]"],
    ["=SUM(A1:B6)", "=SUM(R[-4]C[-10]:R[1]C[-9])"],
    ["='A sheet'!K5&\"RC[1]\"", "='A sheet'!RC&\"RC[1]\""],
    ["=[@Target]*2", "=[@Target]*2"],
    ["plain", "plain"],
  ])("%s in K5 is %s, and back", (a1, r1c1) => {
    expect(toR1C1(a1, 4, 10)).toBe(r1c1);
    expect(fromR1C1(r1c1, 4, 10)).toBe(a1);
  });

  it("what points outside the sheet becomes #REF!", () => {
    expect(fromR1C1("=RC[-11]", 4, 10)).toBe("=#REF!");
  });

  it("whole columns are not emulated", () => {
    expect(toR1C1("=SUM(A:A)", 4, 10)).toBeUndefined();
  });
});
