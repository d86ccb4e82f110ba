/** Excel's side of the wire protocol of office.js. Connect `post` and `receive` to the add-in's window. */
export type { Endpoint, EndpointOptions, EndpointStats, HostNotification } from "./endpoint.ts";
export { createEndpoint } from "./endpoint.ts";
export type { FaultRule, HostFault } from "./faults.ts";
export { HOST_FAULTS } from "./faults.ts";
export type { FrameIdentity } from "./messages.ts";
export { HOST_FLAGS, frameName } from "./messages.ts";
export type { RequirementSets } from "./requirement-sets.ts";
export { REQUIREMENT_SETS } from "./requirement-sets.ts";
export type { CustomFunctionDeclaration } from "./services/custom-functions.ts";
export type { PaneState } from "./services/state.ts";
