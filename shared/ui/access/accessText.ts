import { unreachable } from "#shared/domain/result.ts";
import type { AccessError, SignInReason } from "#shared/ports/access.ts";
import type { Messages } from "../text/en.ts";

/** What the person can do about it. */
export type NextStep = "retry" | "signIn";

export interface AccessText {
  readonly title: string;
  readonly text: string;
  readonly next: NextStep;
  readonly button: string;
}

/** The lists were upgraded for a newer app than the one that this window has loaded. */
const NEWER_LISTS = "newerSchema";

/** What happened, what was kept and what to do next, for every way in which the tenant could not be used. */
export const accessText = (error: AccessError, { access }: Messages): AccessText => {
  const retry = (title: string, text: string): AccessText => ({ title, text, next: "retry", button: access.tryAgain });
  switch (error.type) {
    case "Offline":
      return retry(access.offlineTitle, access.offline);
    case "Busy":
      return retry(
        access.busyTitle,
        error.retryAfterMs === undefined ? access.busy : access.busyFor(Math.ceil(error.retryAfterMs / 1000)),
      );
    case "Forbidden":
      return retry(access.forbiddenTitle, access.forbidden);
    case "NoLicence":
      return retry(access.noLicenceTitle, access.noLicence);
    case "NotSetUp":
      return retry(access.notSetUpTitle, access.notSetUp(error.missing));
    case "SignInNeeded":
      return signInText(error.reason, error.scopes, access);
    case "Unexpected": {
      if (error.code === NEWER_LISTS) return retry(access.newerTitle, access.newer);
      const detail = [error.status, error.code, error.requestId].filter((part) => part !== undefined).join(" · ");
      return retry(access.unexpectedTitle, access.unexpected(detail || "?"));
    }
    default:
      return unreachable(error);
  }
};

const signInText = (reason: SignInReason, scopes: readonly string[], access: Messages["access"]): AccessText => {
  const signIn = (title: string, text: string, button = access.signIn): AccessText => ({
    title,
    text,
    next: "signIn",
    button,
  });
  switch (reason) {
    case "interactionRequired":
      return signIn(access.signInTitle, "");
    case "consentRequired":
      return signIn(access.consentTitle, access.consent, access.consentButton);
    case "adminConsentRequired":
      return {
        title: access.adminTitle,
        text: access.admin(scopes.join(", ")),
        next: "retry",
        button: access.tryAgain,
      };
    case "popupBlocked":
      return signIn(access.popupTitle, access.popup, access.tryAgain);
    case "cancelled":
      return signIn(access.cancelledTitle, access.cancelled, access.tryAgain);
    case "wrongTenant":
      return signIn(access.tenantTitle, access.tenant);
    case "timedOut":
      return signIn(access.timedOutTitle, access.timedOut, access.tryAgain);
    case "failed":
      return signIn(access.failedTitle, access.failed, access.tryAgain);
    default:
      return unreachable(reason);
  }
};
