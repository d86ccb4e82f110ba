/** Sets up oidc-provider so that msal-browser finds what it knows from Entra. */
import "./olderNode.ts";
import { randomBytes } from "node:crypto";
import { Provider } from "oidc-provider/lib/provider.js";
import type { Account, ClientMetadata, Configuration, Grant, KoaContextWithOIDC } from "oidc-provider";
import type { JWK } from "jose";
import { createAdapterFactory } from "./adapter.ts";
import { clientName, missingScopes } from "./core.ts";
import type { SignInCore } from "./core.ts";
import { settingOnce } from "./database.ts";
import { entra, toProviderError } from "./errors.ts";
import type { EntraError } from "./errors.ts";
import { paths } from "./metadata.ts";
import { createPolicy } from "./policy.ts";
import {
  acceptedSpellings,
  audienceOf,
  oidcScopes,
  readScopes,
  type Resource,
  scopesOfResource,
  spelledOut,
} from "./scopes.ts";
import { rememberAccount, sessionSeconds } from "./sessions.ts";
import { accessTokenClaims, accessTokenSeconds, idTokenClaims } from "./tokens.ts";

/** Entra gives single-page apps refresh tokens of one day. */
export const refreshTokenSeconds = 24 * 3600;

const resources = ["graph", "sharePoint"] as const;

const spellingsOf = (core: SignInCore, resource: Resource): string =>
  acceptedSpellings(resource, core.sharePoint).join(" ");

const resourceAt = (core: SignInCore, audience: string): Resource =>
  audience === core.sharePoint ? "sharePoint" : "graph";

const webAddresses = (uris: readonly string[]): readonly string[] => uris.filter((uri) => /^https?:/.test(uri));

const toClientMetadata = ({ clientId, redirectUris }: SignInCore["clients"][number]): ClientMetadata => ({
  client_id: clientId,
  // "native" would refuse https://localhost
  application_type: "web",
  token_endpoint_auth_method: "none",
  grant_types: ["authorization_code", "refresh_token"],
  response_types: ["code"],
  // `brk-multihub://…` is for nested app authentication and never receives a browser.
  redirect_uris: [...webAddresses(redirectUris)],
  post_logout_redirect_uris: [...webAddresses(redirectUris)],
});

const findAccount = (core: SignInCore, id: string): Account | undefined => {
  const user = core.people.byId(id);
  return user && { accountId: id, claims: async () => ({ ...idTokenClaims(user, core.world.tenant.id), sub: id }) };
};

/** oidc-provider's grants hold everything; `consents` decides what a token carries. */
const loadGrant = async (core: SignInCore, ctx: KoaContextWithOIDC): Promise<Grant | undefined> => {
  const { client, session, provider } = ctx.oidc;
  const accountId = session?.accountId;
  if (!client || !session || accountId === undefined) return undefined;
  rememberAccount(core.database, session.uid, accountId);
  const known = session.grantIdFor(client.clientId);
  const existing = known === undefined ? undefined : await provider.Grant.find(known);
  const grant =
    existing?.accountId === accountId ? existing : new provider.Grant({ accountId, clientId: client.clientId });
  grant.addOIDCScope(oidcScopes.join(" "));
  for (const resource of resources)
    grant.addResourceScope(audienceOf(resource, core.sharePoint), spellingsOf(core, resource));
  await grant.save();
  return grant;
};

const refusalOf = (core: SignInCore, clientId: string, userId: string, scope: string): EntraError | undefined => {
  if (core.faults.has("unavailable", userId)) return entra.unavailable;
  if (core.faults.has("interactionRequired", userId)) return { ...entra.stepUp, error: "invalid_grant" };
  if (core.faults.has("wrongTenant", userId)) {
    const upn = core.people.byId(userId)?.userPrincipalName ?? userId;
    return { ...entra.wrongTenant(upn, core.world.tenant.displayName), error: "invalid_grant" };
  }
  if (readScopes(scope, core.sharePoint).resources.length > 1) return entra.manyResources;
  const missing = missingScopes(core, clientId, userId, scope);
  if (missing.length === 0) return undefined;
  return { ...entra.consentMissing(clientName(core, clientId), missing), error: "invalid_grant" };
};

/** Called before a refresh token is used. Entra does not rotate within a day: parallel refreshes with one token are usual. */
const checkRefresh = (core: SignInCore, ctx: KoaContextWithOIDC): boolean => {
  const { RefreshToken: token } = ctx.oidc.entities;
  const scope = ctx.oidc.params?.["scope"];
  if (token?.clientId === undefined) return false;
  const refusal = refusalOf(core, token.clientId, token.accountId, typeof scope === "string" ? scope : "");
  if (refusal) throw toProviderError(refusal);
  return false;
};

/** Every code is good for all resources; the one asked for comes first, so that it counts when a token request names none. */
const resourceFor = (core: SignInCore, scope: unknown, granted: readonly string[] | undefined): string | string[] => {
  const [wanted] = readScopes(typeof scope === "string" ? scope : "", core.sharePoint).resources;
  const address = (resource: Resource): string => audienceOf(resource, core.sharePoint);
  if (granted !== undefined) return wanted === undefined ? (granted[0] ?? address("graph")) : address(wanted);
  return wanted === "sharePoint" ? [address("sharePoint"), address("graph")] : resources.map(address);
};

const featuresOf = (core: SignInCore): NonNullable<Configuration["features"]> => ({
  devInteractions: { enabled: false },
  resourceIndicators: {
    enabled: true,
    defaultResource: (ctx, _client, granted) => resourceFor(core, ctx.oidc.params?.["scope"], granted),
    useGrantedResource: () => true,
    getResourceServerInfo: (_ctx, audience) => ({
      scope: spellingsOf(core, resourceAt(core, audience)),
      audience,
      accessTokenFormat: "jwt",
      accessTokenTTL: accessTokenSeconds,
      jwt: { sign: { alg: "RS256" } },
    }),
  },
});

export interface ProviderPages {
  readonly renderError: NonNullable<Configuration["renderError"]>;
  readonly logoutSource: (ctx: KoaContextWithOIDC, form: string) => Promise<void>;
  readonly postLogoutSource: (ctx: KoaContextWithOIDC) => Promise<void>;
}

const cookieSettings = (core: SignInCore): NonNullable<Configuration["cookies"]> => {
  // Cookies do not know ports: two simulators on one computer must not share theirs.
  const { port } = new URL(core.issuer);
  return {
    keys: [settingOnce(core.database, "cookie-key", () => randomBytes(32).toString("base64url"))],
    names: { session: `sim_session_${port}`, interaction: `sim_interaction_${port}`, resume: `sim_resume_${port}` },
    long: { signed: true, httpOnly: true, sameSite: "lax" },
    short: { signed: true, httpOnly: true, sameSite: "lax" },
  };
};

export const createProvider = (core: SignInCore, signingKey: JWK, pages: ProviderPages): Provider => {
  const mount = new URL(core.issuer).pathname;
  return new Provider(core.issuer, {
    adapter: createAdapterFactory(core.database),
    clients: core.clients.map(toClientMetadata),
    jwks: { keys: [signingKey] },
    scopes: [...oidcScopes],
    claims: {
      openid: ["sub", "oid", "tid", "ver"],
      profile: ["name", "preferred_username", "login_hint"],
      email: ["email"],
    },
    // Puts name, preferred_username, oid and tid into the id token, as Entra does.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    clientBasedCORS: (_ctx, origin, client) =>
      (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin),
    // msal asks for offline_access without prompt=consent; oidc-provider would then withhold the refresh token.
    issueRefreshToken: () => true,
    rotateRefreshToken: (ctx) => checkRefresh(core, ctx),
    features: {
      ...featuresOf(core),
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: pages.logoutSource,
        postLogoutSuccessSource: pages.postLogoutSource,
      },
    },
    formats: {
      customizers: {
        jwt: (_ctx, token, parts) => {
          const user = "accountId" in token ? core.people.byId(token.accountId) : undefined;
          const clientId = token.clientId;
          if (!user || clientId === undefined) throw new Error("an access token without person or app");
          const scopes = core.consents.grantedTo(clientId, user.id);
          const { iss, aud, iat, exp, jti } = parts.payload;
          const resource = resourceAt(core, typeof aud === "string" ? aud : "");
          const claims = accessTokenClaims({ user, clientId, tenantId: core.world.tenant.id, scopes, resource });
          parts.payload = { ...claims, iss, aud, iat, exp, jti };
        },
      },
    },
    findAccount: (_ctx, id) => findAccount(core, id),
    loadExistingGrant: async (ctx) => await loadGrant(core, ctx),
    interactions: { policy: createPolicy(core), url: (_ctx, interaction) => `${mount}/sign-in/${interaction.uid}` },
    renderError: pages.renderError,
    routes: {
      authorization: paths.authorize,
      token: paths.token,
      end_session: paths.logout,
      jwks: paths.keys,
      userinfo: paths.userinfo,
    },
    cookies: cookieSettings(core),
    ttl: {
      AccessToken: accessTokenSeconds,
      AuthorizationCode: 600,
      Grant: 90 * 24 * 3600,
      IdToken: accessTokenSeconds,
      Interaction: 3600,
      RefreshToken: refreshTokenSeconds,
      Session: sessionSeconds,
    },
  });
};

/** Every permission a token response names: those granted for its resource, and those asked for in the spelling that was used. */
export const responseScope = (
  core: SignInCore,
  audience: string,
  granted: readonly string[],
  requested: string,
): string => {
  // Entra never names offline_access: the refresh token says it.
  const named = scopesOfResource(resourceAt(core, audience), granted).filter((scope) => scope !== "offline_access");
  const echoed = requested
    .split(" ")
    .filter(Boolean)
    .filter((written) => readScopes(written, core.sharePoint).scopes.some(({ name }) => named.includes(name)));
  return [...new Set([...named.map((name) => spelledOut(name, core.sharePoint)), ...echoed])].join(" ");
};
