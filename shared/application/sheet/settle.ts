import { dayOf, instantOf } from "#shared/domain/day.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { BaseRow, Baseline } from "#shared/domain/sheet/baseline.ts";
import { computedFor, labelsFor, rendered } from "#shared/domain/sheet/compose.ts";
import {
  cellText,
  EDITABLE_FIELDS,
  sameCell,
  type Cell,
  type Cells,
  type SheetField,
  type SheetRow,
} from "#shared/domain/sheet/fields.ts";
import { identifyRows } from "#shared/domain/sheet/identity.ts";
import { renamedParents, type SheetLabels } from "#shared/domain/sheet/render.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import { storedOf } from "../outbox/entries.ts";
import { computedCells } from "./layout.ts";
import { contextOf, isCheckIn } from "./outbox.ts";
import type { SheetDeps, SheetFailure } from "./sheetState.ts";
import type { Workbook } from "./workbook.ts";

/** A row that was pushed, and what became of its parts. */
export interface Settled {
  /** Its key. */
  readonly id: string;
  readonly title: string;
  readonly cells: Cells;
  readonly action?: OutboxEntry;
  readonly checkIn?: OutboxEntry;
}

/** The entries of a push by row, in the order of the first of each. */
export const byRow = (entries: readonly OutboxEntry[]): readonly Settled[] => {
  const rows = new Map<string, Settled>();
  for (const entry of entries) {
    const { row: id, cells } = contextOf(entry);
    const row = rows.get(id) ?? { id, title: entry.label, cells };
    rows.set(id, { ...row, ...(isCheckIn(entry) ? { checkIn: entry } : { action: entry }) });
  }
  return [...rows.values()];
};

/** Pushes that the memory of the sheet names. */
export const PUSHES = 20;

export const isWritten = (entry: OutboxEntry | undefined): boolean => entry?.state.type === "done";

const readingsOf = (row: BaseRow | undefined) => {
  if (row?.kind !== "keyResult") return {};
  const { value, confidence } = row;
  return { ...(value === undefined ? {} : { value }), ...(confidence === undefined ? {} : { confidence }) };
};

/** The row with the record that was stored. */
const withRecord = (before: BaseRow | undefined, { action, cells }: Settled): BaseRow | undefined => {
  if (action?.state.type !== "done") return before;
  const record = storedOf(action);
  if (!record) return before;
  const revision = action.state.revision ?? before?.revision ?? ("" as BaseRow["revision"]);
  const sent = action.write.kind.startsWith("create") ? { sent: cells } : {};
  if ("state" in record) return before;
  if ("ambition" in record) return { ...sent, kind: "objective", record, revision, cells: {} };
  return { ...sent, ...readingsOf(before), kind: "keyResult", record, revision, cells: {} };
};

/** The row in the memory of the sheet after what became of it. */
const afterwards = (before: BaseRow | undefined, settled: Settled): BaseRow | undefined => {
  const row = withRecord(before, settled);
  const write = settled.checkIn?.write;
  if (row?.kind !== "keyResult" || write?.kind !== "addCheckIn" || !isWritten(settled.checkIn)) return row;
  const { value, confidence } = write.checkIn;
  return {
    ...row,
    ...(value === undefined ? {} : { value }),
    ...(confidence === undefined ? {} : { confidence }),
  };
};

const isRemoved = ({ action }: Settled): boolean =>
  action?.state.type === "done" && action.write.kind.startsWith("remove");

/** Removed because a push that made it was taken back: the row is a new one again. [SE20] */
const isUnmade = (settled: Settled): boolean => isRemoved(settled) && settled.action?.undoes !== undefined;

const OF_CHECK_IN: ReadonlySet<SheetField> = new Set(["current", "confidence", "note"]);

/** What the sheet shows after the push, except in cells where somebody has typed something newer meanwhile. [SE17] */
const settledCells = (row: SheetRow, after: BaseRow, { cells: sent, action, checkIn }: Settled): Cells => {
  const cells: { [F in SheetField]?: Cell } = {};
  for (const field of EDITABLE_FIELDS) {
    const failed = OF_CHECK_IN.has(field) ? checkIn && !isWritten(checkIn) : action && !isWritten(action);
    const newer = row.cells[field] === undefined || !sameCell(row.cells[field], sent[field]);
    if (!failed && !newer) cells[field] = after.cells[field] ?? "";
  }
  return cells;
};

/** The memory of the sheet after a push. */
interface Afterwards {
  readonly rows: ReadonlyMap<string, BaseRow>;
  /** By id, where a row says something new. */
  readonly changed: ReadonlyMap<string, Settled>;
  /** Records that are not stored any more; their rows are new ones from now on. */
  readonly removed: ReadonlySet<string>;
  /** What things are called now, and what they were called before. */
  readonly labels: SheetLabels;
  readonly labelsBefore: SheetLabels;
}

/** The row of a record that was deleted by this push: it stays to be seen, and says so. [SE31] */
const deletedRow = (before: BaseRow | undefined, settled: Settled): BaseRow | undefined =>
  before && isRemoved(settled) && !isUnmade(settled) ? { ...before, gone: true, removed: true } : undefined;

const remember = ({ texts }: SheetDeps, baseline: Baseline, frame: Frame, settled: readonly Settled[]): Afterwards => {
  const { words } = texts.vocabulary;
  const changed = new Map<string, Settled>();
  const removed = new Set<string>();
  const rows = new Map(baseline.rows);
  for (const one of settled) {
    if (isUnmade(one)) removed.add(one.id);
    const deleted = deletedRow(rows.get(one.id), one);
    if (deleted) rows.set(one.id, deleted);
    const after = isRemoved(one) ? undefined : afterwards(baseline.rows.get(one.id), one);
    if (!after || after === baseline.rows.get(one.id)) continue;
    rows.set(one.id, after);
    changed.set(one.id, one);
  }
  for (const id of removed) rows.delete(id);
  const labelsBefore = labelsFor(baseline, frame);
  const labels = labelsFor({ rows, around: baseline.around }, frame);
  for (const [id, row] of rows) {
    const fresh = rendered(row, labels, words);
    if (changed.has(id)) rows.set(id, fresh);
    // What others were stored as says nothing new, except how their parents are called now.
    else if (!sameCell(row.cells.parent, fresh.cells.parent)) {
      rows.set(id, { ...row, cells: { ...row.cells, parent: fresh.cells.parent ?? "" } });
    }
  }
  return { rows, changed, removed, labels, labelsBefore };
};

/** The Parent cell of a row, where it names a record that is called something else now. [SE17] */
const followingCells = (
  { cells: { parent } }: SheetRow,
  before: BaseRow | undefined,
  after: BaseRow | undefined,
  { labels, labelsBefore }: Afterwards,
): Cells => {
  if (parent === undefined) return {};
  if (before && after && sameCell(parent, before.cells.parent)) return { parent: after.cells.parent ?? "" };
  return { parent: renamedParents(cellText(parent), labelsBefore.references, labels.references) };
};

/**
 * Brings the cells up to what the store answered, and says what is to be remembered.
 * @param leaveTyped leaves the cells as they were typed, although the store says something else again
 */
export const settle = async (
  deps: SheetDeps,
  workbook: Workbook,
  { frame, baseline, push }: { readonly frame: Frame; readonly baseline: Baseline; readonly push: string },
  settled: readonly Settled[],
  leaveTyped = false,
): Promise<Result<Baseline, SheetFailure>> => {
  const { words } = deps.texts.vocabulary;
  const after = remember(deps, baseline, frame, settled);
  const next: Baseline = { ...baseline, rows: after.rows, pushes: [...baseline.pushes, push].slice(-PUSHES) };
  const computed = computedFor(next, frame, dayOf(instantOf(deps.clock.now())));
  const patched = await workbook.bringUpToDate(({ rows }) =>
    identifyRows(rows, next, new Set(), () => "").map(({ id, row, type }) => {
      const stored = type === "known" ? after.rows.get(id) : undefined;
      const following = followingCells(row, baseline.rows.get(id), stored, after);
      if (after.removed.has(cellText(row.cells.key)))
        return { row, cells: { key: "", ...computedCells(undefined, words) } };
      if (!stored) return { row, cells: following };
      const one = after.changed.get(id);
      const shown = one && !leaveTyped ? settledCells(row, stored, one) : {};
      return { row, cells: { ...following, ...shown, ...computedCells(computed.get(id), words) } };
    }),
  );
  return patched.ok ? ok(next) : patched;
};
