/** The errors of Entra that an application has to tell apart, with the codes and wording it knows them by. */
import { CustomOIDCProviderError } from "oidc-provider/lib/helpers/errors.js";
import type { ScopeInfo } from "./scopes.ts";

export interface EntraError {
  /** OAuth 2.0 error code. */
  readonly error: string;
  /** Starts with `AADSTS<number>:`. */
  readonly description: string;
  /** What msal reads beside the code. */
  readonly suberror?: string;
}

const names = (scopes: readonly ScopeInfo[]): string => scopes.map(({ name }) => name).join(" ");

export const entra = {
  noSession: {
    error: "login_required",
    description: "AADSTS50058: A silent sign-in request was sent but no user is signed in.",
  },
  consentMissing: (clientName: string, scopes: readonly ScopeInfo[]): EntraError => ({
    error: "interaction_required",
    description:
      `AADSTS65001: The user or administrator has not consented to use the application named '${clientName}' ` +
      `(${names(scopes)}). Send an interactive authorization request for this user and resource.`,
    suberror: "consent_required",
  }),
  adminMissing: (clientName: string, scopes: readonly ScopeInfo[]): EntraError => ({
    error: "consent_required",
    description: `AADSTS90094: The grant requires admin permission. '${clientName}' asks for ${names(scopes)}.`,
    suberror: "admin_consent_required",
  }),
  declined: { error: "access_denied", description: "AADSTS65004: User declined to consent to access the app." },
  cancelled: { error: "access_denied", description: "AADSTS50126: The user cancelled the sign-in." },
  wrongTenant: (upn: string, tenantName: string): EntraError => ({
    error: "interaction_required",
    description:
      `AADSTS50020: User account '${upn}' does not exist in tenant '${tenantName}' and cannot access the application ` +
      "in that tenant. The account needs to be added as an external user in the tenant first.",
  }),
  stepUp: {
    error: "interaction_required",
    description: "AADSTS50076: You must use multi-factor authentication to access this resource.",
    suberror: "basic_action",
  },
  unknownScope: (clientName: string, scopes: readonly string[]): EntraError => ({
    error: "invalid_client",
    description: `AADSTS650053: The application '${clientName}' asked for scope '${scopes.join(" ")}' that doesn't exist on the resource.`,
  }),
  manyResources: {
    error: "invalid_request",
    description:
      "AADSTS28000: Provided value for the input parameter scope is not valid because it contains more than one resource.",
  },
  unknownClient: (clientId: string): EntraError => ({
    error: "unauthorized_client",
    description: `AADSTS700016: Application with identifier '${clientId}' was not found in the directory.`,
  }),
  unavailable: {
    error: "temporarily_unavailable",
    description: "AADSTS90033: A transient error has occurred. Please try again.",
  },
  originMissing: {
    error: "invalid_request",
    description:
      "AADSTS9002327: Tokens issued for the 'Single-Page Application' client-type may only be redeemed via " +
      "cross-origin requests.",
  },
  refreshTokenDead: {
    error: "invalid_grant",
    description: "AADSTS700084: The refresh token was issued to a single page app and is expired, revoked or unknown.",
  },
  codeDead: {
    error: "invalid_grant",
    description: "AADSTS54005: The authorization code was already redeemed, has expired or does not fit its verifier.",
  },
} as const satisfies Readonly<Record<string, EntraError | ((...values: never[]) => EntraError)>>;

/** An error oidc-provider sends to the application instead of a page. */
export const toProviderError = ({ error, description }: EntraError): CustomOIDCProviderError =>
  new CustomOIDCProviderError(error, description);

/** The body of Entra's token endpoint when it refuses. */
export const tokenErrorBody = ({ error, description, suberror }: EntraError): Readonly<Record<string, unknown>> => ({
  error,
  error_description: description,
  error_codes: [Number(/^AADSTS(\d+)/.exec(description)?.[1] ?? 0)],
  timestamp: new Date().toISOString(),
  ...(suberror ? { suberror } : {}),
});
