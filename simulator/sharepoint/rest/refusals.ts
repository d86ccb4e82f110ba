/** How SharePoint's REST service refuses, in the words and codes that its callers report. */
import { refuse, Refusal } from "../../graph/http/exchange.ts";

/** `{"odata.error": …}` of `odata=nometadata`; a refused token has its own form. */
export const restErrorBody = ({ status, code, message }: Refusal): unknown =>
  status === 401
    ? { error_description: message }
    : { "odata.error": { code, message: { lang: "en-US", value: message } } };

export const denied = (): never =>
  refuse(
    403,
    "-2147024891, System.UnauthorizedAccessException",
    "Access denied. You do not have permission to perform this action or access this resource.",
  );

const spException = (status: number, code: number, message: string): never =>
  refuse(status, `${code}, Microsoft.SharePoint.SPException`, message);

export const noList = (): never =>
  spException(
    404,
    -2_130_575_322,
    "List does not exist. The page you selected contains a list that does not exist. It may have been deleted by another user.",
  );

export const noGroup = (): never => spException(404, -2_146_232_832, "Group cannot be found.");

/** Unverified: the status. */
export const noUser = (name: string): never =>
  spException(404, -2_146_232_832, `The specified user ${name} could not be found.`);

/** Unverified: the status. */
export const noPrincipal = (id: number): never =>
  spException(404, -2_146_232_832, `Can not find the principal with id: ${id}.`);

/** Unverified: the status and the words. */
export const noLevel = (id: string): never =>
  spException(404, -2_146_232_832, `Can not find the role definition ${id}.`);

/** Unverified: the status. */
export const nameInUse = (): never =>
  spException(400, -2_130_575_293, "The specified name is already in use. Please try again with a new name.");

/** Unverified: status and code. */
export const inheriting = (): never =>
  refuse(
    400,
    "-2146233079, System.InvalidOperationException",
    "This operation is not allowed on an object that inherits permissions.",
  );

export const badValue = (what: string): never =>
  refuse(400, "-1, Microsoft.SharePoint.Client.InvalidClientQueryException", `The value of ${what} is not usable.`);

/** The simulator knows nothing about this; guessing would teach the product something untrue. */
export const notSimulated = (what: string): never =>
  refuse(501, "notImplemented", `The simulated SharePoint does not emulate ${what}.`);
