import type { SheetFailure } from "#shared/application/sheet/sheetState.ts";
import type { HostFault } from "#simulator/excel-host/protocol/faults.ts";

/** What Excel refuses with, and what the product makes of it. */
export const HOST_FAULTS: readonly (readonly [HostFault, SheetFailure["type"]])[] = [
  ["InvalidOperationInCellEditMode", "CellInEdit"],
  ["WriteNotSupportedWhenModalDialogOpen", "CellInEdit"],
  ["InvalidOrTimedOutSession", "WorkbookBusy"],
  ["ActivityLimitReached", "WorkbookBusy"],
  ["RequestPayloadSizeLimitExceeded", "TooLarge"],
  ["ResponsePayloadSizeLimitExceeded", "TooLarge"],
  ["AccessDenied", "ReadOnly"],
];
