import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { planUndo } from "../../outbox/undo.ts";
import type { SheetFailure } from "../sheetState.ts";
import { checkSheet } from "./checking.ts";
import type { SheetParts } from "./parts.ts";
import { finishEarlier, keepEntries } from "./recovery.ts";
import { sendOutbox } from "./sending.ts";

/**
 * Takes back what the last push stored: records that it made are removed, fields that it changed get their values back unless
 * somebody changed them since. The sheet stays as it was typed, so that nothing of it is lost. [SE20]
 */
export const undoPush = async (parts: SheetParts, frame: Frame): Promise<Result<unknown, SheetFailure>> => {
  const earlier = await finishEarlier(parts, frame);
  if (!earlier.ok) return earlier;
  const { stored } = parts.memory.now();
  if (stored.length === 0) return ok(undefined);
  const plan = await planUndo(parts.deps, stored);
  if (!plan.ok) return plan;
  const kept = await keepEntries(parts, plan.value.entries);
  if (!kept.ok) return kept;
  const sent = await sendOutbox(parts, frame, true);
  return sent.ok ? checkSheet(parts, frame) : sent;
};
