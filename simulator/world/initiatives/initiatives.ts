import { dayOf, epochDay, instant } from "../calendar.ts";
import { work } from "../material/work.ts";
import type { Role } from "../okrs/draft.ts";
import type { WrittenDraft } from "../okrs/write.ts";
import { fillWords } from "../okrs/wording.ts";
import { createRandom, guidOf } from "../random.ts";
import type { Random } from "../random.ts";
import type { WorldInitiative, WorldKeyResult, WorldUser } from "../types.ts";

/** Initiatives of a key result. A milestone is work already and needs less of it. */
const COUNTS = { "0": 25, "1": 45, "2": 22, "3": 8 } as const;
const MILESTONE_COUNTS = { "0": 70, "1": 30 } as const;
/** Share of objectives with work that serves them as a whole. */
const OF_OBJECTIVE = 0.2;
const WITHOUT_DAY = 0.12;
const WITHOUT_OWNER = 0.04;
const OWNER_DOES_IT = 0.5;

type State = WorldInitiative["state"];

/** Likelihood of each state: in a quarter that is over, when its day has gone, when it comes soon, later, and before the quarter. */
const STATES: Readonly<Record<"over" | "gone" | "soon" | "later" | "ahead", Readonly<Record<State, number>>>> = {
  over: { done: 80, dropped: 15, underWay: 4, notStarted: 1 },
  gone: { done: 64, dropped: 8, underWay: 22, notStarted: 6 },
  soon: { done: 15, dropped: 3, underWay: 62, notStarted: 20 },
  later: { done: 3, dropped: 1, underWay: 28, notStarted: 68 },
  ahead: { done: 0, dropped: 0, underWay: 4, notStarted: 96 },
};
/** Days. */
const SOON = 30;

const phaseOf = (role: Role, due: number, today: number): keyof typeof STATES => {
  if (role === "previous") return "over";
  if (role === "next") return "ahead";
  if (due < today) return "gone";
  return due - today <= SOON ? "soon" : "later";
};

const doerOf = ({ draft }: WrittenDraft, ownerId: string | undefined, random: Random): WorldUser => {
  const { unit } = draft.slot;
  const owner = unit.members.find(({ id }) => id === ownerId);
  return random.chance(OWNER_DOES_IT) ? (owner ?? unit.lead) : random.pick(unit.staff);
};

interface Served {
  readonly key: string;
  readonly ownerId: string | undefined;
  readonly keyResult: WorldKeyResult | undefined;
}

const draw = (
  seed: string,
  written: WrittenDraft,
  served: Served,
  { title, today, random }: { readonly title: string; readonly today: number; readonly random: Random },
): WorldInitiative => {
  const { unit, cycle, role } = written.draft.slot;
  const [start, end] = [epochDay(cycle.start), epochDay(cycle.end)];
  const due = start + Math.round((end - start) * random.between(0.15, 1));
  const state = random.weighted(STATES[phaseOf(role, due, today)]);
  const doer = doerOf(written, served.ownerId, random);
  const isDated = !random.chance(WITHOUT_DAY);
  const isOwned = !random.chance(WITHOUT_OWNER);
  return {
    key: guidOf(`${seed}/work/${served.key}/${title}`),
    objectiveKey: written.objective.key,
    ...(served.keyResult ? { keyResultKey: served.keyResult.key } : {}),
    title,
    ...(isOwned ? { ownerId: doer.id } : {}),
    state,
    ...(isDated ? { due: dayOf(due) } : {}),
    writtenBy: unit.lead.id,
    writtenAt: instant(Math.min(start + random.int(0, 10), today), random.int(7, 16), random.int(0, 59), 0),
  };
};

const initiativesFor = function* (
  seed: string,
  written: WrittenDraft,
  served: Served,
  today: number,
): Generator<WorldInitiative> {
  const random = createRandom(`${seed}/work/${served.key}`);
  const { language } = written.draft.theme;
  const counts = served.keyResult?.measure.kind === "milestone" ? MILESTONE_COUNTS : COUNTS;
  const count = served.keyResult ? Number(random.weighted<string>(counts)) : Number(random.chance(OF_OBJECTIVE));
  for (const sentence of random.sample(work[language] ?? work["en"] ?? [], count)) {
    const title = fillWords(sentence, written.draft.slot.unit, random);
    yield draw(seed, written, served, { title, today, random });
  }
};

/** The work of all objectives and key results, in their order; made while it is read. */
export const initiativesOf = function* (
  seed: string,
  written: readonly WrittenDraft[],
  today: string,
): Generator<WorldInitiative> {
  for (const one of written) {
    const { objective, keyResults } = one;
    for (const keyResult of keyResults) {
      const ownerId = keyResult.ownerId ?? objective.ownerId;
      yield* initiativesFor(seed, one, { key: keyResult.key, ownerId, keyResult }, epochDay(today));
    }
    const whole = { key: objective.key, ownerId: objective.ownerId, keyResult: undefined };
    yield* initiativesFor(seed, one, whole, epochDay(today));
  }
};
