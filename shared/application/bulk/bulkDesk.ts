import { dayOf, instantOf } from "#shared/domain/day.ts";
import type { BulkPreview } from "#shared/domain/bulk/bulkPlan.ts";
import { readBulkSheet } from "#shared/domain/bulk/bulkSheet.ts";
import type { BulkOperation } from "#shared/domain/bulk/operation.ts";
import { planBulk, previewBulk } from "#shared/domain/bulk/planBulk.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { ownersIn } from "#shared/domain/sheet/compose.ts";
import type { Cell, EditableField, SheetField } from "#shared/domain/sheet/fields.ts";
import { planSheet } from "#shared/domain/sheet/plan.ts";
import type { PlanInput } from "#shared/domain/sheet/planTypes.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { GridDep, GridLook } from "#shared/ports/grid.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { SpreadsheetDep } from "#shared/ports/spreadsheet.ts";
import { createStore, type ReadonlyStore } from "../store.ts";
import { createRowIds } from "../sheet/rowIds.ts";
import type { SheetFailure, VocabularyDep } from "../sheet/sheetState.ts";
import { createWorkbook, type ReadTable } from "../sheet/workbook.ts";
import type { Applied, BulkReading, BulkState, RowChoice, ShownBulk } from "./bulkState.ts";

export type BulkDeps = SpreadsheetDep & GridDep & ClockDep & IdsDep & VocabularyDep;

/** Where many rows of the OKR sheet are changed at once. Nothing is sent; the cells are what changes. */
export interface BulkDesk {
  readonly state: ReadonlyStore<BulkState>;
  /** Reads the sheet and follows it; the result ends that. */
  readonly start: () => () => void;
  readonly read: () => Promise<void>;
  /** Writes what was shown, unless the sheet says something else by now. [BK15] */
  readonly apply: (shown: ShownBulk) => Promise<Applied>;
}

/** Quiet time after an edit before the sheet is read anew. */
const QUIET_MS = 400;

/** Rows that count: of the selected ones those that can be seen. [BK14] */
export const chosenRows = ({ visible, selected, sheet }: BulkReading, rows: RowChoice): ReadonlySet<number> => {
  if (rows === "all") return new Set(sheet.drafts.keys());
  const wanted = rows === "visible" ? visible : [...selected].filter((at) => visible.has(at));
  return new Set([...wanted].filter((at) => sheet.drafts.has(at)));
};

export const showBulk = (reading: BulkReading, rows: RowChoice, operation: BulkOperation): BulkPreview =>
  previewBulk(reading.sheet, planBulk(reading.sheet, chosenRows(reading, rows), operation), reading.before);

const formulaAt = (
  formulas: GridLook["formulas"],
  columns: ReadTable["columns"],
): ((at: number, field: EditableField) => boolean) => {
  const known = new Set<string>();
  const fields = new Map<number, SheetField>([...columns.at].map(([field, column]) => [column, field]));
  for (const { row, column, rows, columns: width } of formulas) {
    for (let place = column; place < column + width; place += 1) {
      const field = fields.get(place);
      if (field !== undefined) for (let at = row; at < row + rows; at += 1) known.add(`${at} ${field}`);
    }
  }
  return (at, field) => known.has(`${at} ${field}`);
};

const readDesk = async (
  deps: BulkDeps,
  frame: Frame,
  idsFor: ReturnType<typeof createRowIds>,
): Promise<Result<BulkReading | undefined, SheetFailure>> => {
  const workbook = createWorkbook(deps);
  const table = await workbook.read();
  if (!table.ok || !table.value) return table.ok ? ok(undefined) : table;
  const [looked, baseline] = [await deps.grid.look(), await workbook.readBaseline()];
  if (!looked.ok) return looked;
  if (!baseline.ok) return baseline;
  if (!looked.value) return ok(undefined);
  if (!baseline.value) return err({ type: "MemoryMissing" });
  const pulled = baseline.value;
  const { rows, columns } = table.value;
  const now = instantOf(deps.clock.now());
  const ids = new Map<number, string>();
  const give = idsFor(rows, (id) => pulled.rows.has(id));
  const input: PlanInput = {
    rows,
    baseline: pulled,
    frame,
    people: ownersIn(pulled),
    unasked: new Set(),
    vocabulary: deps.texts.vocabulary,
    locale: await deps.spreadsheet.locale(),
    now,
    today: dayOf(now),
    begun: new Set(),
    newId: (row) => {
      const id = ids.get(row.at) ?? give(row);
      ids.set(row.at, id);
      return id;
    },
  };
  const { selected, visible, formulas } = looked.value;
  return ok({
    table: table.value,
    sheet: readBulkSheet(input, formulaAt(formulas, columns)),
    before: planSheet(input),
    visible,
    selected,
    formulas,
  });
};

const toPatches = (reading: BulkReading, { changes }: BulkPreview) => {
  const rowAt = new Map(reading.table.rows.map((row) => [row.at, row]));
  const byRow = new Map<number, Partial<Record<SheetField, Cell>>>();
  for (const { at, field, after } of changes) {
    const cells = byRow.get(at) ?? {};
    cells[field] = after;
    byRow.set(at, cells);
  }
  return [...byRow].flatMap(([at, cells]) => {
    const row = rowAt.get(at);
    return row ? [{ row, cells }] : [];
  });
};

/** Whether carrying it out now does what was shown then. */
const isSame = (a: BulkPreview, b: BulkPreview): boolean =>
  JSON.stringify([a.changes, a.additions]) === JSON.stringify([b.changes, b.additions]);

export const createBulkDesk = (deps: BulkDeps, frame: () => Frame): BulkDesk => {
  const state = createStore<BulkState>({ kind: "reading" });
  const workbook = createWorkbook(deps);
  const idsFor = createRowIds(deps);
  let stopped = true;

  const read = async (): Promise<void> => {
    const result = await readDesk(deps, frame(), idsFor);
    if (stopped) return;
    if (!result.ok) state.set({ kind: "failed", failure: result.error });
    else state.set(result.value ? { kind: "ready", reading: result.value } : { kind: "none" });
  };

  const readSelected = async (): Promise<void> => {
    const selected = await deps.grid.selected();
    const now = state.get();
    if (selected.ok && now.kind === "ready")
      state.set({ ...now, reading: { ...now.reading, selected: selected.value } });
  };

  const write = async (reading: BulkReading, preview: BulkPreview): Promise<Applied> => {
    const patches = toPatches(reading, preview);
    const patched = await workbook.patch(reading.table, patches);
    if (!patched.ok) return { type: "failed", failure: patched.error };
    // Rows that somebody edited or moved at this moment are as they left them.
    if (patched.value.size > 0) return { type: "failed", failure: { type: "EditedMeanwhile" } };
    const added = await workbook.append(
      reading.table,
      preview.additions.map(({ cells }) => cells),
    );
    if (!added.ok) return { type: "failed", failure: added.error };
    return { type: "applied", cells: preview.changes.length, rows: preview.additions.length };
  };

  return {
    state,
    read,
    start: () => {
      stopped = false;
      let cancel = (): void => undefined;
      const later = (): void => {
        cancel();
        cancel = deps.clock.after(QUIET_MS, () => void read());
      };
      const stops = [deps.spreadsheet.onEdited(later), deps.grid.onSelected(() => void readSelected())];
      void read();
      return () => {
        stopped = true;
        cancel();
        for (const stop of stops) stop();
      };
    },
    apply: async ({ operation, rows, preview }) => {
      const fresh = await readDesk(deps, frame(), idsFor);
      if (!fresh.ok) return { type: "failed", failure: fresh.error };
      if (!fresh.value) return { type: "failed", failure: { type: "TableMissing" } };
      const reading = fresh.value;
      if (!isSame(preview, showBulk(reading, rows, operation))) {
        state.set({ kind: "ready", reading });
        return { type: "outdated" };
      }
      const applied = await write(reading, preview);
      await read();
      return applied;
    },
  };
};
