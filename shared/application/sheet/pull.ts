import { dayOf, instantOf, type Day } from "#shared/domain/day.ts";
import type { Frame, OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { UnitKey } from "#shared/domain/okr/ids.ts";
import type { Baseline } from "#shared/domain/sheet/baseline.ts";
import { matchesOf, sameScope, unitsIn, type Matches, type SheetScope } from "#shared/domain/sheet/scope.ts";
import { baselineOf } from "#shared/domain/sheet/compose.ts";
import { NEEDED_FIELDS } from "#shared/domain/sheet/fields.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { SignInDep } from "#shared/ports/signIn.ts";
import type { OkrRepositoryDep, OkrScope } from "#shared/ports/okrRepository.ts";
import { neededCycles, pathTo, shownCycles } from "../place.ts";
import { newTable } from "./layout.ts";
import { formerIds, refreshTable } from "./refresh.ts";
import type { SheetDeps, SheetFailure } from "./sheetState.ts";
import type { Workbook } from "./workbook.ts";

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
  const set = await okrRepository.readOkrs(wanted, "standing");
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
  const places = before?.places ? { places: before.places } : {};
  return ok({ ...baselineOf(set, frame, belongs, pulled, deps.texts.vocabulary.words, matches.value), ...places });
};

/** If the page closes between table and memory, every key that may stand in the table is still known: none looks new. */
const bridge = (old: Baseline, fresh: Baseline): Baseline => ({ ...old, rows: new Map([...fresh.rows, ...old.rows]) });

const bringsKeys = (old: Baseline, fresh: Baseline): boolean => [...fresh.rows.keys()].some((id) => !old.rows.has(id));

const replaceTable = async (
  { spreadsheet, texts }: SheetDeps,
  frame: Frame,
  fresh: Baseline,
  old: Baseline | undefined,
): Promise<Result<Baseline, SheetFailure>> => {
  const { words, fieldOf } = texts.vocabulary;
  const replaced = await spreadsheet.replace(newTable(fresh, frame, dayOf(fresh.pulledAt), words), {
    keyHeader: words.headers.key,
    mayBeOurs: old !== undefined,
    kept: old?.kept ?? new Map(),
    needed: NEEDED_FIELDS.map((field) => words.headers[field]),
    headerOf: (header) => {
      const field = fieldOf(header);
      return field && words.headers[field];
    },
  });
  return replaced.ok ? ok({ ...fresh, former: formerIds(old, fresh.rows), kept: replaced.value }) : replaced;
};

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
  const old = before.baseline;
  const bridged = old && bringsKeys(old, fresh) ? await workbook.keep({ baseline: bridge(old, fresh) }) : ok(undefined);
  if (!bridged.ok) return bridged;
  const { begun } = before;
  const inPlace = old && !before.discard && sameScope(old.scope, fresh.scope);
  const refreshed = inPlace ? await refreshTable(deps, workbook, frame, { old, fresh, begun }) : ok(undefined);
  if (!refreshed.ok) return refreshed;
  // A table that is gone is made anew.
  const written = refreshed.value ? ok(refreshed.value) : await replaceTable(deps, frame, fresh, old);
  if (!written.ok) return written;
  const kept = await workbook.keep({ baseline: written.value });
  return kept.ok ? written : kept;
};
