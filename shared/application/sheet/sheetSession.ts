import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { sameScope, type Baseline, type SheetScope } from "#shared/domain/sheet/baseline.ts";
import type { EditableField } from "#shared/domain/sheet/fields.ts";
import { rebase, type Choices } from "#shared/domain/sheet/merge.ts";
import { isReady, stateOf, type PlannedRow } from "#shared/domain/sheet/planTypes.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { createStore, type ReadonlyStore } from "../store.ts";
import { check, type Checked } from "./check.ts";
import { createJournal, lostRows } from "./journal.ts";
import { begunIds, entryOf, type OutboxEntry } from "./outbox.ts";
import { pull } from "./pull.ts";
import { send } from "./push.ts";
import type { ActivityKind, OpenSheet, RowConflict, SheetDeps, SheetFailure, SheetState } from "./sheetState.ts";
import { createWorkbook } from "./workbook.ts";

/** The sheet of one open workbook: pull, check, push, and what is going on. One action at a time. */
export interface SheetSession {
  readonly state: ReadonlyStore<SheetState>;
  /** Reads the frame and what the workbook remembers. Also the way to try again. */
  readonly start: () => Promise<void>;
  /** Refreshes the table or fills it with another scope; `discard` also throws away unsent changes. */
  readonly pull: (scope: SheetScope, discard?: boolean) => Promise<void>;
  readonly check: () => Promise<void>;
  /** Sends what is ready: everything, or these rows and what they need. */
  readonly push: (ids?: ReadonlySet<string>) => Promise<void>;
  /** Finishes a push that was interrupted. */
  readonly resume: () => Promise<void>;
  readonly resolve: (id: string, choices: Choices) => Promise<void>;
  readonly cancel: () => void;
  readonly keepChanges: () => void;
  readonly show: (row: number, field: EditableField) => Promise<void>;
  readonly dispose: () => void;
}

/** Rows that the chosen ones cannot do without. */
const withNeeds = (rows: readonly PlannedRow[], chosen: ReadonlySet<string>): ReadonlySet<string> => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const all = new Set<string>();
  const queue = [...chosen];
  for (const id of queue) {
    if (all.has(id)) continue;
    all.add(id);
    queue.push(...(byId.get(id)?.needs ?? []));
  }
  return all;
};

export const createSheetSession = (deps: SheetDeps): SheetSession => {
  const { okrRepository, spreadsheet, signIn, clock, ids } = deps;
  const workbook = createWorkbook(deps);
  const journal = createJournal(deps);
  const state = createStore<SheetState>({ kind: "starting" });
  let baseline: Baseline | undefined;
  let outbox: readonly OutboxEntry[] = [];
  /** Names the push whose entries are in the outbox. */
  let currentPush = "";
  let people: readonly Person[] = [];
  let aborter = new AbortController();

  const patch = (change: Partial<OpenSheet>): void => {
    const now = state.get();
    if (now.kind === "ready") state.set({ ...now, ...change });
  };

  /** Drops what no longer holds; optional keys are removed, not set to undefined. */
  const clear = (
    ...keys: readonly ("activity" | "failure" | "preview" | "report" | "endangered" | "sheet")[]
  ): void => {
    const now = state.get();
    if (now.kind !== "ready") return;
    const left = { ...now };
    for (const key of keys) delete left[key];
    state.set(left);
  };

  const fail = (failure: SheetFailure): void => patch({ failure });

  const showSheet = (): void => {
    if (!baseline) return clear("sheet");
    patch({
      sheet: { scope: baseline.scope, pulledAt: baseline.pulledAt, rows: baseline.rows.size },
      interrupted: outbox.length,
    });
  };

  const busy = (): boolean => {
    const now = state.get();
    return now.kind !== "ready" || now.activity !== undefined;
  };

  /** Runs one action, shows that it runs, and shows what kept it from being carried out. */
  const run = async (
    kind: ActivityKind,
    action: (frame: Frame) => Promise<Result<unknown, SheetFailure>>,
  ): Promise<boolean> => {
    const now = state.get();
    if (now.kind !== "ready" || now.activity) return false;
    aborter = new AbortController();
    clear("failure", "endangered");
    patch({ activity: { kind, done: 0, total: 0, cancellable: false } });
    try {
      const result = await action(now.frame);
      if (!result.ok) fail(result.error);
      return result.ok;
    } finally {
      clear("activity");
    }
  };

  const runCheck = async (frame: Frame): Promise<Result<Checked, SheetFailure>> => {
    const checked = await check(deps, workbook, { frame, baseline, people, begun: begunIds(outbox) });
    if (!checked.ok) return checked;
    ({ people } = checked.value);
    patch({ preview: { plan: checked.value.plan, outdated: false } });
    return checked;
  };

  const sendEntries = async (
    frame: Frame,
    entries: readonly OutboxEntry[],
  ): Promise<Result<readonly RowConflict[], SheetFailure>> => {
    if (!baseline) return ok([]);
    const total = entries.length;
    patch({ activity: { kind: "pushing", done: 0, total, cancellable: true } });
    const sent = await send(deps, workbook, {
      push: currentPush,
      frame,
      baseline,
      entries,
      signal: aborter.signal,
      progress: (done, total) => patch({ activity: { kind: "pushing", done, total, cancellable: true } }),
    });
    if (!sent.ok) return sent;
    ({ baseline, left: outbox } = sent.value);
    patch({ report: sent.value.report });
    showSheet();
    return ok(sent.value.conflicts);
  };

  /** Keeps the entries in the workbook and on this device before anything is sent. */
  const begin = async (entries: readonly OutboxEntry[]): Promise<Result<void, SheetFailure>> => {
    const kept = await workbook.keepOutbox(entries);
    if (!kept.ok) return kept;
    outbox = entries;
    currentPush = ids.guid();
    if (baseline) journal.begin(baseline, { push: currentPush, entries });
    return kept;
  };

  /** What an earlier push left behind goes first: then everybody knows what was stored. */
  const finishEarlier = async (frame: Frame): Promise<Result<readonly RowConflict[], SheetFailure>> => {
    if (outbox.length === 0) return ok([]);
    const table = await workbook.read();
    if (!table.ok) return table;
    const found = table.value ? await workbook.patch(table.value, lostRows(table.value.rows, outbox)) : ok(undefined);
    if (!found.ok) return found;
    const kept = await begin(outbox);
    if (!kept.ok) return kept;
    const conflicts = await sendEntries(frame, outbox);
    if (!conflicts.ok) return conflicts;
    const now = state.get();
    const stuck = now.kind === "ready" ? now.report?.failed.find(({ result }) => result.type === "Failed") : undefined;
    const failed = outbox.length > 0 && stuck?.result.type === "Failed" ? stuck.result.error : undefined;
    return failed ? { ok: false, error: failed } : conflicts;
  };

  const showConflicts = (conflicts: readonly RowConflict[]): void => {
    const now = state.get();
    if (now.kind !== "ready") return;
    const renewed = new Set(conflicts.map(({ id }) => id));
    patch({ conflicts: [...now.conflicts.filter(({ id }) => !renewed.has(id)), ...conflicts] });
  };

  const pushRows = async (frame: Frame, chosen: ReadonlySet<string> | undefined) => {
    const earlier = await finishEarlier(frame);
    if (!earlier.ok) return earlier;
    showConflicts(earlier.value);
    const checked = await runCheck(frame);
    if (!checked.ok) return checked;
    const { plan, table } = checked.value;
    const wanted = chosen && withNeeds(plan.rows, chosen);
    const ready = plan.rows.filter((row) => isReady(row) && (!wanted || wanted.has(row.id) || row.at === undefined));
    if (ready.length === 0) return ok(undefined);
    const author = await signIn.current();
    if (!author.ok) return author;
    const rowAt = new Map(table.rows.map((row) => [row.at, row]));
    const entries = ready.map((row) =>
      entryOf(row, (row.at === undefined ? undefined : rowAt.get(row.at))?.cells ?? {}, {
        author: author.value,
        nowMs: clock.now(),
        newId: ids.guid,
      }),
    );
    // Keys first, then the outbox: a key alone sends nothing, an entry without its key in the sheet would be stored twice.
    const keys = ready.flatMap(({ at, id }) => {
      const row = at === undefined ? undefined : rowAt.get(at);
      return row ? [{ row, cells: { key: id } }] : [];
    });
    const named = await workbook.patch(table, keys);
    if (!named.ok) return named;
    const kept = await begin(entries);
    if (!kept.ok) return kept;
    const conflicts = await sendEntries(frame, entries);
    if (!conflicts.ok) return conflicts;
    const now = new Set(entries.map(({ id }) => id));
    const open = state.get();
    if (open.kind === "ready") patch({ conflicts: open.conflicts.filter(({ id }) => !now.has(id)) });
    showConflicts(conflicts.value);
    return runCheck(frame);
  };

  const resolveRow = async (frame: Frame, conflict: RowConflict, choices: Choices) => {
    const table = await workbook.read();
    if (!table.ok) return table;
    const action = rebase(conflict.action, conflict.now, choices);
    const row = table.value?.rows.find(({ cells }) => cells.key === conflict.id);
    if (!action) return runCheck(frame);
    const entry: OutboxEntry = { id: conflict.id, title: conflict.title, cells: row?.cells ?? {}, action };
    const kept = await begin([...outbox, entry]);
    if (!kept.ok) return kept;
    const conflicts = await sendEntries(frame, outbox);
    if (!conflicts.ok) return conflicts;
    const now = state.get();
    if (now.kind === "ready") patch({ conflicts: now.conflicts.filter(({ id }) => id !== conflict.id) });
    showConflicts(conflicts.value);
    return runCheck(frame);
  };

  const stopWatching = spreadsheet.onEdited(() => {
    const now = state.get();
    if (now.kind === "ready" && !now.activity && now.preview && !now.preview.outdated) {
      patch({ preview: { ...now.preview, outdated: true } });
    }
  });

  const unsent = (checked: Checked): readonly PlannedRow[] =>
    checked.plan.rows.filter((row) => stateOf(row) !== "unchanged");

  return {
    state,
    start: async () => {
      state.set({ kind: "starting" });
      const [frame, remembered, left] = await Promise.all([
        okrRepository.readFrame(),
        workbook.readBaseline(),
        workbook.readOutbox(),
      ]);
      if (!frame.ok) return state.set({ kind: "failed", failure: frame.error });
      if (!remembered.ok) return state.set({ kind: "failed", failure: remembered.error });
      if (!left.ok) return state.set({ kind: "failed", failure: left.error });
      if (frame.value.units.length === 0 || frame.value.cycles.length === 0) return state.set({ kind: "empty" });
      baseline = remembered.value;
      const forgotten = baseline && journal.forgotten(baseline);
      currentPush = forgotten?.push ?? ids.guid();
      outbox = baseline ? (forgotten?.entries ?? left.value) : [];
      state.set({ kind: "ready", frame: frame.value, conflicts: [], interrupted: outbox.length });
      showSheet();
    },
    pull: async (scope, discard = false) => {
      if (busy()) return;
      await run("pulling", async (frame) => {
        if (baseline && !discard && !sameScope(baseline.scope, scope)) {
          const checked = await runCheck(frame);
          const rows = checked.ok ? unsent(checked.value) : [];
          if (rows.length > 0) {
            patch({ endangered: { scope, rows } });
            return ok(undefined);
          }
        }
        const earlier = discard ? ok([]) : await finishEarlier(frame);
        if (!earlier.ok) return earlier;
        const pulled = await pull(deps, workbook, frame, scope, { baseline, begun: begunIds(outbox), discard });
        if (!pulled.ok) return pulled;
        baseline = pulled.value;
        clear("report");
        patch({ conflicts: [] });
        showSheet();
        return runCheck(frame);
      });
    },
    check: async () => {
      await run("checking", runCheck);
    },
    push: async (chosen) => {
      clear("report");
      await run("pushing", (frame) => pushRows(frame, chosen));
    },
    resume: async () => {
      await run("pushing", async (frame) => {
        const earlier = await finishEarlier(frame);
        if (!earlier.ok) return earlier;
        showConflicts(earlier.value);
        return runCheck(frame);
      });
    },
    resolve: async (id, choices) => {
      const now = state.get();
      const conflict = now.kind === "ready" ? now.conflicts.find((one) => one.id === id) : undefined;
      if (conflict) await run("pushing", (frame) => resolveRow(frame, conflict, choices));
    },
    cancel: () => aborter.abort(),
    keepChanges: () => clear("endangered"),
    show: async (row, field) => {
      const read = await workbook.read();
      const column = read.ok ? read.value?.columns.at.get(field) : undefined;
      if (column !== undefined) await spreadsheet.show(row, column);
    },
    dispose: () => {
      aborter.abort();
      stopWatching();
    },
  };
};
