import type { ExcelBoot } from "../../page.ts";
import {
  createEndpoint,
  frameName,
  HOST_FLAGS,
  REQUIREMENT_SETS,
  type Endpoint,
  type HostNotification,
} from "../../protocol/index.ts";
import type { AddinHost, ControlStates, PaneState } from "./hostTypes.ts";
import { nextRegion } from "../regions.ts";
import type { Addin, AddinCommand } from "../ribbon/manifest.ts";
import type { ExcelSession } from "../session.ts";
import { createStore, type ReadonlyStore } from "../store.ts";

interface Options {
  readonly session: ExcelSession;
  readonly addin: Addin;
  readonly boot: ExcelBoot;
}

/** Below this width the pane covers the sheet, so it waits to be asked for; CSS pixels. */
const ROOM_FOR_BOTH = 640;

/** Actions of `notifyHost`; notes in protocol/endpoint.ts. On the web a shortcut pressed inside the pane (39) runs nothing. */
const NOTIFIED = {
  nextRegion: 5,
  previousRegion: 6,
  tabOut: 13,
  tabOutBackwards: 14,
  escape: 15,
} as const;

/** Actions that move the focus into the add-in's page. */
const FOCUS = { first: 11, last: 12 } as const;

const flagsOf = (addin: Addin): number =>
  (addin.hasSharedRuntime ? HOST_FLAGS.sharedRuntime : 0) +
  (addin.customFunctions.length > 0 ? HOST_FLAGS.customFunctions : 0);

interface Connection {
  readonly identity: Parameters<typeof frameName>[0];
  readonly endpoint: Endpoint;
  readonly controls: ReadonlyStore<ControlStates>;
}

type Post = (message: string) => void;

const connect = (
  { session, addin, boot }: Options,
  post: Post,
  handlers: { readonly onOpen: (isOpen: boolean) => void; readonly onNotification: (notice: HostNotification) => void },
): Connection => {
  const identity = {
    conversation: crypto.randomUUID(),
    controlId: addin.id,
    hostOrigin: location.origin,
    locale: boot.locale,
  };
  const controls = createStore<ControlStates>({ enabled: new Map(), visible: new Map() });
  const endpoint: Endpoint = createEndpoint({
    workbook: session.workbook,
    identity,
    post,
    requirementSets: { ...REQUIREMENT_SETS, ExcelApi: boot.api },
    latencyMs: boot.latencyMs,
    customFunctions: () => addin.customFunctions,
    onNotification: handlers.onNotification,
    onPaneState: (state) => handlers.onOpen(state === "Visible"),
    onRibbonChange: () =>
      controls.set({ enabled: new Map(endpoint.ribbon.enabled), visible: new Map(endpoint.ribbon.visible) }),
    onUnhandled: (what) => console.warn(`Simulated Excel only confirms ${what}`),
  });
  return { identity, endpoint, controls };
};

const notificationHandler = (options: Options, host: () => AddinHost): ((notice: HostNotification) => void) => {
  const { session } = options;
  return ({ action }) => {
    switch (action) {
      case NOTIFIED.nextRegion:
      case NOTIFIED.tabOut:
        nextRegion(session, host(), 1, "pane");
        break;
      case NOTIFIED.previousRegion:
      case NOTIFIED.tabOutBackwards:
        nextRegion(session, host(), -1, "pane");
        break;
      case NOTIFIED.escape:
        session.focusGrid.current();
        break;
      default:
        break;
    }
  };
};

/** Commands pressed before the add-in's page listens are run as soon as it does. */
const createCommandQueue = (
  endpoint: Endpoint,
): { readonly press: (command: AddinCommand) => void; readonly retry: () => void } => {
  const waiting: AddinCommand[] = [];
  const press = async (command: AddinCommand): Promise<void> => {
    if (command.kind.type !== "executeFunction") return;
    const isHeard = await endpoint.runCommand(command.id, command.kind.actionId);
    if (!isHeard) waiting.push(command);
  };
  return {
    press: (command) => void press(command),
    retry: () => {
      for (const command of waiting.splice(0)) void press(command);
    },
  };
};

const REGISTERED = '"_actionType":1';

/** The window of the add-in and Excel's side of the conversation with it. */
export const createAddinHost = (options: Options): AddinHost => {
  const { session, addin } = options;
  const pane = createStore<PaneState>({ url: addin.pageUrl ?? null, isOpen: innerWidth >= ROOM_FOR_BOTH });
  const pageOrigin = addin.pageUrl === undefined ? "" : new URL(addin.pageUrl, location.href).origin;
  let frame: HTMLIFrameElement | null = null;
  const openPane = (isOpen: boolean): void => pane.set({ ...pane.get(), isOpen });
  const { identity, endpoint, controls } = connect(
    options,
    (message) => frame?.contentWindow?.postMessage(message, pageOrigin),
    { onOpen: openPane, onNotification: notificationHandler(options, () => host) },
  );
  const commands = createCommandQueue(endpoint);

  const onMessage = ({ source, origin, data }: MessageEvent): void => {
    if (frame === null || source !== frame.contentWindow || origin !== pageOrigin) return;
    endpoint.receive(data);
    if (typeof data === "string" && data.includes(REGISTERED)) commands.retry();
  };

  const host: AddinHost = {
    frameName: frameName(identity, flagsOf(addin)),
    pane,
    controls,
    endpoint,
    attach: (element) => {
      frame = element;
    },
    start: () => {
      addEventListener("message", onMessage);
      const stopEditing = session.ui.subscribe(() => endpoint.setCellEditing(session.ui.get().edit !== null));
      return () => {
        removeEventListener("message", onMessage);
        stopEditing();
      };
    },
    runCommand: (command) => {
      if (command.kind.type === "openPage") pane.set({ url: command.kind.pageUrl, isOpen: true });
      else commands.press(command);
    },
    runShortcut: ({ actionId }) => void endpoint.runAction(actionId),
    closePane: () => {
      openPane(false);
      session.focusGrid.current();
    },
    focusPane: (fromEnd) => {
      frame?.focus();
      endpoint.moveFocus(fromEnd ? FOCUS.last : FOCUS.first);
    },
  };
  return host;
};
