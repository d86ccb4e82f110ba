import { instant } from "../calendar.ts";
import type { WrittenDraft, WrittenKeyResult } from "../okrs/write.ts";
import type { WorldPlan } from "../plan.ts";
import { createRandom, guidOf } from "../random.ts";
import type { Random } from "../random.ts";
import type { WorldCheckIn, WorldUser } from "../types.ts";
import { situationOf } from "./situation.ts";
import type { Situation } from "./situation.ts";
import { createNoteWriter } from "./notes.ts";
import { readingsOf } from "./readings.ts";
import { historyName, reportingsOf } from "./rhythm.ts";
import type { Reporting } from "./rhythm.ts";
import type { Course } from "./temper.ts";

const MISSING_CONFIDENCE = 0.04;

const CONFIDENCE: Readonly<Record<Situation["state"], number>> = {
  done: 10,
  ahead: 8,
  onTrack: 7,
  behind: 5,
  atRisk: 3,
  unmeasured: 5,
  pending: 6,
};

/** Confidence says what people believe, which is not always what the number shows. */
const confidenceOf = (course: Course, situation: Situation, random: Random): number => {
  if (course === "overOptimistic") return random.int(8, 9);
  if (course === "sandbagged") return random.int(9, 10);
  // Nobody knows much in the first weeks: confidence starts at five and moves towards what is seen.
  const seen =
    CONFIDENCE[situation.state] * Math.min(1, situation.time * 3) + 5 * (1 - Math.min(1, situation.time * 3));
  return Math.min(10, Math.max(0, Math.round(seen + random.bell() * 0.9)));
};

/** Who writes: the owner mostly, somebody else of the unit now and then, the lead where nobody owns it. */
const authorOf = (written: WrittenDraft, known: WrittenKeyResult, random: Random): WorldUser => {
  const { unit } = written.draft.slot;
  const owner = unit.members.find(({ id }) => id === known.keyResult.ownerId);
  return random.chance(0.9) ? (owner ?? unit.lead) : random.pick(unit.staff);
};

const historyOf = function* (seed: string, reporting: Reporting): Iterable<WorldCheckIn> {
  const { written, known, temper, days } = reporting;
  const { keyResult } = known;
  const { cycle } = written.draft.slot;
  const random = createRandom(historyName(seed, keyResult));
  const readings = readingsOf(known, cycle, days, temper, random.fork("readings"));
  const writeNote = createNoteWriter(random.fork("notes"));
  for (const [index, reading] of readings.entries()) {
    const author = authorOf(written, known, random);
    const situation = situationOf(readings, index, keyResult, cycle);
    const confidence = confidenceOf(temper.course, situation, random);
    yield {
      key: guidOf(`${seed}/check-in/${keyResult.key}/${index}`),
      keyResultKey: keyResult.key,
      authorId: author.id,
      at: instant(reading.day, random.int(4, 16), random.int(0, 59), random.int(0, 59)),
      ...(reading.value === undefined ? {} : { value: reading.value }),
      ...(random.chance(MISSING_CONFIDENCE) ? {} : { confidence }),
      note: writeNote({
        situation,
        course: temper.course,
        theme: written.draft.theme,
        author,
        unit: written.draft.slot.unit,
        keyResult,
      }),
    };
  }
};

/** The check-ins of all key results, one key result after the other; generated while it is read. */
export const checkInsOf = function* (
  seed: string,
  written: readonly WrittenDraft[],
  plan: WorldPlan,
  today: string,
): Iterable<WorldCheckIn> {
  for (const reporting of reportingsOf(seed, written, plan, today)) yield* historyOf(seed, reporting);
};
