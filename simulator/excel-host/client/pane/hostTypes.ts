import type { Endpoint } from "../../protocol/index.ts";
import type { AddinCommand, AddinShortcut } from "../ribbon/manifest.ts";
import type { ReadonlyStore } from "../store.ts";

export interface PaneState {
  /** null: the add-in has no page. */
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
  readonly runShortcut: (shortcut: AddinShortcut) => void;
  readonly closePane: () => void;
  readonly focusPane: (fromEnd: boolean) => void;
  /** For a developer at the browser's console: faults, latency, counters. */
  readonly endpoint: Endpoint;
}
