/**
 * Nested app authentication as the simulated hosts need it: the host (Teams, Excel) has the person's session and asks
 * for a token on behalf of the app in its frame. Same consents, same claims as the browser flows.
 */
import { clientName, missingScopes } from "./core.ts";
import type { SignInCore } from "./core.ts";
import { everybody } from "./consents.ts";
import { entra } from "./errors.ts";
import type { EntraError } from "./errors.ts";
import { readScopes, scopesOfResource, spelledOut } from "./scopes.ts";
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

type NaaStatus =
  "USER_INTERACTION_REQUIRED" | "USER_CANCEL" | "ACCOUNT_UNAVAILABLE" | "TRANSIENT_ERROR" | "PERSISTENT_ERROR";

/** What the host has to show in its consent dialog. */
interface NaaConsentQuestion {
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

const namesOf = (scopes: readonly ScopeInfo[]): readonly string[] => scopes.map(({ name }) => name);

interface Question {
  readonly appName: string;
  readonly missing: readonly ScopeInfo[];
  readonly isAdmin: boolean;
  readonly needsAdmin: boolean;
}

/** What the host has to show before it may ask again. */
const ask = (core: SignInCore, userId: string, { appName, missing, isAdmin, needsAdmin }: Question): NaaError => {
  const reason = needsAdmin ? entra.adminMissing(appName, missing) : entra.consentMissing(appName, missing);
  return {
    ...failed("USER_INTERACTION_REQUIRED", { ...reason, error: "invalid_grant" }),
    missingScopes: namesOf(missing),
    consent: {
      appName,
      userName: core.people.byId(userId)?.displayName ?? "",
      scopes: missing,
      needsAdmin,
      mayGrantForOrganisation: isAdmin,
    },
  };
};

/** Settles the missing permissions, or says what has to be asked first. */
const settleConsent = (core: SignInCore, userId: string, request: NaaRequest): NaaError | undefined => {
  const { clientId, scope, method } = request;
  const missing = missingScopes(core, clientId, userId, scope);
  if (missing.length === 0) return undefined;
  const appName = clientName(core, clientId);
  const isAdmin = core.people.isAdmin(userId);
  const needsAdmin = !isAdmin && missing.some(({ adminOnly }) => adminOnly);
  const answer = method === "GetTokenPopup" ? request.consent : undefined;
  if (answer === undefined) return ask(core, userId, { appName, missing, isAdmin, needsAdmin });
  if (needsAdmin) return failed("USER_INTERACTION_REQUIRED", entra.adminMissing(appName, missing));
  if (answer === "denied") return failed("USER_CANCEL", entra.declined);
  core.consents.grant(clientId, isAdmin && request.organisation === true ? everybody : userId, namesOf(missing));
  return undefined;
};

export const nestedToken = async (core: SignInCore, request: NaaRequest): Promise<NaaSuccess | NaaError> => {
  const { clientId, scope } = request;
  if (!core.clients.some((client) => client.clientId === clientId)) {
    return failed("PERSISTENT_ERROR", entra.unknownClient(clientId));
  }
  const user = core.people.find(request.userId);
  if (!user) return failed("ACCOUNT_UNAVAILABLE", entra.noSession);
  const { unknown, resources } = readScopes(scope, core.sharePoint);
  if (unknown.length > 0) return failed("PERSISTENT_ERROR", entra.unknownScope(clientName(core, clientId), unknown));
  if (resources.length > 1) return failed("PERSISTENT_ERROR", entra.manyResources);
  const [resource = "graph"] = resources;
  const refusal = refusedByFault(core, user.id, request) ?? settleConsent(core, user.id, request);
  if (refusal) return refusal;
  const tenantId = core.world.tenant.id;
  const scopes = core.consents.grantedTo(clientId, user.id);
  const subject = { user, clientId, tenantId, scopes, resource };
  return {
    token: {
      access_token: await core.signer.accessToken(subject),
      id_token: await core.signer.idToken(subject),
      expires_in: accessTokenSeconds,
      scope: scopesOfResource(resource, scopes)
        .filter((name) => name !== "offline_access")
        .map((name) => spelledOut(name, core.sharePoint))
        .join(" "),
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

const isMethod = (value: unknown): value is NaaRequest["method"] => value === "GetToken" || value === "GetTokenPopup";

const isConsent = (value: unknown): value is NaaRequest["consent"] =>
  value === undefined || value === "granted" || value === "denied";

/** Reads the JSON a host posts. */
export const readNaaRequest = (body: unknown): NaaRequest | { readonly problem: string } => {
  if (typeof body !== "object" || body === null) return { problem: "a JSON object is expected" };
  const { userId, clientId, method, scope, consent, organisation } = body as Readonly<Record<string, unknown>>;
  if (typeof userId !== "string" || typeof clientId !== "string" || typeof scope !== "string") {
    return { problem: "userId, clientId and scope must be strings" };
  }
  if (!isMethod(method)) return { problem: "method must be GetToken or GetTokenPopup" };
  if (!isConsent(consent)) return { problem: 'consent must be "granted" or "denied"' };
  const optional = { ...(consent ? { consent } : {}), ...(organisation === true ? { organisation } : {}) };
  return { userId, clientId, method, scope, ...optional };
};
