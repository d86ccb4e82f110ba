import type { ExcelBoot } from "../../page.ts";
import type { Addin, AddinCommand } from "../ribbon/manifest.ts";
import type { ExcelSession } from "../session.ts";
import { createStore, type ReadonlyStore } from "../store.ts";

export interface PaneState {
  /** null until the add-in's page is wanted for the first time. */
  readonly url: string | null;
  readonly isOpen: boolean;
}

/** What the add-in changed about its own ribbon controls, by id. */
export interface ControlStates {
  readonly enabled: ReadonlyMap<string, boolean>;
  readonly visible: ReadonlyMap<string, boolean>;
}

export interface AddinHost {
  /** `name` of the frame, by which office.js learns of its host. */
  readonly frameName: string;
  readonly pane: ReadonlyStore<PaneState>;
  readonly controls: ReadonlyStore<ControlStates>;
  readonly attach: (frame: HTMLIFrameElement | null) => void;
  /** Begins to answer; returns the way to stop. */
  readonly start: () => () => void;
  readonly runCommand: (command: AddinCommand) => void;
  /** Runs an action that the add-in associated with `Office.actions.associate`. */
  readonly runAction: (actionId: string) => void;
  readonly closePane: () => void;
  readonly focusPane: (fromEnd: boolean) => void;
}

interface Options {
  readonly session: ExcelSession;
  readonly addin: Addin;
  readonly boot: ExcelBoot;
}

export const createAddinHost = ({ addin }: Options): AddinHost => {
  const pane = createStore<PaneState>({ url: addin.pageUrl ?? null, isOpen: true });
  const controls = createStore<ControlStates>({ enabled: new Map(), visible: new Map() });
  let frame: HTMLIFrameElement | null = null;
  return {
    frameName: "",
    pane,
    controls,
    attach: (element) => {
      frame = element;
    },
    start: () => () => undefined,
    runCommand: (command) => {
      if (command.kind.type === "openPage") pane.set({ url: command.kind.pageUrl, isOpen: true });
    },
    runAction: () => undefined,
    closePane: () => pane.set({ ...pane.get(), isOpen: false }),
    focusPane: () => frame?.focus(),
  };
};
