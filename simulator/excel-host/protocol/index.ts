/** Excel's side of the wire protocol of office.js. Connect `post` and `receive` to the add-in's window. */
export type { Endpoint, HostNotification } from "./endpoint.ts";
export { createEndpoint } from "./endpoint.ts";
export type { FaultRule } from "./faults.ts";
export { HOST_FLAGS, frameName } from "./messages.ts";
export { REQUIREMENT_SETS } from "./requirement-sets.ts";
export type { CustomFunctionDeclaration } from "./services/custom-functions.ts";
