import type { Person } from "#shared/domain/okr/person.ts";
import type { Baseline } from "#shared/domain/sheet/baseline.ts";
import type { SheetRow } from "#shared/domain/sheet/fields.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { KeepDep } from "#shared/ports/keep.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import type { SignInDep } from "#shared/ports/signIn.ts";
import type { SpreadsheetError } from "#shared/ports/spreadsheet.ts";
import { createJournal, type Named } from "../journal.ts";
import { createRowIds } from "../rowIds.ts";
import { createWorkbookOutbox, type KeepsEntries } from "../workbookOutbox.ts";

export interface Remembered<Memory = Baseline, Row = SheetRow> {
  /** Undefined as long as nothing was pulled into this workbook. */
  readonly baseline: Memory | undefined;
  /** Names the push whose entries are in the outbox. */
  readonly push: string;
  /** Found in the directory since the pane was opened. */
  readonly people: readonly Person[];
  /** What the rows said when the shown preview was made from them. */
  readonly seen: readonly Row[];
  /** What the last push stored, as long as it can be taken back. */
  readonly stored: readonly OutboxEntry[];
}

interface Remembers<Memory> extends KeepsEntries<Memory> {
  readonly readBaseline: () => Promise<Result<Memory | undefined, SpreadsheetError>>;
  /** Absent where nothing can be taken back. */
  readonly readLastPush?: () => Promise<Result<readonly OutboxEntry[], SpreadsheetError>>;
}

/** What the session knows about its sheet, and what of it outlives the pane. */
export const createSheetMemory = <Memory extends Named = Baseline, Row = SheetRow>(
  { ids, keep, signIn }: IdsDep & KeepDep & SignInDep,
  workbook: Remembers<Memory>,
) => {
  const journal = createJournal({ keep });
  let now: Remembered<Memory, Row> = { baseline: undefined, push: "", people: [], seen: [], stored: [] };
  const learn = (more: Partial<Remembered<Memory, Row>>): void => {
    now = { ...now, ...more };
  };
  // On this device too, and under a new name: a push is over once the workbook knows its name.
  const outboxStore = createWorkbookOutbox<Memory>(workbook, (entries) => {
    learn({ push: ids.guid() });
    if (now.baseline) journal.begin(now.baseline, { push: now.push, entries });
  });
  const lastPush = async (baseline: Memory | undefined) => (baseline && (await workbook.readLastPush?.())) ?? ok([]);
  return {
    now: (): Remembered<Memory, Row> => now,
    learn,
    idsFor: createRowIds({ ids }),
    outboxStore,
    /** Reads what the workbook remembers; where this device knows of a later push, that one counts. [SE18] */
    restore: async (): Promise<Result<void, SpreadsheetError>> => {
      // What this device keeps is kept under the name of the person: nothing is found before it is known who that is.
      const [baseline] = await Promise.all([workbook.readBaseline(), signIn.current()]);
      if (!baseline.ok) return baseline;
      const forgotten = baseline.value && journal.forgotten(baseline.value);
      if (!baseline.value) outboxStore.adopt([]);
      if (forgotten) outboxStore.adopt(forgotten.entries);
      const last = await lastPush(baseline.value);
      if (!last.ok) return last;
      learn({ stored: last.value });
      learn({ baseline: baseline.value, push: forgotten?.push ?? ids.guid() });
      return ok(undefined);
    },
  };
};

export type SheetMemory = ReturnType<typeof createSheetMemory<Baseline, SheetRow>>;
