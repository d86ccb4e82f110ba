import type { Day } from "../day.ts";
import type { CycleKey, KeyResultId, ObjectiveId, UnitKey } from "./ids.ts";
import type { Person } from "./person.ts";

/** Committed: expected score 1.0. Aspirational: expected 0.7. */
export type Ambition = "committed" | "aspirational";

/** What people decided about it; unlike its status, this is never computed. */
export type Stage = "draft" | "active" | "closed" | "postponed";

export type ParentRef =
  { readonly kind: "objective"; readonly id: ObjectiveId } | { readonly kind: "keyResult"; readonly id: KeyResultId };

export interface Objective {
  readonly id: ObjectiveId;
  readonly title: string;
  /** Why it matters now; may be empty. */
  readonly why: string;
  readonly unitKey: UnitKey;
  readonly cycleKey: CycleKey;
  readonly owner?: Person;
  /** Several are allowed; none is allowed. Alignment is a statement, not arithmetic. */
  readonly parents: readonly ParentRef[];
  readonly ambition: Ambition;
  readonly stage: Stage;
  /** Own dates where they differ from the cycle's. */
  readonly start?: Day;
  readonly end?: Day;
  /** Place among the objectives of its unit; ties are broken by title. */
  readonly order: number;
}
