import { AuthError, InteractionRequiredAuthError } from "@azure/msal-browser";
import type { AccessError, SignInReason } from "#shared/ports/access.ts";

/** Codes of the sign-in service inside a description, for example `AADSTS65001: …`. Learn: Microsoft Entra error codes. */
const ENTRA_REASONS: readonly (readonly [code: string, reason: SignInReason])[] = [
  ["AADSTS90094", "adminConsentRequired"],
  ["AADSTS90095", "adminConsentRequired"],
  ["AADSTS65004", "cancelled"],
  ["AADSTS65001", "consentRequired"],
  ["AADSTS50020", "wrongTenant"],
  ["AADSTS50034", "wrongTenant"],
  ["AADSTS700016", "wrongTenant"],
  ["AADSTS90072", "wrongTenant"],
];

const MSAL_REASONS: Readonly<Record<string, SignInReason>> = {
  popup_window_error: "popupBlocked",
  empty_window_error: "popupBlocked",
  block_nested_popups: "popupBlocked",
  user_cancelled: "cancelled",
  // The same, of the bridge to the host.
  user_canceled: "cancelled",
  access_denied: "cancelled",
  consent_required: "consentRequired",
  timed_out: "timedOut",
  no_account_error: "interactionRequired",
  no_account_found: "interactionRequired",
  interaction_in_progress: "interactionRequired",
  interaction_in_progress_cancelled: "cancelled",
};

const OFFLINE_CODES: ReadonlySet<string> = new Set([
  "no_network_connectivity",
  "post_request_failed",
  "get_request_failed",
  "network_error",
]);

/** RFC 6749 section 4.1.2.1; Entra's own code for it stands in the description. */
const isOverloaded = ({ errorCode, errorMessage }: AuthError): boolean =>
  errorCode === "temporarily_unavailable" || errorMessage.includes("AADSTS90033");

/** What a failure of MSAL means for the person. The message itself may hold addresses and is never passed on. */
export const accessErrorOf = (failure: unknown, scopes: readonly string[]): AccessError => {
  const needed = (reason: SignInReason): AccessError => ({ type: "SignInNeeded", reason, scopes });
  if (!(failure instanceof AuthError)) return needed("failed");
  if (OFFLINE_CODES.has(failure.errorCode)) return { type: "Offline" };
  if (isOverloaded(failure)) return { type: "Busy" };
  const entra = ENTRA_REASONS.find(([code]) => failure.errorMessage.includes(code));
  if (entra) return needed(entra[1]);
  const known = MSAL_REASONS[failure.errorCode];
  if (known) return needed(known);
  return needed(failure instanceof InteractionRequiredAuthError ? "interactionRequired" : "failed");
};
