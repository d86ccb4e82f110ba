import type { Cell } from "#shared/domain/sheet/fields.ts";
import type { Result } from "#shared/domain/result.ts";
import type { SpreadsheetError } from "./spreadsheet.ts";

/** `share` is a fraction shown as per cent, `day` a serial number of the 1900 date system, `points` a figure with a sign, `mean` one of one decimal. */
export type SummaryFormat = "text" | "count" | "figure" | "mean" | "share" | "points" | "day";

export interface SummaryColumn {
  readonly header: string;
  readonly format: SummaryFormat;
  /** In characters. */
  readonly width: number;
  /** Colours by value: which end is the good one. */
  readonly heat?: "highIsGood" | "lowIsGood";
}

export interface SummaryTable {
  readonly columns: readonly SummaryColumn[];
  /** One cell per column; `""` stands for what is not known. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A table whose first column names what the others say, with a chart of its first columns above it. */
export interface ChartedTable extends SummaryTable {
  readonly chart: {
    readonly title: string;
    readonly kind: "parts" | "comparison";
    /** One for each charted column after the first, "#RRGGBB". */
    readonly colors: readonly string[];
  };
}

export interface SummaryPages {
  /** Names of the two sheets; another number is added where somebody's own sheet has the name. */
  readonly sheets: { readonly summary: string; readonly data: string };
  readonly title: string;
  readonly subtitle: string;
  readonly figures: readonly { readonly label: string; readonly value: Cell; readonly format: SummaryFormat }[];
  readonly status: ChartedTable;
  readonly progress: ChartedTable;
  readonly data: SummaryTable;
}

/** Sheets in the open workbook that say how OKRs stand. */
export interface SummaryBook {
  /** Makes the sheets and shows the first, or brings those of an earlier time up to date where they are. */
  readonly write: (pages: SummaryPages) => Promise<Result<void, SpreadsheetError>>;
}

export interface SummaryBookDep {
  readonly summaryBook: SummaryBook;
}
