import { webcrypto } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import type { Configuration } from "#shared/adapters/browser/config.ts";
import { createNestedSignIn } from "#shared/adapters/msal/signIn.ts";

const configuration: Configuration = {
  clientId: "b7c1b0de-3f53-4a5e-8a0f-1f4f2f6f7c90",
  tenantId: "3c40c672-8ec6-49ce-a1f7-69e2f6de51a9",
  homeSite: "contoso.sharepoint.com:/sites/okr",
  appId: "5f0c6f5e-7d0d-4a7a-9d52-6f3c1a8e2b41",
  graphOrigin: "https://graph.microsoft.com",
  validMessageOrigins: [],
};

type Answer = (request: { readonly method: string }) => object;

/** The host's end of the bridge, as msal-browser speaks to it. */
const bridge = (answer: Answer) => {
  const listeners: ((text: string) => void)[] = [];
  return {
    addEventListener: (_: string, listener: (text: string) => void) => listeners.push(listener),
    removeEventListener: () => undefined,
    postMessage: (text: string) => {
      const request = JSON.parse(text) as { readonly method: string; readonly requestId: string };
      const envelope = { messageType: "NestedAppAuthResponse", requestId: request.requestId, ...answer(request) };
      queueMicrotask(() => listeners.forEach((listen) => listen(JSON.stringify(envelope))));
    },
  };
};

const ready = {
  success: true,
  initContext: { sdkName: "Host", sdkVersion: "1", capabilities: {}, accountContext: { homeAccountId: "a.b" } },
};

beforeEach(() => {
  // msal tells the console of a bridge that refuses.
  jest.spyOn(console, "log").mockImplementation(() => undefined);
  Object.defineProperty(globalThis, "crypto", { value: webcrypto, configurable: true });
});
afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, "nestedAppAuthBridge");
});

const connect = (answer: Answer) => {
  Object.assign(globalThis, { nestedAppAuthBridge: bridge(answer) });
  return createNestedSignIn(configuration, "https://okr.contoso.com");
};

describe("sign-in through the host", () => {
  it("is not there without a bridge, nor over one that refuses to be used", async () => {
    expect(await createNestedSignIn(configuration, "https://okr.contoso.com")).toBeUndefined();
    expect(await connect(() => ({ success: false, error: { status: "DISABLED" } }))).toBeUndefined();
  });

  it("takes a declined consent for what it is, so that one can be asked again", async () => {
    const signIn = await connect(({ method }) =>
      method === "GetInitContext" ? ready : { success: false, error: { status: "USER_CANCEL", code: "access_denied" } },
    );
    expect(await signIn?.interact(["ChannelMessage.Send"])).toEqual({
      ok: false,
      error: { type: "SignInNeeded", reason: "cancelled", scopes: ["ChannelMessage.Send"] },
    });
  });

  it("takes a passing trouble of the service for that", async () => {
    const trouble = { status: "TRANSIENT_ERROR", code: "temporarily_unavailable" };
    const signIn = await connect(({ method }) =>
      method === "GetInitContext" ? ready : { success: false, error: trouble },
    );
    expect(await signIn?.current()).toEqual({ ok: false, error: { type: "Busy" } });
  });
});
