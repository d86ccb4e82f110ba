/** Why a service in the tenant could not be used. Each variant leads to another next step for the person. */
export type AccessError =
  /** No answer at all: offline, blocked, or the service is down. */
  | { readonly type: "Offline" }
  /** The service asked to wait. Milliseconds; absent when it did not say how long. */
  | { readonly type: "Busy"; readonly retryAfterMs?: number }
  /** Signed in, but without a right on this site, list or channel. */
  | { readonly type: "Forbidden" }
  /** Signed in, but neither the person nor the organisation has a licence for SharePoint. */
  | { readonly type: "NoLicence" }
  /** The site or list does not exist, or Drumbeat was never set up there. */
  | { readonly type: "NotSetUp"; readonly missing: string }
  /** A person has to do something before a token can be had. */
  | { readonly type: "SignInNeeded"; readonly reason: SignInReason; readonly scopes: readonly string[] }
  /** The service answered something this version does not understand. Carries what a report needs, never content. */
  | { readonly type: "Unexpected"; readonly status?: number; readonly code?: string; readonly requestId?: string };

export type SignInReason =
  | "interactionRequired"
  | "consentRequired"
  | "adminConsentRequired"
  | "popupBlocked"
  | "cancelled"
  | "wrongTenant"
  | "timedOut"
  | "failed";
