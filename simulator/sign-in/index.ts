/**
 * The simulated Entra ID of one tenant: sign-in pages, consents, tokens. Mounted at `/entra`; speaks OpenID Connect to
 * the world and a little of its own to the simulated hosts. Rules: `SPEC.md`.
 */
import { fileURLToPath } from "node:url";
import express from "express";
import type { Request, RequestHandler, Response, Router } from "express";
import { commonAssets } from "#simulator/commonAssets.ts";
import type { World } from "#simulator/world/types.ts";
import { dropExpired } from "./adapter.ts";
import { createConsents, grantBasicsOnce } from "./consents.ts";
import type { ClientRegistration, SignInCore } from "./core.ts";
import { openDatabase } from "./database.ts";
import { createFaults } from "./faults.ts";
import { createInteractions } from "./interactions.ts";
import { openIdConfiguration } from "./metadata.ts";
import { nestedToken, readNaaRequest } from "./naa.ts";
import { logoutPage, messagePage } from "./pages.ts";
import type { PageFrame } from "./pages.ts";
import { createPeople } from "./people.ts";
import { createProvider } from "./provider.ts";
import type { ProviderPages } from "./provider.ts";
import { type Resource, scopesOfResource } from "./scopes.ts";
import { createSessions } from "./sessions.ts";
import type { Sessions } from "./sessions.ts";
import { createSimRoutes, scopesWithinReach } from "./simRoutes.ts";
import type { MintToken } from "./simRoutes.ts";
import { useTokenEndpointManners } from "./tokenEndpoint.ts";
import { createTokenSigner, loadSigningKey } from "./tokens.ts";
import type { CallerClaims, TokenError } from "./tokens.ts";

export { localAuthority } from "./metadata.ts";
export type { ClientRegistration } from "./core.ts";

export interface SignInOptions {
  /** For example `http://localhost:3000/entra`. */
  readonly issuer: string;
  /** A libsql file or `:memory:`. */
  readonly dataFile: string;
  readonly world: World;
  readonly clients: readonly ClientRegistration[];
  /** Epoch milliseconds; for the times of minted tokens and their check. */
  readonly now?: () => number;
}

export interface SignIn {
  /** Mounted at `/entra`. */
  readonly router: Router;
  /**
   * Mounted at the root, before `router`: with an Entra authority msal writes the tenant id over the first path segment
   * of every endpoint, so `/<tenant id>/…` has to mean `/entra/…`.
   */
  readonly tenantPath: RequestHandler;
  /** Mounted at `/sim`: `POST consents`, `POST sign-in/faults`, `GET token`. */
  readonly simRouter: Router;
  /** @param resource the one that the token must be for; default: Graph */
  readonly verifyToken: (bearer: string, resource?: Resource) => Promise<CallerClaims | TokenError>;
  readonly mintToken: MintToken;
  /** The OpenID configuration document. */
  readonly metadata: () => Readonly<Record<string, unknown>>;
  readonly close: () => void;
}

interface ProblemWords {
  readonly title: string;
  readonly text: string;
  readonly code: string;
}

/** Errors that never reach the app, because there is no address to send them to. */
const problemWords: Readonly<Record<string, ProblemWords>> = {
  invalid_client: {
    title: "This app is not known here",
    text: "No app with this identifier is registered in the organisation.",
    code: "AADSTS700016",
  },
  invalid_redirect_uri: {
    title: "This app asked to be called back elsewhere",
    text: "The address it named is not registered for it, so nothing was sent there.",
    code: "AADSTS50011",
  },
};

const providerPages = (core: SignInCore, frame: PageFrame): ProviderPages => ({
  renderError: (ctx, out) => {
    const { title, text, code } = problemWords[out.error] ?? {
      title: "Signing in did not work",
      text: out.error_description ?? "Close this page and start again from the app.",
      code: out.error,
    };
    ctx.type = "html";
    ctx.body = messagePage(frame, title, text, code);
  },
  logoutSource: async (ctx, form) => {
    const userId = ctx.oidc.session?.accountId;
    const secret = /name="xsrf" value="([^"]*)"/.exec(form)?.[1] ?? "";
    const action = /action="([^"]*)"/.exec(form)?.[1] ?? "";
    ctx.body = logoutPage(frame, { user: userId === undefined ? undefined : core.people.byId(userId), action, secret });
  },
  postLogoutSource: async (ctx) => {
    ctx.type = "html";
    ctx.body = messagePage(frame, "You are signed out", "You can close this page.", undefined);
  },
});

const securityHeaders = (_request: Request, response: Response, next: () => void): void => {
  response.set({
    "X-Frame-Options": "DENY",
    "Content-Security-Policy":
      "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  });
  next();
};

/** A path of this server, or undefined when it could lead elsewhere. */
const localPath = (value: unknown, origin: string): string | undefined => {
  if (typeof value !== "string" || !value.startsWith("/")) return undefined;
  const target = new URL(value, origin);
  return target.origin === origin ? target.pathname + target.search + target.hash : undefined;
};

const addSimLogin = (router: Router, core: SignInCore, sessions: Sessions, frame: PageFrame): void => {
  const { origin } = new URL(core.issuer);
  router.get("/sim-login", async (request, response) => {
    const { user: name, return: target } = request.query;
    const user = typeof name === "string" ? core.people.find(name) : undefined;
    const path = localPath(target ?? "/", origin);
    if (!user || path === undefined) {
      const text = user
        ? "The address to return to must be a path of this server."
        : "There is nobody of that name here.";
      response
        .status(400)
        .type("html")
        .send(messagePage(frame, "Nobody was signed in", text, undefined));
      return;
    }
    await sessions.signIn(request, response, user.id);
    response.redirect(303, path);
  });
};

const addNestedAuth = (router: Router, core: SignInCore): void => {
  const { origin } = new URL(core.issuer);
  router.post("/naa", express.json({ limit: "20kb" }), async (request, response) => {
    response.set("Cache-Control", "no-store");
    // Browsers send Origin with every POST; only pages of the simulator itself play a host.
    if (request.get("Origin") !== origin) {
      response.status(403).json({ error: `only pages of ${origin} may ask for nested tokens` });
      return;
    }
    const wanted = readNaaRequest(request.body);
    if ("problem" in wanted) {
      response.status(400).json({ error: wanted.problem });
      return;
    }
    const result = await nestedToken(core, wanted);
    response.status("status" in result ? 400 : 200).json(result);
  });
};

const createTenantPath = (tenantId: string, mount: string): RequestHandler => {
  const prefix = `/${tenantId}/`;
  return (request, _response, next) => {
    if (request.url.startsWith(prefix)) {
      request.url = `${mount}/${request.url.slice(prefix.length)}`;
      // oidc-provider reads its mount path from here.
      request.originalUrl = request.url;
    }
    next();
  };
};

/** Before oidc-provider looks at its session: a hinted account that this browser holds becomes the current one. */
const addHintSwitch = (router: Router, core: SignInCore, sessions: Sessions): void => {
  router.get("/oauth2/v2.0/authorize", async (request, response, next) => {
    const hint = request.query["login_hint"];
    const user = typeof hint === "string" ? core.people.find(hint) : undefined;
    if (user) await sessions.switchTo(request, response, user.id);
    next();
  });
};

const createCore = async (
  options: SignInOptions,
): Promise<{ core: SignInCore; key: Awaited<ReturnType<typeof loadSigningKey>> }> => {
  const { issuer, world, clients, now = Date.now } = options;
  const database = openDatabase(options.dataFile);
  dropExpired(database);
  const key = await loadSigningKey(database);
  const consents = createConsents(database);
  for (const { clientId } of clients) grantBasicsOnce(database, consents, clientId);
  const sharePoint = `https://${world.tenant.sharePointHost.toLowerCase()}`;
  const signer = await createTokenSigner({ key, issuer, tenantId: world.tenant.id, sharePoint, now });
  return {
    core: {
      world,
      issuer,
      clients,
      database,
      people: createPeople(world),
      consents,
      faults: createFaults(),
      signer,
      sharePoint,
    },
    key,
  };
};

const createMint = (core: SignInCore): MintToken => {
  const [firstClient] = core.clients;
  return async ({ userId, scopes, clientId, lifetimeSeconds }) => {
    const user = core.people.find(userId);
    if (!user) throw new Error(`no such user: ${userId}`);
    if (!firstClient) throw new Error("no app is registered");
    // Names of permissions belong to one resource each, so that they tell which one the token is for.
    const forSharePoint = scopes !== undefined && scopesOfResource("sharePoint", scopes).length > 0;
    return await core.signer.accessToken(
      {
        user,
        resource: forSharePoint ? "sharePoint" : "graph",
        clientId: clientId ?? firstClient.clientId,
        tenantId: core.world.tenant.id,
        scopes: scopes ?? scopesWithinReach(core, user.id),
      },
      lifetimeSeconds,
    );
  };
};

export const createSignIn = async (options: SignInOptions): Promise<SignIn> => {
  const { core, key } = await createCore(options);
  const mount = new URL(core.issuer).pathname;
  const frame: PageFrame = { tenantName: core.world.tenant.displayName, mount };
  const provider = createProvider(core, key, providerPages(core, frame));
  useTokenEndpointManners(core, provider);
  const sessions = createSessions(core.database, provider);
  provider.on("end_session.success", (ctx) => {
    if (ctx.oidc.session) sessions.forgetBrowser(ctx.oidc.session.uid);
  });

  const router = express.Router();
  const assets = fileURLToPath(new URL("./assets", import.meta.url));
  router.use("/assets", express.static(commonAssets, { maxAge: "1h" }), express.static(assets, { maxAge: "1h" }));
  router.use(securityHeaders);
  addSimLogin(router, core, sessions, frame);
  addNestedAuth(router, core);
  router.use(createInteractions({ core, provider, sessions, frame }));
  addHintSwitch(router, core, sessions);
  router.use(provider.callback());

  const mintToken = createMint(core);
  return {
    router,
    tenantPath: createTenantPath(core.world.tenant.id, mount),
    simRouter: createSimRoutes(core, mintToken),
    verifyToken: core.signer.verify,
    mintToken,
    metadata: () => openIdConfiguration(core.issuer),
    close: () => void core.database.close(),
  };
};
