import { temperOf } from "../history/temper.ts";
import { createRandom } from "../random.ts";
import type { WorldObjective } from "../types.ts";
import type { Written } from "./written.ts";

/** Share of the next quarter's objectives that are still being discussed. */
const UNDECIDED = 0.7;

/**
 * Most of what is planned for the next quarter is a draft, all of it where a persona works; and so is what nobody ever
 * reported on this quarter: it was never agreed.
 */
export const stageOf = (seed: string, { draft, keyResults }: Written): Pick<WorldObjective, "stage"> => {
  const isDraft =
    draft.slot.role === "next"
      ? draft.slot.unit.persona !== undefined || createRandom(`${seed}/stage/${draft.slot.key}`).chance(UNDECIDED)
      : draft.slot.role === "current" && keyResults.every((known) => temperOf(seed, known).habit === "never");
  return isDraft ? { stage: "draft" } : {};
};
