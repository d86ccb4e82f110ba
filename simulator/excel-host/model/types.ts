import type { Position, Rect } from "./address.ts";
import type { ModelEvent } from "./events.ts";
import type { CellFormat } from "./format.ts";
import type { CellGrid } from "./grid.ts";
import type { Journal } from "./journal.ts";
import type { Culture } from "./culture.ts";
import type {
  AutoFilter,
  Chart,
  ConditionalFormat,
  FilterCriteria,
  FrozenPanes,
  PageLayout,
  Protection,
  SortField,
  Validation,
} from "./rules.ts";
import type { Matrix, Scalar } from "./value.ts";

export type SheetVisibility = "Visible" | "Hidden" | "VeryHidden";

export interface ColumnProps {
  /** Points; the default is 48 (64 pixels). */
  readonly width?: number;
  readonly hidden?: boolean;
  /** Format of the cells of the column that are not stored themselves. */
  readonly format?: CellFormat;
}

export interface RowProps {
  /** Points; the default is 15 (20 pixels). */
  readonly height?: number;
  readonly hidden?: boolean;
  /** Hidden by a filter rather than by hand. */
  readonly filtered?: boolean;
  readonly format?: CellFormat;
}

export interface TableColumn {
  readonly id: number;
  readonly name: string;
}

/** All fields are changed through the functions of this module only, so that every change can be undone. */
export interface Table {
  readonly id: string;
  readonly sheet: Worksheet;
  name: string;
  /** Header, body and totals together. */
  range: Rect;
  columns: readonly TableColumn[];
  nextColumnId: number;
  showHeaders: boolean;
  showTotals: boolean;
  /** Name of a built-in style, e.g. "TableStyleMedium2". */
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  /** True while the only body row is the empty placeholder that Excel shows in a table without rows. */
  isBlank: boolean;
  filters: ReadonlyMap<number, FilterCriteria>;
  sortFields: readonly SortField[];
  isDeleted: boolean;
}

export interface Worksheet {
  readonly id: string;
  readonly workbook: Workbook;
  readonly cells: CellGrid;
  name: string;
  visibility: SheetVisibility;
  /** "" or "#RRGGBB". */
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  defaultFormat: CellFormat;
  /** Points; null = the built-in default. */
  standardWidth: number | null;
  columns: ReadonlyMap<number, ColumnProps>;
  rows: ReadonlyMap<number, RowProps>;
  tables: readonly Table[];
  /** Areas shown as one cell; what they show stands in their first cell. */
  merged: readonly Rect[];
  validations: readonly Validation[];
  conditionalFormats: readonly ConditionalFormat[];
  charts: readonly Chart[];
  autoFilter: AutoFilter | null;
  frozen: FrozenPanes | null;
  pageLayout: PageLayout;
  protection: Protection | null;
  customProperties: ReadonlyMap<string, string>;
  isDeleted: boolean;
}

export interface DefinedName {
  readonly name: string;
  /** null = whole workbook. */
  readonly scope: Worksheet | null;
  /** Text with "=". */
  formula: string;
  comment: string;
  visible: boolean;
  isDeleted: boolean;
}

export interface CustomXmlPart {
  readonly id: string;
  readonly namespaceUri: string;
  readonly xml: string;
}

export interface Selection {
  readonly sheet: Worksheet;
  /** The first is the main one; several when made with Ctrl. */
  readonly areas: readonly Rect[];
  readonly active: Position;
}

/** A range that follows its cells when rows or columns move; `area` is null once all its cells are deleted. */
export interface TrackedRange {
  readonly sheet: Worksheet;
  area: Rect | null;
}

/** Who makes a change: a person here, another author of the same file, or an add-in. */
export type ChangeOrigin = "user" | "remote" | "addIn";

/** A function the installed add-in offers to formulas. */
export interface CustomFunctionCall {
  readonly name: string;
  readonly args: readonly (Scalar | Matrix)[];
  readonly sheet: Worksheet;
  readonly cell: Position;
  /** Takes the result, now or later, and for streaming functions again and again. */
  readonly resolve: (result: Scalar | Matrix) => void;
}

export interface CustomFunctionHost {
  readonly knows: (name: string) => boolean;
  readonly call: (call: CustomFunctionCall) => void;
  /** The calls of this cell are no longer of interest. */
  readonly cancel: (sheet: Worksheet, cell: Position) => void;
}

/** The calculation engine as the model sees it. */
export interface Calculator {
  /** The content of these cells changed. */
  readonly touch: (sheet: Worksheet, area: Rect) => void;
  /** Sheets, tables, names or cell positions changed: every formula is read again. */
  readonly invalidate: () => void;
  /** Brings all formulas up to date. Cheap when nothing changed. */
  readonly run: () => void;
  /** Recalculates everything, also in manual mode; true = ask custom functions again. */
  readonly recalculateAll: (isFull: boolean) => void;
}

export interface Workbook {
  /** File name with extension. */
  name: string;
  culture: Culture;
  sheets: readonly Worksheet[];
  activeSheet: Worksheet;
  /** Last selection of each sheet by id. */
  readonly selections: Map<string, Selection>;
  names: readonly DefinedName[];
  settings: ReadonlyMap<string, unknown>;
  /** Pairs of `Office.context.document.settings`: value as JSON text. */
  documentSettings: ReadonlyMap<string, string>;
  customXmlParts: readonly CustomXmlPart[];
  properties: ReadonlyMap<string, unknown>;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
  readOnly: boolean;
  /** False while an add-in has switched its events off. */
  eventsEnabled: boolean;
  /** Counts every committed change; a view repaints when it differs. */
  version: number;
  nextId: number;
  /** Epoch milliseconds in UTC; the workbook's calendar is UTC. */
  readonly now: () => number;
  origin: ChangeOrigin;
  readonly journal: Journal;
  readonly trackedRanges: Set<TrackedRange>;
  readonly pendingEvents: ModelEvent[];
  readonly eventListeners: Set<(event: ModelEvent) => void>;
  readonly changeListeners: Set<() => void>;
  calculator: Calculator;
  customFunctions: CustomFunctionHost;
}
