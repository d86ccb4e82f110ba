/** Signing key, the claims of both kinds of token, and the check every simulated service makes. */
import { randomUUID } from "node:crypto";
import { SignJWT, createLocalJWKSet, errors, exportJWK, generateKeyPair, importJWK, jwtVerify } from "jose";
import type { JWK, JWTPayload } from "jose";
import type { WorldUser } from "#simulator/world/types.ts";
import type { SignInDatabase } from "./database.ts";
import { loginHintOf } from "./people.ts";
import { audienceOf, type Resource, scopesOfResource } from "./scopes.ts";

/** Who calls a service, as its access token says. */
export interface CallerClaims {
  readonly oid: string;
  readonly tid: string;
  readonly appid: string;
  readonly scp: readonly string[];
  readonly name: string;
  readonly upn: string;
}

export interface TokenError {
  readonly error: "expired" | "invalid" | "audience";
}

export interface TokenSubject {
  readonly user: WorldUser;
  readonly clientId: string;
  readonly tenantId: string;
  /** Everything granted; the token carries what belongs to its resource. */
  readonly scopes: readonly string[];
  /** Default: Graph. */
  readonly resource?: Resource;
}

/** Access tokens live an hour here; Entra varies between 60 and 90 minutes. */
export const accessTokenSeconds = 3600;

const algorithm = "RS256";

/** What an access token says beside issuer, audience and times. Same for every flow. */
export const accessTokenClaims = ({
  user,
  clientId,
  tenantId,
  scopes,
  resource = "graph",
}: TokenSubject): Readonly<Record<string, string>> => ({
  appid: clientId,
  azp: clientId,
  idtyp: "user",
  name: user.displayName,
  oid: user.id,
  // Entra never lists offline_access: it is about refresh tokens, not about the resource.
  scp: scopesOfResource(resource, scopes)
    .filter((scope) => scope !== "offline_access")
    .join(" "),
  sub: user.id,
  tid: tenantId,
  unique_name: user.userPrincipalName,
  upn: user.userPrincipalName,
  ver: "1.0",
});

export const idTokenClaims = (user: WorldUser, tenantId: string): Readonly<Record<string, string>> => ({
  sub: user.id,
  oid: user.id,
  tid: tenantId,
  name: user.displayName,
  preferred_username: user.userPrincipalName,
  login_hint: loginHintOf(user),
  email: user.mail,
  ver: "2.0",
});

/** Loads the private key from the database, or makes it at the first start. */
export const loadSigningKey = async (database: SignInDatabase): Promise<JWK> => {
  const row = database.prepare("SELECT value FROM settings WHERE name = 'signing-key'").get() as
    { readonly value: string } | undefined;
  if (row) return JSON.parse(row.value) as JWK;
  const { privateKey } = await generateKeyPair(algorithm, { modulusLength: 2048, extractable: true });
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: algorithm, use: "sig" };
  database.prepare("INSERT INTO settings (name, value) VALUES ('signing-key', ?)").run(JSON.stringify(jwk));
  return jwk;
};

export interface TokenSigner {
  readonly accessToken: (subject: TokenSubject, lifetimeSeconds?: number) => Promise<string>;
  readonly idToken: (subject: TokenSubject) => Promise<string>;
  /** @param resource the one that the token must be for; default: Graph */
  readonly verify: (bearer: string, resource?: Resource) => Promise<CallerClaims | TokenError>;
}

export interface TokenSignerOptions {
  readonly key: JWK;
  readonly issuer: string;
  readonly tenantId: string;
  /** Address of the tenant's SharePoint. */
  readonly sharePoint: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const toCaller = (payload: JWTPayload): CallerClaims => ({
  oid: text(payload["oid"]),
  tid: text(payload["tid"]),
  appid: text(payload["appid"]),
  scp: text(payload["scp"]).split(" ").filter(Boolean),
  name: text(payload["name"]),
  upn: text(payload["upn"]),
});

const publicPart = ({ kty, n, e, kid, alg, use }: JWK): JWK => ({ kty, n, e, kid, alg, use }) as JWK;

export const createTokenSigner = async ({
  key,
  issuer,
  tenantId,
  sharePoint,
  now,
}: TokenSignerOptions): Promise<TokenSigner> => {
  const privateKey = await importJWK(key, algorithm);
  const keys = createLocalJWKSet({ keys: [publicPart(key)] });
  const sign = async (claims: JWTPayload, audience: string, typ: string, lifetimeSeconds: number): Promise<string> => {
    const issuedAt = Math.floor(now() / 1000);
    return await new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, typ, kid: text(key.kid) })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetimeSeconds)
      .sign(privateKey);
  };
  return {
    accessToken: async (subject, lifetimeSeconds = accessTokenSeconds) =>
      await sign(
        { ...accessTokenClaims(subject), jti: randomUUID() },
        audienceOf(subject.resource ?? "graph", sharePoint),
        "at+jwt",
        lifetimeSeconds,
      ),
    idToken: async ({ user, clientId }) =>
      await sign(idTokenClaims(user, tenantId), clientId, "JWT", accessTokenSeconds),
    verify: async (bearer, resource = "graph") => {
      try {
        const { payload } = await jwtVerify(bearer, keys, {
          algorithms: [algorithm],
          audience: audienceOf(resource, sharePoint),
          currentDate: new Date(now()),
          requiredClaims: ["exp"],
        });
        const caller = toCaller(payload);
        const isComplete = caller.oid !== "" && caller.appid !== "" && caller.tid === tenantId;
        return isComplete ? caller : { error: "invalid" };
      } catch (error) {
        if (error instanceof errors.JWTExpired) return { error: "expired" };
        if (error instanceof errors.JWTClaimValidationFailed && error.claim === "aud") return { error: "audience" };
        return { error: "invalid" };
      }
    },
  };
};
