import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { SignJWT, exportJWK, generateKeyPair } from "jose";
import { openDatabase } from "#simulator/sign-in/database.ts";
import { createTokenSigner, loadSigningKey } from "#simulator/sign-in/tokens.ts";
import { localAuthority } from "#simulator/sign-in/index.ts";
import {
  authorizeUrl,
  claimsOf,
  clientId,
  createBrowser,
  fragmentOf,
  postJson,
  postToken,
  redeem,
  runSignIn,
  signInAs,
  world,
} from "./support.ts";
import type { RunOptions, RunningSignIn } from "./support.ts";

const { lead } = world.personas;

const open: RunningSignIn[] = [];
const folders: string[] = [];
const run = async (options?: RunOptions): Promise<RunningSignIn> => {
  const running = await runSignIn(options);
  open.push(running);
  return running;
};
afterEach(async () => {
  for (const running of open.splice(0)) await running.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const newDataFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "sign-in-"));
  folders.push(folder);
  return join(folder, "sign-in.db");
};

describe("checking a token", () => {
  it("[SI14] accepts its own and says who calls", async () => {
    const { signIn } = await run();
    const token = await signIn.mintToken({ userId: lead, scopes: ["User.Read", "Mail.Send", "offline_access"] });
    expect(await signIn.verifyToken(token)).toEqual({
      oid: lead,
      tid: world.tenant.id,
      appid: clientId,
      scp: ["User.Read", "Mail.Send"],
      name: "Lena Krüger",
      upn: "lena.kruger@tinycart.example",
    });
  });

  it("[SI14] knows an expired one", async () => {
    let now = Date.now();
    const { signIn } = await run({ now: () => now });
    const token = await signIn.mintToken({ userId: lead, lifetimeSeconds: 60 });
    now += 59_000;
    expect(await signIn.verifyToken(token)).toHaveProperty("oid", lead);
    now += 2000;
    expect(await signIn.verifyToken(token)).toEqual({ error: "expired" });
  });

  it("[SI14] refuses what another key signed, what was changed and what is no token", async () => {
    const { signIn } = await run();
    const foreign = await run();
    expect(await signIn.verifyToken(await foreign.signIn.mintToken({ userId: lead }))).toEqual({ error: "invalid" });
    const [header = "", , signature = ""] = (await signIn.mintToken({ userId: lead })).split(".");
    const claims = { ...claimsOf(await signIn.mintToken({ userId: lead })), oid: world.personas.admin };
    const changed = [header, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".");
    expect(await signIn.verifyToken(changed)).toEqual({ error: "invalid" });
    expect(await signIn.verifyToken("not.a.token")).toEqual({ error: "invalid" });
    expect(await signIn.verifyToken("")).toEqual({ error: "invalid" });
  });

  it("[SI14] refuses an id token for its audience, and a token of another tenant", async () => {
    const { signIn, origin } = await run();
    const tokens = await signInAs(origin, createBrowser(origin), lead);
    expect(await signIn.verifyToken(String(tokens["id_token"]))).toEqual({ error: "audience" });
    const key = await loadSigningKey(openDatabase(":memory:"));
    const shared = { key, issuer: "http://localhost/entra", sharePoint: "https://s.example", now: Date.now };
    const ours = await createTokenSigner({ ...shared, tenantId: "ours" });
    const theirs = await createTokenSigner({ ...shared, tenantId: "theirs" });
    const user = world.users[0];
    if (!user) throw new Error("the tiny world has people");
    const token = await theirs.accessToken({ user, clientId, tenantId: "theirs", scopes: ["User.Read"] });
    expect(await theirs.verify(token)).toHaveProperty("tid", "theirs");
    expect(await ours.verify(token)).toEqual({ error: "invalid" });
  });

  it("[SI14] accepts no unsigned token and no other algorithm", async () => {
    const { signIn } = await run();
    const token = await signIn.mintToken({ userId: lead });
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${token.split(".")[1] ?? ""}.`;
    expect(await signIn.verifyToken(unsigned)).toEqual({ error: "invalid" });
    const { publicKey } = await generateKeyPair("RS256", { extractable: true });
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(publicKey)));
    const symmetric = await new SignJWT(claimsOf(token)).setProtectedHeader({ alg: "HS256" }).sign(secret);
    expect(await signIn.verifyToken(symmetric)).toEqual({ error: "invalid" });
  });

  it("[SI2] finds the same members in tokens of every way to get one", async () => {
    const { signIn, origin } = await run();
    const byBrowser = claimsOf((await signInAs(origin, createBrowser(origin), lead))["access_token"]);
    const minted = claimsOf(await signIn.mintToken({ userId: lead }));
    const nested = await postJson(
      `${origin}/entra/naa`,
      { userId: lead, clientId, method: "GetToken", scope: "User.Read" },
      { Origin: origin },
    );
    const byHost = claimsOf((nested.body["token"] as { readonly access_token: string }).access_token);
    const members = Object.keys(byBrowser).sort();
    expect(Object.keys(minted).sort()).toEqual(members);
    expect(Object.keys(byHost).sort()).toEqual(members);
    expect({ ...byHost, iat: 0, exp: 0, jti: "" }).toEqual({ ...byBrowser, iat: 0, exp: 0, jti: "" });
  });
});

describe("GET /sim/token", () => {
  const ask = async (origin: string, query: string) => {
    const response = await fetch(`${origin}/sim/token?${query}`);
    return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
  };

  it("[SI23] gives what the person could consent to alone, an administrator everything", async () => {
    const { origin } = await run();
    const ofLead = String(claimsOf((await ask(origin, "user=lead")).body["token"])["scp"]).split(" ");
    expect(ofLead).toEqual(expect.arrayContaining(["User.Read", "Sites.ReadWrite.All", "ChannelMessage.Send"]));
    expect(ofLead).not.toContain("Sites.Manage.All");
    const ofAdmin = String(claimsOf((await ask(origin, "user=admin")).body["token"])["scp"]).split(" ");
    expect(ofAdmin).toEqual(expect.arrayContaining(["Sites.Manage.All", "Sites.FullControl.All"]));
  });

  it("[SI23] gives exactly the permissions that are named", async () => {
    const { origin } = await run();
    const { body } = await ask(origin, "user=lead&scopes=user.read,Mail.Send");
    expect(claimsOf(body["token"])).toMatchObject({ scp: "User.Read Mail.Send", oid: lead });
  });

  it("[SI23] names what it does not know", async () => {
    const { origin } = await run();
    expect(await ask(origin, "user=boss")).toMatchObject({
      status: 404,
      body: { error: expect.stringContaining("sponsor") },
    });
    expect(await ask(origin, "")).toMatchObject({ status: 404 });
    expect(await ask(origin, "user=lead&scopes=Foo")).toEqual({ status: 400, body: { error: "unknown scope Foo" } });
  });
});

describe("a restart", () => {
  it("[SI15] keeps people signed in, tokens valid and consents as they were", async () => {
    const dataFile = newDataFile();
    const before = await runSignIn({ dataFile });
    const port = Number(new URL(before.origin).port);
    const browser = createBrowser(before.origin);
    const tokens = await signInAs(before.origin, browser, lead);
    await postJson(`${before.origin}/sim/consents`, { mode: "none" });
    await postJson(`${before.origin}/sim/consents`, {
      user: "lead",
      grant: ["User.Read", "openid", "profile", "offline_access"],
    });
    await before.close();

    const { signIn, origin } = await run({ dataFile, port });
    expect(await signIn.verifyToken(String(tokens["access_token"]))).toHaveProperty("oid", lead);
    const refreshed = await postToken(origin, {
      grant_type: "refresh_token",
      refresh_token: String(tokens["refresh_token"]),
      scope: "User.Read",
    });
    expect(claimsOf(refreshed.body["access_token"])).toMatchObject({ oid: lead, scp: "openid profile User.Read" });
    const { url } = await browser.open(authorizeUrl(origin, { prompt: "none" }));
    expect((await redeem(origin, fragmentOf(url)["code"] ?? "")).status).toBe(200);
    const lost = await browser.open(authorizeUrl(origin, { prompt: "none", scope: "Sites.Selected" }));
    expect(fragmentOf(lost.url)).toMatchObject({ error: "interaction_required" });
  });
});

describe("metadata", () => {
  it("[SI24] agrees with what the server publishes", async () => {
    const { signIn, origin } = await run();
    const published = (await (await fetch(`${origin}/entra/.well-known/openid-configuration`)).json()) as object;
    const { issuer, authorization_endpoint, token_endpoint, end_session_endpoint, jwks_uri } = signIn.metadata();
    expect(published).toMatchObject({ issuer, authorization_endpoint, token_endpoint, end_session_endpoint, jwks_uri });
  });

  it("[SI24] keeps the shape of the real authority for the app", () => {
    const { authority, authorityMetadata, cloudDiscoveryMetadata } = localAuthority(
      "http://localhost:3100",
      world.tenant.id,
    );
    expect(authority).toBe(`https://login.microsoftonline.com/${world.tenant.id}`);
    expect(JSON.parse(authorityMetadata)).toMatchObject({ issuer: "http://localhost:3100/entra" });
    expect(JSON.parse(cloudDiscoveryMetadata)).toMatchObject({
      metadata: [{ preferred_network: "login.microsoftonline.com", preferred_cache: "login.windows.net" }],
    });
  });

  it("[SI26] gives each port cookies of its own", async () => {
    const [one, other] = [await run(), await run()];
    const cookieNames = async (origin: string): Promise<readonly string[]> => {
      const response = await fetch(`${origin}/entra/sim-login?user=lead`, { redirect: "manual" });
      return response.headers.getSetCookie().map((line) => line.split("=")[0] ?? "");
    };
    const names = await cookieNames(one.origin);
    expect(names.length).toBeGreaterThan(0);
    const others = await cookieNames(other.origin);
    expect(names.filter((name) => others.includes(name))).toEqual([]);
  });
});
