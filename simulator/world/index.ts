/** Invented organisations, generated from a seed number: the same seed and day always give the same world, byte for byte. */
import { cyclesAround } from "./calendar.ts";
import { checkInsOf } from "./history/checkIns.ts";
import { themes } from "./material/index.ts";
import { align } from "./okrs/alignment.ts";
import { createBranches } from "./okrs/branches.ts";
import { createDrafts } from "./okrs/drafts.ts";
import { findDuplicates } from "./okrs/duplicates.ts";
import { fitKeyResults, fitObjectives } from "./okrs/fit.ts";
import { wordDrafts } from "./okrs/wording.ts";
import { writeDrafts } from "./okrs/write.ts";
import { groupIdOf, groupOf, homeGroupOf } from "./organisation/groups.ts";
import { staffUnits } from "./organisation/staff.ts";
import type { Unit } from "./organisation/staff.ts";
import { createUnits } from "./organisation/units.ts";
import { createDirectory } from "./people/directory.ts";
import { enterprisePlan, retailPlan, smallPlan } from "./plan.ts";
import type { WorldPlan } from "./plan.ts";
import { createRandom, guidOf } from "./random.ts";
import type { World, WorldOkrs } from "./types.ts";
import { initiativesOf } from "./initiatives/initiatives.ts";

const plans: ReadonlyMap<string, WorldPlan> = new Map([
  ["retail", retailPlan],
  ["enterprise", enterprisePlan],
  ["small", smallPlan],
]);

export interface WorldOptions {
  /** Default 1. */
  readonly seed?: number;
  /** The day on which the story stands, `YYYY-MM-DD`; default: the day of the call, in UTC. */
  readonly today?: string;
}

export interface UnknownWorld {
  readonly type: "UnknownWorld";
  readonly known: readonly string[];
}

const writeOkrs = (seed: string, units: readonly Unit[], plan: WorldPlan, today: string): WorldOkrs => {
  const cycles = cyclesAround(today);
  const branches = createBranches(units);
  const drafts = createDrafts(units, themes, cycles, plan, branches, createRandom(`${seed}/drafts`));
  const fitting = fitObjectives(drafts, plan, createRandom(`${seed}/fit/objectives`));
  const worded = fitKeyResults(wordDrafts(seed, fitting), plan, createRandom(`${seed}/fit/key-results`));
  const written = writeDrafts(seed, worded);
  return {
    cycles: Object.values(cycles),
    units: units.map(({ unit, hasOkrs }) => (hasOkrs ? { ...unit, groupId: groupIdOf(seed, unit.key) } : unit)),
    objectives: align(seed, written, branches),
    keyResults: written.flatMap(({ keyResults }) => keyResults),
    checkIns: { [Symbol.iterator]: () => checkInsOf(seed, written, plan, today)[Symbol.iterator]() },
    initiatives: { [Symbol.iterator]: () => initiativesOf(seed, written, today) },
    duplicates: findDuplicates(written, branches),
  };
};

const onFirstUse = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** A world by its name (`retail`, `enterprise` or `small`). Throws for a `today` that is not a calendar day. */
export const createWorld = (name: string, options: WorldOptions = {}): World | UnknownWorld => {
  const plan = plans.get(name);
  if (plan === undefined) return { type: "UnknownWorld", known: [...plans.keys()] };
  const { seed = 1, today = new Date().toISOString().slice(0, 10) } = options;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today)))
    throw new RangeError(`Not a calendar day: ${today}`);
  const worldSeed = `${name}/${seed}`;
  const directory = createDirectory(worldSeed, plan.domain);
  const { units, okrLeads, personas } = staffUnits(
    createUnits(plan, createRandom(`${worldSeed}/units`)),
    plan,
    worldSeed,
    directory,
  );
  // Whoever opens an organisation that is stored already needs its people, but not its OKRs.
  const okrs = onFirstUse(() => writeOkrs(worldSeed, units, plan, today));
  const home = homeGroupOf(worldSeed, [personas.facilitator, personas.admin, personas.sponsor], units);
  return {
    name,
    seed,
    today,
    tenant: {
      id: guidOf(`${worldSeed}/tenant`),
      displayName: plan.companyName,
      domain: plan.domain,
      sharePointHost: plan.sharePointHost,
    },
    personas,
    users: directory.users(),
    groups: [home, ...units.filter(({ hasOkrs }) => hasOkrs).map((unit) => groupOf(worldSeed, unit))],
    homeGroup: home.mailNickname,
    outsiderIds: [personas.outsider],
    okrLeadIds: okrLeads.map(({ id }) => id),
    get okrs() {
      return okrs();
    },
  };
};
