import { text } from "../arguments.ts";
import type { TypeDefinition } from "../definition.ts";

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
