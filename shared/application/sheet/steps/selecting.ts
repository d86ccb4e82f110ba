import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { isReady } from "#shared/domain/sheet/planTypes.ts";
import { isMarked } from "#shared/domain/sheet/removal.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { writeRemarks } from "../check.ts";
import type { SheetFailure } from "../sheetState.ts";
import { checkSheet, previewSheet } from "./checking.ts";
import type { SheetParts } from "./parts.ts";
import { pushRows } from "./pushing.ts";

/** Places of the selected rows that no filter hides: a selection over a filter reaches rows that nobody sees. */
const selectedRows = async ({ deps: { grid } }: SheetParts): Promise<Result<ReadonlySet<number>, SheetFailure>> => {
  const looked = await grid.look();
  if (!looked.ok) return looked;
  const { selected, visible } = looked.value ?? { selected: new Set<number>(), visible: new Set<number>() };
  return ok(new Set([...selected].filter((at) => visible.has(at))));
};

/** Pushes what is ready of the selected rows, of what the preview showed. [SE32] */
export const pushSelection = async (parts: SheetParts, frame: Frame): Promise<Result<unknown, SheetFailure>> => {
  const { view } = parts;
  // What nobody has seen yet is shown first.
  if (!view.opened()?.preview) return checkSheet(parts, frame);
  const shown = view.opened()?.preview;
  const selected = await selectedRows(parts);
  if (!selected.ok) return selected;
  const checked = await previewSheet(parts, frame);
  if (!checked.ok) return checked;
  const { rows } = checked.value.plan;
  const chosen = rows.filter((row) => isReady(row) && row.at !== undefined && selected.value.has(row.at));
  if (chosen.length === 0) {
    view.patch({ nothingSelected: true });
    return writeRemarks(parts.workbook, checked.value, {}, parts.deps.texts);
  }
  // The push compares with what the person saw, not with this look.
  if (shown) view.patch({ preview: shown });
  return pushRows(parts, frame, new Set(chosen.map(({ id }) => id)));
};

/** Marks the selected rows for deletion, or takes the marks off, and shows what a push would do then. [SE31] */
export const markSelection = async (
  parts: SheetParts,
  frame: Frame,
  marked: boolean,
): Promise<Result<unknown, SheetFailure>> => {
  const { workbook, deps } = parts;
  const { vocabulary } = deps.texts;
  const selected = await selectedRows(parts);
  if (!selected.ok) return selected;
  const written = await workbook.bringUpToDate(({ rows }) =>
    rows
      .filter((row) => selected.value.has(row.at) && isMarked(row, vocabulary) !== marked)
      .map((row) => ({ row, cells: { change: marked ? vocabulary.words.states.delete : "" } })),
  );
  return written.ok ? checkSheet(parts, frame) : written;
};

/** Follows which rows are selected. Events come faster than Excel answers: one look at a time, and one after the last event. */
export const watchSelection = ({ deps: { grid }, view }: SheetParts): (() => void) => {
  let moved = false;
  let looking = false;
  const look = async (): Promise<void> => {
    if (!moved || looking || !view.opened()?.sheet) return;
    looking = true;
    moved = false;
    const selected = await grid.selected();
    // A selection that cannot be read now is told by the next event.
    if (selected.ok) view.patch({ selected: selected.value });
    looking = false;
    await look();
  };
  return grid.onSelected(() => {
    moved = true;
    void look();
  });
};
