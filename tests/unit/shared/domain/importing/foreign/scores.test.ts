/** What the import understands of the ugly sheets, held where it is: `npm run bench -- import` prints the same figures. */
import { describe, expect, it } from "@jest/globals";
import { scoreSheet } from "#tests/bench/importing/score.ts";
import { UGLY_SHEETS } from "#tests/fixtures/sheets/all.ts";
import { HELD_OUT_SHEETS } from "#tests/fixtures/sheets/heldOut/all.ts";

describe("ugly sheets", () => {
  it.each([...UGLY_SHEETS, ...HELD_OUT_SHEETS].map((ugly) => [ugly.name, ugly] as const))(
    "[IF4] [IF5] are understood: %s",
    (_, ugly) => {
      const { name: _name, ...shares } = scoreSheet(ugly);
      for (const [what, { right, all }] of Object.entries(shares))
        expect(`${what} ${right} of ${all}`).toBe(`${what} ${all} of ${all}`);
      expect(shares.objectives.all).toBeGreaterThan(0);
      expect(shares.keyResults.all).toBeGreaterThan(0);
    },
  );
});
