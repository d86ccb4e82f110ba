import type { CallTable } from "../host.ts";
import { errorCode } from "../message.ts";

const meetingFunctions = [
  "meeting.getMeetingDetails",
  "meeting.getAuthenticationTokenForAnonymousUser",
  "meeting.getAppContentStageSharingCapabilities",
  "meeting.getAppContentStageSharingState",
  "meeting.shareAppContentToStage",
  "meeting.stopSharingAppContentToStage",
  "interactive.getFluidTenantInfo",
  "interactive.getFluidToken",
  "interactive.getFluidContainerId",
  "interactive.setFluidContainerId",
  "interactive.getNtpTime",
  "interactive.registerClientId",
  "interactive.getClientRoles",
  "interactive.getClientInfo",
] as const;

/** The shell has no meetings; a page that asks outside a meeting is told so. [TS20] */
export const meetingCalls: CallTable = Object.fromEntries(
  meetingFunctions.map((func) => [
    func,
    ({ reply }) => {
      const message = `${func} works inside a meeting only.`;
      reply({ errorCode: errorCode.notSupportedInCurrentContext, message }, null);
    },
  ]),
);
