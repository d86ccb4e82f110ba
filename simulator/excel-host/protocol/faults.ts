import type { WireBatch } from "./wire.ts";
import { ACTION } from "./wire.ts";

/** Error numbers of the host and the code that the add-in sees for each. */
export const HOST_FAULTS = {
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  WriteNotSupportedWhenModalDialogOpen: 5016,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  AccessDenied: 7000,
} as const;

export type HostFault = keyof typeof HOST_FAULTS;

/** A fault to inject: it hits the next `count` batches of the add-in that change something. */
export interface FaultRule {
  readonly fault: HostFault;
  readonly count: number;
}

/** Bits of the request flags. */
export const REQUEST_FLAGS = { writes: 1, delayForCellEdit: 64 } as const;

/** Batches of the library itself only register, trace and free references. */
export const isBackground = (batch: WireBatch): boolean =>
  batch.Actions.every(
    ({ ActionType: type, Name: name = "" }) =>
      type === ACTION.instantiate || type === ACTION.trace || (type === ACTION.method && name.startsWith("_")),
  ) &&
  !Object.values(batch.ObjectPaths).some(({ ObjectPathType: type, Name: name }) => type === 3 && !/^_|^Get/.test(name));

/** Whether a batch of the add-in changes the workbook. */
export const isWriting = (batch: WireBatch, flags: number): boolean =>
  !isBackground(batch) &&
  ((flags & REQUEST_FLAGS.writes) !== 0 || batch.Actions.some(({ ActionType: type }) => type === ACTION.setProperty));
