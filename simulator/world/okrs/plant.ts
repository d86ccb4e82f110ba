/** What is hidden in the world on purpose: the same effort in two branches, contrary efforts, lines passed down, shared ones. */
import type { Theme } from "../material/parse.ts";
import type { WorldPlan } from "../plan.ts";
import { fits, speaks } from "./casting.ts";
import type { Casting } from "./casting.ts";
import type { Draft, Slot } from "./draft.ts";

/** Slots that are still free; taking one removes it. */
export interface FreeSlots {
  readonly all: () => readonly Slot[];
  readonly take: (slot: Slot) => void;
}

export const createFreeSlots = (slots: readonly Slot[]): FreeSlots => {
  const free = new Set(slots);
  return { all: () => [...free], take: (slot) => void free.delete(slot) };
};

const isLive = ({ role }: Slot): boolean => role === "annual" || role === "current";

/** A free slot at the present time that the theme fits, in another branch than the slots given. */
const placeFor = (casting: Casting, free: FreeSlots, theme: Theme, away: readonly Slot[]): Slot | undefined => {
  const candidates = free
    .all()
    .filter(
      (slot) =>
        isLive(slot) &&
        fits(theme, slot) &&
        (theme.language === "en" || speaks(slot, theme.language)) &&
        away.every((other) => !casting.branches.sameBranch(other.unit.unit.key, slot.unit.unit.key)),
    );
  return candidates.length === 0 ? undefined : casting.random.pick(candidates);
};

/** Puts each of the themes into a branch of its own; leaves everything as it was when there is no room for two of them. */
const plantTogether = (casting: Casting, free: FreeSlots, together: readonly Theme[]): boolean => {
  const placed: { readonly slot: Slot; readonly theme: Theme }[] = [];
  for (const theme of together) {
    const slot = placeFor(
      casting,
      free,
      theme,
      placed.map((other) => other.slot),
    );
    if (slot !== undefined) placed.push({ slot, theme });
  }
  if (placed.length < 2) return false;
  for (const { slot, theme } of placed) {
    free.take(slot);
    casting.add({ slot, theme, origin: { type: "own" } });
  }
  return true;
};

const byEffort = (themes: readonly Theme[]): readonly (readonly Theme[])[] => {
  const efforts = new Map<string, Theme[]>();
  for (const theme of themes) efforts.set(theme.effort, [...(efforts.get(theme.effort) ?? []), theme]);
  return [...efforts.values()];
};

/** Raise here, reduce there: every pair of contrary themes, each side in a branch of its own. */
export const plantContrary = (casting: Casting, free: FreeSlots, count: number): void => {
  const pairs = byEffort(casting.themes.filter(({ side }) => side !== ""));
  let left = count;
  for (const sides of casting.random.sample(pairs, pairs.length)) {
    if (left === 0) return;
    if (plantTogether(casting, free, sides)) left -= 1;
  }
};

/** Parallel efforts: themes with enough wordings for two or three places, and those that exist in several languages. */
export const plantParallel = (casting: Casting, free: FreeSlots, count: number): void => {
  const ordinary = casting.themes.filter(({ side, families }) => side === "" && !families.includes("company"));
  const efforts = byEffort(ordinary);
  const acrossLanguages = efforts.filter((themes) => themes.length > 1);
  const manyWordings = efforts.filter(
    ([theme, second]) => second === undefined && theme !== undefined && theme.titles.length > 2,
  );
  const tripled = casting.random
    .sample(manyWordings, count * 2)
    .map(([theme]) => Array.from({ length: casting.random.int(2, 3) }, () => theme));
  let left = count;
  for (const themes of [...casting.random.sample(acrossLanguages, Math.ceil(count / 2)), ...tripled]) {
    if (left === 0) return;
    if (
      plantTogether(
        casting,
        free,
        themes.filter((theme) => theme !== undefined),
      )
    )
      left -= 1;
  }
};

/** The same line once more, one level down: an accepted practice, and not a duplicate effort. */
export const plantPassThrough = (casting: Casting, free: FreeSlots, count: number): void => {
  let left = count;
  for (const slot of casting.random.sample(free.all(), Number.POSITIVE_INFINITY)) {
    if (left === 0) return;
    const from = casting
      .drafts()
      .find(
        (draft) =>
          isLive(slot) &&
          slot.unit.unit.level !== "region" &&
          slot.unit.unit.parentKey === draft.slot.unit.unit.key &&
          draft.origin.type === "own" &&
          isLive(draft.slot) &&
          fits(draft.theme, slot),
      );
    if (from === undefined) continue;
    free.take(slot);
    casting.add({ slot, theme: from.theme, origin: { type: "passedDown", from } });
    left -= 1;
  }
};

/** Functions that often set an objective together; the first one's themes are used. */
const PARTNERS: readonly (readonly [string, string])[] = [
  ["academy", "people"],
  ["technology", "data"],
  ["procurement", "sustainability"],
  ["client-service", "commercial"],
  ["legal", "people"],
  ["digital-commerce", "marketing"],
  ["finance", "technology"],
];

/** Enough for two units to have at least two key results each, without measuring the same thing. */
const PATTERNS_TO_SHARE = 5;

/** One objective, declared by two functions, with key results that do not collide. */
export const plantShared = (casting: Casting, free: FreeSlots, plan: WorldPlan): void => {
  let left = plan.planted.shared;
  for (const [one, other] of PARTNERS) {
    const slotOf = (key: string): Slot | undefined =>
      free.all().find((slot) => slot.role === "current" && slot.unit.unit.key === key);
    const [first, second] = [slotOf(one), slotOf(other)];
    if (left === 0 || first === undefined || second === undefined) continue;
    const candidates = casting.themes.filter(
      (theme) =>
        theme.language === "en" &&
        theme.side === "" &&
        fits(theme, first) &&
        casting.usesOf(theme.effort).length === 0 &&
        theme.keyResults.length >= PATTERNS_TO_SHARE,
    );
    if (candidates.length === 0) continue;
    const theme = casting.random.pick(candidates);
    const drafts: readonly Draft[] = [
      { slot: first, theme, origin: { type: "shared", with: second.unit, half: 0 } },
      { slot: second, theme, origin: { type: "shared", with: first.unit, half: 1 } },
    ];
    free.take(first);
    free.take(second);
    drafts.forEach(casting.add);
    left -= 1;
  }
};
