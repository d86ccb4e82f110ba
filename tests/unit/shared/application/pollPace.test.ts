import { describe, expect, it } from "@jest/globals";
import { isSlow, pauseMs, shareOfPause } from "#shared/application/pollPace.ts";

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

  it.each([
    [100, 15_000, false],
    [470, 15_000, false],
    [750, minutes(2), true],
    [800, minutes(5), true],
    [2_000, minutes(5), true],
  ])(
    "[LV12] is what opening and writing leave to those who look: %d check-ins a minute, %d ms",
    (crowd, pause, slow) => {
      const facts = { level: "free", unusedMs: 0, crowd, slowness: 1 } as const;
      expect([Math.round(pauseMs(facts) ?? 0), isSlow(facts)]).toEqual([pause, slow]);
    },
  );

  it("[LV12] keeps everybody inside the budget, whatever the crowd, as long as opening and writing do", () => {
    for (let crowd = 1; crowd < 780; crowd += 1) {
      const pause = pauseMs({ level: "free", unusedMs: 0, crowd, slowness: 1 }) ?? Infinity;
      const looks = (crowd * 60_000) / pause;
      expect(looks + 5.5 * crowd).toBeLessThanOrEqual(4500 + 1e-6);
    }
  });

  it("[LV4] is longer after a shortage, never longer than five minutes", () => {
    const facts = { level: "free", unusedMs: 0, crowd: 0 } as const;
    expect([2, 4, 16, 64].map((slowness) => pauseMs({ ...facts, slowness }))).toEqual([
      30_000,
      60_000,
      240_000,
      minutes(5),
    ]);
    expect([1, 2].map((slowness) => isSlow({ ...facts, slowness }))).toEqual([false, true]);
  });

  it("[LV2] is shortened by up to a fifth", () => {
    expect([shareOfPause(0), shareOfPause(0.5), shareOfPause(1)]).toEqual([0.8, 0.9, 1]);
  });
});
