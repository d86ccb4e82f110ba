import type { InitiativeField } from "#shared/domain/initiativeSheet/fields.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import { createOutbox } from "../outbox/outbox.ts";
import { decided } from "../outbox/entries.ts";
import { contextOf, rowsIn } from "../sheet/outbox.ts";
import type { ActivityKind, SheetFailure } from "../sheet/sheetState.ts";
import { followTyping } from "../sheet/steps/following.ts";
import { whereItCanEnd } from "../sheet/steps/standing.ts";
import type { ReadonlyStore } from "../store.ts";
import { checkInitiatives, readInitiativePlan } from "./checking.ts";
import { choicesOf } from "./conflicts.ts";
import type {
  InitiativeChoices,
  InitiativeConflict,
  InitiativeSheetDeps,
  InitiativeSheetState,
} from "./initiativeSheetState.ts";
import { createInitiativeWorkbook } from "./initiativeWorkbook.ts";
import { createInitiativeMemory, createInitiativeView, type InitiativeParts } from "./parts.ts";
import { pullInitiatives } from "./pulling.ts";
import {
  finishEarlierInitiatives,
  keepInitiativeEntries,
  pushInitiatives,
  sendInitiatives,
  undoInitiatives,
} from "./pushing.ts";

/** The sheet of initiatives of one open workbook. One action at a time. */
export interface InitiativeSession {
  readonly state: ReadonlyStore<InitiativeSheetState>;
  /** Reads the frame and what the workbook remembers. Also the way to try again. */
  readonly start: () => Promise<void>;
  /** Refreshes the table or fills it with another scope; `discard` also throws away what was not sent. */
  readonly pull: (scope: SheetScope, discard?: boolean) => Promise<void>;
  /** Says in each row what would become of it. */
  readonly check: () => Promise<void>;
  /** Sends what is ready: everything, or these rows. Deletions are asked about first. */
  readonly push: (ids?: ReadonlySet<string>) => Promise<void>;
  /** Answers the question about deletions: they go, and all else that was to be sent. */
  readonly deleteThem: () => Promise<void>;
  readonly keepThem: () => void;
  /** Stores what the person chose, on top of what is stored now. */
  readonly resolve: (id: string, choices: InitiativeChoices) => Promise<void>;
  /** Takes back what the last push stored. */
  readonly undo: () => Promise<void>;
  /** Finishes a push that was interrupted. */
  readonly resume: () => Promise<void>;
  readonly cancel: () => void;
  readonly keepEdits: () => void;
  readonly show: (row: number, field: InitiativeField) => Promise<void>;
  readonly dispose: () => void;
}

const start = async ({ deps, memory, outbox, view }: InitiativeParts): Promise<void> => {
  const { state } = view;
  const [frame, restored] = await Promise.all([deps.okrRepository.readFrame(), memory.restore()]);
  if (!frame.ok) return state.set({ kind: "failed", failure: frame.error });
  if (!restored.ok) return state.set({ kind: "failed", failure: restored.error });
  const loaded = await outbox.load();
  if (!loaded.ok) return state.set({ kind: "failed", failure: memory.outboxStore.failure() ?? { type: "Unexpected" } });
  if (frame.value.units.length === 0 || frame.value.cycles.length === 0) return state.set({ kind: "empty" });
  state.set({ kind: "ready", frame: frame.value, conflicts: [], interrupted: rowsIn(outbox.state.get().entries) });
  view.showMemory(memory, outbox);
};

/** A record that somebody changed is not deleted after all: nothing is sent, and its row is marked no more. [IS9] */
const unmark = async (parts: InitiativeParts, frame: Frame, id: string): Promise<Result<unknown, SheetFailure>> => {
  const { view, workbook } = parts;
  const unmarked = await workbook.bringUpToDate(({ rows }) =>
    rows.filter(({ cells }) => cells.key === id).map((row) => ({ row, cells: { change: "" } })),
  );
  if (!unmarked.ok) return unmarked;
  view.patch({ conflicts: (view.opened()?.conflicts ?? []).filter((one) => one.id !== id) });
  return checkInitiatives(parts, frame);
};

/** Stores what was chosen for one row. [IS9] */
const resolve = async (
  parts: InitiativeParts,
  frame: Frame,
  conflict: InitiativeConflict,
  choices: InitiativeChoices,
): Promise<Result<unknown, SheetFailure>> => {
  const { id, entry, removal } = conflict;
  if (removal && choices.title !== "mine") return unmark(parts, frame, id);
  const { state, ...next } = decided(entry, choicesOf(conflict, choices));
  // Not every field was chosen: the question stays.
  if (state.type === "conflict") return ok(undefined);
  const table = await parts.workbook.read();
  if (!table.ok) return table;
  const cells = table.value?.rows.find((row) => row.cells.key === id)?.cells ?? {};
  const context = { ...contextOf(entry), cells };
  const kept = await keepInitiativeEntries(parts, [{ ...next, id: parts.deps.ids.guid(), context }]);
  if (!kept.ok) return kept;
  const sent = await sendInitiatives(parts, frame);
  return sent.ok ? checkInitiatives(parts, frame) : sent;
};

/** The preview follows the sheet. [IS8] */
const follow = (parts: InitiativeParts): (() => void) =>
  followTyping({
    ...parts,
    isPulled: () => parts.memory.now().baseline !== undefined,
    read: async (frame) => {
      const checked = await readInitiativePlan(parts, frame);
      return checked.ok ? () => parts.view.patch({ preview: checked.value.plan }) : undefined;
    },
  });

export const createInitiativeSession = (deps: InitiativeSheetDeps): InitiativeSession => {
  const workbook = createInitiativeWorkbook(deps);
  const view = createInitiativeView();
  const memory = createInitiativeMemory(deps, workbook);
  const outbox = createOutbox({ ...deps, outboxStore: memory.outboxStore }, "initiative sheet");
  const parts: InitiativeParts = { deps, workbook, view, memory, outbox };
  const stopFollowing = follow(parts);
  const run = (kind: ActivityKind, action: (frame: Frame) => Promise<Result<unknown, SheetFailure>>): Promise<void> =>
    view.run(kind, (frame) => whereItCanEnd(deps, kind, () => action(frame)));
  return {
    state: view.state,
    start: () => {
      view.state.set({ kind: "starting" });
      return start(parts);
    },
    pull: (scope, discard = false) => run("pulling", (frame) => pullInitiatives(parts, frame, scope, discard)),
    check: () => run("checking", (frame) => checkInitiatives(parts, frame)),
    push: (chosen) => {
      view.clear("report");
      return run("pushing", (frame) => pushInitiatives(parts, frame, chosen));
    },
    deleteThem: () => {
      const asked = view.opened()?.deleting;
      const confirmed = new Set(asked?.rows.map(({ id }) => id));
      return run("pushing", (frame) => pushInitiatives(parts, frame, asked?.chosen, confirmed));
    },
    keepThem: () => view.clear("deleting"),
    resolve: (id, choices) => {
      const conflict = view.opened()?.conflicts.find((one) => one.id === id);
      return run("pushing", (frame) =>
        conflict ? resolve(parts, frame, conflict, choices) : Promise.resolve(ok(undefined)),
      );
    },
    undo: () => run("pushing", (frame) => undoInitiatives(parts, frame)),
    resume: () =>
      run("pushing", async (frame) => {
        const earlier = await finishEarlierInitiatives(parts, frame);
        return earlier.ok ? checkInitiatives(parts, frame) : earlier;
      }),
    cancel: view.abort,
    keepEdits: () => view.clear("endangered"),
    show: async (row, field) => {
      const read = await workbook.read();
      const column = read.ok ? read.value?.at.get(field) : undefined;
      if (column !== undefined) await deps.spreadsheet.show(row, column);
    },
    dispose: () => {
      view.abort();
      stopFollowing();
      outbox.dispose();
    },
  };
};
