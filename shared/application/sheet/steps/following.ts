import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { SpreadsheetDep } from "#shared/ports/spreadsheet.ts";
import type { ReadonlyStore } from "../../store.ts";
import type { Activity } from "../sheetState.ts";

interface Follows {
  readonly deps: SpreadsheetDep;
  readonly view: {
    readonly state: Pick<ReadonlyStore<unknown>, "subscribe">;
    readonly opened: () => { readonly frame: Frame; readonly activity?: Activity } | undefined;
  };
  /** Whether there is anything to be looked at. */
  readonly isPulled: () => boolean;
  /** Reads the sheet; what the result shows is asked for only where nothing else began meanwhile. */
  readonly read: (frame: Frame) => Promise<(() => void) | undefined>;
}

/**
 * Follows the sheet while somebody types: events of Excel come late and several times, so each only causes a look.
 * @returns ends it
 */
export const followTyping = ({ deps, view, isPulled, read }: Follows): (() => void) => {
  let hinted = false;
  let looking = false;
  const look = async (): Promise<void> => {
    const opened = view.opened();
    if (!hinted || looking || !opened || opened.activity || !isPulled()) return;
    looking = true;
    hinted = false;
    try {
      const show = await read(opened.frame);
      // Something else began meanwhile and looks itself. A sheet that cannot be read now says nothing.
      if (!view.opened()?.activity) show?.();
    } finally {
      looking = false;
    }
    await look();
  };
  const stopListening = deps.spreadsheet.onEdited(() => {
    hinted = true;
    void look();
  });
  const stopFollowing = view.state.subscribe(() => void look());
  return () => {
    stopListening();
    stopFollowing();
  };
};
