/** How key results stand, without how they came there. */
import type { CheckIn } from "./checkIn.ts";
import type { KeyResultId } from "./ids.ts";
import { isReading, newestFirst } from "./progress.ts";

/** Newest first means: the least. */
const newest = (known: CheckIn | undefined, next: CheckIn): CheckIn =>
  known && newestFirst(known, next) <= 0 ? known : next;

interface Standing {
  readonly any: CheckIn;
  readonly value?: CheckIn | undefined;
  readonly confidence?: CheckIn | undefined;
}

const withNext = (known: Standing | undefined, next: CheckIn): Standing => ({
  any: newest(known?.any, next),
  value: isReading(next) ? newest(known?.value, next) : known?.value,
  confidence: next.confidence === undefined ? known?.confidence : newest(known?.confidence, next),
});

/**
 * Of each key result the newest check-in, the newest that states a value, and the newest that states a confidence; often one is all
 * three. Enough for its value, confidence, progress and status, not for its forecast. [PR9]
 */
export const standingCheckIns = (checkIns: Iterable<CheckIn>): readonly CheckIn[] => {
  const standings = new Map<KeyResultId, Standing>();
  for (const checkIn of checkIns) {
    standings.set(checkIn.keyResultId, withNext(standings.get(checkIn.keyResultId), checkIn));
  }
  return [...standings.values()].flatMap(({ any, value, confidence }) => [
    ...new Set([any, value ?? any, confidence ?? any]),
  ]);
};
