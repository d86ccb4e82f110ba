// Every type of the Excel API that this host knows.
import type { Registry, Session } from "./definition.ts";
import { customFunctionsService } from "./services/custom-functions.ts";
import { dynamicRibbon, ribbonButton, ribbonTab } from "./services/ribbon.ts";
import { actionService, addinInternalService, appRuntimeService } from "./services/runtime.ts";
import type { Remote } from "./targets.ts";
import { remote } from "./targets.ts";
import { autoFilter } from "./types/auto-filter.ts";
import { chart, chartCollection, chartLegend, chartTitle } from "./types/charts.ts";
import { chartFill, chartSeries, chartSeriesCollection, chartSeriesFormat } from "./types/chart-series.ts";
import { pageLayout } from "./types/page-layout.ts";
import { conditionalFormat, conditionalFormatCollection } from "./types/conditional-formats.ts";
import {
  cellValueConditionalFormat,
  colorScaleConditionalFormat,
  conditionalFormatRule,
  conditionalRangeFill,
  conditionalRangeFont,
  conditionalRangeFormat,
  customConditionalFormat,
  dataBarConditionalFormat,
  dataBarPositiveFormat,
  textConditionalFormat,
} from "./types/conditional-rules.ts";
import { customXmlPart, customXmlPartCollection, customXmlPartScopedCollection } from "./types/custom-xml.ts";
import { dataValidation } from "./types/data-validation.ts";
import { namedItem, namedItemArrayValues, namedItemCollection } from "./types/names.ts";
import { rangeSort } from "./types/range-actions.ts";
import { rangeAreas, rangeCollection } from "./types/range-areas.ts";
import {
  formatProtection,
  rangeBorder,
  rangeBorderCollection,
  rangeFill,
  rangeFont,
  rangeFormat,
} from "./types/range-format.ts";
import { rangeView, rangeViewCollection } from "./types/range-view.ts";
import { range } from "./types/range.ts";
import {
  customProperty,
  customPropertyCollection,
  documentProperties,
  setting,
  settingCollection,
  worksheetCustomProperty,
  worksheetCustomPropertyCollection,
} from "./types/settings.ts";
import { worksheetFreezePanes, worksheetProtection } from "./types/sheet-parts.ts";
import { filter, tableColumn, tableColumnCollection } from "./types/table-columns.ts";
import { tableRow, tableRowCollection } from "./types/table-rows.ts";
import { table, tableCollection, tableScopedCollection, tableSort } from "./types/tables.ts";
import {
  application,
  cultureInfo,
  datetimeFormatInfo,
  iterativeCalculation,
  numberFormatInfo,
  runtime,
  workbookType,
} from "./types/workbook.ts";
import { worksheet, worksheetCollection } from "./types/worksheets.ts";

export const registry: Registry = {
  Workbook: workbookType,
  Application: application,
  IterativeCalculation: iterativeCalculation,
  CultureInfo: cultureInfo,
  DatetimeFormatInfo: datetimeFormatInfo,
  NumberFormatInfo: numberFormatInfo,
  Runtime: runtime,
  WorksheetCollection: worksheetCollection,
  Worksheet: worksheet,
  WorksheetProtection: worksheetProtection,
  WorksheetFreezePanes: worksheetFreezePanes,
  PageLayout: pageLayout,
  WorksheetCustomPropertyCollection: worksheetCustomPropertyCollection,
  WorksheetCustomProperty: worksheetCustomProperty,
  AutoFilter: autoFilter,
  Range: range,
  RangeAreas: rangeAreas,
  RangeCollection: rangeCollection,
  RangeView: rangeView,
  RangeViewCollection: rangeViewCollection,
  RangeFormat: rangeFormat,
  RangeFill: rangeFill,
  RangeFont: rangeFont,
  RangeBorderCollection: rangeBorderCollection,
  RangeBorder: rangeBorder,
  FormatProtection: formatProtection,
  RangeSort: rangeSort,
  DataValidation: dataValidation,
  TableCollection: tableCollection,
  TableScopedCollection: tableScopedCollection,
  Table: table,
  TableColumnCollection: tableColumnCollection,
  TableColumn: tableColumn,
  TableRowCollection: tableRowCollection,
  TableRow: tableRow,
  TableSort: tableSort,
  Filter: filter,
  NamedItemCollection: namedItemCollection,
  NamedItem: namedItem,
  NamedItemArrayValues: namedItemArrayValues,
  SettingCollection: settingCollection,
  Setting: setting,
  CustomXmlPartCollection: customXmlPartCollection,
  CustomXmlPartScopedCollection: customXmlPartScopedCollection,
  CustomXmlPart: customXmlPart,
  ConditionalFormatCollection: conditionalFormatCollection,
  ConditionalFormat: conditionalFormat,
  CustomConditionalFormat: customConditionalFormat,
  ConditionalFormatRule: conditionalFormatRule,
  CellValueConditionalFormat: cellValueConditionalFormat,
  TextConditionalFormat: textConditionalFormat,
  ColorScaleConditionalFormat: colorScaleConditionalFormat,
  DataBarConditionalFormat: dataBarConditionalFormat,
  ConditionalDataBarPositiveFormat: dataBarPositiveFormat,
  ConditionalRangeFormat: conditionalRangeFormat,
  ConditionalRangeFill: conditionalRangeFill,
  ConditionalRangeFont: conditionalRangeFont,
  DocumentProperties: documentProperties,
  CustomPropertyCollection: customPropertyCollection,
  CustomProperty: customProperty,
  ChartCollection: chartCollection,
  Chart: chart,
  ChartTitle: chartTitle,
  ChartLegend: chartLegend,
  ChartSeriesCollection: chartSeriesCollection,
  ChartSeries: chartSeries,
  ChartSeriesFormat: chartSeriesFormat,
  ChartFill: chartFill,
  DynamicRibbon: dynamicRibbon,
  RibbonButton: ribbonButton,
  RibbonTab: ribbonTab,
  AddinInternalService: addinInternalService,
  AppRuntimeService: appRuntimeService,
  CustomFunctions: customFunctionsService,
  ActionService: actionService,
};

/** Objects that the library makes by class name. */
export const serviceTypes: Readonly<Record<string, (session: Session) => Remote>> = {
  "Microsoft.InternalService.AddinInternalService": () => remote("AddinInternalService", null),
  "Microsoft.DynamicRibbon.DynamicRibbon": ({ ribbon }) => remote("DynamicRibbon", ribbon),
  "Microsoft.AppRuntime.AppRuntimeService": () => remote("AppRuntimeService", null),
  "Microsoft.ExcelServices.CustomFunctions": () => remote("CustomFunctions", null),
  "Microsoft.Office.ActionService": () => remote("ActionService", null),
};
