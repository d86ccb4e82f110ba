import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { sameScope, type SheetScope } from "#shared/domain/sheet/scope.ts";
import { stateOf, type PlannedRow } from "#shared/domain/sheet/planTypes.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { begunIds, rowsIn } from "../outbox.ts";
import { fill, readScope } from "../pull.ts";
import type { SheetFailure } from "../sheetState.ts";
import { checkSheet } from "./checking.ts";
import type { SheetParts } from "./parts.ts";
import { finishEarlier } from "./recovery.ts";

/** Unsent changes that a pull of something else would throw away; undefined where the table cannot be understood. */
const endangeredRows = async (
  parts: SheetParts,
  frame: Frame,
  scope: SheetScope,
): Promise<Result<readonly PlannedRow[] | undefined, SheetFailure>> => {
  const { baseline } = parts.memory.now();
  if (baseline && sameScope(baseline.scope, scope)) return ok([]);
  const table = await parts.workbook.read();
  if (!table.ok) return table.error.type === "ColumnsMissing" ? ok(baseline ? undefined : []) : table;
  if (!table.value) return ok([]);
  if (!baseline) return ok(undefined);
  const checked = await checkSheet(parts, frame);
  if (!checked.ok) return checked;
  const { rows: planned } = checked.value.plan;
  const driven = new Set(checked.value.table.rows.flatMap(({ at, formulas }) => (formulas ? [at] : [])));
  const isUnsent = (row: PlannedRow): boolean => !["unchanged", "gone"].includes(stateOf(row));
  return ok(planned.filter((row) => isUnsent(row) || (row.at !== undefined && driven.has(row.at))));
};

/** Undefined when the person did not want to wait any longer; what comes later is left alone. */
const untilStopped = <T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> =>
  Promise.race([
    work,
    new Promise<undefined>((resolve) => {
      signal.addEventListener("abort", () => resolve(undefined), { once: true });
    }),
  ]);

/** What was asked for, with units and cycles as they are now: somebody may have added some since the pane was opened. */
const readNewest = async ({ deps, memory }: SheetParts, known: Frame, scope: SheetScope) => {
  const newest = await deps.okrRepository.readFrame();
  const frame = newest.ok ? newest.value : known;
  return { frame, fresh: await readScope(deps, frame, scope, memory.now().baseline) };
};

/** Refreshes the table or fills it with another scope; asks first where that would lose something. */
export const pullScope = async (
  parts: SheetParts,
  known: Frame,
  scope: SheetScope,
  discard: boolean,
): Promise<Result<unknown, SheetFailure>> => {
  const { deps, workbook, memory, view, outbox } = parts;
  if (!discard) {
    const rows = await endangeredRows(parts, known, scope);
    if (!rows.ok) return rows;
    if (!rows.value || rows.value.length > 0) {
      view.patch({ endangered: { scope, ...(rows.value ? { rows: rows.value } : {}) } });
      return ok(undefined);
    }
    const earlier = await finishEarlier(parts, known);
    if (!earlier.ok) return earlier;
  }
  const { baseline } = memory.now();
  const { entries } = outbox.state.get();
  view.patch({ activity: { kind: "pulling", done: 0, total: 0, stop: "possible" } });
  const read = await untilStopped(readNewest(parts, known, scope), view.signal());
  if (!read) return ok(undefined);
  const { frame, fresh } = read;
  if (!fresh.ok) return fresh;
  view.patch({ frame });
  view.patch({ activity: { kind: "filling", done: 0, total: 0 } });
  const pulled = await fill(deps, workbook, frame, fresh.value, { baseline, begun: begunIds(entries), discard });
  if (!pulled.ok && pulled.error.type === "ColumnsMissing") {
    view.patch({ endangered: { scope } });
    return ok(undefined);
  }
  if (!pulled.ok) return pulled;
  memory.learn({ baseline: pulled.value });
  view.clear("report", "storedRows");
  view.patch({ conflicts: [] });
  view.showMemory(memory.now(), rowsIn(entries));
  return checkSheet(parts, frame);
};
