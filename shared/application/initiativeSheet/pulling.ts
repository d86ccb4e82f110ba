import { dayOf, instantOf } from "#shared/domain/day.ts";
import { INITIATIVE_ENTRIES, NEEDED_INITIATIVE_FIELDS } from "#shared/domain/initiativeSheet/fields.ts";
import { identifyInitiatives } from "#shared/domain/initiativeSheet/plan.ts";
import {
  isInitiativeReady,
  initiativeStateOf,
  type PlannedInitiative,
} from "#shared/domain/initiativeSheet/planTypes.ts";
import { isInitiativeEdited } from "#shared/domain/initiativeSheet/readRow.ts";
import {
  initiativeBaseline,
  type InitiativeBaseline,
  type InitiativeSheetBase,
} from "#shared/domain/initiativeSheet/rows.ts";
import { viewOkrs } from "#shared/domain/okr/view.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { sameScope, type SheetScope } from "#shared/domain/sheet/scope.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { begunIds } from "../sheet/outbox.ts";
import { readRecords, wantedBy } from "../sheet/pull.ts";
import type { SheetFailure } from "../sheet/sheetState.ts";
import { checkInitiatives, readInitiativePlan } from "./checking.ts";
import { initiativeColumns, initiativeRowCells, newInitiativeTable } from "./layout.ts";
import type { InitiativeParts } from "./parts.ts";
import { finishEarlierInitiatives } from "./pushing.ts";

/** Reads what the sheet shows: the initiatives of the objectives that fit the scope. [IS1] */
const readInitiativeScope = async (
  { deps, memory }: InitiativeParts,
  frame: Frame,
  scope: SheetScope,
): Promise<Result<InitiativeBaseline, AccessError>> => {
  const pulledAt = instantOf(deps.clock.now());
  const today = dayOf(pulledAt);
  const before = memory.now().baseline;
  const read = await readRecords(deps, frame, scope, today);
  if (!read.ok) return read;
  const matches = await wantedBy(deps, scope, undefined, true);
  if (!matches.ok) return matches;
  const { set, belongs } = read.value;
  const views = viewOkrs(set, frame, today).filter((view) => belongs(view.objective) && matches.value.objective(view));
  const objectives = views.map(({ objective }) => objective);
  const keyResults = views.flatMap((view) => view.keyResults.map(({ keyResult }) => keyResult));
  const cycleKeys = [...new Set(objectives.map(({ cycleKey }) => cycleKey))];
  const units =
    scope.unit === "all" && scope.levelKey === undefined
      ? "all"
      : [...new Set(objectives.map(({ unitKey }) => unitKey))];
  const initiatives =
    cycleKeys.length === 0 ? undefined : await deps.okrRepository.readInitiatives({ cycleKeys, units });
  if (initiatives && !initiatives.ok) return initiatives;
  const wanted = new Set<string>(objectives.map(({ id }) => id));
  const found = initiatives?.value ?? { initiatives: [], revisions: new Map() };
  const { book, pushes } = before ?? { book: deps.ids.guid(), pushes: [] };
  return ok(
    initiativeBaseline(
      { ...set, objectives, keyResults },
      { ...found, initiatives: found.initiatives.filter(({ objectiveId }) => wanted.has(objectiveId)) },
      { book, pushes, scope, pulledAt },
      deps.texts.vocabulary.words,
    ),
  );
};

/** Ids that were in the table once and are not any more. */
const formerIds = (old: InitiativeBaseline | undefined, rows: ReadonlyMap<string, unknown>): readonly string[] =>
  [...new Set([...(old?.former ?? []), ...(old?.rows.keys() ?? [])])].filter((id) => !rows.has(id));

/**
 * Brings rows up to date where they stand. A row with something unsent keeps what it was made from, so that a push still finds
 * out what others changed; a row whose record is not there any more stays and says so. [IS6]
 */
const refresh = async (
  { deps, workbook, outbox }: InitiativeParts,
  frame: Frame,
  old: InitiativeBaseline,
  fresh: InitiativeBaseline,
): Promise<Result<InitiativeBaseline | undefined, SheetFailure>> => {
  const rows = new Map(fresh.rows);
  const begun = begunIds(outbox.state.get().entries);
  const present = new Set<string>();
  const cellsOf = initiativeRowCells(fresh, frame);
  const patched = await workbook.bringUpToDate((table) => {
    present.clear();
    return identifyInitiatives(table.rows, old, begun, () => "").flatMap(({ row, id, type }) => {
      if (type !== "known") return [];
      present.add(id);
      const before = old.rows.get(id);
      const now = fresh.rows.get(id);
      if (before && !now) rows.set(id, { ...before, gone: true });
      const isEdited = INITIATIVE_ENTRIES.some((field) => isInitiativeEdited(row, before, field));
      if (before && now && isEdited && !before.gone) rows.set(id, before);
      if (!now || (isEdited && !before?.gone)) return [];
      rows.set(id, now);
      const { change: _change, message: _message, marks: _marks, ...cells } = cellsOf(id, now);
      return [{ row, cells }];
    });
  });
  if (!patched.ok) return patched;
  // A table that is gone is made anew.
  if (!patched.value) return ok(undefined);
  const added = [...fresh.rows].filter(([id]) => !present.has(id));
  const appended = await workbook.append(
    patched.value,
    added.map(([id, row]) => cellsOf(id, row)),
  );
  if (!appended.ok) return appended;
  const next = { ...fresh, rows, former: formerIds(old, rows), ...(old.kept ? { kept: old.kept } : {}) };
  const listed = await deps.spreadsheet.writeLists(initiativeColumns(next, deps.texts.vocabulary.words));
  return listed.ok ? ok(next) : listed;
};

/** Makes the table anew; columns of the person's own are kept. */
const replaceTable = async (
  { deps: { spreadsheet, texts } }: InitiativeParts,
  frame: Frame,
  fresh: InitiativeBaseline,
  old: InitiativeBaseline | undefined,
): Promise<Result<InitiativeBaseline, SheetFailure>> => {
  const { words, fieldOf } = texts.vocabulary;
  const replaced = await spreadsheet.replace(newInitiativeTable(fresh, frame, words), {
    keyHeader: words.headers.key,
    needed: NEEDED_INITIATIVE_FIELDS.map((field) => words.headers[field]),
    mayBeOurs: old !== undefined,
    kept: old?.kept ?? new Map(),
    headerOf: (header) => {
      const field = fieldOf(header);
      return field && words.headers[field];
    },
  });
  return replaced.ok ? ok({ ...fresh, former: formerIds(old, fresh.rows), kept: replaced.value }) : replaced;
};

/** If the page closes between table and memory, every key that may stand in the table is still known: none looks new. */
const bridge = (old: InitiativeBaseline, fresh: InitiativeBaseline): InitiativeBaseline => ({
  ...old,
  rows: new Map<string, InitiativeSheetBase>([...fresh.rows, ...old.rows]),
});

/** Brings what was read into the sheet and remembers what it was. */
const fill = async (
  parts: InitiativeParts,
  frame: Frame,
  fresh: InitiativeBaseline,
  { old, stays }: { readonly old: InitiativeBaseline | undefined; readonly stays: boolean },
): Promise<Result<InitiativeBaseline, SheetFailure>> => {
  const { workbook } = parts;
  const bridged = old ? await workbook.keep({ baseline: bridge(old, fresh) }) : ok(undefined);
  if (!bridged.ok) return bridged;
  const refreshed = old && stays ? await refresh(parts, frame, old, fresh) : ok(undefined);
  // A table without its columns cannot be read, and is made anew.
  if (!refreshed.ok && refreshed.error.type !== "ColumnsMissing") return refreshed;
  const inPlace = refreshed.ok ? refreshed.value : undefined;
  const written = inPlace ? ok(inPlace) : await replaceTable(parts, frame, fresh, old);
  if (!written.ok) return written;
  const kept = await workbook.keep({ baseline: written.value });
  return kept.ok ? written : kept;
};

/** Rows that say something that is not stored. A sheet that cannot be read says nothing. */
const unsentRows = async (parts: InitiativeParts, frame: Frame): Promise<readonly PlannedInitiative[]> => {
  const checked = await readInitiativePlan(parts, frame);
  if (!checked.ok) return [];
  return checked.value.plan.rows.filter((row) => isInitiativeReady(row) || initiativeStateOf(row) === "problem");
};

/** Refreshes the table or fills it with another scope. Unsent changes that would go are asked about first. [IS6] */
export const pullInitiatives = async (
  parts: InitiativeParts,
  frame: Frame,
  scope: SheetScope,
  discard: boolean,
): Promise<Result<unknown, SheetFailure>> => {
  const { memory, view, outbox } = parts;
  const earlier = await finishEarlierInitiatives(parts, frame);
  if (!earlier.ok) return earlier;
  const { baseline: old } = memory.now();
  const stays = old !== undefined && sameScope(old.scope, scope) && !discard;
  const unsent = old && !stays && !discard ? await unsentRows(parts, frame) : [];
  if (unsent.length > 0) return ok(view.patch({ endangered: { scope, rows: unsent } }));
  view.show({ kind: "pulling", done: 0, total: 0 });
  const fresh = await readInitiativeScope(parts, frame, scope);
  if (!fresh.ok) return fresh;
  view.show({ kind: "filling", done: 0, total: 0 });
  const filled = await fill(parts, frame, fresh.value, { old, stays });
  if (!filled.ok) return filled;
  memory.learn({ baseline: filled.value });
  view.clear("report");
  view.showMemory(memory, outbox);
  return checkInitiatives(parts, frame);
};
