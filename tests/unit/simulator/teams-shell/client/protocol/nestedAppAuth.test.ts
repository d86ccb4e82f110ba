import { describe, expect, it } from "@jest/globals";
import {
  createNaaBroker,
  type ConsentDecision,
  type ConsentQuestion,
  type TokenAnswer,
  type TokenRequest,
} from "#simulator/teams-shell/client/protocol/nestedAppAuth.ts";

const issued: TokenAnswer = { type: "issued", token: { access_token: "t" }, account: { username: "lena" } };
const missing: TokenAnswer = {
  type: "refused",
  failure: {
    status: "USER_INTERACTION_REQUIRED",
    code: "invalid_grant",
    description: "AADSTS65001: consent",
    missingScopes: ["Mail.Send"],
    consent: {
      appName: "Drumbeat",
      needsAdmin: false,
      mayGrantForOrganisation: true,
      scopes: [{ name: "Mail.Send", title: "Send mail as you" }],
    },
  },
};
const adminOnly: TokenAnswer = {
  type: "refused",
  failure: {
    status: "USER_INTERACTION_REQUIRED",
    description: "AADSTS90094: admin",
    missingScopes: ["Sites.FullControl.All"],
  },
};

const broker = (answers: readonly TokenAnswer[], decision: ConsentDecision = { type: "cancelled" }) => {
  const requests: TokenRequest[] = [];
  const asked: ConsentQuestion[] = [];
  const explained: ConsentQuestion[] = [];
  const { answer } = createNaaBroker({
    userId: "user-1",
    tenantId: "tenant-1",
    requestToken: async (request) => {
      requests.push(request);
      return answers[requests.length - 1] ?? issued;
    },
    askConsent: async (question) => {
      asked.push(question);
      return decision;
    },
    explainApproval: async (question) => {
      explained.push(question);
    },
  });
  const ask = async (method: string, tokenParams: object = { clientId: "app-1", scope: "Mail.Send" }) =>
    JSON.parse(
      await answer(JSON.stringify({ messageType: "NestedAppAuthRequest", requestId: "r-1", method, tokenParams })),
    ) as unknown;
  return { ask, answer, requests, asked, explained };
};

const envelope = { messageType: "NestedAppAuthResponse", requestId: "r-1" };

describe("the nested-app-auth bridge", () => {
  it("[TS15] tells the account without asking anybody", async () => {
    const { ask, requests } = broker([]);
    expect(await ask("GetInitContext")).toEqual({
      ...envelope,
      success: true,
      initContext: {
        sdkName: "SimulatedTeams",
        sdkVersion: "1.0.0",
        capabilities: { queryAccount: false },
        accountContext: {
          homeAccountId: "user-1.tenant-1",
          environment: "login.microsoftonline.com",
          tenantId: "tenant-1",
        },
      },
    });
    expect(requests).toEqual([]);
  });

  it("[TS15] passes a silent request on and its token back", async () => {
    const { ask, requests } = broker([issued]);
    const answer = await ask("GetToken", { clientId: "app-1", scope: "User.Read", claims: "{}" });
    expect(answer).toEqual({ ...envelope, success: true, token: { access_token: "t" }, account: { username: "lena" } });
    expect(requests).toEqual([
      { userId: "user-1", clientId: "app-1", method: "GetToken", scope: "User.Read", claims: "{}" },
    ]);
  });

  it("[TS16] asks nobody in a silent request", async () => {
    const { ask, asked } = broker([missing]);
    expect(await ask("GetToken")).toMatchObject({ success: false, error: { status: "USER_INTERACTION_REQUIRED" } });
    expect(asked).toEqual([]);
  });

  it("[TS16] asks again with the consent that the person gave", async () => {
    const { ask, asked, requests } = broker([missing, issued], { type: "accepted", organisation: true });
    expect(await ask("GetTokenPopup")).toMatchObject({ success: true });
    expect(asked).toEqual([
      {
        clientId: "app-1",
        appName: "Drumbeat",
        scopes: ["Mail.Send"],
        titles: { "Mail.Send": "Send mail as you" },
        mayGrantForOrganisation: true,
      },
    ]);
    expect(requests[1]).toMatchObject({ method: "GetTokenPopup", consent: "granted", organisation: true });
  });

  it("[TS16] answers USER_CANCEL when the person declines", async () => {
    const { ask, requests } = broker([missing]);
    expect(await ask("GetTokenPopup")).toMatchObject({ success: false, error: { status: "USER_CANCEL" } });
    expect(requests).toHaveLength(1);
  });

  it("[TS16] explains what only an administrator may grant, and leaves it refused", async () => {
    const { ask, asked, explained } = broker([adminOnly]);
    expect(await ask("GetTokenPopup")).toMatchObject({
      success: false,
      error: { status: "USER_INTERACTION_REQUIRED", description: "AADSTS90094: admin" },
    });
    expect({ asked, explained: explained.map(({ scopes }) => scopes) }).toEqual({
      asked: [],
      explained: [["Sites.FullControl.All"]],
    });
  });

  it("[TS15] refuses a method and a message it does not know", async () => {
    const { ask, answer } = broker([]);
    expect(await ask("GetEverything")).toMatchObject({
      success: false,
      error: { status: "PERSISTENT_ERROR", description: 'The bridge method "GetEverything" is not simulated.' },
    });
    await expect(answer("{}")).rejects.toThrow("NestedAppAuthRequest");
  });
});
