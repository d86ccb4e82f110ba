import { describe, expect, it } from "@jest/globals";
import { createProgress } from "#shared/application/outbox/progress.ts";

describe("createProgress", () => {
  const at = (steps: readonly (readonly [atMs: number, done: number])[], total: number) => {
    let now = 0;
    const meter = createProgress(() => now);
    meter.expect(total);
    for (const [atMs, done] of steps) {
      now = atMs;
      meter.reached(done);
    }
    return meter.now();
  };

  it("[OB11] says no time before anything was measured", () => {
    expect(at([], 100)).toEqual({ done: 0, total: 100, msLeft: undefined });
    expect(at([[400, 20]], 100)).toEqual({ done: 20, total: 100, msLeft: undefined });
    expect(at([[9000, 0]], 100)).toEqual({ done: 0, total: 100, msLeft: undefined });
  });

  it("[OB11] says the time left by the measured speed", () => {
    expect(
      at(
        [
          [1000, 20],
          [2000, 40],
        ],
        100,
      ),
    ).toEqual({ done: 40, total: 100, msLeft: 3000 });
    expect(at([[2000, 100]], 100)).toEqual({ done: 100, total: 100, msLeft: 0 });
  });

  it("[OB11] goes by the last half minute, a pause included", () => {
    const fast = [
      [10_000, 500],
      [20_000, 1000],
    ] as const;
    expect(at([...fast, [60_000, 1010], [80_000, 1020]], 2000).msLeft).toBe(Math.round((60_000 / 20) * 980));
    expect(at(fast, 2000).msLeft).toBe(20_000);
  });
});
