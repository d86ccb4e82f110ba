import type { WorldKeyResult, WorldObjective } from "../types.ts";
import type { WordedDraft } from "./draft.ts";

/** An objective together with what it came from. */
export interface Written {
  readonly draft: WordedDraft;
  readonly objective: WorldObjective;
  readonly keyResults: readonly WorldKeyResult[];
}
