/** A running sign-in and a browser made of fetch: cookies, redirects by hand, PKCE. */
import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { createSignIn } from "#simulator/sign-in/index.ts";
import type { SignIn } from "#simulator/sign-in/index.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

export const world = tinyWorld();
export const clientId = "11111111-2222-4333-8444-555555555555";
export const appOrigin = "http://localhost:4999";
export const redirectUri = `${appOrigin}/redirect.html`;
const clients = [
  { clientId, name: "Sample App", redirectUris: [redirectUri, "brk-multihub://localhost:4999"] },
] as const;

export interface RunningSignIn {
  readonly signIn: SignIn;
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export interface RunOptions {
  readonly dataFile?: string;
  readonly now?: () => number;
  readonly port?: number;
}

export const runSignIn = async ({ dataFile = ":memory:", now, port = 0 }: RunOptions = {}): Promise<RunningSignIn> => {
  const app = express();
  // No kept connection outlives an answer: after a restart on the same port, fetch would take one that is already gone.
  app.use((_request, response, next) => {
    response.set("Connection", "close");
    next();
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", resolve);
  });
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const signIn = await createSignIn({ issuer: `${origin}/entra`, dataFile, world, clients, ...(now ? { now } : {}) });
  app.use(signIn.tenantPath);
  app.use("/entra", signIn.router);
  app.use("/sim", signIn.simRouter);
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
    signIn.close();
  };
  return { signIn, origin, close };
};

export interface Browser {
  /** One request; sends and keeps cookies, follows nothing. */
  readonly request: (url: string, init?: RequestInit) => Promise<Response>;
  /** Follows redirects on this server until a page or an address elsewhere. */
  readonly open: (url: string, init?: RequestInit) => Promise<{ readonly url: string; readonly response: Response }>;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

const readCookie = (line: string): { name: string; cookie: Cookie; gone: boolean } => {
  const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
  const at = pair.indexOf("=");
  const path = attributes.find((attribute) => attribute.toLowerCase().startsWith("path="))?.slice(5) ?? "/";
  const value = pair.slice(at + 1);
  return { name: pair.slice(0, at), cookie: { value, path }, gone: value === "" };
};

export const createBrowser = (origin: string): Browser => {
  const jar = new Map<string, Cookie>();
  const request: Browser["request"] = async (url, init = {}) => {
    const target = new URL(url, origin);
    const cookies = [...jar].filter(([, { path }]) => target.pathname.startsWith(path));
    const headers = new Headers(init.headers);
    if (cookies.length > 0) headers.set("Cookie", cookies.map(([name, { value }]) => `${name}=${value}`).join("; "));
    const response = await fetch(target, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const { name, cookie, gone } = readCookie(line);
      if (gone) jar.delete(name);
      else jar.set(name, cookie);
    }
    return response;
  };
  const open: Browser["open"] = async (url, init) => {
    let current = new URL(url, origin).href;
    let response = await request(current, init);
    for (let hops = 0; hops < 10; hops += 1) {
      const location = response.headers.get("Location");
      if (response.status < 300 || response.status > 399 || location === null) return { url: current, response };
      current = new URL(location, current).href;
      if (new URL(current).origin !== origin) return { url: current, response };
      await response.arrayBuffer();
      response = await request(current);
    }
    throw new Error(`too many redirects, last ${current}`);
  };
  return { request, open };
};

export interface AuthorizeOptions {
  readonly scope?: string;
  readonly prompt?: string;
  readonly loginHint?: string;
  readonly extra?: Readonly<Record<string, string>>;
}

const verifier = randomBytes(32).toString("base64url");

export const authorizeUrl = (origin: string, { scope, prompt, loginHint, extra }: AuthorizeOptions = {}): string => {
  const url = new URL(`${origin}/${world.tenant.id}/oauth2/v2.0/authorize`);
  const parameters = {
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    response_mode: "fragment",
    // msal adds these three to every request.
    scope: `${scope ?? "User.Read"} openid profile offline_access`,
    state: "some-state",
    nonce: "some-nonce",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    client_info: "1",
    ...(prompt ? { prompt } : {}),
    ...(loginHint ? { login_hint: loginHint } : {}),
    ...extra,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
};

/** What came back to the app in the fragment of its redirect address. */
export const fragmentOf = (url: string): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(new URL(url).hash.slice(1)));

/** Presses a button of a sign-in page. */
export const press = async (
  browser: Browser,
  pageUrl: string,
  action: "account" | "consent" | "cancel",
  fields: Readonly<Record<string, string>> = {},
): Promise<{ readonly url: string; readonly response: Response }> =>
  await browser.open(`${new URL(pageUrl).pathname}/${action}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });

export interface TokenAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export const postToken = async (
  origin: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { Origin: appOrigin },
): Promise<TokenAnswer> => {
  const response = await fetch(`${origin}/entra/oauth2/v2.0/token`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams({ client_id: clientId, ...fields }).toString(),
  });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
};

export const redeem = async (origin: string, code: string): Promise<TokenAnswer> =>
  await postToken(origin, {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });

export const claimsOf = (jwt: unknown): Readonly<Record<string, unknown>> =>
  JSON.parse(Buffer.from(String(jwt).split(".")[1] ?? "", "base64url").toString("utf8")) as Readonly<
    Record<string, unknown>
  >;

export const postJson = async (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: (text === "" ? {} : JSON.parse(text)) as Readonly<Record<string, unknown>>,
  };
};

/** A whole sign-in of a persona in one browser; the tokens it brings. */
export const signInAs = async (origin: string, browser: Browser, userId: string, options: AuthorizeOptions = {}) => {
  const picker = await browser.open(authorizeUrl(origin, options));
  const back = await press(browser, picker.url, "account", { user: userId });
  return (await redeem(origin, fragmentOf(back.url)["code"] ?? "")).body;
};
