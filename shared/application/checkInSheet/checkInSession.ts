import type { CheckInField } from "#shared/domain/checkInSheet/fields.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { sameScope, type SheetScope } from "#shared/domain/sheet/scope.ts";
import { createOutbox } from "../outbox/outbox.ts";
import { rowsIn } from "../sheet/outbox.ts";
import type { ActivityKind, SheetFailure } from "../sheet/sheetState.ts";
import { followTyping } from "../sheet/steps/following.ts";
import { whereItCanEnd } from "../sheet/steps/standing.ts";
import type { ReadonlyStore } from "../store.ts";
import type { CheckInDeps, CheckInState } from "./checkInState.ts";
import { createCheckInWorkbook } from "./checkInWorkbook.ts";
import { createCheckInMemory, createCheckInView } from "./parts.ts";
import { fillCheckIns, leftOut, readCheckInScope } from "./pull.ts";
import { checkCheckIns, finishEarlier, pushCheckIns, readPlan, type CheckInParts } from "./sending.ts";

/** The sheet of check-ins of one open workbook. One action at a time. */
export interface CheckInSession {
  readonly state: ReadonlyStore<CheckInState>;
  /** Reads the frame and what the workbook remembers. Also the way to try again. */
  readonly start: () => Promise<void>;
  /** Refreshes the table or fills it with another scope; `discard` also throws away what is filled in. */
  readonly pull: (scope: SheetScope, discard?: boolean) => Promise<void>;
  /** Says in each row what would become of it. */
  readonly check: () => Promise<void>;
  /** Sends what is ready: everything, or these rows. */
  readonly push: (ids?: ReadonlySet<string>) => Promise<void>;
  /** Finishes a push that was interrupted. */
  readonly resume: () => Promise<void>;
  readonly cancel: () => void;
  readonly keepEntries: () => void;
  readonly show: (row: number, field: CheckInField) => Promise<void>;
  readonly dispose: () => void;
}

const start = async ({ deps, memory, outbox, view }: CheckInParts): Promise<void> => {
  const { state } = view;
  const [frame, restored] = await Promise.all([deps.okrRepository.readFrame(), memory.restore()]);
  if (!frame.ok) return state.set({ kind: "failed", failure: frame.error });
  if (!restored.ok) return state.set({ kind: "failed", failure: restored.error });
  const loaded = await outbox.load();
  if (!loaded.ok) return state.set({ kind: "failed", failure: memory.outboxStore.failure() ?? { type: "Unexpected" } });
  if (frame.value.units.length === 0 || frame.value.cycles.length === 0) return state.set({ kind: "empty" });
  const interrupted = rowsIn(outbox.state.get().entries);
  state.set({ kind: "ready", frame: frame.value, interrupted });
  view.showMemory(memory.now().baseline, interrupted);
};

const pull = async (
  parts: CheckInParts,
  frame: Frame,
  scope: SheetScope,
  discard: boolean,
): Promise<Result<unknown, SheetFailure>> => {
  const { deps, workbook, memory, view, outbox } = parts;
  const earlier = await finishEarlier(parts, frame);
  if (!earlier.ok) return earlier;
  const { baseline: old } = memory.now();
  view.show({ kind: "pulling", done: 0, total: 0 });
  const fresh = await readCheckInScope(deps, frame, scope, old);
  if (!fresh.ok) return fresh;
  if (!discard && old) {
    const checked = await readPlan(parts, frame);
    const rows = checked.ok ? leftOut(checked.value.plan.rows, checked.value.table, fresh.value) : [];
    if (rows.length > 0 && !sameScope(old.scope, scope)) {
      view.patch({ endangered: { scope, rows } });
      return ok(undefined);
    }
  }
  view.show({ kind: "filling", done: 0, total: 0 });
  const pulled = await fillCheckIns(deps, workbook, fresh.value, { old, discard });
  if (!pulled.ok) return pulled;
  memory.learn({ baseline: pulled.value });
  view.clear("report");
  view.showMemory(pulled.value, rowsIn(outbox.state.get().entries));
  return checkCheckIns(parts, frame);
};

/** The preview follows the sheet. [CK9] */
const follow = (parts: CheckInParts): (() => void) =>
  followTyping({
    ...parts,
    isPulled: () => parts.memory.now().baseline !== undefined,
    read: async (frame) => {
      const checked = await readPlan(parts, frame);
      return checked.ok ? () => parts.view.patch({ preview: checked.value.plan }) : undefined;
    },
  });

export const createCheckInSession = (deps: CheckInDeps): CheckInSession => {
  const workbook = createCheckInWorkbook(deps);
  const view = createCheckInView();
  const memory = createCheckInMemory(deps, workbook);
  const outbox = createOutbox({ ...deps, outboxStore: memory.outboxStore }, "check-in sheet");
  const parts: CheckInParts = { deps, workbook, view, memory, outbox };
  const stopFollowing = follow(parts);
  const run = (kind: ActivityKind, action: (frame: Frame) => Promise<Result<unknown, SheetFailure>>): Promise<void> =>
    view.run(kind, (frame) => whereItCanEnd(deps, kind, () => action(frame)));
  return {
    state: view.state,
    start: () => {
      view.state.set({ kind: "starting" });
      return start(parts);
    },
    pull: (scope, discard = false) => run("pulling", (frame) => pull(parts, frame, scope, discard)),
    check: () => run("checking", (frame) => checkCheckIns(parts, frame)),
    push: (chosen) => {
      view.clear("report");
      return run("pushing", (frame) => pushCheckIns(parts, frame, chosen));
    },
    resume: () =>
      run("pushing", async (frame) => {
        const earlier = await finishEarlier(parts, frame);
        return earlier.ok ? checkCheckIns(parts, frame) : earlier;
      }),
    cancel: view.abort,
    keepEntries: () => view.clear("endangered"),
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
