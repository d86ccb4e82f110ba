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
import type { Browser, RunningSignIn } from "./support.ts";

const { admin, lead, member } = world.personas;

let running: RunningSignIn;
beforeEach(async () => {
  running = await runSignIn();
});
afterEach(async () => {
  await running.close();
});

const signedIn = async (userId: string): Promise<Browser> => {
  const browser = createBrowser(running.origin);
  await signInAs(running.origin, browser, userId);
  return browser;
};

const consentTo = async (browser: Browser, scope: string, fields: Readonly<Record<string, string>>) => {
  const page = await browser.open(authorizeUrl(running.origin, { scope }));
  return await press(browser, page.url, "consent", fields);
};

const silently = async (browser: Browser, scope: string) => {
  const { url } = await browser.open(authorizeUrl(running.origin, { scope, prompt: "none" }));
  return fragmentOf(url);
};

const scpOf = async (code: string): Promise<readonly string[]> => {
  const { body } = await redeem(running.origin, code);
  return String(claimsOf(body["access_token"])["scp"]).split(" ");
};

describe("consent", () => {
  it("[SI9] is asked at first use, for what is missing, and then never again", async () => {
    const browser = await signedIn(lead);
    expect(await silently(browser, "Mail.Send User.Read")).toMatchObject({
      error: "interaction_required",
      error_description: expect.stringMatching(/^AADSTS65001: /),
    });
    const page = await browser.open(authorizeUrl(running.origin, { scope: "openid Mail.Send User.Read" }));
    const text = await page.response.text();
    expect(text).toContain("Send mail as you");
    expect(text).not.toContain("Sign you in and read your profile");
    const back = await press(browser, page.url, "consent", { decision: "accept" });
    expect(await scpOf(fragmentOf(back.url)["code"] ?? "")).toContain("Mail.Send");
    expect(await scpOf((await silently(browser, "Mail.Send"))["code"] ?? "")).toContain("Mail.Send");
  });

  it("[SI9] of one person is not that of another", async () => {
    await consentTo(await signedIn(lead), "Mail.Send", { decision: "accept" });
    expect(await silently(await signedIn(member), "Mail.Send")).toMatchObject({ error: "interaction_required" });
  });

  it("[SI9] is asked in the same visit in which a person signs in", async () => {
    const browser = createBrowser(running.origin);
    const picker = await browser.open(authorizeUrl(running.origin, { scope: "openid Mail.Send" }));
    const consent = await press(browser, picker.url, "account", { user: lead });
    const back = await press(browser, consent.url, "consent", { decision: "accept" });
    expect(await scpOf(fragmentOf(back.url)["code"] ?? "")).toContain("Mail.Send");
  });

  it("[SI9] shows everything again for prompt=consent", async () => {
    const browser = await signedIn(lead);
    const page = await browser.open(authorizeUrl(running.origin, { scope: "User.Read", prompt: "consent" }));
    expect(await page.response.text()).toContain("Sign you in and read your profile");
    const back = await press(browser, page.url, "consent", { decision: "accept" });
    expect(fragmentOf(back.url)).toHaveProperty("code");
  });

  it("[SI10] that is refused grants nothing", async () => {
    const browser = await signedIn(lead);
    const back = await consentTo(browser, "Mail.Send", { decision: "decline" });
    expect(fragmentOf(back.url)).toMatchObject({
      error: "access_denied",
      error_description: expect.stringMatching(/^AADSTS65004: /),
    });
    expect(await silently(browser, "Mail.Send")).toMatchObject({ error: "interaction_required" });
  });

  it("[SI11] to an administrators' permission cannot be given by anybody else", async () => {
    const browser = await signedIn(lead);
    const page = await browser.open(authorizeUrl(running.origin, { scope: "Sites.Manage.All" }));
    const text = await page.response.text();
    expect(text).toContain("Need admin approval");
    expect(text).not.toContain('value="accept"');
    const forced = await press(browser, page.url, "consent", { decision: "accept" });
    expect(fragmentOf(forced.url)).toMatchObject({
      error: "consent_required",
      error_description: expect.stringMatching(/^AADSTS90094: /),
    });
    expect(await silently(browser, "Sites.Manage.All")).toMatchObject({ error: "interaction_required" });
  });

  it("[SI11] can be given by an administrator in the visit of the person who waited", async () => {
    const browser = await signedIn(lead);
    const approval = await browser.open(authorizeUrl(running.origin, { scope: "Sites.Manage.All" }));
    const consent = await press(browser, approval.url, "account", { user: admin });
    expect(await consent.response.text()).toContain("Consent on behalf of your organisation");
    const back = await press(browser, consent.url, "consent", { decision: "accept", organisation: "yes" });
    expect(fragmentOf(back.url)).toHaveProperty("code");
    expect(await scpOf((await silently(await signedIn(member), "Sites.Manage.All"))["code"] ?? "")).toContain(
      "Sites.Manage.All",
    );
  });

  it("[SI11] of an administrator counts for one person unless it is given for all", async () => {
    const back = await consentTo(await signedIn(admin), "Sites.Manage.All", { decision: "accept" });
    expect(await scpOf(fragmentOf(back.url)["code"] ?? "")).toContain("Sites.Manage.All");
    expect(await silently(await signedIn(lead), "Sites.Manage.All")).toMatchObject({ error: "interaction_required" });
  });
});

describe("POST /sim/consents", () => {
  const change = async (body: unknown) => await postJson(`${running.origin}/sim/consents`, body);

  it("[SI22] takes everything away, and tokens lose it at their next refresh", async () => {
    const tokens = await signInAs(running.origin, createBrowser(running.origin), lead);
    expect((await change({ mode: "none" })).status).toBe(200);
    const { body } = await postToken(running.origin, {
      grant_type: "refresh_token",
      refresh_token: String(tokens["refresh_token"]),
      scope: "User.Read",
    });
    expect(body).toMatchObject({ error: "invalid_grant", suberror: "consent_required" });
  });

  it("[SI22] makes a first visit ask for everything", async () => {
    await change({ mode: "none" });
    const browser = createBrowser(running.origin);
    const picker = await browser.open(authorizeUrl(running.origin));
    const consent = await press(browser, picker.url, "account", { user: lead });
    expect(await consent.response.text()).toContain("View your basic profile");
  });

  it("[SI22] grants and revokes for everybody or for one person", async () => {
    const basic = ["openid", "profile", "offline_access", "User.Read", "User.ReadBasic.All", "Sites.Selected"];
    expect(await change({ user: "lead", grant: ["mail.send"] })).toEqual({
      status: 200,
      body: { granted: [{ clientId, scopes: [...basic, "Mail.Send"] }] },
    });
    expect(await change({ user: "lead", revoke: ["Mail.Send"] })).toMatchObject({
      body: { granted: [{ scopes: basic }] },
    });
    await change({ mode: "all" });
    expect(await silently(await signedIn(member), "Group.ReadWrite.All")).toHaveProperty("code");
    expect(await change({ mode: "basic" })).toMatchObject({ body: { granted: [{ scopes: basic }] } });
  });

  it.each([
    [{ mode: "some" }, "mode must be none, basic or all"],
    [{ user: "nobody", mode: "all" }, "unknown user"],
    [{ clientId: "x", mode: "all" }, "unknown app"],
    [{ grant: ["Foo.Read"] }, "unknown scope Foo.Read"],
    [{ grant: "Mail.Send" }, "grant must be a list"],
    [{ scopes: ["Mail.Send"] }, "unknown member scopes"],
  ])("[SI22] refuses %j", async (body, problem) => {
    expect(await change(body)).toMatchObject({ status: 400, body: { error: expect.stringContaining(problem) } });
  });
});
