/** Figures of many more runs: `npm run bench -- faults`. */
import { describe, expect, it } from "@jest/globals";
import { FORTY, play, playAll, seeds, STORM, type Played } from "#tests/support/faults/play.ts";
import { CLEAR } from "#tests/support/faults/service.ts";

const PATIENCE_MS = 120_000;

/** Nothing lost, nothing doubled, and what was to happen did happen. */
const expectWell = ({ problems, merges, decisions }: Played): void => {
  expect(problems).toEqual([]);
  expect(merges).toBeGreaterThan(0);
  expect(decisions).toBeGreaterThan(0);
};

describe("two people push the same rows", () => {
  it("[OB4] [OB5] lose and double nothing in clear weather", async () => {
    expectWell(await playAll(seeds(10, { weather: CLEAR })));
  }, 120_000);

  it(
    "[OB4] [OB5] lose and double nothing in a push of 500 rows through drops, 429, 503, 504, 409 and 412",
    async () => {
      expectWell(await playAll(seeds(50, { weather: STORM })));
    },
    PATIENCE_MS,
  );

  it(
    "[OB2] [OB4] lose and double nothing in a push of 500 rows killed at any step, again and again, in that weather",
    async () => {
      const played = await playAll(seeds(60, { weather: STORM, killShare: 0.002 }));
      expectWell(played);
      expect(played.kills).toBeGreaterThan(100);
    },
    PATIENCE_MS,
  );

  it(
    "[OB2] [OB4] lose and double nothing when killed before and after each single step",
    async () => {
      const { steps } = await play({ seed: 1, weather: CLEAR, sizes: FORTY });
      expect(steps).toBeGreaterThan(100);
      const played = await playAll(
        Array.from({ length: steps }, (_, at) => ({ seed: 1, weather: CLEAR, sizes: FORTY, killAt: at + 1 })),
      );
      expect(played.problems).toEqual([]);
      expect(played.kills).toBe(steps);
    },
    PATIENCE_MS,
  );
});
