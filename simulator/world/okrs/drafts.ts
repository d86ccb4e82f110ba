import type { CycleSet } from "../calendar.ts";
import type { Theme } from "../material/parse.ts";
import type { Unit } from "../organisation/staff.ts";
import type { WorldPlan } from "../plan.ts";
import type { Random } from "../random.ts";
import type { Branches } from "./branches.ts";
import { castTheme, createCasting } from "./casting.ts";
import type { Casting } from "./casting.ts";
import type { Draft, Slot } from "./draft.ts";
import { createFreeSlots, plantContrary, plantParallel, plantPassThrough, plantShared } from "./plant.ts";
import { createSlots } from "./slots.ts";

/** Share of last quarter's objectives that go on, as a further step, in this one (and of this one's in the next). */
const CONTINUED_SHARE = 0.8;

const companyDrafts = (units: readonly Unit[], themes: readonly Theme[], cycles: CycleSet): readonly Draft[] => {
  const unit = units.find(({ kind }) => kind.type === "company");
  if (unit === undefined) throw new Error("A world needs a company");
  return themes
    .filter(({ families }) => families.includes("company"))
    .map((theme, index) => ({
      slot: { key: `company/annual/${index}`, unit, role: "annual", cycle: cycles.annual },
      theme,
      origin: { type: "own" },
    }));
};

/** Objectives of the present that the unit has not yet given a past or a future. */
const continuable = (casting: Casting, unit: Unit, role: "previous" | "next"): readonly Draft[] => {
  const own = casting.draftsOf(unit);
  const done = new Set(
    own.flatMap(({ slot, origin }) => (slot.role === role && origin.type === "continued" ? [origin.by] : [])),
  );
  return own.filter(
    (draft) =>
      draft.slot.role === "current" && draft.origin.type === "own" && draft.theme.side === "" && !done.has(draft),
  );
};

/** Decides for all units and cycles what each objective is about. */
export const createDrafts = (
  units: readonly Unit[],
  themes: readonly Theme[],
  cycles: CycleSet,
  plan: WorldPlan,
  branches: Branches,
  random: Random,
): readonly Draft[] => {
  const slots = createSlots(units, cycles, plan, random.fork("slots"));
  const casting = createCasting(themes, branches, random, plan.localUses);
  companyDrafts(units, themes, cycles).forEach(casting.add);
  const live = createFreeSlots(slots.filter(({ role }) => role === "annual" || role === "current"));
  plantContrary(casting, live, plan.planted.contrary);
  plantShared(casting, live, plan);
  plantParallel(casting, live, plan.planted.parallel);
  const reserved = Math.floor(live.all().length / 2);
  castAll(casting, live.all().slice(0, reserved), live.take);
  plantPassThrough(casting, live, plan.planted.passThrough);
  castAll(casting, live.all(), live.take);
  for (const slot of slots) {
    if (slot.role !== "previous" && slot.role !== "next") continue;
    const [by] = random.chance(CONTINUED_SHARE) ? continuable(casting, slot.unit, slot.role) : [];
    if (by !== undefined) casting.add({ slot, theme: by.theme, origin: { type: "continued", by } });
    else castAll(casting, [slot], () => undefined);
  }
  return casting.drafts();
};

const castAll = (casting: Casting, slots: readonly Slot[], taken: (slot: Slot) => void): void => {
  for (const slot of casting.random.sample(slots, slots.length)) {
    const theme = castTheme(casting, slot);
    taken(slot);
    if (theme !== undefined) casting.add({ slot, theme, origin: { type: "own" } });
  }
};
