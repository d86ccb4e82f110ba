import { useMemo } from "react";
import { commitEdit } from "../actions/editing.ts";
import type { AddinControls } from "../ribbon/AddinGroups.tsx";
import type { ExcelSession } from "../session.ts";
import { createStore, useStore } from "../store.ts";
import type { AddinHost, ControlStates } from "./hostTypes.ts";

const NO_STATES = createStore<ControlStates>({ enabled: new Map(), visible: new Map() });

/** What the manifest says about a control, unless the add-in has changed it since. */
export const useAddinControls = (session: ExcelSession, host: AddinHost | undefined): AddinControls => {
  const states = useStore(host?.controls ?? NO_STATES, (state) => state);
  return useMemo(
    () => ({
      isTabVisible: (id) => states.visible.get(id) ?? true,
      isVisible: ({ id, visible }) => states.visible.get(id) ?? visible,
      isEnabled: ({ id, enabled }) => states.enabled.get(id) ?? enabled,
      run: (command) => {
        if (commitEdit(session)) host?.runCommand(command);
      },
    }),
    [states, session, host],
  );
};
