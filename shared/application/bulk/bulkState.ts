import type { BulkPreview } from "#shared/domain/bulk/bulkPlan.ts";
import type { BulkOperation } from "#shared/domain/bulk/operation.ts";
import type { BulkSheet } from "#shared/domain/bulk/bulkSheet.ts";
import type { SheetPlan } from "#shared/domain/sheet/planTypes.ts";
import type { GridLook } from "#shared/ports/grid.ts";
import type { SheetFailure } from "../sheet/sheetState.ts";
import type { ReadTable } from "../sheet/workbook.ts";

/** Which rows an operation is for. */
export type RowChoice = "selected" | "visible" | "all";

/** The sheet as it was read, and what the person sees and has selected in it. */
export interface BulkReading {
  readonly table: ReadTable;
  readonly sheet: BulkSheet;
  /** What a check says about the sheet as it is. */
  readonly before: SheetPlan;
  readonly visible: ReadonlySet<number>;
  readonly selected: ReadonlySet<number>;
  readonly formulas: GridLook["formulas"];
}

export type BulkState =
  | { readonly kind: "reading" }
  /** The workbook holds no table of OKRs yet. */
  | { readonly kind: "none" }
  | { readonly kind: "failed"; readonly failure: SheetFailure }
  | { readonly kind: "ready"; readonly reading: BulkReading };

/** What is to be applied, as it was shown. */
export interface ShownBulk {
  readonly operation: BulkOperation;
  readonly rows: RowChoice;
  readonly preview: BulkPreview;
}

export type Applied =
  | { readonly type: "applied"; readonly cells: number; readonly rows: number }
  /** The sheet says something else than what was shown; nothing was written, and it was read anew. */
  | { readonly type: "outdated" }
  | { readonly type: "failed"; readonly failure: SheetFailure };
