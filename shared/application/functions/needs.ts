import type { Day } from "#shared/domain/day.ts";
import { findNamed, type ListQuestion, type ListScope, type Question } from "#shared/domain/functions/answer.ts";
import type { CycleKey, UnitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { OkrScope } from "#shared/ports/okrRepository.ts";
import { childrenOf, shownCycles } from "../place.ts";
import type { Places } from "./places.ts";

export type ScopeProblem =
  | { readonly type: "UnknownUnit" | "SeveralUnits"; readonly text: string }
  | { readonly type: "UnknownCycle" | "SeveralCycles"; readonly text: string };

const below = (frame: Frame, key: UnitKey, seen = new Set<UnitKey>()): ReadonlySet<UnitKey> => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const unit of childrenOf(frame, key)) below(frame, unit.key, seen);
  return seen;
};

/** What a list is about. */
export const listScope = (frame: Frame, question: ListQuestion, today: Day): Result<ListScope, ScopeProblem> => {
  const [unit, another] = findNamed(frame.units, question.unit);
  if (!unit) return err({ type: "UnknownUnit", text: question.unit });
  if (another) return err({ type: "SeveralUnits", text: question.unit });
  const units = question.below ? below(frame, unit.key) : new Set([unit.key]);
  if (question.cycle === undefined) {
    const running = shownCycles(frame, { unitKey: unit.key }, today);
    return ok({ units, cycles: new Set(running.map(({ key }) => key)) });
  }
  const [cycle, other] = findNamed(frame.cycles, question.cycle);
  if (!cycle) return err({ type: "UnknownCycle", text: question.cycle });
  return other ? err({ type: "SeveralCycles", text: question.cycle }) : ok({ units, cycles: new Set([cycle.key]) });
};

/** What has to be read for these questions, as far as that is known. */
export const neededScope = (
  frame: Frame,
  questions: readonly Question[],
  places: Places,
  today: Day,
): { readonly units: ReadonlySet<UnitKey>; readonly cycles: ReadonlySet<CycleKey> } => {
  const units = new Set<UnitKey>();
  const cycles = new Set<CycleKey>();
  for (const question of questions) {
    if (question.type === "list") {
      const scope = listScope(frame, question, today);
      if (!scope.ok) continue;
      for (const key of scope.value.units) units.add(key);
      for (const key of scope.value.cycles) cycles.add(key);
      continue;
    }
    for (const { unitKey, cycleKey } of places.of(question.id)) {
      units.add(unitKey);
      cycles.add(cycleKey);
    }
  }
  return { units, cycles };
};

export const covers = (wide: OkrScope | undefined, needed: ReturnType<typeof neededScope>): boolean =>
  wide !== undefined &&
  [...needed.units].every((key) => wide.units === "all" || wide.units.includes(key)) &&
  [...needed.cycles].every((key) => wide.cycleKeys.includes(key));
