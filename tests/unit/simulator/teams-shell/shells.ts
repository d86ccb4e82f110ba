/** A shell with a browser of plain values, and a session in the tiny world. */
import { buildSession } from "#simulator/teams-shell/session.ts";
import { readManifest } from "#simulator/teams-shell/manifest.ts";
import type { ShellApi } from "#simulator/teams-shell/client/shell/api.ts";
import { createShell, type Browser } from "#simulator/teams-shell/client/shell/createShell.ts";
import type { IncomingMessage } from "#simulator/teams-shell/client/protocol/host.ts";
import { contentPage, type PageSpec } from "#simulator/teams-shell/client/shell/state.ts";
import type { PinnedTab, ShellSession } from "#simulator/teams-shell/wire.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

export const origin = "https://okr.example";
export const statusChannel = "19:germany-okr@thread.tacv2";

export const aManifest = (changes: object = {}): object => ({
  manifestVersion: "1.30",
  id: "app-1",
  name: { short: "Drumbeat" },
  description: { short: "OKRs" },
  developer: { name: "Drumbeat" },
  accentColor: "#5B5FC7",
  icons: { color: "color.png", outline: "outline.png" },
  staticTabs: [
    { entityId: "home", name: "OKRs", contentUrl: `${origin}/tab?theme={app.theme}`, scopes: ["personal"] },
    { entityId: "mine", name: "Mine", contentUrl: `${origin}/mine`, scopes: ["personal"] },
    { entityId: "about", scopes: ["personal"] },
    { entityId: "meeting", name: "Meeting", contentUrl: `${origin}/meeting`, scopes: ["groupChat"] },
  ],
  configurableTabs: [{ configurationUrl: `${origin}/config`, canUpdateConfiguration: true, scopes: ["team"] }],
  validDomains: ["okr.example"],
  showLoadingIndicator: true,
  webApplicationInfo: { id: "client-1" },
  ...changes,
});

const aSession = (query: Readonly<Record<string, string>> = {}, manifest: object = {}): ShellSession => {
  const result = buildSession(tinyWorld(), readManifest(aManifest(manifest)), { user: "lead", ...query });
  if (!result.ok) throw new Error(result.message);
  return result.session;
};

export const aTab = (changes: Partial<PinnedTab> = {}): PinnedTab => ({
  id: "pinned-1",
  entityId: "team-okrs",
  name: "Team OKRs",
  contentUrl: `${origin}/tab#/team`,
  ...changes,
});

interface Posted {
  readonly func?: string;
  readonly id?: number;
  readonly args: readonly unknown[];
}

export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A page's window, with the requests a page would send. */
export const aPage = () => {
  const posted: Posted[] = [];
  return {
    closed: false,
    posted,
    postMessage: (message: unknown): void => {
      posted.push(message as Posted);
    },
    events: (): readonly unknown[] =>
      posted.filter(({ id }) => id === undefined).map(({ func, args }) => ([func] as readonly unknown[]).concat(args)),
  };
};

/** Answers of the shell's own server; without `tabs` nothing is pinned. */
const fakeApi = (tabs: readonly PinnedTab[]): ShellApi => ({
  tabs: async () => ({ ok: true, value: { [statusChannel]: tabs } }),
  addTab: async (_channel, tab) => ({ ok: true, value: { ...tab, id: "pinned-new" } }),
  changeTab: async (id, tab) => ({ ok: true, value: { ...tab, id } }),
  removeTab: async () => ({ ok: true, value: null }),
  messages: async () => ({ ok: true, value: [] }),
  activity: async () => ({ ok: true, value: [] }),
  people: async () => ({ ok: true, value: [] }),
  requestToken: async () => ({ type: "issued", token: {}, account: {} }),
});

export interface OpenShellOptions {
  readonly query?: Readonly<Record<string, string>>;
  readonly manifest?: object;
  readonly tabs?: readonly PinnedTab[];
  readonly api?: Partial<ShellApi>;
}

export const openShell = async ({ query = {}, manifest = {}, tabs = [], api = {} }: OpenShellOptions = {}) => {
  const session = aSession(query, manifest);
  const opened: string[] = [];
  const timers: { readonly after: number; readonly action: () => void }[] = [];
  const ticks = new Set<() => void>();
  const popups: ReturnType<typeof aPage>[] = [];
  const blocked = { popups: false };
  const clipboard = { text: "" };
  let receive: (message: IncomingMessage) => void = () => undefined;
  const browser: Browser = {
    openWindow: (address) => opened.push(address),
    openPopup: () => {
      if (blocked.popups) return null;
      const popup = aPage();
      popups.push(popup);
      return popup;
    },
    focusShell: () => undefined,
    listen: (listener) => {
      receive = listener;
    },
    monotonicNow: () => 0,
    now: () => 0,
    uuid: () => "session-1",
    after: (after, action) => timers.push({ after, action }),
    every: (_milliseconds, action) => {
      ticks.add(action);
      return () => ticks.delete(action);
    },
    writeText: async (text) => {
      clipboard.text = text;
    },
    readText: async () => clipboard.text,
  };
  const shell = createShell({ session, api: { ...fakeApi(tabs), ...api }, browser });
  await shell.start();

  let number = 0;
  /** Sends a call of a page and gives the answer's arguments; undefined when there is none. */
  const call = async (page: ReturnType<typeof aPage>, func: string, ...args: readonly unknown[]): Promise<unknown> => {
    number += 1;
    const id = number;
    receive({ source: page, origin, data: { id, func, args } });
    await settled();
    return page.posted.find((one) => one.id === id)?.args;
  };
  const attach = (spec: PageSpec | undefined) => {
    if (spec === undefined) throw new Error("There is no such page.");
    const page = aPage();
    shell.attach(page, spec, origin);
    return page;
  };
  return {
    shell,
    session,
    state: shell.store.get,
    call,
    attach,
    /** The page that is open in the shell now. */
    openPage: () => attach(contentPage(shell.store.get(), session)),
    opened,
    timers,
    tick: (): void => {
      for (const action of ticks) action();
    },
    popups,
    blocked,
    clipboard,
  };
};
