import { err, ok, type Result } from "#shared/domain/result.ts";
import type { OutboxEntry, OutboxStore, OutboxUnavailable } from "#shared/ports/outboxStore.ts";
import type { SpreadsheetError } from "#shared/ports/spreadsheet.ts";

/** Entries inside the workbook: it may be opened on another computer, and what is on its way travels with it. */
export interface WorkbookOutbox<Memory> extends OutboxStore {
  /** Takes these for what is on its way, whatever the workbook says; kept with the next append or removal. */
  readonly adopt: (entries: readonly OutboxEntry[]) => void;
  /** Kept together with the entries the next time: what a push brought, and that it is over. */
  readonly alongside: (baseline: Memory, stored?: readonly OutboxEntry[]) => void;
  /** Why the last call failed. */
  readonly failure: () => SpreadsheetError | undefined;
}

/** What travels inside a workbook; what is named is replaced, the rest stays. */
export interface Kept<Memory> {
  readonly baseline?: Memory;
  readonly outbox?: readonly OutboxEntry[];
  /** What the last push stored, as long as it can be taken back. */
  readonly stored?: readonly OutboxEntry[];
}

/** A workbook as far as it keeps entries, and what it remembers of the sheet. */
export interface KeepsEntries<Memory> {
  readonly readOutbox: () => Promise<Result<readonly OutboxEntry[], SpreadsheetError>>;
  readonly keep: (kept: Kept<Memory>) => Promise<Result<void, SpreadsheetError>>;
}

/**
 * Every write into a workbook is seen by Excel and everybody who has it open, so patches are kept in memory: what is in the
 * workbook is what was appended and not removed yet, to be sent again after a crash.
 * @param onAppend told of all entries after some were added
 */
export const createWorkbookOutbox = <Memory>(
  workbook: KeepsEntries<Memory>,
  onAppend: (entries: readonly OutboxEntry[]) => void,
): WorkbookOutbox<Memory> => {
  let entries: Map<string, OutboxEntry> | undefined;
  let failure: SpreadsheetError | undefined;
  let baseline: Memory | undefined;
  let stored: readonly OutboxEntry[] | undefined;

  const adopt = (known: readonly OutboxEntry[]): void => {
    entries = new Map(known.map((entry) => [entry.id, entry]));
  };

  const failed = (error: SpreadsheetError): Result<never, OutboxUnavailable> => {
    failure = error;
    return err({ type: "OutboxUnavailable", reason: "failed" });
  };

  const load = async (): Promise<Result<Map<string, OutboxEntry>, OutboxUnavailable>> => {
    if (entries) return ok(entries);
    const read = await workbook.readOutbox();
    if (!read.ok) return failed(read.error);
    adopt(read.value);
    return ok((entries ??= new Map()));
  };

  const keep = async (next: readonly OutboxEntry[]): Promise<Result<void, OutboxUnavailable>> => {
    const kept = await workbook.keep({
      outbox: next,
      ...(baseline ? { baseline } : {}),
      ...(stored ? { stored } : {}),
    });
    if (!kept.ok) return failed(kept.error);
    baseline = undefined;
    stored = undefined;
    adopt(next);
    return ok(undefined);
  };

  return {
    adopt,
    alongside: (next, last) => {
      baseline = next;
      stored = last;
    },
    failure: () => failure,
    list: async () => {
      const known = await load();
      return known.ok ? ok([...known.value.values()]) : known;
    },
    append: async (added) => {
      const known = await load();
      if (!known.ok) return known;
      const all = [...known.value.values(), ...added.filter(({ id }) => !known.value.has(id))];
      const kept = await keep(all);
      if (kept.ok) onAppend(all);
      return kept;
    },
    patch: async (patched) => {
      const known = await load();
      if (!known.ok) return known;
      const present = patched.filter(({ id }) => known.value.has(id));
      for (const entry of present) known.value.set(entry.id, entry);
      return ok(new Set(present.map(({ id }) => id)));
    },
    remove: async (ids) => {
      const known = await load();
      if (!known.ok) return known;
      const gone = new Set(ids);
      return keep([...known.value.values()].filter(({ id }) => !gone.has(id)));
    },
    clear: async () => {
      await keep([]);
    },
    // One pane has the workbook on this computer; another computer's pane cannot be heard.
    onForeignChange: () => () => undefined,
  };
};
