import type { Result } from "#shared/domain/result.ts";
import type { SpreadsheetError } from "./spreadsheet.ts";

/** Rows and columns of our table, 0 for the first below the header. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** What the person sees and has chosen in the grid, which the cells do not tell. */
export interface GridLook {
  /** Rows of the table in which something is selected; empty while the selection is elsewhere. */
  readonly selected: ReadonlySet<number>;
  /** Rows that no filter and no hand has hidden. */
  readonly visible: ReadonlySet<number>;
  /** Cells of the table that hold a formula. */
  readonly formulas: readonly (GridPlace & { readonly rows: number; readonly columns: number })[];
}

/** The grid around our table of OKRs. */
export interface Grid {
  /** Undefined when there is no such table. */
  readonly look: () => Promise<Result<GridLook | undefined, SpreadsheetError>>;
  /** Only the selected rows, which change more often than the rest. */
  readonly selected: () => Promise<Result<ReadonlySet<number>, SpreadsheetError>>;
  /** Calls back some time after the selection moved; the result ends it. */
  readonly onSelected: (listener: () => void) => () => void;
}

export interface GridDep {
  readonly grid: Grid;
}
