import { errorCode, readRequest, type HostRequest } from "./message.ts";

export type FrameContext = "content" | "settings" | "remove" | "task" | "authentication";

/** Flat names, as the wire carries them; teams-js makes `app.Context` of them. */
export type LegacyContext = Readonly<Record<string, unknown>>;

export interface HostedPage {
  readonly id: string;
  readonly origin: string;
  readonly frameContext: FrameContext;
  readonly context: () => LegacyContext;
}

/** The part of a window that is needed to answer it. */
export interface PageWindow {
  postMessage: (message: unknown, targetOrigin: string) => void;
}

export interface Call {
  readonly func: string;
  readonly args: readonly unknown[];
  readonly data?: string;
  readonly page: HostedPage;
  readonly reply: (...args: readonly unknown[]) => void;
}

export type CallHandler = (call: Call) => void | Promise<void>;
export type CallTable = Readonly<Record<string, CallHandler>>;

export type LogKind = "call" | "answer" | "event" | "refused" | "ignored";

export interface LogEntry {
  readonly kind: LogKind;
  readonly page: string;
  readonly func: string;
  readonly detail: unknown;
}

export interface IncomingMessage {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

export interface ProtocolHostOptions {
  readonly calls: CallTable;
  readonly log: (entry: LogEntry) => void;
  /** Milliseconds on the clock that teams-js compares with: `performance.timeOrigin + performance.now()`. */
  readonly monotonicNow: () => number;
}

export interface ProtocolHost {
  readonly receive: (message: IncomingMessage) => void;
  readonly attach: (window: PageWindow, page: HostedPage) => () => void;
  /** Sends an event to one page; unknown pages are ignored, they have just been closed. */
  readonly emit: (pageId: string, func: string, ...args: readonly unknown[]) => void;
  readonly emitToAll: (func: string, argsOf: (page: HostedPage) => readonly unknown[]) => void;
  /** Event names the page has registered a handler for. */
  readonly registered: (pageId: string, event: string) => boolean;
}

/** Functions whose answer is `[false, reason]`; teams-js takes any other first element for success. */
const statusAndReason: ReadonlySet<string> = new Set([
  "authentication.authenticate",
  "authentication.getAuthToken",
  "authentication.getUser",
  "calendar.composeMeeting",
  "calendar.openCalendarItem",
  "chat.openChat",
  "conversations.openConversation",
  "executeDeepLink",
  "mail.composeMail",
  "mail.openMailItem",
  "navigateBack",
  "navigateCrossDomain",
  "navigateToTab",
  "pages.navigateToApp",
  "search.closeSearch",
  "settings.setSettings",
]);

/** The refusal in the form that the function's caller inside teams-js understands. [TS3] */
const refusal = (func: string, code: number, message: string): readonly unknown[] =>
  statusAndReason.has(func) ? [false, message] : [{ errorCode: code, message }, null];

interface Attached {
  readonly window: PageWindow;
  readonly page: HostedPage;
  readonly handlers: Set<string>;
}

/** The host's end of the protocol. Knows nothing of what the calls do; see the call tables. */
export const createProtocolHost = ({ calls, log, monotonicNow }: ProtocolHostOptions): ProtocolHost => {
  const attached = new Map<unknown, Attached>();

  const answer = ({ window, page }: Attached, request: HostRequest, args: readonly unknown[]): void => {
    const { id, uuidAsString } = request;
    window.postMessage({ id, uuidAsString, args, monotonicTimestamp: monotonicNow() }, page.origin);
  };

  const refuse = (to: Attached, request: HostRequest, code: number, message: string): void => {
    log({ kind: "refused", page: to.page.id, func: request.func, detail: message });
    answer(to, request, refusal(request.func, code, message));
  };

  const perform = async (from: Attached, request: HostRequest): Promise<void> => {
    const handler = Object.hasOwn(calls, request.func) ? calls[request.func] : undefined;
    if (handler === undefined) {
      const message = `The simulated Teams client does not know "${request.func}".`;
      refuse(from, request, errorCode.notSupportedOnPlatform, message);
      return;
    }
    log({ kind: "call", page: from.page.id, func: request.func, detail: request.data ?? request.args });
    const reply = (...args: readonly unknown[]): void => {
      log({ kind: "answer", page: from.page.id, func: request.func, detail: args });
      answer(from, request, args);
    };
    try {
      const { func, args, data } = request;
      await handler({ func, args, page: from.page, reply, ...(data === undefined ? {} : { data }) });
    } catch (error) {
      refuse(from, request, errorCode.internal, error instanceof Error ? error.message : String(error));
    }
  };

  const post = ({ window, page }: Attached, func: string, args: readonly unknown[]): void => {
    log({ kind: "event", page: page.id, func, detail: args });
    window.postMessage({ func, args, timestamp: Date.now(), monotonicTimestamp: monotonicNow() }, page.origin);
  };

  const byId = (pageId: string): Attached | undefined => [...attached.values()].find(({ page }) => page.id === pageId);

  return {
    receive: ({ source, origin, data }) => {
      const request = readRequest(data);
      if (request === undefined) return;
      const from = attached.get(source);
      if (from === undefined || from.page.origin !== origin) {
        const page = from?.page.id ?? "unknown window";
        log({ kind: "ignored", page, func: request.func, detail: `came from ${origin}` });
        return;
      }
      if (request.func === "initialize") from.handlers.clear();
      if (request.func === "registerHandler") from.handlers.add(String(request.args[0]));
      void perform(from, request);
    },
    attach: (window, page) => {
      const entry = { window, page, handlers: new Set<string>() };
      attached.set(window, entry);
      return () => {
        if (attached.get(window) === entry) attached.delete(window);
      };
    },
    emit: (pageId, func, ...args) => {
      const entry = byId(pageId);
      if (entry !== undefined) post(entry, func, args);
    },
    emitToAll: (func, argsOf) => {
      for (const entry of attached.values()) post(entry, func, argsOf(entry.page));
    },
    registered: (pageId, event) => byId(pageId)?.handlers.has(event) ?? false,
  };
};
