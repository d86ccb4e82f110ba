// What the objects of the Excel API stand for in the model, by type name.
import type { BorderEdge } from "../model/format.ts";
import type { DefinedName, Table, TrackedRange, Workbook, Worksheet } from "../model/types.ts";
import type { RibbonState } from "./services/state.ts";

export interface Areas {
  readonly sheet: Worksheet;
  readonly ranges: readonly TrackedRange[];
}

/** Rows of a range that are shown. */
export interface View {
  readonly range: TrackedRange;
  readonly rows: readonly number[];
}

export interface TableColumnTarget {
  readonly table: Table;
  readonly columnId: number;
}

export interface TableRowTarget {
  readonly table: Table;
  /** A row is a position, not an identity, as in Excel. */
  readonly index: number;
}

export interface ConditionalFormatTarget {
  readonly sheet: Worksheet;
  readonly id: string;
}

export interface ChartTarget {
  readonly sheet: Worksheet;
  readonly id: string;
}

export interface ChartSeriesTarget extends ChartTarget {
  readonly index: number;
}

export interface SettingTarget {
  readonly workbook: Workbook;
  readonly key: string;
}

export interface SheetPropertyTarget {
  readonly sheet: Worksheet;
  readonly key: string;
}

export interface XmlScope {
  readonly workbook: Workbook;
  readonly namespaceUri: string;
}

export interface XmlPartTarget {
  readonly workbook: Workbook;
  readonly id: string;
}

export interface BorderTarget {
  readonly areas: Areas;
  readonly edge: BorderEdge | "InsideHorizontal" | "InsideVertical";
}

/** The collection of names or tables belongs to the workbook or to one sheet. */
export type Owner = { readonly workbook: Workbook; readonly sheet: Worksheet | null };

export interface RibbonPart {
  readonly ribbon: RibbonState;
  readonly id: string;
}

export interface Targets {
  readonly Workbook: Workbook;
  readonly Application: Workbook;
  readonly IterativeCalculation: Workbook;
  readonly CultureInfo: Workbook;
  readonly DatetimeFormatInfo: Workbook;
  readonly NumberFormatInfo: Workbook;
  readonly Runtime: Workbook;
  readonly WorksheetCollection: Workbook;
  readonly Worksheet: Worksheet;
  readonly WorksheetProtection: Worksheet;
  readonly WorksheetFreezePanes: Worksheet;
  readonly PageLayout: Worksheet;
  readonly WorksheetCustomPropertyCollection: Worksheet;
  readonly WorksheetCustomProperty: SheetPropertyTarget;
  readonly AutoFilter: Worksheet | Table;
  readonly Range: TrackedRange;
  readonly RangeAreas: Areas;
  readonly RangeCollection: readonly TrackedRange[];
  readonly RangeView: View;
  readonly RangeViewCollection: View;
  readonly RangeFormat: Areas;
  readonly RangeFill: Areas;
  readonly RangeFont: Areas;
  readonly RangeBorderCollection: Areas;
  readonly RangeBorder: BorderTarget;
  readonly FormatProtection: Areas;
  readonly RangeSort: TrackedRange;
  readonly DataValidation: Areas;
  readonly TableCollection: Owner;
  readonly TableScopedCollection: readonly Table[];
  readonly Table: Table;
  readonly TableColumnCollection: Table;
  readonly TableColumn: TableColumnTarget;
  readonly TableRowCollection: Table;
  readonly TableRow: TableRowTarget;
  readonly TableSort: Table;
  readonly Filter: TableColumnTarget;
  readonly NamedItemCollection: Owner;
  readonly NamedItem: DefinedName;
  readonly NamedItemArrayValues: DefinedName;
  readonly SettingCollection: Workbook;
  readonly Setting: SettingTarget;
  readonly CustomXmlPartCollection: Workbook;
  readonly CustomXmlPartScopedCollection: XmlScope;
  readonly CustomXmlPart: XmlPartTarget;
  readonly ConditionalFormatCollection: Areas;
  readonly ConditionalFormat: ConditionalFormatTarget;
  readonly CustomConditionalFormat: ConditionalFormatTarget;
  readonly ConditionalFormatRule: ConditionalFormatTarget;
  readonly CellValueConditionalFormat: ConditionalFormatTarget;
  readonly TextConditionalFormat: ConditionalFormatTarget;
  readonly ColorScaleConditionalFormat: ConditionalFormatTarget;
  readonly DataBarConditionalFormat: ConditionalFormatTarget;
  readonly ConditionalDataBarPositiveFormat: ConditionalFormatTarget;
  readonly ConditionalRangeFormat: ConditionalFormatTarget;
  readonly ConditionalRangeFill: ConditionalFormatTarget;
  readonly ConditionalRangeFont: ConditionalFormatTarget;
  readonly DocumentProperties: Workbook;
  readonly CustomPropertyCollection: Workbook;
  readonly CustomProperty: SettingTarget;
  readonly ChartCollection: Worksheet;
  readonly Chart: ChartTarget;
  readonly ChartTitle: ChartTarget;
  readonly ChartLegend: ChartTarget;
  readonly ChartSeriesCollection: ChartTarget;
  readonly ChartSeries: ChartSeriesTarget;
  readonly ChartSeriesFormat: ChartSeriesTarget;
  readonly ChartFill: ChartSeriesTarget;
  readonly DynamicRibbon: RibbonState;
  readonly RibbonButton: RibbonPart;
  readonly RibbonTab: RibbonPart;
  readonly AddinInternalService: null;
  readonly AppRuntimeService: null;
  readonly CustomFunctions: null;
  readonly ActionService: null;
}

export type TypeName = keyof Targets;

/** One object as the interpreter passes it on: what it is and what it stands for. */
export interface Remote<K extends TypeName = TypeName> {
  readonly type: K;
  readonly target: Targets[K];
}

/** The null object: absorbs calls and loads as `isNullObject`. */
export const NULL_OBJECT = Symbol("null object");

export const remote = <K extends TypeName>(type: K, target: Targets[K]): Remote<K> => ({ type, target });

export const isRemote = (value: unknown): value is Remote =>
  typeof value === "object" && value !== null && "type" in value && "target" in value;

export type ObjectOrNull = Remote | typeof NULL_OBJECT;

export const orNull = <T>(value: T | undefined, make: (value: T) => Remote): Remote | typeof NULL_OBJECT =>
  value === undefined ? NULL_OBJECT : make(value);

export const onSheet = (sheet: Worksheet): Owner => ({ workbook: sheet.workbook, sheet });
