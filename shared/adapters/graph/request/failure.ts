import type { AccessError } from "#shared/ports/access.ts";
import type { Scopes } from "#shared/ports/signIn.ts";
import { textAt } from "../json.ts";
import type { GraphFailure, Refused } from "./call.ts";

/** Too many requests, overloaded, or a gateway that gave up waiting. */
export const isBusy = (status: number): boolean => status === 429 || status === 503 || status === 504;

const refusalOf = (status: number, body: unknown): Refused => {
  const code = textAt(body, "error", "code");
  const requestId = textAt(body, "error", "innerError", "request-id");
  return {
    type: "Refused",
    status,
    message: textAt(body, "error", "message") ?? "",
    ...(code === undefined ? {} : { code }),
    ...(requestId === undefined ? {} : { requestId }),
  };
};

/** Branches on the status only: codes differ between SharePoint, OneDrive and the gateway for the same condition. */
export const failureOfStatus = (status: number, body: unknown, scopes: Scopes): Refused | AccessError => {
  if (status === 401) return { type: "SignInNeeded", reason: "interactionRequired", scopes };
  if (status === 403) return { type: "Forbidden" };
  const refusal = refusalOf(status, body);
  // The one condition that has only its message: "Tenant does not have a SPO license."
  return /\bSPO licen[cs]e\b/i.test(refusal.message) ? { type: "NoLicence" } : refusal;
};

/** @param missing what to name when the service says that it is not there */
export const accessErrorOf = (failure: GraphFailure, missing: string): AccessError => {
  if (failure.type === "TooWide") return { type: "Busy" };
  if (failure.type === "Stopped") return { type: "Unexpected", code: "stopped" };
  if (failure.type !== "Refused") return failure;
  if (failure.status === 404) return { type: "NotSetUp", missing };
  return {
    type: "Unexpected",
    status: failure.status,
    ...(failure.code === undefined ? {} : { code: failure.code }),
    ...(failure.requestId === undefined ? {} : { requestId: failure.requestId }),
  };
};
