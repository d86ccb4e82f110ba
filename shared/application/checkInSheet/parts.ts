import type { CheckInSheetRow } from "#shared/domain/checkInSheet/fields.ts";
import type { CheckInBaseline } from "#shared/domain/checkInSheet/rows.ts";
import { createSheetMemory } from "../sheet/steps/sheetMemory.ts";
import { createView } from "../sheet/steps/view.ts";
import type { CheckInDeps, OpenCheckIns } from "./checkInState.ts";
import type { CheckInWorkbook } from "./checkInWorkbook.ts";

/** What the session knows about its sheet, and what of it outlives the pane. */
export const createCheckInMemory = (deps: CheckInDeps, workbook: CheckInWorkbook) =>
  createSheetMemory<CheckInBaseline, CheckInSheetRow>(deps, workbook);

export type CheckInMemory = ReturnType<typeof createCheckInMemory>;

/** What the pane shows of the sheet of check-ins. */
export const createCheckInView = () => {
  const view = createView<OpenCheckIns>(["failure", "endangered", "renewed"]);
  return {
    ...view,
    /** @param interrupted rows of a push that was not finished */
    showMemory: (baseline: CheckInBaseline | undefined, interrupted: number): void => {
      if (!baseline) return view.clear("sheet");
      const { scope, pulledAt, rows } = baseline;
      view.patch({ sheet: { scope, pulledAt, rows: rows.size }, interrupted });
    },
  };
};

export type CheckInView = ReturnType<typeof createCheckInView>;
