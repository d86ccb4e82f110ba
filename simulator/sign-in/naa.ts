/**
 * Nested app authentication as the simulated hosts need it: the host (Teams, Excel) has the person's session and asks
 * for a token on behalf of the app in its frame. Same consents, same claims as the browser flows.
 */
import { clientName, missingScopes } from "./core.ts";
import type { SignInCore } from "./core.ts";
import { everybody } from "./consents.ts";
import { entra } from "./errors.ts";
import type { EntraError } from "./errors.ts";
import { readScopes } from "./scopes.ts";
import type { ScopeInfo } from "./scopes.ts";
import { accessTokenSeconds } from "./tokens.ts";

export interface NaaRequest {
  /** Object id or user key of the person who is signed in to the host. */
  readonly userId: string;
  readonly clientId: string;
  readonly method: "GetToken" | "GetTokenPopup";
  /** Names separated by spaces. */
  readonly scope: string;
  /** What the person answered in the host's consent dialog, once it was shown. Only with `GetTokenPopup`. */
  readonly consent?: "granted" | "denied";
  /** An administrator granted for everybody. */
  readonly organisation?: boolean;
}

export interface NaaSuccess {
  readonly token: {
    readonly access_token: string;
    readonly id_token: string;
    /** Seconds. */
    readonly expires_in: number;
    readonly scope: string;
    readonly properties: null;
    readonly authority: string;
  };
  readonly account: {
    readonly homeAccountId: string;
    readonly environment: string;
    readonly tenantId: string;
    readonly username: string;
    readonly localAccountId: string;
    readonly name: string;
  };
}

export type NaaStatus =
  "USER_INTERACTION_REQUIRED" | "USER_CANCEL" | "ACCOUNT_UNAVAILABLE" | "TRANSIENT_ERROR" | "PERSISTENT_ERROR";

/** What the host has to show in its consent dialog. */
export interface NaaConsentQuestion {
  readonly appName: string;
  readonly userName: string;
  readonly scopes: readonly ScopeInfo[];
  /** Only an administrator may grant; this person is none. */
  readonly needsAdmin: boolean;
  /** The person is an administrator and may grant for everybody. */
  readonly mayGrantForOrganisation: boolean;
}

export interface NaaError {
  readonly status: NaaStatus;
  readonly code: string;
  readonly subError: string;
  readonly description: string;
  /** Names of the permissions nobody has granted yet; `consent` says more about them. */
  readonly missingScopes?: readonly string[];
  readonly consent?: NaaConsentQuestion;
}

const failed = (status: NaaStatus, { error, description, suberror = "" }: EntraError): NaaError => ({
  status,
  code: error,
  subError: suberror,
  description,
});

const refusedByFault = (core: SignInCore, userId: string, request: NaaRequest): NaaError | undefined => {
  if (core.faults.has("unavailable", userId)) return failed("TRANSIENT_ERROR", entra.unavailable);
  if (core.faults.has("wrongTenant", userId)) {
    const upn = core.people.byId(userId)?.userPrincipalName ?? userId;
    return failed("PERSISTENT_ERROR", entra.wrongTenant(upn, core.world.tenant.displayName));
  }
  if (!core.faults.has("interactionRequired", userId)) return undefined;
  if (request.method === "GetToken") return failed("USER_INTERACTION_REQUIRED", entra.stepUp);
  core.faults.clear("interactionRequired", [userId]);
  return undefined;
};

/** Settles the missing permissions, or says what has to be asked first. */
const settleConsent = (core: SignInCore, userId: string, request: NaaRequest): NaaError | undefined => {
  const { clientId, scope, method, consent } = request;
  const missing = missingScopes(core, clientId, userId, scope);
  if (missing.length === 0) return undefined;
  const appName = clientName(core, clientId);
  const isAdmin = core.people.isAdmin(userId);
  const needsAdmin = !isAdmin && missing.some(({ adminOnly }) => adminOnly);
  const answered = method === "GetTokenPopup" ? consent : undefined;
  if (answered === "denied" && !needsAdmin) return failed("USER_CANCEL", entra.declined);
  if (answered !== undefined && needsAdmin) {
    return failed("USER_INTERACTION_REQUIRED", entra.adminMissing(appName, missing));
  }
  if (answered === "granted") {
    const principal = isAdmin && request.organisation === true ? everybody : userId;
    core.consents.grant(
      clientId,
      principal,
      missing.map(({ name }) => name),
    );
    return undefined;
  }
  return {
    ...failed("USER_INTERACTION_REQUIRED", {
      ...(needsAdmin ? entra.adminMissing(appName, missing) : entra.consentMissing(appName, missing)),
      error: "invalid_grant",
    }),
    missingScopes: missing.map(({ name }) => name),
    consent: {
      appName,
      userName: core.people.byId(userId)?.displayName ?? "",
      scopes: missing,
      needsAdmin,
      mayGrantForOrganisation: isAdmin,
    },
  };
};

export const nestedToken = async (core: SignInCore, request: NaaRequest): Promise<NaaSuccess | NaaError> => {
  const { clientId, scope } = request;
  if (!core.clients.some((client) => client.clientId === clientId)) {
    return failed("PERSISTENT_ERROR", entra.unknownClient(clientId));
  }
  const user = core.people.find(request.userId);
  if (!user) return failed("ACCOUNT_UNAVAILABLE", entra.noSession);
  const { unknown } = readScopes(scope);
  if (unknown.length > 0) return failed("PERSISTENT_ERROR", entra.unknownScope(clientName(core, clientId), unknown));
  const refusal = refusedByFault(core, user.id, request) ?? settleConsent(core, user.id, request);
  if (refusal) return refusal;
  const tenantId = core.world.tenant.id;
  const scopes = core.consents.grantedTo(clientId, user.id);
  const subject = { user, clientId, tenantId, scopes };
  return {
    token: {
      access_token: await core.signer.accessToken(subject),
      id_token: await core.signer.idToken(subject),
      expires_in: accessTokenSeconds,
      scope: scopes.filter((name) => name !== "offline_access").join(" "),
      properties: null,
      authority: `https://login.microsoftonline.com/${tenantId}`,
    },
    account: {
      homeAccountId: `${user.id}.${tenantId}`,
      environment: "login.microsoftonline.com",
      tenantId,
      username: user.userPrincipalName,
      localAccountId: user.id,
      name: user.displayName,
    },
  };
};

/** Reads the JSON a host posts. */
export const readNaaRequest = (body: unknown): NaaRequest | { readonly problem: string } => {
  if (typeof body !== "object" || body === null) return { problem: "a JSON object is expected" };
  const { userId, clientId, method, scope, consent, organisation } = body as Readonly<Record<string, unknown>>;
  if (typeof userId !== "string" || typeof clientId !== "string" || typeof scope !== "string") {
    return { problem: "userId, clientId and scope must be strings" };
  }
  if (method !== "GetToken" && method !== "GetTokenPopup")
    return { problem: "method must be GetToken or GetTokenPopup" };
  if (consent !== undefined && consent !== "granted" && consent !== "denied") {
    return { problem: 'consent must be "granted" or "denied"' };
  }
  return {
    userId,
    clientId,
    method,
    scope,
    ...(consent ? { consent } : {}),
    ...(organisation === true ? { organisation } : {}),
  };
};
