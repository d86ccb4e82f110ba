import type { CycleSet } from "../calendar.ts";
import type { Unit } from "../organisation/staff.ts";
import type { WorldPlan } from "../plan.ts";
import type { Random } from "../random.ts";
import type { Role, Slot } from "./draft.ts";

const ROLES: readonly Role[] = ["annual", "current", "previous", "next"];

/** The first two countries of the plan, the personas' one among them, show a visitor more than chance would give. */
const HOME_MINIMUM: Readonly<Record<Role, number>> = { annual: 2, current: 2, previous: 1, next: 1 };

/** Where objectives will be written: every unit that sets OKRs, in every cycle, as often as the plan says. */
export const createSlots = (
  units: readonly Unit[],
  cycles: CycleSet,
  plan: WorldPlan,
  random: Random,
): readonly Slot[] =>
  units.flatMap((unit) => {
    const { level, key } = unit.unit;
    if (!unit.hasOkrs || level === "company") return [];
    const isHome =
      unit.country !== undefined && plan.countries.slice(0, 2).includes(unit.country) && level === "country";
    const ofMember = unit.persona !== undefined && level === "team";
    return ROLES.flatMap((role) => {
      const rate = plan.rates[level][role];
      const drawn = Math.floor(rate) + (random.chance(rate - Math.floor(rate)) ? 1 : 0);
      const least = isHome ? HOME_MINIMUM[role] : ofMember && role === "next" ? plan.nextOfMember : 0;
      const count = Math.max(drawn, least);
      return Array.from({ length: count }, (_, index): Slot => ({
        key: `${key}/${role}/${index}`,
        unit,
        role,
        cycle: cycles[role],
      }));
    });
  });
