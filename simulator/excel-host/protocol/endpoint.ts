// The host's side of the exchange with office.js, the same in a browser's parent page and in jsdom.
import type { Workbook } from "../model/types.ts";
import { onEvent, transact } from "../model/workbook.ts";
import type { BatchCounters } from "./batch-runner.ts";
import { createBatchRunner } from "./batch-runner.ts";
import type { Session } from "./definition.ts";
import { createEventRanges } from "./event-ranges.ts";
import type { FaultRule } from "./faults.ts";
import { createInterpreter } from "./interpreter.ts";
import type { FrameIdentity, IncomingMessage } from "./messages.ts";
import { readMessage, writeMessage, writeNotification } from "./messages.ts";
import type { RequirementSets } from "./requirement-sets.ts";
import { REQUIREMENT_SETS } from "./requirement-sets.ts";
import { appContext } from "./app-context.ts";
import type { CustomFunctionDeclaration } from "./services/custom-functions.ts";
import { createCustomFunctions } from "./services/custom-functions.ts";
import { createRibbonState } from "./services/ribbon.ts";
import type { PaneState, RuntimeState } from "./services/state.ts";
import type { QueueEntry } from "./wire-events.ts";
import { toQueueEntries } from "./wire-events.ts";

/** What the add-in's page tells its host besides calls ("ContextActivationManager_notifyHost"). */
export interface HostNotification {
  /** 0 select, 1 unselect, 13/14 Tab out forward/back, 15 Esc, 16 F2, 5/6 Ctrl+F6, 39 keyboard shortcut. */
  readonly action: number;
  readonly params: unknown;
}

export interface EndpointOptions {
  readonly workbook: Workbook;
  readonly identity: FrameIdentity;
  /** Posts a text to the add-in's window. */
  readonly post: (message: string) => void;
  readonly requirementSets?: RequirementSets;
  readonly documentUrl?: string;
  /** Bytes; Excel on the web allows 5 MB each way. */
  readonly payloadLimit?: number;
  readonly latencyMs?: number;
  readonly customFunctions?: () => readonly CustomFunctionDeclaration[];
  readonly onNotification?: (notification: HostNotification) => void;
  readonly onPaneState?: (state: PaneState) => void;
  readonly onRibbonChange?: () => void;
  /** A call that Excel knows and this host only confirms. */
  readonly onUnhandled?: (what: string) => void;
}

export interface EndpointStats extends BatchCounters {
  /** Objects the add-in keeps over batches. */
  readonly references: number;
}

export interface Endpoint {
  /** Takes the data of a message event of the window. */
  readonly receive: (data: unknown) => void;
  /** Presses a ribbon button that runs a function; the promise ends with `event.completed()`. False: nobody listens. */
  readonly runCommand: (controlId: string, functionName: string) => Promise<boolean>;
  /** Runs an action of `Office.actions.associate`, as a keyboard shortcut does. */
  readonly runAction: (name: string, args?: unknown) => boolean;
  readonly setFaults: (rules: readonly FaultRule[]) => void;
  readonly setLatency: (milliseconds: number) => void;
  readonly setRequirementSets: (sets: RequirementSets) => void;
  /** While a person edits a cell, batches fail or wait. */
  readonly setCellEditing: (editing: boolean) => void;
  /** Moves the focus into the pane: at its first (11) or last (12) element, or by Ctrl+F6 (4). */
  readonly moveFocus: (action: 4 | 11 | 12) => void;
  readonly ribbon: Session["ribbon"];
  readonly session: Session;
  readonly stats: () => EndpointStats;
  /** True once office.js listens to the host's messages. */
  readonly isConnected: () => boolean;
  readonly close: () => void;
}

const RICH_API_MESSAGE = "richApiMessage";
const COMMAND_INVOKED = "appCommandInvoked";

/** Numbers of `executeMethod` that mean something here. */
const DISPATCH = { saveSettings: 76, richApi: 93, commandCompleted: 94 } as const;

const CATEGORIES = { customFunction: 1, action: 2 } as const;

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

// oxlint-disable-next-line max-lines-per-function -- one closure owns the connection's state; its steps are short functions
export const createEndpoint = (options: EndpointOptions): Endpoint => {
  const { workbook, identity } = options;
  const { conversation } = identity;
  const events = new Map<string, unknown>();
  const commands = new Map<string, (() => void)[]>();
  let latency = options.latencyMs ?? 0;
  let requirementSets = options.requirementSets ?? REQUIREMENT_SETS;
  let queue: QueueEntry[] = [];

  const later = (work: () => void): void => void setTimeout(work, latency);
  const post = (message: Parameters<typeof writeMessage>[1]): void =>
    later(() => options.post(writeMessage(conversation, message)));

  const push = (actionName: string, data: unknown): boolean => {
    if (!events.has(actionName)) return false;
    post({ actionName, correlationId: events.get(actionName), data, isEvent: true });
    return true;
  };

  const send = (entries: readonly QueueEntry[]): boolean =>
    push(RICH_API_MESSAGE, {
      ArrayData: entries.map(({ category, type, targetId, message }) => [category, type, targetId, message, 0, false]),
    });

  const runtime: RuntimeState = {
    listening: new Set(),
    paneState: "Visible",
    onPaneState: (state) => options.onPaneState?.(state),
  };
  const ribbon = createRibbonState(() => options.onRibbonChange?.());
  const customFunctions = createCustomFunctions(
    () => options.customFunctions?.() ?? [],
    ({ type, message }) => void send([{ category: CATEGORIES.customFunction, type, targetId: "", message }]),
  );
  workbook.customFunctions = customFunctions;
  if ((options.customFunctions?.() ?? []).length > 0) {
    // A workbook that was kept was worked out before anybody knew these names. [EH86]
    workbook.calculator.recalculateAll(true);
    workbook.pendingEvents.length = 0;
  }
  const session: Session = { workbook, ribbon, runtime, customFunctions, eventRanges: createEventRanges(workbook) };
  const interpreter = createInterpreter(session);
  const batches = createBatchRunner(interpreter, options.payloadLimit);

  const flushQueue = (): void => {
    const entries = queue;
    queue = [];
    if (entries.length > 0) send(entries);
  };

  const stopEvents = onEvent(workbook, (event) => {
    const entries = toQueueEntries(event, session);
    if (entries.length === 0) return;
    if (queue.length === 0) later(flushQueue);
    queue.push(...entries);
  });

  const richApi = (data: unknown, reply: (data: unknown) => void): void => {
    const array = asRecord(data)["ArrayData"];
    const [, , , , body, , flags] = Array.isArray(array) ? (array as readonly unknown[]) : [];
    batches.run(String(body), Number(flags ?? 0), reply);
  };

  const saveSettings = (data: unknown): void => {
    const pairs = asRecord(asRecord(data)["DdaSettingsMethod"])["Properties"];
    const entries = (Array.isArray(pairs) ? (pairs as readonly unknown[]) : []).map((pair) => {
      const [key, value] = pair as readonly unknown[];
      return [String(key), String(value)] as const;
    });
    transact(workbook, { origin: "addIn", label: "" }, () => {
      workbook.documentSettings = new Map(entries);
    });
  };

  const commandCompleted = (data: unknown): void => {
    const waiting = commands.get(String(asRecord(data)["0"])) ?? [];
    waiting.shift()?.();
  };

  const executeMethod = (data: unknown, reply: (data: unknown) => void): void => {
    const id = asRecord(asRecord(data)["DdaMethod"])["DispatchId"];
    if (id === DISPATCH.richApi) {
      richApi(data, reply);
      return;
    }
    if (id === DISPATCH.saveSettings) saveSettings(data);
    else if (id === DISPATCH.commandCompleted) commandCompleted(data);
    else options.onUnhandled?.(`executeMethod ${String(id)}`);
    reply({ Version: 1, Error: 0 });
  };

  const notify = (data: unknown): void => {
    const [, action, params] = Array.isArray(data) ? (data as readonly unknown[]) : [];
    options.onNotification?.({ action: Number(action), params });
  };

  const invoke = ({ actionName, data }: IncomingMessage, reply: (data: unknown) => void): void => {
    if (actionName === "executeMethod") {
      executeMethod(data, reply);
      return;
    }
    if (actionName === "ContextActivationManager_getAppContextAsync") {
      reply(appContext({ workbook, identity, requirementSets, documentUrl: options.documentUrl }));
      return;
    }
    if (actionName === "ContextActivationManager_notifyHost") notify(data);
    else options.onUnhandled?.(actionName);
    reply(null);
  };

  const receive = (data: unknown): void => {
    const message = readMessage(data, conversation);
    if (!message) return;
    const { actionName, correlationId } = message;
    const reply = (answer: unknown): void => post({ actionName, correlationId, data: answer });
    if (message.actionType === 0) {
      invoke(message, reply);
      return;
    }
    if (message.actionType === 1) events.set(actionName, correlationId);
    else events.delete(actionName);
    reply({ Error: 0, Version: 1 });
  };

  const runCommand = (controlId: string, functionName: string): Promise<boolean> =>
    new Promise((resolve) => {
      const isHeard = push(COMMAND_INVOKED, {
        0: controlId,
        1: functionName,
        2: JSON.stringify({ source: { id: controlId } }),
      });
      if (!isHeard) resolve(false);
      else commands.set(controlId, [...(commands.get(controlId) ?? []), () => resolve(true)]);
    });

  return {
    receive,
    runCommand,
    runAction: (name, args) =>
      send([
        {
          category: CATEGORIES.action,
          type: 1000,
          targetId: "",
          message: JSON.stringify([name, JSON.stringify(args ?? {})]),
        },
      ]),
    setFaults: batches.setFaults,
    setLatency: (milliseconds) => {
      latency = milliseconds;
    },
    setRequirementSets: (sets) => {
      requirementSets = sets;
    },
    setCellEditing: batches.setCellEditing,
    moveFocus: (action) => options.post(writeNotification(conversation, action)),
    ribbon,
    session,
    stats: () => ({ ...batches.counters(), references: interpreter.references.count() }),
    isConnected: () => events.has(RICH_API_MESSAGE),
    close: () => {
      stopEvents();
      interpreter.references.dropAll();
    },
  };
};
