import { BrowserAuthError, ClientAuthError, InteractionRequiredAuthError, ServerError } from "@azure/msal-browser";
import { describe, expect, it } from "@jest/globals";
import { accessErrorOf } from "#shared/adapters/msal/failure.ts";

const scopes = ["Sites.Selected"];
const needed = (reason: string) => ({ type: "SignInNeeded", reason, scopes });

describe("accessErrorOf", () => {
  it.each([
    [new BrowserAuthError("popup_window_error", ""), needed("popupBlocked")],
    [new BrowserAuthError("empty_window_error", ""), needed("popupBlocked")],
    [new BrowserAuthError("user_cancelled", ""), needed("cancelled")],
    [new ClientAuthError("user_canceled", ""), needed("cancelled")],
    [new ClientAuthError("no_account_found", ""), needed("interactionRequired")],
    [new ClientAuthError("network_error", ""), { type: "Offline" }],
    [new ServerError("temporarily_unavailable", "", "busy"), { type: "Busy" }],
    [new ServerError("server_error", "", "AADSTS90033: A transient error has occurred."), { type: "Busy" }],
    [new BrowserAuthError("timed_out", ""), needed("timedOut")],
    [new BrowserAuthError("no_network_connectivity", ""), { type: "Offline" }],
    [new BrowserAuthError("post_request_failed", ""), { type: "Offline" }],
    [new ServerError("access_denied", "", "AADSTS65004: declined"), needed("cancelled")],
    [new ServerError("invalid_grant", "", "AADSTS90094: admin"), needed("adminConsentRequired")],
    [new ServerError("invalid_request", "", "AADSTS50020: other tenant"), needed("wrongTenant")],
    [new InteractionRequiredAuthError("interaction_required", ""), needed("interactionRequired")],
    [new InteractionRequiredAuthError("consent_required", "", "AADSTS65001: consent"), needed("consentRequired")],
    [new ServerError("server_error", "", "anything else"), needed("failed")],
    [new TypeError("a bug"), needed("failed")],
  ])("%s becomes the person's next step", (failure, error) => {
    expect(accessErrorOf(failure, scopes)).toEqual(error);
  });
});
