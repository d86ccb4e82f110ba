import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import {
  authorizeUrl,
  claimsOf,
  clientId,
  createBrowser,
  fragmentOf,
  postJson,
  postToken,
  press,
  redeem,
  runSignIn,
  signInAs,
  world,
} from "./support.ts";
import type { RunningSignIn } from "./support.ts";

const { admin, lead, member } = world.personas;

let running: RunningSignIn;
beforeEach(async () => {
  running = await runSignIn();
});
afterEach(async () => {
  await running.close();
});

const naa = async (request: Readonly<Record<string, unknown>>, origin = running.origin) =>
  await postJson(
    `${running.origin}/entra/naa`,
    { userId: lead, clientId, method: "GetToken", scope: "User.Read", ...request },
    { Origin: origin },
  );

const fault = async (body: unknown) => await postJson(`${running.origin}/sim/sign-in/faults`, body);

describe("GET /entra/sim-login", () => {
  it("[SI16] signs the browser in, so that silent requests find the person", async () => {
    const browser = createBrowser(running.origin);
    const login = await browser.request("/entra/sim-login?user=lead&return=/excel%3Fuser%3Dlead");
    expect(login.status).toBe(303);
    expect(login.headers.get("Location")).toBe("/excel?user=lead");
    const loginHint = "lena.kruger@tinycart.example";
    const { url } = await browser.open(authorizeUrl(running.origin, { prompt: "none", loginHint }));
    const { body } = await redeem(running.origin, fragmentOf(url)["code"] ?? "");
    expect(claimsOf(body["access_token"])).toMatchObject({ oid: lead });
  });

  it("[SI16] changes the current person and keeps the earlier one at hand", async () => {
    const browser = createBrowser(running.origin);
    await browser.request("/entra/sim-login?user=lead");
    await browser.request("/entra/sim-login?user=member");
    const current = await browser.open(authorizeUrl(running.origin, { prompt: "none" }));
    const { body } = await redeem(running.origin, fragmentOf(current.url)["code"] ?? "");
    expect(claimsOf(body["access_token"])).toMatchObject({ oid: member });
    const loginHint = "lena.kruger@tinycart.example";
    const earlier = await browser.open(authorizeUrl(running.origin, { prompt: "none", loginHint }));
    expect(fragmentOf(earlier.url)).toHaveProperty("code");
  });

  it.each(["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])(
    "[SI16] does not lead to %s",
    async (target) => {
      const query = new URLSearchParams({ user: "lead", return: target });
      const response = await createBrowser(running.origin).request(`/entra/sim-login?${query}`);
      expect(response.status).toBe(400);
      expect(response.headers.get("Location")).toBeNull();
      expect(response.headers.getSetCookie()).toEqual([]);
    },
  );

  it("[SI16] knows nobody it has not heard of", async () => {
    const response = await createBrowser(running.origin).request("/entra/sim-login?user=boss");
    expect(response.status).toBe(400);
  });
});

describe("POST /entra/naa", () => {
  it("[SI17] answers a host with a token and the account msal expects", async () => {
    const { status, body } = await naa({});
    expect(status).toBe(200);
    expect(body).toEqual({
      token: {
        access_token: expect.any(String),
        id_token: expect.any(String),
        expires_in: 3600,
        scope: "openid profile User.Read User.ReadBasic.All Sites.Selected",
        properties: null,
        authority: `https://login.microsoftonline.com/${world.tenant.id}`,
      },
      account: {
        homeAccountId: `${lead}.${world.tenant.id}`,
        environment: "login.microsoftonline.com",
        tenantId: world.tenant.id,
        username: "lena.kruger@tinycart.example",
        localAccountId: lead,
        name: "Lena Krüger",
      },
    });
    const { id_token: idToken } = body["token"] as { readonly id_token: string };
    expect(claimsOf(idToken)).toMatchObject({ aud: clientId, oid: lead, tid: world.tenant.id });
  });

  it("[SI18] tells the host what to ask, and grants what the person answered", async () => {
    const question = await naa({ scope: "Mail.Send User.Read" });
    expect(question.status).toBe(400);
    expect(question.body).toMatchObject({
      status: "USER_INTERACTION_REQUIRED",
      code: "invalid_grant",
      subError: "consent_required",
      description: expect.stringMatching(/^AADSTS65001: /),
      missingScopes: ["Mail.Send"],
      consent: {
        appName: "Sample App",
        userName: "Lena Krüger",
        scopes: [{ name: "Mail.Send", title: "Send mail as you", adminOnly: false }],
        needsAdmin: false,
        mayGrantForOrganisation: false,
      },
    });
    const popup = { method: "GetTokenPopup", scope: "Mail.Send" };
    expect((await naa(popup)).body).toMatchObject({ status: "USER_INTERACTION_REQUIRED" });
    expect((await naa({ ...popup, consent: "granted" })).status).toBe(200);
    expect((await naa({ scope: "Mail.Send" })).status).toBe(200);
    expect((await naa({ userId: member, scope: "Mail.Send" })).status).toBe(400);
  });

  it("[SI18] takes a no for a no, and an answer only from a dialog", async () => {
    const refused = await naa({ method: "GetTokenPopup", scope: "Mail.Send", consent: "denied" });
    expect(refused.body).toMatchObject({ status: "USER_CANCEL", description: expect.stringMatching(/^AADSTS65004: /) });
    const silent = await naa({ method: "GetToken", scope: "Mail.Send", consent: "granted" });
    expect(silent.body).toMatchObject({ status: "USER_INTERACTION_REQUIRED" });
  });

  it("[SI18] lets only administrators grant their permissions, for themselves or for all", async () => {
    const scope = "GroupMember.Read.All";
    const granted = { method: "GetTokenPopup", scope, consent: "granted" };
    expect((await naa({ scope })).body).toMatchObject({
      consent: { needsAdmin: true },
      subError: "admin_consent_required",
    });
    expect((await naa({ ...granted })).body).toMatchObject({
      status: "USER_INTERACTION_REQUIRED",
      code: "consent_required",
      description: expect.stringMatching(/^AADSTS90094: /),
    });
    expect((await naa({ ...granted, organisation: true })).status).toBe(400);
    expect((await naa({ ...granted, userId: admin })).status).toBe(200);
    expect((await naa({ scope })).status).toBe(400);
    expect((await naa({ ...granted, userId: admin, scope: "User.Read.All", organisation: true })).status).toBe(200);
    expect((await naa({ scope: "User.Read.All" })).status).toBe(200);
  });

  it("[SI19] serves pages of the simulator only", async () => {
    expect((await naa({}, "http://localhost:4999")).status).toBe(403);
    const bare = await postJson(`${running.origin}/entra/naa`, {
      userId: lead,
      clientId,
      method: "GetToken",
      scope: "",
    });
    expect(bare.status).toBe(403);
  });

  it.each([
    [{ clientId: "nobody" }, { status: "PERSISTENT_ERROR", code: "unauthorized_client" }],
    [{ userId: "nobody" }, { status: "ACCOUNT_UNAVAILABLE" }],
    [{ scope: "Foo.Read" }, { status: "PERSISTENT_ERROR", code: "invalid_client" }],
    [{ method: "GetCookie" }, { error: "method must be GetToken or GetTokenPopup" }],
    [{ consent: "perhaps" }, { error: 'consent must be "granted" or "denied"' }],
    [{ scope: 7 }, { error: "userId, clientId and scope must be strings" }],
  ])("[SI19] refuses %j", async (request, answer) => {
    expect(await naa(request)).toMatchObject({ status: 400, body: answer });
  });
});

describe("faults", () => {
  it("[SI20] of the wrong tenant meet every way in, and can be walked back from", async () => {
    const browser = createBrowser(running.origin);
    const tokens = await signInAs(running.origin, browser, lead);
    expect((await fault({ fault: "wrongTenant", user: "lead" })).status).toBe(204);
    const silent = await browser.open(authorizeUrl(running.origin, { prompt: "none" }));
    expect(fragmentOf(silent.url)).toMatchObject({
      error: "interaction_required",
      error_description: expect.stringMatching(/^AADSTS50020: /),
    });
    const page = await browser.open(authorizeUrl(running.origin));
    expect(await page.response.text()).toContain("This account cannot be used here");
    const back = await press(browser, page.url, "cancel");
    expect(fragmentOf(back.url)).toMatchObject({
      error: "access_denied",
      error_description: expect.stringMatching(/^AADSTS50020: /),
    });
    expect((await naa({})).body).toMatchObject({ status: "PERSISTENT_ERROR" });
    const fields = { grant_type: "refresh_token", refresh_token: String(tokens["refresh_token"]) };
    expect((await postToken(running.origin, fields)).body).toMatchObject({ error_codes: [50_020] });
    const other = await browser.open(authorizeUrl(running.origin));
    const instead = await press(browser, other.url, "account", { user: member });
    expect(fragmentOf(instead.url)).toHaveProperty("code");
  });

  it("[SI20] that ask for interaction end with the next page a person answers", async () => {
    const browser = createBrowser(running.origin);
    const tokens = await signInAs(running.origin, browser, lead);
    await fault({ fault: "interactionRequired", user: "lead" });
    const fields = { grant_type: "refresh_token", refresh_token: String(tokens["refresh_token"]) };
    expect((await postToken(running.origin, fields)).body).toMatchObject({
      error: "invalid_grant",
      suberror: "basic_action",
      error_codes: [50_076],
    });
    expect((await naa({})).body).toMatchObject({ status: "USER_INTERACTION_REQUIRED", subError: "basic_action" });
    const page = await browser.open(authorizeUrl(running.origin));
    const back = await press(browser, page.url, "account", { user: lead });
    expect(fragmentOf(back.url)).toHaveProperty("code");
    expect((await naa({})).status).toBe(200);
  });

  it("[SI20] of the service pass when they are taken away", async () => {
    const tokens = await signInAs(running.origin, createBrowser(running.origin), lead);
    await fault({ fault: "unavailable" });
    const fields = { grant_type: "refresh_token", refresh_token: String(tokens["refresh_token"]) };
    expect(await postToken(running.origin, fields)).toMatchObject({
      status: 503,
      body: { error: "temporarily_unavailable" },
    });
    expect((await naa({})).body).toMatchObject({ status: "TRANSIENT_ERROR" });
    await fault({ fault: "unavailable", on: false });
    expect((await naa({})).status).toBe(200);
    expect((await postToken(running.origin, fields)).status).toBe(200);
  });

  it("[SI20] have names", async () => {
    expect(await fault({ fault: "earthquake" })).toMatchObject({
      status: 400,
      body: { error: "fault must be one of wrongTenant, interactionRequired, unavailable" },
    });
    expect((await fault({ fault: "unavailable", user: "boss" })).status).toBe(400);
  });
});
