import type { Outcome, RefusalCode } from "../model/outcome.ts";

/** Codes an add-in meets in `error.code` ("Error handling with the application-specific JavaScript APIs"). */
export type ApiErrorCode =
  | RefusalCode
  | "ApiNotFound"
  | "GeneralException"
  | "InvalidObjectPath"
  | "NotImplemented"
  | "RequestPayloadSizeLimitExceeded"
  | "ResponsePayloadSizeLimitExceeded";

/** Stops a batch at the action that failed; the interpreter turns it into the answer's `Error`. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  /** "Type.member", e.g. "Worksheet.getRange". */
  location: string;

  constructor(code: ApiErrorCode, message: string, location = "") {
    super(message);
    this.code = code;
    this.location = location;
  }
}

export const invalidArgument = (message = "The argument is invalid or missing or has an incorrect format."): ApiError =>
  new ApiError("InvalidArgument", message);

export const itemNotFound = (): ApiError => new ApiError("ItemNotFound", "The requested resource doesn't exist.");

/** A member that Excel has and this host does not: fails loudly and by name. */
export const notImplemented = (member: string): ApiError =>
  new ApiError("ApiNotFound", `Simulator: ${member} is not implemented`, member);

/** The value of what Excel did, or the error it gives. */
export const unwrap = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value;
  throw new ApiError(outcome.code, outcome.message);
};
