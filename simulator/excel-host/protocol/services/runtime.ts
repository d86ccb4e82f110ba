import { text } from "../arguments.ts";
import type { TypeDefinition } from "../definition.ts";

export type PaneState = "Background" | "Visible";

/** What the host knows about the running add-in. */
export interface RuntimeState {
  /** Events the add-in listens to. */
  readonly listening: Set<string>;
  paneState: PaneState;
  /** The add-in asks for its pane to be shown or hidden. */
  readonly onPaneState: (state: PaneState) => void;
}

/** `Office.addin.showAsTaskpane`, `hide` and the state of the shared runtime. */
export const appRuntimeService: TypeDefinition<null> = {
  methods: {
    SetAppRuntimeState: (_, [state], { runtime }) => {
      runtime.paneState = text(state) === "Visible" ? "Visible" : "Background";
      runtime.onPaneState(runtime.paneState);
      return null;
    },
    GetAppRuntimeState: (_, __, { runtime }) => runtime.paneState,
  },
  events: { names: ["Event"], targetId: () => "" },
};

export const addinInternalService: TypeDefinition<null> = {
  methods: { NotifyActionHandlerReady: () => null },
};

/** Keyboard shortcuts: none are customised, every one is free. */
export const actionService: TypeDefinition<null> = {
  methods: {
    GetShortcuts: () => "{}",
    ReplaceShortcuts: () => null,
    AreShortcutsInUse: (_, [shortcuts]) =>
      (Array.isArray(shortcuts) ? shortcuts : []).map((shortcut: unknown) => ({ shortcut, inUse: false })),
  },
};
