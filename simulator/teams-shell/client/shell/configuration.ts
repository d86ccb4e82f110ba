import type { PinnedTab, ShellSession, TabSettings } from "../../wire.ts";
import type { Outcome } from "../protocol/calls/navigation.ts";
import type { SettingsPort } from "../protocol/calls/settings.ts";
import { checkAddress } from "../protocol/domains.ts";
import type { ProtocolHost } from "../protocol/host.ts";
import type { ShellApi } from "./api.ts";
import { goTo } from "./navigation.ts";
import { postsTab, type Configuration, type ShellState } from "./state.ts";
import type { Store } from "./store.ts";

export interface ConfigurationDeps {
  readonly session: ShellSession;
  readonly store: Store<ShellState>;
  readonly api: ShellApi;
  readonly host: () => Pick<ProtocolHost, "emit">;
  /** An id that no other page of this shell has. */
  readonly newPageId: () => string;
  /** Runs the action after so many milliseconds. */
  readonly after: (milliseconds: number, action: () => void) => void;
}

/** Teams gives a page 30 seconds to answer the save event. */
const saveLimit = 30_000;

const without = (tabs: ShellState["tabs"], channelId: string, tabId: string): ShellState["tabs"] => ({
  ...tabs,
  [channelId]: (tabs[channelId] ?? []).filter(({ id }) => id !== tabId),
});

const withTab = (tabs: ShellState["tabs"], channelId: string, tab: PinnedTab): ShellState["tabs"] => {
  const stored = tabs[channelId] ?? [];
  const known = stored.some(({ id }) => id === tab.id);
  return { ...tabs, [channelId]: known ? stored.map((one) => (one.id === tab.id ? tab : one)) : [...stored, tab] };
};

const closed = ({ configuration: _closed, ...state }: ShellState): ShellState => state;

/** Adding, changing and removing channel tabs. [TS9] [TS10] */
export const createConfiguration = ({ session, store, api, host, newPageId, after }: ConfigurationDeps) => {
  const current = (pageId: string): Configuration | undefined => {
    const { configuration } = store.get();
    return configuration?.pageId === pageId ? configuration : undefined;
  };

  const change = (pageId: string, part: Partial<Configuration>): void =>
    store.update((state) =>
      state.configuration?.pageId === pageId ? { ...state, configuration: { ...state.configuration, ...part } } : state,
    );

  const open = (configuration: Omit<Configuration, "pageId" | "valid" | "busy">): void =>
    store.update((state) => ({
      ...state,
      configuration: { ...configuration, pageId: newPageId(), valid: configuration.mode === "remove", busy: false },
    }));

  const close = (): void => store.update(closed);

  const stopWaiting = (pageId: string, problem: string): void => change(pageId, { busy: false, problem });

  const forget = async (channelId: string, tabId: string): Promise<string | undefined> => {
    const answer = await api.removeTab(tabId);
    if (!answer.ok) return answer.message;
    store.update((state) => {
      const next = { ...closed(state), tabs: without(state.tabs, channelId, tabId) };
      const shown = state.place.kind === "channel" && state.place.tabId === tabId;
      return shown ? goTo({ kind: "channel", channelId, tabId: postsTab })(next) : next;
    });
    return undefined;
  };

  const keep = async ({ pageId, channelId, tab, draft }: Configuration): Promise<void> => {
    if (draft === undefined) {
      stopWaiting(pageId, "The page reported success without calling setConfig.");
      return;
    }
    const named: TabSettings = { ...draft, name: draft.name === "" ? session.app.name : draft.name };
    const answer = await (tab === undefined ? api.addTab(channelId, named) : api.changeTab(tab.id, named));
    if (!answer.ok) {
      stopWaiting(pageId, answer.message);
      return;
    }
    store.update((state) =>
      goTo({ kind: "channel", channelId, tabId: answer.value.id })({
        ...closed(state),
        tabs: withTab(state.tabs, channelId, answer.value),
      }),
    );
  };

  const ask = (event: "settings.save" | "settings.remove"): void => {
    const { configuration } = store.get();
    if (configuration === undefined || configuration.busy) return;
    const { pageId } = configuration;
    store.update((state) => {
      const { problem: _gone, ...rest } = configuration;
      return { ...state, configuration: { ...rest, busy: true } };
    });
    host().emit(pageId, event, ...(event === "settings.save" ? [{}] : []));
    after(saveLimit, () => {
      if (current(pageId)?.busy === true) stopWaiting(pageId, "The page did not answer within 30 seconds.");
    });
  };

  const reported = (pageId: string, outcome: Outcome, act: (open: Configuration) => Promise<void>): void => {
    const configuration = current(pageId);
    if (configuration === undefined || !configuration.busy) return;
    if (outcome.ok) void act(configuration);
    else stopWaiting(pageId, outcome.reason === "" ? "The page could not save." : outcome.reason);
  };

  const port: SettingsPort = {
    settingsOf: (pageId) => {
      const { place, tabs, configuration } = store.get();
      if (configuration?.pageId === pageId) return configuration.draft ?? configuration.tab;
      return place.kind === "channel" ? tabs[place.channelId]?.find(({ id }) => id === place.tabId) : undefined;
    },
    changeSettings: (pageId, settings) => {
      const check = checkAddress(settings.contentUrl, session.app.validDomains);
      if (!check.ok) return check;
      if (current(pageId) === undefined) return { ok: false, reason: "setConfig works on a configuration page only." };
      change(pageId, { draft: settings });
      return { ok: true };
    },
    setValidity: (pageId, valid) => change(pageId, { valid }),
    saved: (pageId, outcome) => reported(pageId, outcome, keep),
    removed: (pageId, outcome) =>
      reported(pageId, outcome, async ({ channelId, tab }) => {
        const problem = tab === undefined ? undefined : await forget(channelId, tab.id);
        if (problem !== undefined) stopWaiting(pageId, problem);
      }),
  };

  const configurationUrl = session.app.configurableTab?.configurationUrl;
  return {
    port,
    close,
    forget,
    save: () => ask("settings.save"),
    confirmRemoval: () => ask("settings.remove"),
    add: (channelId: string): void => {
      if (configurationUrl !== undefined) open({ mode: "add", channelId, url: configurationUrl });
    },
    change: (channelId: string, tab: PinnedTab): void => {
      if (configurationUrl !== undefined) open({ mode: "change", channelId, tab, url: configurationUrl });
    },
    /** Opens the app's removal page; without one the caller asks the person itself. */
    remove: (channelId: string, tab: PinnedTab): void => {
      if (tab.removeUrl !== undefined) open({ mode: "remove", channelId, tab, url: tab.removeUrl });
    },
  };
};
