import type { HostKind } from "../../../wire.ts";
import type { CallTable } from "../host.ts";
import type { LoadEvent } from "../loading.ts";
import { textOf } from "../message.ts";
import { clientType, hostSdkVersion, runtimeOf } from "../runtime.ts";

export interface LifecyclePort {
  readonly host: () => HostKind;
  readonly pageReported: (pageId: string, event: LoadEvent) => void;
}

const failureOf = (args: readonly unknown[]): LoadEvent => {
  const message = textOf(args[1]);
  return { type: "failure", reason: textOf(args[0]) ?? "Other", ...(message === undefined ? {} : { message }) };
};

const nothing = (): void => undefined;

/** Initialising, context and the page's reports about itself. [TS4] [TS5] [TS8] */
export const lifecycleCalls = ({ host, pageReported }: LifecyclePort): CallTable => ({
  // The SDK version stands third and the runtime fourth: only from the fourth does teams-js make the auth bridge.
  initialize: ({ page, reply }) => {
    reply(page.frameContext, clientType(host()), hostSdkVersion, JSON.stringify(runtimeOf(host())));
    pageReported(page.id, { type: "initialized" });
  },
  getContext: ({ page, reply }) => reply(page.context()),
  // The host itself has noted the event name.
  registerHandler: nothing,
  readyToUnload: nothing,
  "appInitialization.appLoaded": ({ page }) => pageReported(page.id, { type: "appLoaded" }),
  "appInitialization.success": ({ page, reply }) => {
    pageReported(page.id, { type: "success" });
    if (host() !== "old") reply(undefined);
  },
  "appInitialization.failure": ({ page, args }) => pageReported(page.id, failureOf(args)),
  "appInitialization.expectedFailure": ({ page }) => pageReported(page.id, { type: "expectedFailure" }),
});
