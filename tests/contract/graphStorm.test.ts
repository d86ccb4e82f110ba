/** Many more and larger ones: `npm run bench -- faults`. */
import { describe, expect, it } from "@jest/globals";
import { stormOverGraph } from "#tests/support/faults/graphStorm.ts";

describe("a push into Graph in a storm", () => {
  it.each([1, 2])(
    "[OB2] [OB4] [LC4] loses and doubles nothing through 429, 503, 409, 412 and lost connections, killed at any call, nor for whoever follows it through 410 and error elements (seed %i)",
    async (seed) => {
      const { problems, kills, looks } = await stormOverGraph({ seed, killShare: 0.01 });
      expect(problems).toEqual([]);
      expect([kills > 0, looks > 0]).toEqual([true, true]);
    },
    60_000,
  );
});
