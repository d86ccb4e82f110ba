import type { ShellSession, ShellTheme } from "../../wire.ts";
import { clipboardCalls, type ClipboardPort } from "../protocol/calls/clipboard.ts";
import { dialogCalls, peopleCalls } from "../protocol/calls/dialogs.ts";
import { lifecycleCalls } from "../protocol/calls/lifecycle.ts";
import { meetingCalls } from "../protocol/calls/meetings.ts";
import { navigationCalls } from "../protocol/calls/navigation.ts";
import { settingsCalls } from "../protocol/calls/settings.ts";
import { signInCalls } from "../protocol/calls/signIn.ts";
import { buildContext, fillPlaceholders, type PagePlace } from "../protocol/context.ts";
import { checkAddress, type AddressCheck } from "../protocol/domains.ts";
import {
  createProtocolHost,
  type CallTable,
  type IncomingMessage,
  type LegacyContext,
  type LogEntry,
  type PageWindow,
  type ProtocolHost,
} from "../protocol/host.ts";
import { firstLoadState, nextLoadState, type LoadEvent, type LoadState } from "../protocol/loading.ts";
import { createNaaBroker } from "../protocol/nestedAppAuth.ts";
import type { ShellApi } from "./api.ts";
import { createConfiguration } from "./configuration.ts";
import { createDialogs, createPopups, createQuestions, type PopupWindow } from "./dialogs.ts";
import { createNavigation, goTo } from "./navigation.ts";
import { channelOf, postsTab, tabsOf, type Notice, type PageSpec, type Place, type ShellState } from "./state.ts";
import { createStore, type Store } from "./store.ts";

/** What the shell needs of its browser. */
export interface Browser extends ClipboardPort {
  readonly openWindow: (address: string) => void;
  readonly openPopup: (address: string, width: number, height: number) => PopupWindow | null;
  readonly focusShell: () => void;
  readonly listen: (receive: (message: IncomingMessage) => void) => void;
  readonly monotonicNow: () => number;
  readonly now: () => number;
  readonly uuid: () => string;
  readonly after: (milliseconds: number, action: () => void) => void;
  readonly every: (milliseconds: number, action: () => void) => () => void;
}

export interface ShellDeps {
  readonly session: ShellSession;
  readonly api: ShellApi;
  readonly browser: Browser;
}

/** Entries that the protocol log keeps. */
const logLength = 500;

const firstPlace = ({ start, app, teams }: ShellSession): Place => {
  if (start.view === "personal") {
    const wanted = app.staticTabs.find(({ entityId }) => entityId === start.tab) ?? app.staticTabs[0];
    return wanted === undefined ? { kind: "activity" } : { kind: "app", entityId: wanted.entityId };
  }
  if (start.view !== "channel") return { kind: start.view };
  const team = teams.find(({ id }) => id === start.teamId) ?? teams[0];
  const channelId = start.channelId ?? team?.channels[0]?.id;
  return channelId === undefined ? { kind: "teams" } : { kind: "channel", channelId, tabId: start.tab ?? postsTab };
};

const firstState = (session: ShellSession): ShellState => ({
  place: firstPlace(session),
  back: [],
  visit: 1,
  theme: session.start.theme,
  locale: session.start.locale,
  tabs: {},
  loads: {},
  log: [],
  logOpen: false,
});

/** Characters kept of what a call carried. */
const detailLength = 600;

/** Tokens must neither stay in memory nor be readable over a shoulder. [TS15] */
const loggedDetail = (detail: unknown): string => {
  const text = typeof detail === "string" ? detail : JSON.stringify(detail);
  const safe = (text ?? "").replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, "[token]");
  return safe.length > detailLength ? `${safe.slice(0, detailLength)} …` : safe;
};

const createLog = (store: Store<ShellState>, now: () => number) => {
  let number = 0;
  return (entry: LogEntry): void => {
    number += 1;
    const logged = { ...entry, detail: loggedDetail(entry.detail), number, at: now() };
    store.update((state) => ({ ...state, log: [...state.log, logged].slice(-logLength) }));
  };
};

const createNotices = (store: Store<ShellState>) => {
  let number = 0;
  return (intent: Notice["intent"], text: string): void => {
    number += 1;
    const notice = { number, intent, text };
    store.update((state) => ({ ...state, notice }));
  };
};

/** Somebody who asked for "a channel" wants to see the app in one: the first that has its tab. */
const anyPinned = ({ start, teams }: ShellSession, { tabs }: ShellState): Place | undefined => {
  if (start.view !== "channel" || start.channelId !== undefined || start.teamId !== undefined) return undefined;
  const channelId = teams.flatMap(({ channels }) => channels).find(({ id }) => (tabs[id] ?? []).length > 0)?.id;
  const tabId = channelId === undefined ? undefined : tabs[channelId]?.[0]?.id;
  return channelId === undefined || tabId === undefined ? undefined : { kind: "channel", channelId, tabId };
};

/** Opens the place that the address asks for, once the pinned tabs are known. */
const openStart = (session: ShellSession, store: Store<ShellState>, add: (channelId: string) => void): void => {
  const { start } = session;
  const place = anyPinned(session, store.get()) ?? store.get().place;
  if (place.kind !== "channel") return;
  if (channelOf(session, place.channelId) === undefined) {
    store.update((state) => ({ ...state, place: { kind: "teams" } }));
    return;
  }
  const tabs = tabsOf(store.get(), session, place.channelId);
  if (start.tab === "new") add(place.channelId);
  const wanted = session.guestPage !== undefined && start.tab === undefined ? "guest" : place.tabId;
  const tabId = tabs.find(({ id, entityId }) => id === wanted || entityId === wanted)?.id ?? postsTab;
  store.update((state) => ({ ...state, place: { ...place, tabId }, visit: state.visit + 1 }));
};

/** The whole client without its looks: state, protocol host, and what the controls do. */
export const createShell = ({ session, api, browser }: ShellDeps) => {
  const store = createStore(firstState(session));
  const sessionId = browser.uuid();
  const log = createLog(store, browser.now);
  const notify = createNotices(store);
  const { showLoadingIndicator, validDomains } = session.app;
  let pageNumber = 0;
  const newPageId = (): string => `page-${(pageNumber += 1)}`;

  const contextOf = (place: PagePlace): LegacyContext => {
    const { theme, locale } = store.get();
    return buildContext(place, { session, theme, locale, host: session.start.host, sessionId });
  };
  const pageReported = (pageId: string, event: LoadEvent): void =>
    store.update((state) => {
      const load = nextLoadState(
        state.loads[pageId] ?? firstLoadState(showLoadingIndicator),
        event,
        showLoadingIndicator,
      );
      return { ...state, loads: { ...state.loads, [pageId]: load } };
    });

  // The call tables need the host to emit events, and the host needs the tables.
  const holder: { host?: ProtocolHost } = {};
  const host = (): ProtocolHost => {
    if (holder.host === undefined) throw new Error("The protocol host is not ready yet.");
    return holder.host;
  };
  const popupContext = (): LegacyContext => contextOf({ frameContext: "authentication", entityId: "" });
  const deps = { session, store, api, host, newPageId, popupContext, ...browser };
  const navigation = createNavigation(deps);
  const configuration = createConfiguration(deps);
  const dialogs = createDialogs(deps);
  const questions = createQuestions(deps);
  const broker = createNaaBroker({
    userId: session.user.id,
    tenantId: session.tenant.id,
    requestToken: api.requestToken,
    askConsent: questions.askConsent,
    explainApproval: questions.explainApproval,
  });
  const calls: CallTable = {
    ...lifecycleCalls({ host: () => session.start.host, pageReported }),
    ...navigationCalls(navigation),
    ...settingsCalls(configuration.port),
    ...dialogCalls(dialogs.port),
    ...peopleCalls(questions.people),
    ...signInCalls(createPopups(deps), broker),
    ...clipboardCalls(browser),
    ...meetingCalls,
  };
  holder.host = createProtocolHost({ calls, log, monotonicNow: browser.monotonicNow });
  browser.listen(holder.host.receive);

  const follow = (address: string): void => {
    const outcome = navigation.openLink(address);
    if (!outcome.ok) notify("warning", outcome.reason);
  };

  return {
    session,
    api,
    store,
    navigation,
    configuration,
    dialogs,
    questions,
    notify,
    pageReported,
    /** Follows a link of a card, a message or the activity feed; what cannot be followed is said. */
    follow,
    emit: host().emit,
    handlesBack: (pageId: string): boolean => host().registered(pageId, "backButton"),
    /** The address of a page with its placeholders filled, or why it may not be shown. */
    addressOf: ({ address, place }: PageSpec): AddressCheck =>
      checkAddress(fillPlaceholders(address, contextOf(place)), validDomains),
    attach: (window: PageWindow, page: PageSpec, origin: string): (() => void) =>
      host().attach(window, {
        id: page.id,
        origin,
        frameContext: page.place.frameContext,
        context: () => contextOf(page.place),
      }),
    loadOf: (state: ShellState, pageId: string): LoadState =>
      state.loads[pageId] ?? firstLoadState(showLoadingIndicator),
    setTheme: (theme: ShellTheme): void => {
      store.update((state) => ({ ...state, theme }));
      host().emitToAll("themeChange", () => [theme]);
      host().emitToAll("contextChange", (page) => [page.context()]);
    },
    setLocale: (locale: string): void => {
      store.update((state) => ({ ...state, locale }));
      host().emitToAll("contextChange", (page) => [page.context()]);
    },
    setLogOpen: (logOpen: boolean): void => store.update((state) => ({ ...state, logOpen })),
    closeSharedLink: (): void => store.update(({ sharedLink: _closed, ...state }) => state),
    reload: (): void => store.update((state) => ({ ...goTo(state.place)(state), back: state.back })),
    loadTabs: async (): Promise<void> => {
      const answer = await api.tabs();
      if (answer.ok) store.update((state) => ({ ...state, tabs: answer.value }));
      else notify("error", answer.message);
    },
    start: async (): Promise<void> => {
      const answer = await api.tabs();
      if (answer.ok) store.update((state) => ({ ...state, tabs: answer.value }));
      else notify("error", answer.message);
      openStart(session, store, configuration.add);
      if (session.start.link !== undefined) follow(session.start.link);
    },
  };
};

export type Shell = ReturnType<typeof createShell>;
