import { afterEach, describe, expect, it } from "@jest/globals";
import {
  authorizeUrl,
  claimsOf,
  clientId,
  createBrowser,
  fragmentOf,
  postJson,
  postToken,
  press,
  runSignIn,
  signInAs,
  world,
} from "./support.ts";
import type { RunningSignIn } from "./support.ts";

const { admin, member } = world.personas;
const sharePoint = `https://${world.tenant.sharePointHost}`;
const fullControl = `${sharePoint}/AllSites.FullControl`;

const open: RunningSignIn[] = [];
const run = async (): Promise<RunningSignIn> => {
  const running = await runSignIn();
  open.push(running);
  return running;
};
afterEach(async () => {
  for (const running of open.splice(0)) await running.close();
});

const allow = (origin: string, grant: readonly string[]) => postJson(`${origin}/sim/consents`, { grant });

describe("tokens for SharePoint", () => {
  it("[SI27] are for its address and carry its permissions only", async () => {
    const { origin, signIn } = await run();
    await allow(origin, ["AllSites.FullControl", "AllSites.Write"]);
    const answer = await signInAs(origin, createBrowser(origin), admin, { scope: fullControl });
    expect(claimsOf(answer["access_token"])).toMatchObject({
      aud: sharePoint,
      oid: admin,
      appid: clientId,
      scp: "AllSites.Write AllSites.FullControl",
    });
    expect(String(answer["scope"]).split(" ").toSorted()).toEqual([fullControl, `${sharePoint}/AllSites.Write`]);
    expect(await signIn.verifyToken(String(answer["access_token"]), "sharePoint")).toMatchObject({
      oid: admin,
      scp: ["AllSites.Write", "AllSites.FullControl"],
    });
  });

  it("[SI27] are not taken for Graph, nor those of Graph for SharePoint", async () => {
    const { signIn } = await run();
    const forGraph = await signIn.mintToken({ userId: admin, scopes: ["Sites.FullControl.All"] });
    const forSharePoint = await signIn.mintToken({ userId: admin, scopes: ["AllSites.FullControl"] });
    expect(await signIn.verifyToken(forGraph, "sharePoint")).toEqual({ error: "audience" });
    expect(await signIn.verifyToken(forSharePoint)).toEqual({ error: "audience" });
    expect(await signIn.verifyToken(forSharePoint, "sharePoint")).toHaveProperty("oid", admin);
  });

  it("[SI27] need the address: the bare name, and that of another tenant, are unknown", async () => {
    const { origin } = await run();
    for (const scope of ["AllSites.FullControl", "https://other.sharepoint.example/AllSites.FullControl"]) {
      const { url } = await createBrowser(origin).open(authorizeUrl(origin, { scope }));
      expect(fragmentOf(url)["error_description"]).toContain("AADSTS650053");
    }
  });

  it("[SI27] are for administrators where they reach far, and asked for as others are", async () => {
    const { origin } = await run();
    const silent = { scope: fullControl, prompt: "none" };
    const browser = createBrowser(origin);
    await signInAs(origin, browser, member, { scope: "User.Read" });
    expect(fragmentOf((await browser.open(authorizeUrl(origin, silent))).url)["error_description"]).toContain(
      "AADSTS65001",
    );
    const page = await browser.open(authorizeUrl(origin, { scope: fullControl }));
    expect(await page.response.text()).toContain("Need admin approval");
    const boss = createBrowser(origin);
    const picker = await boss.open(authorizeUrl(origin, { scope: fullControl }));
    const consent = await press(boss, picker.url, "account", { user: admin });
    expect(await consent.response.text()).toContain("Full control of all sites");
    const back = await press(boss, consent.url, "consent", { decision: "accept" });
    expect(fragmentOf(back.url)).toHaveProperty("code");
  });

  it("[SI28] are asked for apart from those of Graph", async () => {
    const { origin } = await run();
    const { url } = await createBrowser(origin).open(authorizeUrl(origin, { scope: `User.Read ${fullControl}` }));
    expect(fragmentOf(url)["error_description"]).toContain("AADSTS28000");
  });

  it("[SI28] come from the same refresh token", async () => {
    const { origin } = await run();
    await allow(origin, ["AllSites.FullControl"]);
    const first = await signInAs(origin, createBrowser(origin), admin, { scope: "User.Read" });
    expect(claimsOf(first["access_token"])["aud"]).toBe("https://graph.microsoft.com");
    const refresh = (scope: string) =>
      postToken(origin, { grant_type: "refresh_token", refresh_token: String(first["refresh_token"]), scope });
    const second = await refresh(`${fullControl} openid profile offline_access`);
    expect([second.status, claimsOf(second.body["access_token"])["aud"]]).toEqual([200, sharePoint]);
    const third = await refresh(`${sharePoint}/.default`);
    expect([third.status, claimsOf(third.body["access_token"])["aud"]]).toEqual([200, sharePoint]);
    const fourth = await refresh("User.Read");
    expect(claimsOf(fourth.body["access_token"])["aud"]).toBe("https://graph.microsoft.com");
    const mixed = await refresh(`User.Read ${fullControl}`);
    expect([mixed.status, mixed.body["error_description"]]).toEqual([400, expect.stringContaining("AADSTS28000")]);
  });

  it("[SI27] reach hosts and scripts in the same way", async () => {
    const { origin } = await run();
    await allow(origin, ["AllSites.FullControl"]);
    const naa = { userId: admin, clientId, method: "GetToken", scope: fullControl };
    const { body } = await postJson(`${origin}/entra/naa`, naa, { Origin: origin });
    const token = body["token"] as Readonly<Record<string, unknown>>;
    expect([claimsOf(token["access_token"])["aud"], token["scope"]]).toEqual([sharePoint, fullControl]);
    for (const name of ["AllSites.FullControl", encodeURIComponent(fullControl)]) {
      const minted = await fetch(`${origin}/sim/token?user=admin&scopes=${name}`);
      const { token: bearer } = (await minted.json()) as { readonly token: string };
      expect(claimsOf(bearer)).toMatchObject({ aud: sharePoint, scp: "AllSites.FullControl" });
    }
  });
});
