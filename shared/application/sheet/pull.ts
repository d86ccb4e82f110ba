import { dayOf, instantOf, type Day } from "#shared/domain/day.ts";
import type { Frame, OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { UnitKey } from "#shared/domain/okr/ids.ts";
import type { BaseRow, Baseline } from "#shared/domain/sheet/baseline.ts";
import { matchesOf, sameScope, unitsIn, type Matches, type SheetScope } from "#shared/domain/sheet/scope.ts";
import { baselineOf, computedFor } from "#shared/domain/sheet/compose.ts";
import {
  EDITABLE_FIELDS,
  sameCell,
  type Cell,
  type EditableField,
  type SheetRow,
} from "#shared/domain/sheet/fields.ts";
import { identifyRows } from "#shared/domain/sheet/identity.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { SignInDep } from "#shared/ports/signIn.ts";
import type { OkrRepositoryDep, OkrScope } from "#shared/ports/okrRepository.ts";
import { neededCycles, pathTo, shownCycles } from "../place.ts";
import { cellsOf, computedCells, newTable } from "./layout.ts";
import type { SheetDeps, SheetFailure } from "./sheetState.ts";
import type { ReadTable, Workbook } from "./workbook.ts";

/** Where a record belongs. */
interface Placed {
  readonly unitKey: string;
  readonly cycleKey: string;
}

export interface ReadRecords {
  readonly set: OkrSet;
  /** Whether it is what was asked for, or lies around it. */
  readonly belongs: (record: Placed) => boolean;
}

/** Reads what a sheet shows and, beside it, what its rows may be aligned to. */
export const readRecords = async (
  { okrRepository }: OkrRepositoryDep,
  frame: Frame,
  scope: SheetScope,
  today: Day,
): Promise<Result<ReadRecords, AccessError>> => {
  const units = unitsIn(frame, scope);
  const above = scope.unit === "all" ? [] : pathTo(frame, scope.unit).map(({ key }) => key);
  const place = { unitKey: above[0] ?? ("" as UnitKey), ...(scope.cycleKey ? { cycleKey: scope.cycleKey } : {}) };
  const wanted: OkrScope = {
    cycleKeys: neededCycles(frame, place, today),
    units: units === "all" ? "all" : [...new Set([...units, ...above])],
  };
  const set = await okrRepository.readOkrs(wanted);
  if (!set.ok) return set;
  const shown = new Set<string>(shownCycles(frame, place, today).map(({ key }) => key));
  const belongs = (record: Placed): boolean =>
    shown.has(record.cycleKey) && (units === "all" || units.has(record.unitKey as UnitKey));
  return ok({ set: set.value, belongs });
};

/** What fits the scope, and what stands in the sheet already: a refresh takes nothing away that still is where it was. [SO4] */
export const wantedBy = async (
  { signIn }: SignInDep,
  scope: SheetScope,
  before: { readonly scope: SheetScope; readonly rows: ReadonlyMap<string, unknown> } | undefined,
  whole: boolean,
): Promise<Result<Matches, AccessError>> => {
  const me = scope.owner === "me" ? await signIn.current() : undefined;
  if (me && !me.ok) return me;
  const fits = matchesOf(scope, me?.value.id, { whole });
  const stays = before && sameScope(before.scope, scope) ? before.rows : new Map<string, unknown>();
  return ok({
    objective: (view) => fits.objective(view) || stays.has(view.objective.id),
    keyResult: (view, objective) => fits.keyResult(view, objective) || stays.has(view.keyResult.id),
  });
};

/** What the sheet of OKRs is to hold, as it is remembered. */
export const readScope = async (
  deps: SheetDeps,
  frame: Frame,
  scope: SheetScope,
  before: Baseline | undefined,
): Promise<Result<Baseline, AccessError>> => {
  const pulledAt = instantOf(deps.clock.now());
  const today = dayOf(pulledAt);
  const read = await readRecords(deps, frame, scope, today);
  if (!read.ok) return read;
  const matches = await wantedBy(deps, scope, before, true);
  if (!matches.ok) return matches;
  const { set, belongs } = read.value;
  const { book, pushes } = before ?? { book: deps.ids.guid(), pushes: [] };
  const pulled = { book, pushes, scope, pulledAt, today };
  return ok(baselineOf(set, frame, belongs, pulled, deps.texts.vocabulary.words, matches.value));
};

/** Cells of a stored row after a refresh: what somebody typed stays, everything else becomes what is stored now. */
const refreshedCells = (row: SheetRow, old: BaseRow, fresh: BaseRow): { readonly [F in EditableField]?: Cell } => {
  const cells: { [F in EditableField]?: Cell } = {};
  for (const field of EDITABLE_FIELDS) {
    if (row.cells[field] === undefined || !sameCell(row.cells[field], old.cells[field])) continue;
    cells[field] = fresh.cells[field] ?? "";
  }
  return cells;
};

/** Rows stay where the person put them; only cells that nobody touched are brought up to date. [SE16] */
const refresh = async (
  deps: SheetDeps,
  workbook: Workbook,
  table: ReadTable,
  frame: Frame,
  old: Baseline,
  fresh: Baseline,
  begun: ReadonlySet<string>,
): Promise<Result<Baseline, SheetFailure>> => {
  const { words } = deps.texts.vocabulary;
  const known = identifyRows(table.rows, old, begun, () => "").filter(({ type }) => type === "known");
  const present = new Set(known.map(({ id }) => id));
  const rows = new Map(fresh.rows);
  for (const [id, row] of old.rows) if (present.has(id) && !rows.has(id)) rows.set(id, { ...row, gone: true });
  const baseline = { ...fresh, rows };
  const computed = computedFor(fresh, frame, dayOf(fresh.pulledAt));
  const patched = await workbook.patch(
    table,
    known.flatMap(({ id, row }) => {
      const before = old.rows.get(id);
      const after = fresh.rows.get(id);
      if (!before || !after) return [];
      return [{ row, cells: { ...refreshedCells(row, before, after), ...computedCells(computed.get(id), words) } }];
    }),
  );
  if (!patched.ok) return patched;
  const added = [...fresh.rows].filter(([id]) => !present.has(id));
  const appended = await workbook.append(
    table,
    added.map(([id, row]) => cellsOf(id, row, computed.get(id), words)),
  );
  return appended.ok ? ok(baseline) : appended;
};

/** Whether the table that is there can be brought up to date in place. */
const canRefresh = (table: ReadTable | undefined, old: Baseline | undefined, scope: SheetScope): table is ReadTable =>
  table !== undefined && old !== undefined && sameScope(old.scope, scope);

/** If the page closes between table and memory, every key that may stand in the table is still known: none looks new. */
const bridge = (old: Baseline, fresh: Baseline): Baseline => ({ ...old, rows: new Map([...fresh.rows, ...old.rows]) });

const bringsKeys = (old: Baseline, fresh: Baseline): boolean => [...fresh.rows.keys()].some((id) => !old.rows.has(id));

/** Brings what was read into the sheet and remembers what it was. */
export const fill = async (
  deps: SheetDeps,
  workbook: Workbook,
  frame: Frame,
  fresh: Baseline,
  before: {
    readonly baseline: Baseline | undefined;
    readonly begun: ReadonlySet<string>;
    /** Unsent changes are to be thrown away. */
    readonly discard: boolean;
  },
): Promise<Result<Baseline, SheetFailure>> => {
  const table = await workbook.read();
  const old = before.baseline;
  const present = table.ok ? table.value : undefined;
  const bridged = old && bringsKeys(old, fresh) ? await workbook.keep({ baseline: bridge(old, fresh) }) : ok(undefined);
  if (!bridged.ok) return bridged;
  let written: Result<Baseline, SheetFailure>;
  if (old && !before.discard && canRefresh(present, old, fresh.scope)) {
    written = await refresh(deps, workbook, present, frame, old, fresh, before.begun);
  } else {
    const { words, fieldOf } = deps.texts.vocabulary;
    const layout = newTable(fresh, frame, dayOf(fresh.pulledAt), words);
    const replaced = await deps.spreadsheet.replace(layout, {
      keyHeader: words.headers.key,
      headerOf: (header) => {
        const field = fieldOf(header);
        return field && words.headers[field];
      },
    });
    written = replaced.ok ? ok(fresh) : replaced;
  }
  if (!written.ok) return written;
  const kept = await workbook.keep({ baseline: written.value });
  return kept.ok ? written : kept;
};
