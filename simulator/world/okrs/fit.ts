/** Brings a world to the size its plan promises. */
import type { KeyResultPattern } from "../material/parse.ts";
import type { WorldPlan } from "../plan.ts";
import type { Random } from "../random.ts";
import { patternsFor } from "./casting.ts";
import type { Draft, WordedDraft } from "./draft.ts";

/** Leaves out objectives of the past and the future that are too many; nothing refers to those. */
export const fitObjectives = (drafts: readonly Draft[], plan: WorldPlan, random: Random): readonly Draft[] => {
  const surplus = drafts.length - (plan.totals?.objectives ?? drafts.length);
  const spare = drafts.filter(
    ({ slot }) => (slot.role === "previous" || slot.role === "next") && slot.unit.persona === undefined,
  );
  const left = new Set(random.sample(spare, Math.max(0, surplus)));
  return drafts.filter((draft) => !left.has(draft));
};

const FEWEST = 3;
const MOST = 5;

/** The draft with one key result more or fewer; undefined where it should not have another number. */
const stepped = (draft: WordedDraft, step: 1 | -1, random: Random): WordedDraft | undefined => {
  const { patterns, theme, slot, origin } = draft;
  if (origin.type === "shared" || theme.families.includes("company")) return undefined;
  const keep = (chosen: ReadonlySet<KeyResultPattern>): WordedDraft => ({
    ...draft,
    patterns: theme.keyResults.filter((pattern) => chosen.has(pattern)),
  });
  if (step < 0)
    return patterns.length > FEWEST ? keep(new Set(random.sample(patterns, patterns.length - 1))) : undefined;
  const unused = patternsFor(theme, slot.unit).filter((pattern) => !patterns.includes(pattern));
  return patterns.length < MOST && unused.length > 0 ? keep(new Set([...patterns, random.pick(unused)])) : undefined;
};

/** Gives objectives, in random order, one key result more or fewer until the total is right. */
export const fitKeyResults = (
  drafts: readonly WordedDraft[],
  plan: WorldPlan,
  random: Random,
): readonly WordedDraft[] => {
  const now = drafts.reduce((sum, { patterns }) => sum + patterns.length, 0);
  let missing = (plan.totals?.keyResults ?? now) - now;
  const changed = new Map<WordedDraft, WordedDraft>();
  for (const draft of missing === 0 ? [] : random.sample(drafts, drafts.length)) {
    if (missing === 0) break;
    const step = missing > 0 ? 1 : -1;
    const other = stepped(draft, step, random);
    if (other === undefined) continue;
    changed.set(draft, other);
    missing -= step;
  }
  return drafts.map((draft) => changed.get(draft) ?? draft);
};
