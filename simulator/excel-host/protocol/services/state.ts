// What the host knows about the running add-in besides the workbook.
import type { CustomFunctionHost } from "../../model/types.ts";

/** What the add-in set on its own ribbon controls. */
export interface RibbonState {
  readonly enabled: Map<string, boolean>;
  readonly visible: Map<string, boolean>;
  readonly changed: () => void;
}

export type PaneState = "Background" | "Visible";

export interface RuntimeState {
  /** Events the add-in listens to. */
  readonly listening: Set<string>;
  paneState: PaneState;
  /** The add-in asks for its pane to be shown or hidden. */
  readonly onPaneState: (state: PaneState) => void;
}

export interface CustomFunctionBridge extends CustomFunctionHost {
  readonly takeResults: (results: readonly unknown[]) => void;
  /** The add-in's page listens from now on. */
  readonly ready: () => void;
  /** Calls that are not answered yet. */
  readonly pending: () => number;
}
