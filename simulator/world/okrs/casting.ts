/** Gives every slot a theme: seldom used ones first, so that the same effort appears twice only where somebody repeats it. */
import type { KeyResultPattern, Theme } from "../material/parse.ts";
import type { Unit } from "../organisation/staff.ts";
import type { Random } from "../random.ts";
import type { Branches } from "./branches.ts";
import { overlap } from "./draft.ts";
import type { Draft, Slot } from "./draft.ts";

/** Share of the objectives that a unit writes in its own language, where there is material in that language. */
const OWN_LANGUAGE_SHARE: Readonly<Record<string, number>> = { AE: 0.5, DE: 0.5, CN: 0.6 };
const OTHER_LANGUAGE_SHARE = 0.42;

export interface Casting {
  readonly themes: readonly Theme[];
  readonly branches: Branches;
  readonly random: Random;
  /** How often a theme in another language than English may be used. */
  readonly localUses: number;
  readonly drafts: () => readonly Draft[];
  readonly draftsOf: (unit: Unit) => readonly Draft[];
  /** Drafts about one effort, in all languages and wordings. */
  readonly usesOf: (effort: string) => readonly Draft[];
  readonly add: (draft: Draft) => void;
}

export const createCasting = (
  themes: readonly Theme[],
  branches: Branches,
  random: Random,
  localUses: number,
): Casting => {
  const drafts: Draft[] = [];
  const uses = new Map<string, Draft[]>();
  const byUnit = new Map<Unit, Draft[]>();
  const append = <K>(map: Map<K, Draft[]>, key: K, draft: Draft): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [draft]);
    else known.push(draft);
  };
  return {
    themes,
    branches,
    random,
    localUses,
    drafts: () => drafts,
    draftsOf: (unit) => byUnit.get(unit) ?? [],
    usesOf: (effort) => uses.get(effort) ?? [],
    add: (draft) => {
      drafts.push(draft);
      append(uses, draft.theme.effort, draft);
      append(byUnit, draft.slot.unit, draft);
    },
  };
};

/** Fewest key results an objective should have. */
const FEWEST = 3;

const isGroupWide = ({ title, measure }: KeyResultPattern): boolean =>
  /\b(?:country|countries|regions?|entities)\b/i.test(`${title} ${"unit" in measure ? measure.unit : ""}`);

/** The key results of a theme that the unit can answer for: what is counted in countries is not for those who are in one. */
export const patternsFor = (theme: Theme, unit: Unit): readonly KeyResultPattern[] =>
  unit.country === undefined ? theme.keyResults : theme.keyResults.filter((pattern) => !isGroupWide(pattern));

/** Whether the theme is work of that unit. A country's team also takes up what its trade contributes to; others do not. */
export const fits = (theme: Theme, slot: Slot): boolean => {
  const { families, kind } = slot.unit;
  const own = kind.type === "countryTeam" ? theme.families : theme.families.slice(0, 1);
  return own.some((family) => families.includes(family)) && patternsFor(theme, slot.unit).length >= FEWEST;
};

/** Languages of the unit's country for which the material could be used. */
export const speaks = (slot: Slot, language: string): boolean =>
  slot.unit.country?.languages.some((tag) => tag.startsWith(language)) ?? false;

/** Whether the unit, or one above or below it, already works on this effort at the same time. */
const takenNearby = ({ usesOf, branches }: Casting, theme: Theme, slot: Slot): boolean =>
  usesOf(theme.effort).some(
    (draft) =>
      (overlap(draft.slot.cycle, slot.cycle) || draft.slot.unit === slot.unit) &&
      branches.sameBranch(draft.slot.unit.unit.key, slot.unit.unit.key),
  );

/** How unwelcome another use of the theme is: a use at the same time counts ten times one at another time. */
const cost = ({ usesOf }: Casting, theme: Theme, slot: Slot): number =>
  usesOf(theme.effort).reduce((sum, draft) => sum + (overlap(draft.slot.cycle, slot.cycle) ? 10 : 1), 0);

const cheapest = (casting: Casting, candidates: readonly Theme[], slot: Slot): Theme | undefined => {
  const free = candidates.filter((theme) => !takenNearby(casting, theme, slot));
  const costs = free.map((theme) => cost(casting, theme, slot));
  const least = Math.min(...costs);
  const best = free.filter((_, index) => costs[index] === least);
  return best.length === 0 ? undefined : casting.random.pick(best);
};

/** A theme for the slot, in the unit's own language now and then. Contrary efforts are never cast by chance. */
export const castTheme = (casting: Casting, slot: Slot): Theme | undefined => {
  const usable = casting.themes.filter((theme) => theme.side === "" && fits(theme, slot));
  const local = usable.filter(
    ({ language, key, effort }) =>
      language !== "en" &&
      speaks(slot, language) &&
      casting.usesOf(effort).filter(({ theme }) => theme.key === key).length < casting.localUses,
  );
  const share = OWN_LANGUAGE_SHARE[slot.unit.country?.code ?? ""] ?? OTHER_LANGUAGE_SHARE;
  const own = casting.random.chance(share) ? cheapest(casting, local, slot) : undefined;
  return (
    own ??
    cheapest(
      casting,
      usable.filter(({ language }) => language === "en"),
      slot,
    )
  );
};
