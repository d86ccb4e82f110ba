import type { CheckInProblem } from "#shared/domain/problems/checkInProblems.ts";
import type { Binding, LiveState } from "#shared/domain/liveCells/liveCell.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { BoundCell, NotOneCell } from "#shared/ports/boundCells.ts";
import type { EntryRefusal } from "#shared/ports/outboxStore.ts";
import type { SpreadsheetError } from "#shared/ports/spreadsheet.ts";

export type LiveFailure = AccessError | SpreadsheetError | NotOneCell;

/** One binding as it is now: what would go out, or why nothing does. */
export interface LiveLine {
  readonly binding: Binding;
  /** Absent: the cell or its name was deleted. */
  readonly cell?: BoundCell;
  /** Absent: it was deleted or moved elsewhere. */
  readonly keyResult?: KeyResult;
  /** The latest reported value. */
  readonly reported?: number;
  readonly state: LiveState;
  /** Worth a look before it is sent; an error keeps it back. */
  readonly remarks: readonly CheckInProblem[];
  /** What the store said against the last attempt. */
  readonly refused?: EntryRefusal;
  /** It has left, or waits for an answer. */
  readonly onItsWay?: true;
}

export type LiveCellsState =
  | { readonly kind: "loading" }
  | {
      readonly kind: "ready";
      readonly lines: readonly LiveLine[];
      readonly busy?: "reading" | "sending";
      readonly failure?: LiveFailure;
      /** How many were stored by the last sending. */
      readonly stored?: number;
      /** Cells had changed since they were shown, so nothing was sent. */
      readonly renewed?: true;
    };

/** It goes out when somebody sends. */
export const isSendable = ({ state, remarks, onItsWay }: LiveLine): boolean =>
  state.type === "ready" && !onItsWay && remarks.every(({ severity }) => severity !== "error");
