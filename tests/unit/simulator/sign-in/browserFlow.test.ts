import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  appOrigin,
  authorizeUrl,
  claimsOf,
  clientId,
  createBrowser,
  fragmentOf,
  postToken,
  press,
  redeem,
  redirectUri,
  runSignIn,
  signInAs,
  world,
} from "./support.ts";
import type { RunningSignIn } from "./support.ts";

const { lead, sponsor } = world.personas;

let running: RunningSignIn;
beforeAll(async () => {
  running = await runSignIn();
});
afterAll(async () => {
  await running.close();
});

/** The code a signed-in browser gets without a page. */
const silentCode = async (browser: ReturnType<typeof createBrowser>): Promise<string> => {
  const { url } = await browser.open(authorizeUrl(running.origin, { prompt: "none" }));
  return fragmentOf(url)["code"] ?? "";
};

describe("the code flow", () => {
  it("[SI1] brings back a code that PKCE turns into tokens, once", async () => {
    const browser = createBrowser(running.origin);
    const picker = await browser.open(authorizeUrl(running.origin));
    expect(await picker.response.text()).toContain("Choose an account");
    const back = await press(browser, picker.url, "account", { user: lead });
    expect(back.url).toContain(`${redirectUri}#`);
    const { code = "", state } = fragmentOf(back.url);
    expect(state).toBe("some-state");
    expect((await redeem(running.origin, code)).status).toBe(200);
    const second = await redeem(running.origin, code);
    expect(second.status).toBe(400);
    expect(second.body).toMatchObject({ error: "invalid_grant", error_codes: [54005] });
  });

  it("[SI1] refuses a code with another verifier and a request without a challenge", async () => {
    const browser = createBrowser(running.origin);
    await signInAs(running.origin, browser, lead);
    const wrong = await postToken(running.origin, {
      grant_type: "authorization_code",
      code: await silentCode(browser),
      redirect_uri: redirectUri,
      code_verifier: "x".repeat(43),
    });
    expect(wrong.body).toMatchObject({ error: "invalid_grant" });
    const bare = new URL(authorizeUrl(running.origin));
    bare.searchParams.delete("code_challenge");
    const { url } = await browser.open(bare.href);
    expect(fragmentOf(url)).toMatchObject({ error: "invalid_request" });
  });

  it("[SI2] [SI3] says in both tokens who signed in, in Entra's words", async () => {
    const tokens = await signInAs(running.origin, createBrowser(running.origin), lead);
    const access = claimsOf(tokens["access_token"]);
    expect(access).toEqual({
      aud: "https://graph.microsoft.com",
      iss: `${running.origin}/entra`,
      appid: clientId,
      azp: clientId,
      idtyp: "user",
      name: "Lena Krüger",
      oid: lead,
      sub: lead,
      tid: world.tenant.id,
      upn: "lena.kruger@tinycart.example",
      unique_name: "lena.kruger@tinycart.example",
      scp: "openid profile User.Read User.ReadBasic.All Sites.Selected",
      ver: "1.0",
      iat: expect.any(Number),
      exp: expect.any(Number),
      jti: expect.any(String),
    });
    expect(Number(access["exp"]) - Number(access["iat"])).toBe(3600);
    expect(claimsOf(tokens["id_token"])).toMatchObject({
      aud: clientId,
      nonce: "some-nonce",
      oid: lead,
      tid: world.tenant.id,
      name: "Lena Krüger",
      preferred_username: "lena.kruger@tinycart.example",
      login_hint: expect.stringMatching(/^O\./),
    });
    const clientInfo: unknown = JSON.parse(Buffer.from(String(tokens["client_info"]), "base64url").toString());
    expect(clientInfo).toEqual({ uid: lead, utid: world.tenant.id });
  });

  it("[SI4] lists every granted permission in the answer, whatever was asked", async () => {
    const tokens = await signInAs(running.origin, createBrowser(running.origin), lead, { scope: "openid user.read" });
    expect(tokens).toMatchObject({
      token_type: "Bearer",
      expires_in: 3600,
      ext_expires_in: 3600,
      refresh_token_expires_in: 86_400,
    });
    expect(tokens["scope"]).toContain("User.Read User.ReadBasic.All Sites.Selected");
    const refreshed = await postToken(running.origin, {
      grant_type: "refresh_token",
      refresh_token: String(tokens["refresh_token"]),
      scope: "https://graph.microsoft.com/Sites.Selected openid",
    });
    expect(String(refreshed.body["scope"]).split(" ")).toContain("https://graph.microsoft.com/Sites.Selected");
  });

  it("[SI5] redeems only for pages of a registered address", async () => {
    const browser = createBrowser(running.origin);
    await signInAs(running.origin, browser, lead);
    const fields = { grant_type: "authorization_code", code: await silentCode(browser), redirect_uri: redirectUri };
    const nowhere = await postToken(running.origin, fields, {});
    expect(nowhere).toMatchObject({ status: 400, body: { error_codes: [9_002_327] } });
    const foreign = await postToken(running.origin, fields, { Origin: "http://localhost:4998" });
    expect(foreign.status).toBe(400);
    const preflight = await fetch(`${running.origin}/entra/oauth2/v2.0/token`, {
      method: "OPTIONS",
      headers: { Origin: appOrigin, "Access-Control-Request-Method": "POST" },
    });
    expect(preflight.headers.get("Access-Control-Allow-Origin")).toBe(appOrigin);
  });
});

describe("refresh tokens", () => {
  it("[SI6] are good for any granted permission, again and again", async () => {
    const tokens = await signInAs(running.origin, createBrowser(running.origin), lead, { scope: "openid User.Read" });
    const fields = { grant_type: "refresh_token", refresh_token: String(tokens["refresh_token"]) };
    const answers = await Promise.all([
      postToken(running.origin, { ...fields, scope: "Sites.Selected openid profile offline_access" }),
      postToken(running.origin, { ...fields, scope: "user.readbasic.all" }),
      postToken(running.origin, { ...fields, scope: "https://graph.microsoft.com/.default" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(claimsOf(answers[0]?.body["access_token"])).toMatchObject({ oid: lead });
  });

  it("[SI6] ask for consent to what nobody granted", async () => {
    const tokens = await signInAs(running.origin, createBrowser(running.origin), lead);
    const { status, body } = await postToken(running.origin, {
      grant_type: "refresh_token",
      refresh_token: String(tokens["refresh_token"]),
      scope: "Mail.Send",
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: "invalid_grant",
      suberror: "consent_required",
      error_codes: [65_001],
      error_description: expect.stringMatching(/^AADSTS65001: .*Mail\.Send/),
    });
  });

  it("[SI6] that nobody knows are answered as Entra does", async () => {
    const { status, body } = await postToken(running.origin, { grant_type: "refresh_token", refresh_token: "stale" });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: "invalid_grant", error_codes: [700_084] });
  });
});

describe("silent requests", () => {
  it("[SI7] fail without a session and succeed with one", async () => {
    const browser = createBrowser(running.origin);
    const before = await browser.open(authorizeUrl(running.origin, { prompt: "none" }));
    expect(fragmentOf(before.url)).toMatchObject({
      error: "login_required",
      error_description: expect.stringMatching(/^AADSTS50058: /),
      state: "some-state",
    });
    await signInAs(running.origin, browser, lead);
    const after = await redeem(running.origin, await silentCode(browser));
    expect(claimsOf(after.body["access_token"])).toMatchObject({ oid: lead });
  });

  it("[SI7] for somebody else than the one who is signed in fail", async () => {
    const browser = createBrowser(running.origin);
    await signInAs(running.origin, browser, lead);
    const loginHint = "sanne.visser@tinycart.example";
    const { url } = await browser.open(authorizeUrl(running.origin, { prompt: "none", loginHint }));
    expect(fragmentOf(url)).toMatchObject({ error: "login_required" });
  });

  it("[SI8] find every account of the browser by its hint, and keep the refresh tokens of all", async () => {
    const browser = createBrowser(running.origin);
    const first = await signInAs(running.origin, browser, lead);
    await signInAs(running.origin, browser, sponsor, { prompt: "select_account" });
    const hint = String(claimsOf(first["id_token"])["login_hint"]);
    const { url } = await browser.open(authorizeUrl(running.origin, { prompt: "none", loginHint: hint }));
    const again = await redeem(running.origin, fragmentOf(url)["code"] ?? "");
    expect(claimsOf(again.body["access_token"])).toMatchObject({ oid: lead });
    const refreshed = await postToken(running.origin, {
      grant_type: "refresh_token",
      refresh_token: String(first["refresh_token"]),
    });
    expect(refreshed.status).toBe(200);
  });
});

describe("the account page", () => {
  it("[SI12] appears for select_account although somebody is signed in", async () => {
    const browser = createBrowser(running.origin);
    await signInAs(running.origin, browser, lead);
    const { response } = await browser.open(authorizeUrl(running.origin, { prompt: "select_account" }));
    const page = await response.text();
    expect(page).toContain("Signed in on this browser");
    expect(page.indexOf("Lena Krüger")).toBeLessThan(page.indexOf("Sanne Visser"));
  });

  it("[SI12] offers the hinted account alone, and anybody by name", async () => {
    const browser = createBrowser(running.origin);
    const loginHint = "lena.kruger@tinycart.example";
    const hinted = await browser.open(authorizeUrl(running.origin, { loginHint }));
    const page = await hinted.response.text();
    expect(page).toContain("Lena Krüger");
    expect(page).not.toContain("Sanne Visser");
    const unknown = await press(browser, hinted.url, "account", { upn: "nobody@tinycart.example" });
    expect(await unknown.response.text()).toContain("could not find an account named");
    const back = await press(browser, hinted.url, "account", { upn: "Yael.BenAmi@tinycart.example" });
    const tokens = await redeem(running.origin, fragmentOf(back.url)["code"] ?? "");
    expect(claimsOf(tokens.body["access_token"])).toMatchObject({ upn: "yael.benami@tinycart.example" });
  });

  it("[SI12] gives access_denied to the app when it is cancelled", async () => {
    const browser = createBrowser(running.origin);
    const picker = await browser.open(authorizeUrl(running.origin));
    const { url } = await press(browser, picker.url, "cancel");
    expect(fragmentOf(url)).toMatchObject({ error: "access_denied", state: "some-state" });
  });

  it("[SI25] cannot be framed and runs no script", async () => {
    const { response } = await createBrowser(running.origin).open(authorizeUrl(running.origin));
    expect(response.headers.get("X-Frame-Options")).toBe("DENY");
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(await response.text()).not.toContain("<script");
  });

  it("[SI25] belongs to the browser that started it", async () => {
    const picker = await createBrowser(running.origin).open(authorizeUrl(running.origin));
    const { response } = await createBrowser(running.origin).open(picker.url);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("This sign-in has ended");
  });
});

describe("requests that make no sense", () => {
  it("[SI13] with an unknown permission go back to the app", async () => {
    const { url } = await createBrowser(running.origin).open(
      authorizeUrl(running.origin, { scope: "openid Foo.Read" }),
    );
    expect(fragmentOf(url)).toMatchObject({
      error: "invalid_client",
      error_description: expect.stringMatching(/^AADSTS650053: .*Foo\.Read/),
    });
  });

  it("[SI13] with an unknown app or address stop at a page", async () => {
    const browser = createBrowser(running.origin);
    const app = await browser.open(authorizeUrl(running.origin, { extra: { client_id: "nobody" } }));
    expect(app.response.status).toBe(400);
    expect(await app.response.text()).toContain("AADSTS700016");
    const elsewhere = { redirect_uri: "http://localhost:4998/redirect.html" };
    const address = await browser.open(authorizeUrl(running.origin, { extra: elsewhere }));
    expect(await address.response.text()).toContain("AADSTS50011");
  });
});

describe("signing out", () => {
  it("[SI21] ends the session, asks first, and returns to the app", async () => {
    const browser = createBrowser(running.origin);
    const tokens = await signInAs(running.origin, browser, lead);
    const query = new URLSearchParams({
      id_token_hint: String(tokens["id_token"]),
      post_logout_redirect_uri: redirectUri,
      state: "bye",
    });
    const { response } = await browser.open(`/entra/oauth2/v2.0/logout?${query}`);
    const page = await response.text();
    expect(page).toContain("Sign out?");
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? "";
    const done = await browser.open(action, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ xsrf, logout: "yes" }).toString(),
    });
    expect(done.url).toBe(`${redirectUri}?state=bye`);
    const { url } = await browser.open(authorizeUrl(running.origin, { prompt: "none" }));
    expect(fragmentOf(url)).toMatchObject({ error: "login_required" });
  });
});
