import { INITIATIVE_ENTRIES, type InitiativeSheetRow } from "#shared/domain/initiativeSheet/fields.ts";
import type { InitiativeBaseline } from "#shared/domain/initiativeSheet/rows.ts";
import { rowsIn } from "../sheet/outbox.ts";
import { createRowIds } from "../sheet/rowIds.ts";
import { createSheetMemory } from "../sheet/steps/sheetMemory.ts";
import { createView } from "../sheet/steps/view.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { InitiativeSheetDeps, OpenInitiativeSheet } from "./initiativeSheetState.ts";
import type { InitiativeWorkbook } from "./initiativeWorkbook.ts";

/** What the session knows about its sheet, and what of it outlives the pane. */
export const createInitiativeMemory = (deps: InitiativeSheetDeps, workbook: InitiativeWorkbook) => ({
  ...createSheetMemory<InitiativeBaseline, InitiativeSheetRow>(deps, workbook),
  idsFor: createRowIds(deps, INITIATIVE_ENTRIES),
});

export type InitiativeMemory = ReturnType<typeof createInitiativeMemory>;

/** What the pane shows of the sheet of initiatives. */
export const createInitiativeView = () => {
  const view = createView<OpenInitiativeSheet>(["failure", "endangered", "renewed", "deleting"]);
  return {
    ...view,
    showMemory: ({ now }: Pick<InitiativeMemory, "now">, outbox: Pick<Outbox, "state">): void => {
      const { baseline, stored } = now();
      if (!baseline) return view.clear("sheet");
      const { scope, pulledAt, rows } = baseline;
      const present = [...rows.values()].filter(({ gone }) => !gone).length;
      view.patch({
        sheet: { scope, pulledAt, rows: present, ...(stored.length > 0 ? { undoable: rowsIn(stored) } : {}) },
        interrupted: rowsIn(outbox.state.get().entries),
      });
    },
  };
};

export type InitiativeView = ReturnType<typeof createInitiativeView>;

/** What every step of a session works with. */
export interface InitiativeParts {
  readonly deps: InitiativeSheetDeps;
  readonly workbook: InitiativeWorkbook;
  readonly memory: InitiativeMemory;
  readonly view: InitiativeView;
  readonly outbox: Outbox;
}
