/** What the simulated Microsoft Graph is told by the process that hosts it. */

/** Who calls, as read from a verified access token. */
export interface CallerClaims {
  readonly oid: string;
  readonly tid: string;
  readonly appid: string;
  /** Delegated permission names. */
  readonly scp: readonly string[];
  readonly name: string;
  readonly upn: string;
}

type TokenRefusal = { readonly error: "expired" | "invalid" | "audience" };

/** Roles an application can be granted on one site or list: docs, "Overview of Selected permissions". */
export type AppRole = "read" | "write" | "manage" | "owner" | "fullcontrol";

export interface GraphOptions {
  /** libsql file; ":memory:" keeps nothing. */
  readonly dataFile: string;
  readonly verifyToken: (bearer: string) => Promise<CallerClaims | TokenRefusal>;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** JSON Lines of every outer exchange are appended here. */
  readonly recordFile?: string;
  /** Added to every outer request. */
  readonly latencyMs?: number;
  /** Grants written when the tenant is seeded, so that `Sites.Selected` works on the home site. */
  readonly homeSiteGrants?: readonly { readonly appId: string; readonly displayName: string; readonly role: AppRole }[];
}
