import { dayOf } from "#shared/domain/day.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { BaseRow, Baseline } from "#shared/domain/sheet/baseline.ts";
import { computedFor } from "#shared/domain/sheet/compose.ts";
import type { Cells, SheetRow } from "#shared/domain/sheet/fields.ts";
import { blocksFor, type RowBlock } from "#shared/domain/sheet/grouping.ts";
import { identifyRows } from "#shared/domain/sheet/identity.ts";
import { refreshedRow } from "#shared/domain/sheet/refreshRow.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { cellsOf, columnsFor, computedCells } from "./layout.ts";
import type { SheetDeps, SheetFailure } from "./sheetState.ts";
import type { ReadTable, Workbook } from "./workbook.ts";

const knownRows = (
  rows: readonly SheetRow[],
  old: Baseline,
  begun: ReadonlySet<string>,
): ReadonlyMap<string, SheetRow> =>
  new Map(
    identifyRows(rows, old, begun, () => "").flatMap(({ type, id, row }) =>
      type === "known" ? [[id, row] as const] : [],
    ),
  );

/** Ids that stood in the table once: a row that comes back with one of them is no new row. */
export const formerIds = (old: Baseline | undefined, rows: ReadonlyMap<string, BaseRow>): readonly string[] =>
  [...new Set([...(old?.former ?? []), ...(old?.rows.keys() ?? [])])].filter((id) => !rows.has(id));

/** The memory of the sheet after a refresh of these rows. Records that are gone stay as long as their row does. */
const afterRefresh = (old: Baseline, fresh: Baseline, known: ReadonlyMap<string, SheetRow>): Baseline => {
  const rows = new Map<string, BaseRow>(fresh.rows);
  for (const [id, row] of known) {
    const before = old.rows.get(id);
    const now = fresh.rows.get(id);
    if (!before) continue;
    rows.set(id, now ? refreshedRow(row, before, now).base : { ...before, gone: true });
  }
  return { ...fresh, rows, former: formerIds(old, rows), ...(old.kept ? { kept: old.kept } : {}) };
};

/**
 * New key results under their objective; those of the last group come to the end anyway. [SE36]
 * @returns ids of those that stand there now. Where Excel cannot move cells, none: they go to the end.
 */
const insertGrouped = async (
  workbook: Workbook,
  table: ReadTable,
  blocks: readonly RowBlock[],
  lineOf: (id: string) => Cells,
): Promise<Result<ReadonlySet<string>, SheetFailure>> => {
  const between = blocks.filter(({ after }) => after < table.rows.length - 1);
  if (between.length === 0) return ok(new Set());
  const inserted = await workbook.insert(
    table,
    between.map(({ after, ids }) => ({ after, rows: ids.map(lineOf) })),
  );
  if (!inserted.ok) return inserted.error.type === "WorkbookFailed" ? ok(new Set()) : inserted;
  return ok(new Set(inserted.value ? between.flatMap(({ ids }) => ids) : []));
};

/**
 * Rows stay where the person put them; only cells that nobody touched are brought up to date. [SE16]
 * @returns undefined where the table is gone
 */
export const refreshTable = async (
  deps: SheetDeps,
  workbook: Workbook,
  frame: Frame,
  { old, fresh, begun }: { readonly old: Baseline; readonly fresh: Baseline; readonly begun: ReadonlySet<string> },
): Promise<Result<Baseline | undefined, SheetFailure>> => {
  const { words } = deps.texts.vocabulary;
  const computed = computedFor(fresh, frame, dayOf(fresh.pulledAt));
  const table = await workbook.bringUpToDate(({ rows }) =>
    [...knownRows(rows, old, begun)].flatMap(([id, row]) => {
      const before = old.rows.get(id);
      const now = fresh.rows.get(id);
      if (!before || !now) return [];
      const { cells } = refreshedRow(row, before, now);
      return [{ row, cells: { ...cells, key: id, ...computedCells(computed.get(id), words) } }];
    }),
  );
  if (!table.ok) return table;
  if (!table.value) return ok(undefined);
  const known = knownRows(table.value.rows, old, begun);
  const added = [...fresh.rows].filter(([id]) => !known.has(id));
  const lineOf = (id: string): Cells => {
    const row = fresh.rows.get(id);
    return row ? cellsOf(id, row, computed.get(id), words) : {};
  };
  const inserted = await insertGrouped(workbook, table.value, blocksFor(known, old.rows, added), lineOf);
  if (!inserted.ok) return inserted;
  const atEnd = added.map(([id]) => id).filter((id) => !inserted.value.has(id));
  const appended = await workbook.append(table.value, atEnd.map(lineOf));
  if (!appended.ok) return appended;
  const listed = await deps.spreadsheet.writeLists(columnsFor(fresh, frame, words));
  return listed.ok ? ok(afterRefresh(old, fresh, known)) : listed;
};
