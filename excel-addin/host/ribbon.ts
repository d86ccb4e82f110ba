/** Ids of the ribbon's actions as the manifest declares them. */
export type RibbonAction = "pull" | "push" | "check";

/**
 * Connects the ribbon to the pane. Excel waits for `completed` whatever happens, so it is always called; what went wrong is
 * said in the pane.
 */
export const connectRibbon = (act: (action: RibbonAction) => Promise<void>): void => {
  for (const action of ["pull", "push", "check"] as const) {
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
