import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import type { EditableField } from "#shared/domain/sheet/fields.ts";
import type { ColumnChoices } from "#shared/domain/sheet/conflicts.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Result } from "#shared/domain/result.ts";
import { createOutbox } from "../outbox/outbox.ts";
import type { ReadonlyStore } from "../store.ts";
import { rowsIn } from "./outbox.ts";
import type { ActivityKind, SheetCommand, SheetDeps, SheetFailure, SheetState } from "./sheetState.ts";
import { checkSheet } from "./steps/checking.ts";
import { resolveRow } from "./steps/conflicts.ts";
import type { SheetParts } from "./steps/parts.ts";
import { pullScope } from "./steps/pulling.ts";
import { pushRows } from "./steps/pushing.ts";
import { finishEarlier } from "./steps/recovery.ts";
import { reviewPush, undoPush } from "./steps/undoing.ts";
import { createSheetMemory } from "./steps/sheetMemory.ts";
import { createSheetView } from "./steps/sheetView.ts";
import { markSelection, pushSelection, watchSelection } from "./steps/selecting.ts";
import { lookAtWorkbook, settleCopy } from "./steps/standing.ts";
import { watchSheet } from "./steps/watching.ts";
import { createWorkbook } from "./workbook.ts";

/** The sheet of one open workbook: pull, check, push, and what is going on. One action at a time. */
export interface SheetSession {
  readonly state: ReadonlyStore<SheetState>;
  /** Reads the frame and what the workbook remembers. Also the way to try again. */
  readonly start: () => Promise<void>;
  /** Refreshes the table or fills it with another scope; `discard` also throws away unsent changes. */
  readonly pull: (scope: SheetScope, discard?: boolean) => Promise<void>;
  readonly check: () => Promise<void>;
  /**
   * Sends what is ready: everything, or these rows and what they need. What would be deleted is asked about first.
   * @param confirmed records that the person agreed to delete
   */
  readonly push: (ids?: ReadonlySet<string>, confirmed?: ReadonlySet<string>) => Promise<void>;
  /** Sends what is ready of the rows that are selected in the grid and can be seen; first shows what that would do. */
  readonly pushSelected: () => Promise<void>;
  /** Marks the rows that are selected in the grid and can be seen for deletion, or takes the marks off; shows the preview. */
  readonly markSelected: (marked: boolean) => Promise<void>;
  /** Finishes a push that was interrupted. */
  readonly resume: () => Promise<void>;
  /** From the ribbon. A push shows what it would do and is sent from the pane; without a table the pane says what comes first. */
  readonly command: (command: SheetCommand) => Promise<void>;
  /** Shows what of the last push could be taken back. */
  readonly reviewUndo: () => Promise<void>;
  /** Takes back what the last push stored: everything, or these rows. */
  readonly undo: (ids?: ReadonlySet<string>) => Promise<void>;
  readonly resolve: (id: string, choices: ColumnChoices) => Promise<void>;
  /** What the person says about a workbook that is somewhere else than it was. */
  readonly answerCopy: (isCopy: boolean) => Promise<void>;
  readonly cancel: () => void;
  /** What was asked about is not done. */
  readonly keepChanges: () => void;
  readonly show: (row: number, field: EditableField) => Promise<void>;
  readonly dispose: () => void;
}

type Action = (frame: Frame) => Promise<Result<unknown, SheetFailure>>;

const start = async (parts: SheetParts): Promise<void> => {
  const { deps, memory, outbox, view } = parts;
  const { state, showMemory, patch } = view;
  state.set({ kind: "starting" });
  const [frame, restored] = await Promise.all([deps.okrRepository.readFrame(), memory.restore()]);
  if (!frame.ok) return state.set({ kind: "failed", failure: frame.error });
  if (!restored.ok) return state.set({ kind: "failed", failure: restored.error });
  const loaded = await outbox.load();
  if (!loaded.ok) return state.set({ kind: "failed", failure: memory.outboxStore.failure() ?? { type: "Unexpected" } });
  const interrupted = rowsIn(outbox.state.get().entries);
  if (frame.value.units.length === 0 || frame.value.cycles.length === 0) return state.set({ kind: "empty" });
  state.set({ kind: "ready", frame: frame.value, conflicts: [], interrupted });
  showMemory(memory.now(), interrupted);
  const looked = await lookAtWorkbook(parts, "checking");
  if (!looked.ok) patch({ failure: looked.error });
};

/** Waits until it is known what the workbook holds. */
const started = (state: ReadonlyStore<SheetState>): Promise<SheetState> =>
  new Promise((resolve) => {
    const unsubscribe = state.subscribe(() => tell());
    const tell = (): void => {
      const now = state.get();
      if (now.kind === "starting") return;
      unsubscribe();
      resolve(now);
    };
    tell();
  });

export const createSheetSession = (deps: SheetDeps): SheetSession => {
  const { spreadsheet } = deps;
  const workbook = createWorkbook(deps);
  const view = createSheetView();
  const memory = createSheetMemory(deps, workbook);
  const outbox = createOutbox({ ...deps, outboxStore: memory.outboxStore }, "sheet");
  const parts: SheetParts = { deps, workbook, view, memory, outbox };
  /** Every action begins with a look at the workbook itself. */
  const run = (kind: ActivityKind, action: Action): Promise<void> =>
    view.run(kind, async (frame) => {
      const looked = await lookAtWorkbook(parts, kind);
      return looked.ok && looked.value ? action(frame) : looked;
    });
  const stopWatching = watchSheet(parts);
  const stopFollowing = watchSelection(parts);
  const pull = (scope: SheetScope, discard = false): Promise<void> =>
    run("pulling", (frame) => pullScope(parts, frame, scope, discard));
  const check = (): Promise<void> => run("checking", (frame) => checkSheet(parts, frame));
  return {
    state: view.state,
    start: () => start(parts),
    pull,
    check,
    command: async (command) => {
      const now = await started(view.state);
      if (now.kind !== "ready") return;
      if (!now.sheet) return view.patch({ pullFirst: true });
      await (command === "pull" ? pull(now.sheet.scope) : check());
    },
    push: (chosen, confirmed) => {
      view.clear("report", "storedRows");
      return run("pushing", (frame) => pushRows(parts, frame, chosen, confirmed));
    },
    pushSelected: () => {
      view.clear("report", "storedRows");
      return run("pushing", (frame) => pushSelection(parts, frame));
    },
    markSelected: (marked) => run("checking", (frame) => markSelection(parts, frame, marked)),
    resume: () =>
      run("pushing", async (frame) => {
        const earlier = await finishEarlier(parts, frame);
        return earlier.ok ? checkSheet(parts, frame) : earlier;
      }),
    reviewUndo: () => run("checking", (frame) => reviewPush(parts, frame)),
    undo: (chosen) => run("pushing", (frame) => undoPush(parts, frame, chosen)),
    resolve: async (id, choices) => {
      const conflict = view.opened()?.conflicts.find((one) => one.id === id);
      if (conflict) await run("pushing", (frame) => resolveRow(parts, frame, conflict, choices));
    },
    answerCopy: (isCopy) => view.run("checking", () => settleCopy(parts, isCopy)),
    cancel: view.abort,
    keepChanges: () => view.clear("endangered", "deleting", "takingBack"),
    show: async (row, field) => {
      const read = await workbook.read();
      const column = read.ok ? read.value?.columns.at.get(field) : undefined;
      if (column !== undefined) await spreadsheet.show(row, column);
    },
    dispose: () => {
      view.abort();
      stopWatching();
      stopFollowing();
      outbox.dispose();
    },
  };
};
