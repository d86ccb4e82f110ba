import { rowsIn } from "../outbox.ts";
import type { OpenSheet, RowConflict } from "../sheetState.ts";
import type { Remembered } from "./sheetMemory.ts";
import { createView } from "./view.ts";

/** What the pane shows of the sheet of OKRs. */
export const createSheetView = () => {
  const view = createView<OpenSheet>([
    "failure",
    "endangered",
    "pullFirst",
    "takingBack",
    "deleting",
    "nothingSelected",
  ]);
  const { opened, patch, clear } = view;
  return {
    ...view,
    /** @param interrupted rows of a push that was not finished */
    showMemory: ({ baseline, stored }: Remembered, interrupted: number): void => {
      if (!baseline) return clear("sheet");
      const { scope, pulledAt, rows } = baseline;
      const undoable = rowsIn(stored);
      patch({ sheet: { scope, pulledAt, rows: rows.size, ...(undoable > 0 ? { undoable } : {}) }, interrupted });
    },
    showConflicts: (conflicts: readonly RowConflict[]): void => {
      const renewed = new Set(conflicts.map(({ id }) => id));
      const others = opened()?.conflicts.filter(({ id }) => !renewed.has(id)) ?? [];
      patch({ conflicts: [...others, ...conflicts] });
    },
    /** These rows were sent again; what stood against them before is answered. */
    dropConflicts: (ids: ReadonlySet<string>): void => {
      patch({ conflicts: opened()?.conflicts.filter(({ id }) => !ids.has(id)) ?? [] });
    },
  };
};

export type SheetView = ReturnType<typeof createSheetView>;
