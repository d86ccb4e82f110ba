import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Baseline } from "#shared/domain/sheet/baseline.ts";
import { labelsFor } from "#shared/domain/sheet/compose.ts";
import { conflictsOf, rebase, type ChangeAction, type StoredNow } from "#shared/domain/sheet/merge.ts";
import { showField } from "#shared/domain/sheet/render.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { WriteOutcome } from "#shared/ports/okrRepository.ts";
import { writesOf, type OutboxEntry } from "./outbox.ts";
import { isWritten, settle, type Settled } from "./settle.ts";
import type { PushReport, RowConflict, RowResult, SheetDeps, SheetFailure } from "./sheetState.ts";
import type { Workbook } from "./workbook.ts";

export interface Sending {
  /** Names this push in the memory of the sheet. */
  readonly push: string;
  readonly frame: Frame;
  readonly baseline: Baseline;
  readonly entries: readonly OutboxEntry[];
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

export interface Sent {
  readonly baseline: Baseline;
  readonly conflicts: readonly RowConflict[];
  readonly report: PushReport;
  /** Entries of which nobody knows whether they arrived; sent again first next time. */
  readonly left: readonly OutboxEntry[];
}

/** Three rounds settle everything that others do not keep changing while we send. */
const MERGE_ROUNDS = 3;

const isChange = (action: OutboxEntry["action"]): action is ChangeAction =>
  action?.kind === "changeObjective" || action?.kind === "changeKeyResult";

const isStale = (outcome: WriteOutcome | undefined): outcome is Extract<WriteOutcome, { type: "Stale" }> =>
  outcome?.type === "Stale";

/** The entry on top of what is stored now, when both sides changed different fields. */
const merged = ({ entry, action: outcome }: Settled): OutboxEntry | undefined => {
  const { action } = entry;
  if (!isStale(outcome) || !isChange(action) || conflictsOf(action, outcome).length > 0) return undefined;
  const rebased = rebase(action, outcome);
  if (!rebased) return undefined;
  const { checkIn: _sentAlready, ...rest } = entry;
  return { ...rest, action: rebased };
};

const sendOnce = async (
  { okrRepository }: SheetDeps,
  entries: readonly OutboxEntry[],
  onOutcome: () => void,
  signal: AbortSignal,
): Promise<readonly Settled[]> => {
  const writes = writesOf(entries);
  const outcomes = await okrRepository.write(
    writes.map(({ write }) => write),
    onOutcome,
    signal,
  );
  const settled = new Map<string, { -readonly [K in keyof Settled]: Settled[K] }>(
    entries.map((entry) => [entry.id, { entry }]),
  );
  for (const [index, { entry, part }] of writes.entries()) {
    const row = settled.get(entry.id);
    const outcome = outcomes[index];
    if (row && outcome) row[part] = outcome;
  }
  return [...settled.values()];
};

/** Sends everything, and again what only had to be put on top of somebody else's change. [SE14] */
const sendAll = async (deps: SheetDeps, { entries, progress, signal }: Sending): Promise<readonly Settled[]> => {
  const total = writesOf(entries).length;
  let done = 0;
  const onOutcome = (): void => progress(Math.min(++done, total), total);
  const final = new Map<string, Settled>();
  let next = entries;
  for (let round = 0; round < MERGE_ROUNDS && next.length > 0; round += 1) {
    const settled = await sendOnce(deps, next, onOutcome, signal);
    for (const row of settled) {
      const earlier = final.get(row.entry.id)?.checkIn;
      final.set(row.entry.id, { ...row, ...(earlier && !row.checkIn ? { checkIn: earlier } : {}) });
    }
    next = settled.map(merged).filter((entry) => entry !== undefined);
  }
  const originals = new Map(entries.map((entry) => [entry.id, entry]));
  return [...final.values()].map((row) => {
    const original = originals.get(row.entry.id);
    return original?.checkIn ? { ...row, entry: { ...row.entry, checkIn: original.checkIn } } : row;
  });
};

const resultOf = (outcome: WriteOutcome | undefined): RowResult | undefined => {
  switch (outcome?.type) {
    case undefined:
    case "Written":
      return undefined;
    case "Gone":
      return { type: "Gone" };
    case "Invalid":
      return { type: "Refused", message: outcome.message };
    case "Skipped":
      return { type: "Waiting" };
    case "Failed":
      return { type: "Failed", error: outcome.error };
    case "Stale":
      return { type: "Conflict", modifiedBy: outcome.modifiedBy };
  }
};

/** Failures after which the write may have arrived all the same. What was skipped never left: its row still says it. */
const isUncertain = (outcome: WriteOutcome | undefined): boolean =>
  outcome?.type === "Failed" && ["Offline", "Busy", "Unexpected", "SignInNeeded"].includes(outcome.error.type);

const left = (settled: readonly Settled[]): readonly OutboxEntry[] =>
  settled
    .filter(({ action, checkIn }) => isUncertain(action) || isUncertain(checkIn))
    .map(({ entry, action, checkIn }) => {
      const { action: sentAction, checkIn: sentCheckIn, ...rest } = entry;
      return {
        ...rest,
        ...(sentAction && !isWritten(action) && !isStale(action) ? { action: sentAction } : {}),
        ...(sentCheckIn && !isWritten(checkIn) ? { checkIn: sentCheckIn } : {}),
      };
    });

const conflictIn = ({ entry, action: outcome }: Settled, frame: Frame, baseline: Baseline, deps: SheetDeps) => {
  const { action } = entry;
  if (!isStale(outcome) || !isChange(action)) return [];
  const labels = labelsFor(baseline, frame);
  const { words } = deps.texts.vocabulary;
  const now: StoredNow = { stored: outcome.stored, revision: outcome.revision };
  const fields = conflictsOf(action, now).map(({ field, base, mine, theirs }) => ({
    field,
    base: showField(field, base, labels, words),
    mine: showField(field, mine, labels, words),
    theirs: showField(field, theirs, labels, words),
  }));
  const { id, title } = entry;
  return [{ id, title, modifiedBy: outcome.modifiedBy, fields, action, now }];
};

const reportOf = (settled: readonly Settled[]): PushReport => ({
  stored: settled.filter(({ entry, action }) => entry.action && isWritten(action)).length,
  checkIns: settled.filter(({ entry, checkIn }) => entry.checkIn && isWritten(checkIn)).length,
  failed: settled.flatMap(({ entry, action, checkIn }) => {
    const result = resultOf(action) ?? resultOf(checkIn);
    return result ? [{ id: entry.id, title: entry.title, result }] : [];
  }),
});

/** Sends entries that are already kept in the outbox and settles what became of them. Repeating it stores nothing twice. */
export const send = async (
  deps: SheetDeps,
  workbook: Workbook,
  sending: Sending,
): Promise<Result<Sent, SheetFailure>> => {
  const settled = await sendAll(deps, sending);
  const baseline = await settle(deps, workbook, sending, settled);
  if (!baseline.ok) return baseline;
  const remaining = left(settled);
  // Memory after the cells, and the outbox with the memory: a stop in between repeats the push, which stores nothing twice.
  const kept = await workbook.keep({ baseline: baseline.value, outbox: remaining });
  if (!kept.ok) return kept;
  const conflicts = settled.flatMap((one) => conflictIn(one, sending.frame, baseline.value, deps));
  return ok({ baseline: baseline.value, conflicts, report: reportOf(settled), left: remaining });
};
