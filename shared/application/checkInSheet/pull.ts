import { dayOf, instantOf } from "#shared/domain/day.ts";
import { entryCells, isFilled, NEEDED_CHECK_IN_FIELDS, type CheckInCells } from "#shared/domain/checkInSheet/fields.ts";
import type { PlannedCheckInRow } from "#shared/domain/checkInSheet/plan.ts";
import { checkInBaseline, type CheckInBaseline, type CheckInRow } from "#shared/domain/checkInSheet/rows.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { sameScope, type SheetScope } from "#shared/domain/sheet/scope.ts";
import { cellText } from "#shared/domain/sheet/fields.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { readRecords, wantedBy } from "../sheet/pull.ts";
import { untilStill } from "../sheet/fieldTable.ts";
import type { SheetFailure } from "../sheet/sheetState.ts";
import type { CheckInDeps } from "./checkInState.ts";
import type { CheckInTable, CheckInWorkbook } from "./checkInWorkbook.ts";
import { newCheckInTable, rowCells } from "./layout.ts";

/** Reads what the sheet shows. */
export const readCheckInScope = async (
  deps: CheckInDeps,
  frame: Frame,
  scope: SheetScope,
  before: CheckInBaseline | undefined,
): Promise<Result<CheckInBaseline, AccessError>> => {
  const pulledAt = instantOf(deps.clock.now());
  const today = dayOf(pulledAt);
  const read = await readRecords(deps, frame, scope, today);
  if (!read.ok) return read;
  const matches = await wantedBy(deps, scope, before, false);
  if (!matches.ok) return matches;
  const { set, belongs } = read.value;
  const { book, pushes } = before ?? { book: deps.ids.guid(), pushes: [] };
  const pulled = { book, pushes, scope, pulledAt, today };
  return ok(
    checkInBaseline(
      set,
      frame,
      (one, view) => belongs(view.objective) && matches.value.keyResult(one, view),
      pulled,
      deps.texts.vocabulary.words,
    ),
  );
};

const keyOf = ({ cells }: { readonly cells: CheckInCells }): string => cellText(cells.key).trim().toLowerCase();

/** What is filled in, by key. */
const entriesIn = (table: CheckInTable | undefined): ReadonlyMap<string, CheckInCells> =>
  new Map(
    (table?.rows ?? [])
      .filter(isFilled)
      .toReversed()
      .map((row) => [keyOf(row), entryCells(row)]),
  );

/** Filled rows that a new table would leave out. [CK7] */
export const leftOut = (
  rows: readonly PlannedCheckInRow[],
  table: CheckInTable,
  fresh: CheckInBaseline,
): readonly PlannedCheckInRow[] => {
  const kept = new Set<string>();
  const lost = new Set<number>();
  for (const row of table.rows.filter(isFilled)) {
    const key = keyOf(row);
    // Of two filled rows with one key a new table could hold one only.
    if (!fresh.rows.has(key) || kept.has(key)) lost.add(row.at);
    kept.add(key);
  }
  return rows.filter(({ at }) => lost.has(at));
};

/** Rows stay where the person put them, with what is filled in; what is known about them is brought up to date. [CK7] */
const refresh = async (
  workbook: CheckInWorkbook,
  table: CheckInTable,
  old: CheckInBaseline,
  fresh: CheckInBaseline,
): Promise<Result<CheckInBaseline, SheetFailure>> => {
  const present = new Set(table.rows.map(keyOf));
  const gone = [...old.rows].flatMap(([id, row]): readonly (readonly [string, CheckInRow])[] =>
    present.has(id) && !fresh.rows.has(id) ? [[id, { ...row, gone: true }]] : [],
  );
  const patched = await untilStill(workbook.read, (now) =>
    workbook.patch(
      now,
      now.rows.flatMap((row) => {
        const known = fresh.rows.get(keyOf(row));
        return known ? [{ row, cells: known.cells }] : [];
      }),
    ),
  );
  if (!patched.ok) return patched;
  const added = [...fresh.rows].filter(([id]) => !present.has(id));
  const appended = await workbook.append(
    table,
    added.map(([id, row]) => rowCells(id, row)),
  );
  return appended.ok
    ? ok({ ...fresh, ...(old.kept ? { kept: old.kept } : {}), rows: new Map([...fresh.rows, ...gone]) })
    : appended;
};

/** Makes the table anew with these entries filled in; columns of the person's own are kept. */
const replaceTable = async (
  { spreadsheet, texts }: CheckInDeps,
  fresh: CheckInBaseline,
  old: CheckInBaseline | undefined,
  entries: ReadonlyMap<string, CheckInCells>,
): Promise<Result<CheckInBaseline, SheetFailure>> => {
  const { words, fieldOf } = texts.vocabulary;
  const replaced = await spreadsheet.replace(newCheckInTable(fresh, entries, words), {
    keyHeader: words.headers.key,
    needed: NEEDED_CHECK_IN_FIELDS.map((field) => words.headers[field]),
    mayBeOurs: old !== undefined,
    kept: old?.kept ?? new Map(),
    headerOf: (header) => {
      const field = fieldOf(header);
      return field && words.headers[field];
    },
  });
  return replaced.ok ? ok({ ...fresh, kept: replaced.value }) : replaced;
};

/** Brings what was read into the sheet and remembers what it was. */
export const fillCheckIns = async (
  deps: CheckInDeps,
  workbook: CheckInWorkbook,
  fresh: CheckInBaseline,
  { old, discard }: { readonly old: CheckInBaseline | undefined; readonly discard: boolean },
): Promise<Result<CheckInBaseline, SheetFailure>> => {
  const read = await workbook.read();
  // A table without its columns cannot be read, and is made anew.
  if (!read.ok && read.error.type !== "ColumnsMissing") return read;
  const table = read.ok ? read.value : undefined;
  const stays = table && old && !discard && sameScope(old.scope, fresh.scope);
  const written = stays
    ? await refresh(workbook, table, old, fresh)
    : await replaceTable(deps, fresh, old, discard ? new Map() : entriesIn(table));
  if (!written.ok) return written;
  const kept = await workbook.keep({ baseline: written.value });
  return kept.ok ? written : kept;
};
