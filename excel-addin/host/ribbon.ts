import type { SheetCommand } from "#shared/application/sheet/sheetState.ts";

/** Ids of the ribbon's actions as the manifest declares them. */
const ACTIONS: readonly SheetCommand[] = ["pull", "push", "check"];

/** Keys come without an event: nobody waits for their end. */
type Press = Office.AddinCommands.Event | Record<string, never> | null;

const end = (press: Press): void => {
  if (press && "completed" in press) press.completed();
};

/**
 * Connects the ribbon and the keys to the pane. Excel waits for `completed` whatever happens, so it is always called; what went wrong is
 * said in the pane.
 */
export const connectRibbon = (act: (action: SheetCommand) => Promise<void>): void => {
  Office.actions.associate("showPane", (press: Press) => {
    void Office.addin.showAsTaskpane().finally(() => end(press));
  });
  for (const action of ACTIONS) {
    Office.actions.associate(action, (press: Press) => {
      const work = async (): Promise<void> => {
        try {
          await Office.addin.showAsTaskpane();
          await act(action);
        } finally {
          end(press);
        }
      };
      void work();
    });
  }
};
