// Shapes of what is attached to areas of a sheet: validation, conditional formats, filters, protection, charts.
import type { Rect } from "./address.ts";

export type ValidationOperator =
  | "Between"
  | "NotBetween"
  | "EqualTo"
  | "NotEqualTo"
  | "GreaterThan"
  | "LessThan"
  | "GreaterThanOrEqualTo"
  | "LessThanOrEqualTo";

export type ComparedKind = "wholeNumber" | "decimal" | "date" | "time" | "textLength";

/** Rule of a data validation; formulas are texts with "=" or plain numbers. */
export type ValidationRule =
  | { readonly type: "list"; readonly source: string; readonly inCellDropDown: boolean }
  | {
      readonly type: ComparedKind;
      readonly operator: ValidationOperator;
      readonly formula1: string | number;
      readonly formula2?: string | number;
    }
  | { readonly type: "custom"; readonly formula: string };

export interface ErrorAlert {
  readonly showAlert: boolean;
  readonly style: "Stop" | "Warning" | "Information";
  readonly title: string;
  readonly message: string;
}

export interface InputPrompt {
  readonly showPrompt: boolean;
  readonly title: string;
  readonly message: string;
}

/** Relative references of `rule` count from the top left cell of the first area. */
export interface Validation {
  readonly areas: readonly Rect[];
  readonly rule: ValidationRule;
  readonly ignoreBlanks: boolean;
  readonly errorAlert: ErrorAlert;
  readonly prompt: InputPrompt;
}

export interface ConditionalStyle {
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly numberFormat?: string;
}

export type ScalePointType = "LowestValue" | "HighestValue" | "Number" | "Percent" | "Percentile" | "Formula";

export interface ScalePoint {
  readonly type: ScalePointType;
  readonly formula?: string;
  readonly color: string;
}

export type CellValueOperator =
  | "Between"
  | "NotBetween"
  | "EqualTo"
  | "NotEqualTo"
  | "GreaterThan"
  | "LessThan"
  | "GreaterThanOrEqual"
  | "LessThanOrEqual";

export type TextOperator = "Contains" | "NotContains" | "BeginsWith" | "EndsWith";

export type ConditionalRule =
  | { readonly type: "Custom"; readonly formula: string; readonly style: ConditionalStyle }
  | {
      readonly type: "CellValue";
      readonly operator: CellValueOperator;
      readonly formula1: string;
      readonly formula2?: string;
      readonly style: ConditionalStyle;
    }
  | {
      readonly type: "ContainsText";
      readonly operator: TextOperator;
      readonly text: string;
      readonly style: ConditionalStyle;
    }
  | {
      readonly type: "ColorScale";
      readonly minimum: ScalePoint;
      readonly midpoint?: ScalePoint;
      readonly maximum: ScalePoint;
    }
  | { readonly type: "DataBar"; readonly color: string; readonly showValue: boolean };

export interface ConditionalFormat {
  readonly id: string;
  readonly areas: readonly Rect[];
  readonly rule: ConditionalRule;
  readonly stopIfTrue: boolean;
}

/** One column's filter. Values are compared with the cell's displayed text; "" stands for blanks. */
export type FilterCriteria =
  | { readonly filterOn: "Values"; readonly values: readonly string[] }
  | {
      readonly filterOn: "Custom";
      readonly criterion1: string;
      readonly criterion2?: string;
      readonly operator?: "And" | "Or";
    }
  | { readonly filterOn: "TopItems" | "BottomItems" | "TopPercent" | "BottomPercent"; readonly count: number }
  | { readonly filterOn: "CellColor" | "FontColor"; readonly color: string };

export interface SortField {
  /** Column offset from the first column of the sorted area. */
  readonly key: number;
  readonly ascending: boolean;
}

/** Filter of a plain range (not of a table); keys are column offsets. */
export interface AutoFilter {
  readonly area: Rect;
  readonly criteria: ReadonlyMap<number, FilterCriteria>;
}

export interface ProtectionOptions {
  readonly allowAutoFilter?: boolean;
  readonly allowDeleteColumns?: boolean;
  readonly allowDeleteRows?: boolean;
  readonly allowEditObjects?: boolean;
  readonly allowEditScenarios?: boolean;
  readonly allowFormatCells?: boolean;
  readonly allowFormatColumns?: boolean;
  readonly allowFormatRows?: boolean;
  readonly allowInsertColumns?: boolean;
  readonly allowInsertHyperlinks?: boolean;
  readonly allowInsertRows?: boolean;
  readonly allowPivotTables?: boolean;
  readonly allowSort?: boolean;
  readonly selectionMode?: "Normal" | "Unlocked" | "None";
}

export interface Protection {
  readonly options: ProtectionOptions;
  readonly password?: string;
}

export interface FrozenPanes {
  readonly rows: number;
  readonly columns: number;
}

export type LegendPosition = "Top" | "Bottom" | "Left" | "Right" | "Corner" | "Custom";

export interface Chart {
  readonly id: string;
  readonly name: string;
  readonly chartType: string;
  readonly source: { readonly sheetId: string; readonly area: Rect };
  readonly seriesBy: "Auto" | "Columns" | "Rows";
  readonly title: string;
  /** Of the legend; null hides it. */
  readonly legend: LegendPosition | null;
  /** Fill of each series by its place, where one was given: "#RRGGBB". */
  readonly fills: readonly (string | null)[];
  /** Points from the top left corner of the sheet. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How a sheet is printed. */
export interface PageLayout {
  readonly orientation: "Portrait" | "Landscape";
  readonly zoom: {
    readonly scale?: number;
    readonly horizontalFitToPages?: number;
    readonly verticalFitToPages?: number;
  };
  readonly centerHorizontally: boolean;
  readonly centerVertically: boolean;
  readonly printGridlines: boolean;
  readonly printHeadings: boolean;
  readonly blackAndWhite: boolean;
  readonly printArea: Rect | null;
  readonly titleRows: Rect | null;
}

/** What Excel prints a new sheet with. */
export const DEFAULT_PAGE_LAYOUT: PageLayout = {
  orientation: "Portrait",
  zoom: { scale: 100 },
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  printHeadings: false,
  blackAndWhite: false,
  printArea: null,
  titleRows: null,
};
