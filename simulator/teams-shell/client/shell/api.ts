import type { ActivityItem, ChannelMessage, PinnedTab, ShellPerson, ShellSession, TabSettings } from "../../wire.ts";
import { isRecord } from "../protocol/message.ts";
import type { TokenAnswer, TokenFailure, TokenRequest } from "../protocol/nestedAppAuth.ts";

/** Answers of the shell's server; a failure carries a sentence for the person. */
export type Fetched<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

export interface ShellApi {
  readonly tabs: () => Promise<Fetched<Readonly<Record<string, readonly PinnedTab[]>>>>;
  readonly addTab: (channelId: string, tab: TabSettings) => Promise<Fetched<PinnedTab>>;
  readonly changeTab: (tabId: string, tab: TabSettings) => Promise<Fetched<PinnedTab>>;
  readonly removeTab: (tabId: string) => Promise<Fetched<null>>;
  readonly messages: (teamId: string, channelId: string) => Promise<Fetched<readonly ChannelMessage[]>>;
  readonly activity: () => Promise<Fetched<readonly ActivityItem[]>>;
  readonly people: (search: string) => Promise<Fetched<readonly ShellPerson[]>>;
  readonly requestToken: (request: TokenRequest) => Promise<TokenAnswer>;
}

const call = async <T>(path: string, method = "GET", body?: unknown): Promise<Fetched<T>> => {
  try {
    const response = await fetch(path, {
      method,
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    if (response.status === 204) return { ok: true, value: null as T };
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, value: answer as T };
    const message = isRecord(answer) && typeof answer["message"] === "string" ? answer["message"] : response.statusText;
    return { ok: false, message };
  } catch {
    return { ok: false, message: "The simulator does not answer. Is it still running?" };
  }
};

const tokenRefusal = (failure: TokenFailure): TokenAnswer => ({ type: "refused", failure });

const requestToken = async (request: TokenRequest): Promise<TokenAnswer> => {
  try {
    const response = await fetch("/entra/naa", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
    });
    const answer: unknown = await response.json();
    if (!isRecord(answer)) return tokenRefusal({ status: "PERSISTENT_ERROR", description: "No usable answer." });
    if (response.ok) return { type: "issued", token: answer["token"], account: answer["account"] };
    return tokenRefusal(answer as unknown as TokenFailure);
  } catch {
    return tokenRefusal({ status: "NO_NETWORK", description: "The sign-in service could not be reached." });
  }
};

export const loadSession = (address: string): Promise<Fetched<ShellSession>> => call<ShellSession>(address);

export const createApi = (userKey: string): ShellApi => {
  const at = (path: string, query: Readonly<Record<string, string>> = {}): string =>
    `/teams/api/${path}?${new URLSearchParams({ user: userKey, ...query }).toString()}`;
  return {
    tabs: () => call(at("tabs")),
    addTab: (channelId, tab) => call(at("tabs", { channel: channelId }), "POST", tab),
    changeTab: (tabId, tab) => call(at(`tabs/${encodeURIComponent(tabId)}`), "PUT", tab),
    removeTab: (tabId) => call(at(`tabs/${encodeURIComponent(tabId)}`), "DELETE"),
    messages: (team, channel) => call(at("messages", { team, channel })),
    activity: () => call(at("activity")),
    people: (search) => call(at("people", { search })),
    requestToken,
  };
};
