import { createRandom } from "../random.ts";
import type { Random } from "../random.ts";
import type { WorldObjective } from "../types.ts";
import type { Branches } from "./branches.ts";
import { PILLARS } from "./pillars.ts";
import { stageOf } from "./stage.ts";
import type { Written } from "./written.ts";

/** Shares of objectives: without a parent, with a second one, with a key result instead of an objective as parent. */
const ORPHANS = 0.12;
const SECOND_PARENT = 0.11;
const TO_KEY_RESULT = 0.18;

const pillarsOf = ({ draft }: Written): readonly string[] =>
  draft.theme.families.includes("company")
    ? [draft.theme.effort]
    : draft.theme.families.flatMap((family) => PILLARS[family] ?? []);

/** The parent's cycle must contain the child's. */
const spans = (parent: Written, child: Written): boolean =>
  parent.draft.slot.cycle.start <= child.draft.slot.cycle.start &&
  parent.draft.slot.cycle.end >= child.draft.slot.cycle.end;

const servesSame = (one: Written, other: Written): boolean =>
  pillarsOf(one).some((pillar) => pillarsOf(other).includes(pillar));

/** Possible parents, the nearest unit's first. Within one unit only a quarter's objective can serve one of the year. */
const candidatesOf = (
  child: Written,
  byUnit: ReadonlyMap<string, readonly Written[]>,
  branches: Branches,
): readonly Written[] =>
  branches
    .lineOf(child.draft.slot.unit.unit.key)
    .flatMap((unitKey, distance) =>
      (byUnit.get(unitKey) ?? []).filter(
        (parent) =>
          (distance > 0 || (parent.draft.slot.role === "annual" && child.draft.slot.role !== "annual")) &&
          spans(parent, child) &&
          servesSame(parent, child),
      ),
    );

const keyOf = (parent: Written, random: Random): string =>
  random.chance(TO_KEY_RESULT) ? random.pick(parent.keyResults).key : parent.objective.key;

const parentsOf = (
  child: Written,
  candidates: readonly Written[],
  byDraft: ReadonlyMap<string, Written>,
  random: Random,
): readonly string[] => {
  const { origin } = child.draft;
  if (origin.type === "passedDown") return [byDraft.get(origin.from.slot.key)?.objective.key ?? ""];
  const [nearest, ...others] = candidates;
  if (nearest === undefined || random.chance(ORPHANS)) return [];
  const second = random.chance(SECOND_PARENT) && others.length > 0 ? [random.pick(others).objective.key] : [];
  return [keyOf(nearest, random), ...second];
};

/** Links every objective to those it serves: nearest unit first, then up the line, the company's set last. */
export const align = (seed: string, written: readonly Written[], branches: Branches): readonly WorldObjective[] => {
  const byUnit = new Map<string, Written[]>();
  const byDraft = new Map(written.map((item) => [item.draft.slot.key, item]));
  for (const item of written) {
    const { key } = item.draft.slot.unit.unit;
    byUnit.set(key, [...(byUnit.get(key) ?? []), item]);
  }
  return written.map((child) => ({
    ...child.objective,
    ...stageOf(seed, child),
    parentKeys: parentsOf(
      child,
      candidatesOf(child, byUnit, branches),
      byDraft,
      createRandom(`${seed}/align/${child.draft.slot.key}`),
    ),
  }));
};
