import type { SheetCommand } from "#shared/application/sheet/sheetState.ts";

/** Ids of the ribbon's actions as the manifest declares them. */
const ACTIONS: readonly SheetCommand[] = ["pull", "push", "check"];

/**
 * Connects the ribbon to the pane. Excel waits for `completed` whatever happens, so it is always called; what went wrong is
 * said in the pane.
 */
export const connectRibbon = (act: (action: SheetCommand) => Promise<void>): void => {
  for (const action of ACTIONS) {
    Office.actions.associate(action, (event: Office.AddinCommands.Event) => {
      const work = async (): Promise<void> => {
        try {
          await Office.addin.showAsTaskpane();
          await act(action);
        } finally {
          event.completed();
        }
      };
      void work();
    });
  }
};
