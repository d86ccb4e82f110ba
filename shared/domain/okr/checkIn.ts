import type { Instant } from "../day.ts";
import type { CheckInId, CycleKey, KeyResultId, UnitKey } from "./ids.ts";
import type { Person } from "./person.ts";

/** One reading by one person at one moment. Check-ins are only ever added, so they never conflict. */
export interface CheckIn {
  readonly id: CheckInId;
  readonly keyResultId: KeyResultId;
  readonly unitKey: UnitKey;
  readonly cycleKey: CycleKey;
  readonly at: Instant;
  readonly author: Person;
  /** In the unit of the measure; milestones: 0 or 1; percentages: percent done. Absent when only confidence or a note was given. */
  readonly value?: number;
  /** 0-10: how sure the author is that the target will be met. Not a status. */
  readonly confidence?: number;
  readonly note: string;
}
