import { dayOf } from "#shared/domain/day.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { BaseRow, Baseline } from "#shared/domain/sheet/baseline.ts";
import { computedFor } from "#shared/domain/sheet/compose.ts";
import type { SheetRow } from "#shared/domain/sheet/fields.ts";
import { identifyRows } from "#shared/domain/sheet/identity.ts";
import { refreshedRow } from "#shared/domain/sheet/refreshRow.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { cellsOf, columnsFor, computedCells } from "./layout.ts";
import type { SheetDeps, SheetFailure } from "./sheetState.ts";
import type { Workbook } from "./workbook.ts";

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
  const appended = await workbook.append(
    table.value,
    added.map(([id, row]) => cellsOf(id, row, computed.get(id), words)),
  );
  if (!appended.ok) return appended;
  const listed = await deps.spreadsheet.writeLists(columnsFor(fresh, frame, words));
  return listed.ok ? ok(afterRefresh(old, fresh, known)) : listed;
};
