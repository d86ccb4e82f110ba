import type { Frame, OkrSet } from "#shared/domain/okr/okrSet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import { storedOf } from "../../outbox/entries.ts";
import { planUndo } from "../../outbox/undo.ts";
import { contextOf } from "../outbox.ts";
import type { SheetFailure } from "../sheetState.ts";
import { keptBack, reviewUndo, withFollowing } from "../takingBack.ts";
import { checkSheet } from "./checking.ts";
import type { SheetParts } from "./parts.ts";
import { finishEarlier, keepEntries } from "./recovery.ts";
import { sendOutbox } from "./sending.ts";

/** What is stored now wherever the records of these entries are or were. */
const readNow = (
  { deps: { okrRepository } }: SheetParts,
  entries: readonly OutboxEntry[],
): Promise<Result<OkrSet, AccessError>> => {
  const records = entries.flatMap((entry) => [storedOf(entry), entry.base].filter((record) => record !== undefined));
  return okrRepository.readOkrs({
    cycleKeys: [...new Set(records.map(({ cycleKey }) => cycleKey))],
    units: [...new Set(records.map(({ unitKey }) => unitKey))],
  });
};

/** Shows row by row what taking back the last push would do, and what would stay. Changes nothing. [SE30] */
export const reviewPush = async (parts: SheetParts, frame: Frame): Promise<Result<unknown, SheetFailure>> => {
  const { deps, memory, view } = parts;
  const earlier = await finishEarlier(parts, frame);
  if (!earlier.ok) return earlier;
  const { stored, baseline } = memory.now();
  if (stored.length === 0 || !baseline) return ok(undefined);
  const set = await readNow(parts, stored);
  if (!set.ok) return set;
  view.patch({ takingBack: reviewUndo(stored, set.value, { frame, baseline, texts: deps.texts }) });
  return ok(undefined);
};

/**
 * Takes back what the last push stored, or some rows of it: records that it made are removed, fields that it changed get their
 * values back unless somebody changed them since. The sheet stays as it was typed, so that nothing of it is lost. [SE20] [SE30]
 */
export const undoPush = async (
  parts: SheetParts,
  frame: Frame,
  chosen: ReadonlySet<string> | undefined,
): Promise<Result<unknown, SheetFailure>> => {
  const { deps, memory, view } = parts;
  const earlier = await finishEarlier(parts, frame);
  if (!earlier.ok) return earlier;
  const { stored, baseline } = memory.now();
  const rows = chosen && withFollowing(stored, chosen);
  const wanted = stored.filter((entry) => rows?.has(contextOf(entry).row) ?? true);
  if (wanted.length === 0 || !baseline) return ok(undefined);
  const [plan, set] = [await planUndo(deps, wanted), await readNow(parts, wanted)];
  if (!plan.ok) return plan;
  if (!set.ok) return set;
  const kept = await keepEntries(parts, plan.value.entries);
  if (!kept.ok) return kept;
  const sent = await sendOutbox(parts, frame, true);
  if (!sent.ok) return sent;
  const report = view.opened()?.report;
  const stays = keptBack(wanted, sent.value.entries, set.value, { frame, baseline, texts: deps.texts });
  if (report) {
    const whole = new Set(stays.filter(({ reason }) => reason !== "fields").map(({ id }) => id));
    view.patch({ report: { ...report, failed: report.failed.filter(({ id }) => !whole.has(id)), kept: stays } });
  }
  if (sent.value.failure) return err(sent.value.failure);
  return checkSheet(parts, frame);
};
