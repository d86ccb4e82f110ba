import { describe, expect, it } from "@jest/globals";
import { pauseMs, shareOfPause } from "#shared/application/pollPace.ts";

const minutes = (n: number): number => n * 60_000;

describe("the pause between two questions", () => {
  it.each([
    ["free", 0, 15_000],
    ["free", minutes(5) - 1, 15_000],
    ["free", minutes(5), minutes(1)],
    ["free", minutes(30) - 1, minutes(1)],
    ["free", minutes(30), minutes(5)],
    ["free", minutes(10_000), minutes(5)],
    ["tight", 0, minutes(5)],
    ["tight", minutes(31), minutes(5)],
    ["spent", 0, undefined],
  ] as const)("[LV2][LV4] %s, unused for %d ms: %p ms", (level, unusedMs, pause) => {
    expect(pauseMs({ level, unusedMs, crowd: 0, slowness: 1 })).toBe(pause);
  });

  it("[LV2] is shortened by up to a fifth", () => {
    expect([shareOfPause(0), shareOfPause(0.5), shareOfPause(1)]).toEqual([0.8, 0.9, 1]);
  });
});
