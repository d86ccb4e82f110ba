import { INITIATIVE_ENTRIES, type InitiativeCells } from "#shared/domain/initiativeSheet/fields.ts";
import { identifyInitiatives } from "#shared/domain/initiativeSheet/plan.ts";
import {
  cellsAround,
  initiativeLabels,
  renderInitiative,
  type InitiativeBaseline,
  type InitiativeSheetBase,
} from "#shared/domain/initiativeSheet/rows.ts";
import type { Initiative } from "#shared/domain/okr/initiative.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { cellText, sameCell } from "#shared/domain/sheet/fields.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import { isRemoval, storedOf } from "../outbox/entries.ts";
import { contextOf } from "../sheet/outbox.ts";
import { PUSHES } from "../sheet/settle.ts";
import type { SheetFailure } from "../sheet/sheetState.ts";
import type { InitiativePatch } from "./initiativeWorkbook.ts";
import type { InitiativeParts } from "./parts.ts";

/** What the workbook remembers of a row after an entry was stored. */
const afterwards = (before: InitiativeSheetBase | undefined, entry: OutboxEntry): InitiativeSheetBase | undefined => {
  const { state } = entry;
  if (state.type !== "done") return undefined;
  if (isRemoval(entry.write)) return before && { ...before, gone: true, removed: true };
  const record = storedOf(entry);
  if (!record || !("state" in record)) return undefined;
  const revision = state.revision ?? before?.revision ?? ("" as InitiativeSheetBase["revision"]);
  return { record, revision, cells: {} };
};

/** Removed because a push that made it was taken back: its row is a new one again. */
const isUnmade = ({ state, undoes, write }: OutboxEntry): boolean =>
  state.type === "done" && undoes !== undefined && isRemoval(write);

interface Stored {
  readonly row: InitiativeSheetBase;
  /** What the row said when it was sent. */
  readonly sent: InitiativeCells;
}

const storedRows = (baseline: InitiativeBaseline, entries: readonly OutboxEntry[]): ReadonlyMap<string, Stored> =>
  new Map(
    entries
      .filter((entry) => !isUnmade(entry))
      .flatMap((entry): readonly (readonly [string, Stored])[] => {
        const { row: id, cells: sent } = contextOf<InitiativeCells>(entry);
        const row = afterwards(baseline.rows.get(id), entry);
        return row ? [[id, { row, sent }]] : [];
      }),
  );

interface Answered {
  /** What was sent, with what became of it. */
  readonly entries: readonly OutboxEntry[];
  /** What can be taken back from now on. */
  readonly last: readonly OutboxEntry[];
  /** The cells stay as they were typed, although the store says something else again. */
  readonly leaveTyped: boolean;
}

/** Brings the cells up to what the store answered, except where somebody has typed something newer meanwhile. [IS7] */
export const settleInitiatives = async (
  { deps, workbook, memory }: InitiativeParts,
  frame: Frame,
  { entries, last, leaveTyped }: Answered,
): Promise<Result<void, SheetFailure>> => {
  const { baseline, push, people } = memory.now();
  if (!baseline) return ok(undefined);
  const { words } = deps.texts.vocabulary;
  const stored = storedRows(baseline, entries);
  const unmade = new Set(entries.filter(isUnmade).map((entry) => contextOf(entry).row));
  const known = new Map(
    [...baseline.rows, ...[...stored].map(([id, { row }]) => [id, row] as const)].filter(([id]) => !unmade.has(id)),
  );
  const labels = initiativeLabels({ rows: known, around: baseline.around }, people);
  const around = cellsAround(baseline, frame);
  const render = (record: Initiative) => renderInitiative(record, labels, words);
  const rows = new Map(
    [...known].map(([id, row]) => [id, stored.has(id) && !row.gone ? { ...row, cells: render(row.record) } : row]),
  );
  const next: InitiativeBaseline = { ...baseline, rows, pushes: [...baseline.pushes, push].slice(-PUSHES) };
  const patched = await workbook.bringUpToDate((table) =>
    identifyInitiatives(table.rows, next, new Set(), () => "").flatMap(
      ({ row, id, type }): readonly InitiativePatch[] => {
        if (unmade.has(cellText(row.cells.key))) return [{ row, cells: { key: "" } }];
        const one = type === "known" ? stored.get(id) : undefined;
        const after = rows.get(id);
        if (!one || !after || after.gone) return [];
        const fields = INITIATIVE_ENTRIES.filter(
          (field) => row.cells[field] !== undefined && sameCell(row.cells[field], one.sent[field]),
        );
        const shown = leaveTyped ? {} : Object.fromEntries(fields.map((field) => [field, after.cells[field] ?? ""]));
        return [{ row, cells: { ...shown, ...around(after.record) } }];
      },
    ),
  );
  if (!patched.ok) return patched;
  memory.outboxStore.alongside(next, last);
  memory.learn({ baseline: next, stored: last });
  return ok(undefined);
};
