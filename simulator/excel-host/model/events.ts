import type { Rect } from "./address.ts";
import type { Scalar } from "./value.ts";

/** "DataChangeType" of the Excel API. */
export type ChangeType =
  "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";

export type EventSource = "Local" | "Remote";

export type TriggerSource = "Unknown" | "ThisLocalAddin";

/** Before and after of an edit of exactly one cell. */
export interface ChangeDetails {
  readonly valueBefore: Scalar;
  readonly valueAfter: Scalar;
}

interface Common {
  readonly source: EventSource;
  readonly triggerSource: TriggerSource;
}

interface OnSheet extends Common {
  readonly sheetId: string;
}

/** What happened to the workbook; areas are as they were right after the change. */
export type ModelEvent =
  | (OnSheet & {
      readonly type: "changed";
      readonly changeType: ChangeType;
      readonly area: Rect;
      readonly shift?: "Up" | "Left" | "Down" | "Right";
      readonly details?: ChangeDetails;
      /** Tables that the area touches. */
      readonly tableIds: readonly string[];
    })
  | (OnSheet & { readonly type: "formatChanged"; readonly area: Rect })
  | (OnSheet & { readonly type: "calculated"; readonly area: Rect })
  | (OnSheet & {
      readonly type: "formulaChanged";
      readonly changes: readonly { readonly address: string; readonly previousFormula: string }[];
    })
  | (OnSheet & { readonly type: "selectionChanged"; readonly areas: readonly Rect[] })
  | (OnSheet & { readonly type: "tableSelectionChanged"; readonly tableId: string; readonly area: Rect | null })
  | (OnSheet & { readonly type: "activated" | "deactivated" | "added" | "deleted" })
  | (OnSheet & { readonly type: "nameChanged"; readonly nameBefore: string; readonly nameAfter: string })
  | (OnSheet & {
      readonly type: "visibilityChanged";
      readonly visibilityBefore: string;
      readonly visibilityAfter: string;
    })
  | (OnSheet & { readonly type: "moved"; readonly positionBefore: number; readonly positionAfter: number })
  | (OnSheet & { readonly type: "protectionChanged"; readonly isProtected: boolean })
  | (OnSheet & { readonly type: "rowSorted" | "columnSorted"; readonly area: Rect })
  | (OnSheet & {
      readonly type: "rowHiddenChanged";
      readonly area: Rect;
      readonly changeType: "Hidden" | "Unhidden";
    })
  | (OnSheet & { readonly type: "filtered"; readonly tableId: string | null })
  | (OnSheet & {
      readonly type: "singleClicked";
      readonly area: Rect;
      readonly offsetX: number;
      readonly offsetY: number;
    })
  | (OnSheet & { readonly type: "tableAdded" | "tableDeleted"; readonly tableId: string; readonly tableName: string });
