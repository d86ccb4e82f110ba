import type { Call, CallHandler, CallTable } from "../host.ts";
import { errorCode, isRecord, textOf } from "../message.ts";

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface AppTarget {
  readonly appId?: string;
  readonly pageId?: string;
  readonly subPageId?: string;
  readonly channelId?: string;
}

export interface ShareTarget {
  readonly subPageId?: string;
  readonly label?: string;
  readonly webUrl?: string;
}

export interface NavigationPort {
  readonly openLink: (address: string) => Outcome;
  readonly navigateToApp: (target: AppTarget) => Outcome;
  readonly navigateBack: () => Outcome;
  readonly navigateCrossDomain: (pageId: string, address: string) => Outcome;
  readonly shareLink: (pageId: string, target: ShareTarget) => void;
  readonly returnFocus: () => void;
  readonly tabInstances: () => readonly object[];
  readonly navigateToTab: (tab: { readonly tabId: string; readonly channelId?: string }) => Outcome;
}

const statusAnswer = ({ reply }: Call, outcome: Outcome): void =>
  outcome.ok ? reply(true) : reply(false, outcome.reason);

const resultAnswer = ({ reply }: Call, outcome: Outcome): void =>
  outcome.ok
    ? reply(null, true)
    : reply({ errorCode: errorCode.notSupportedInCurrentContext, message: outcome.reason }, null);

const targetOf = (value: unknown): AppTarget => {
  if (!isRecord(value)) return {};
  const names = ["appId", "pageId", "subPageId", "channelId"] as const;
  return Object.fromEntries(names.flatMap((name) => (textOf(value[name]) ? [[name, value[name]]] : [])));
};

const shareTarget = ([subPageId, label, webUrl]: readonly unknown[]): ShareTarget => {
  const given = { subPageId: textOf(subPageId), label: textOf(label), webUrl: textOf(webUrl) };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
};

const missing = (what: string): Outcome => ({ ok: false, reason: `${what} is missing.` });

/** Links and moves inside and out of the shell. [TS11] [TS12] [TS13] */
export const navigationCalls = (port: NavigationPort): CallTable => {
  const withAddress =
    (act: (address: string, call: Call) => Outcome): CallHandler =>
    (call) => {
      const address = textOf(call.args[0]);
      statusAnswer(call, address === undefined ? missing("The address") : act(address, call));
    };
  return {
    executeDeepLink: withAddress((address) => port.openLink(address)),
    "pages.navigateToApp": (call) => statusAnswer(call, port.navigateToApp(targetOf(call.args[0]))),
    navigateBack: (call) => statusAnswer(call, port.navigateBack()),
    navigateCrossDomain: withAddress((address, { page }) => port.navigateCrossDomain(page.id, address)),
    "pages.currentApp.navigateTo": (call) => resultAnswer(call, port.navigateToApp(targetOf(call.args[0]))),
    "pages.currentApp.navigateToDefaultPage": (call) => resultAnswer(call, port.navigateToApp({})),
    getTabInstances: ({ reply }) => reply({ teamTabs: port.tabInstances() }),
    getMruTabInstances: ({ reply }) => reply({ teamTabs: port.tabInstances() }),
    navigateToTab: (call) => {
      const tab = isRecord(call.args[0]) ? call.args[0] : {};
      const tabId = textOf(tab["internalTabInstanceId"]);
      const channelId = textOf(tab["channelId"]);
      if (tabId === undefined) statusAnswer(call, missing("internalTabInstanceId"));
      else statusAnswer(call, port.navigateToTab({ tabId, ...(channelId === undefined ? {} : { channelId }) }));
    },
    shareDeepLink: ({ page, args }) => port.shareLink(page.id, shareTarget(args)),
    setFrameContext: () => undefined,
    returnFocus: () => port.returnFocus(),
  };
};
