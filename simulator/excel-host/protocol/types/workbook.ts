import { rect } from "../../model/address.ts";
import { selectionOf } from "../../model/sheet.ts";
import type { Workbook } from "../../model/types.ts";
import { invalidArgument, itemNotFound } from "../api-error.ts";
import { flag, oneOf, text } from "../arguments.ts";
import type { Session, TypeDefinition } from "../definition.ts";
import { readOnly, readWrite } from "../definition.ts";
import type { Owner, Remote } from "../targets.ts";
import { NULL_OBJECT, remote } from "../targets.ts";
import { rangeAt } from "./areas.ts";
import { areasRemote } from "./special-cells.ts";

const whole = (workbook: Workbook): Owner => ({ workbook, sheet: null });

const eventRange = (session: Session, id: unknown): Remote | undefined => {
  const range = session.eventRanges.find(text(id));
  return range && !range.sheet.isDeleted && range.area ? remote("Range", range) : undefined;
};

const selected = (workbook: Workbook): Remote => {
  const { sheet, areas } = selectionOf(workbook);
  const [first] = areas;
  if (!first || areas.length > 1) throw invalidArgument("The current selection has several areas.");
  return rangeAt(sheet, first);
};

export const workbookType: TypeDefinition<Workbook> = {
  properties: {
    Name: readOnly(({ name }) => name),
    ReadOnly: readOnly(({ readOnly: isReadOnly }) => isReadOnly),
    IsDirty: readOnly(({ version }) => version > 0),
    AutoSave: readOnly(() => true),
    PreviouslySaved: readOnly(() => true),
  },
  objects: {
    Worksheets: (workbook) => remote("WorksheetCollection", workbook),
    Tables: (workbook) => remote("TableCollection", whole(workbook)),
    Names: (workbook) => remote("NamedItemCollection", whole(workbook)),
    Settings: (workbook) => remote("SettingCollection", workbook),
    CustomXmlParts: (workbook) => remote("CustomXmlPartCollection", workbook),
    Properties: (workbook) => remote("DocumentProperties", workbook),
    Application: (workbook) => remote("Application", workbook),
    _Runtime: (workbook) => remote("Runtime", workbook),
  },
  methods: {
    GetSelectedRange: selected,
    GetSelectedRanges: (workbook) => {
      const { sheet, areas } = selectionOf(workbook);
      return areasRemote(sheet, areas);
    },
    GetActiveCell: (workbook) => {
      const { sheet, active } = selectionOf(workbook);
      return rangeAt(sheet, rect(active.row, active.column));
    },
    GetIsActiveCollabSession: () => false,
    Save: () => null,
    _GetRangeForEventByReferenceId: (_, [id], session) => {
      const found = eventRange(session, id);
      if (!found) throw itemNotFound();
      return found;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_, [id], session) => eventRange(session, id) ?? NULL_OBJECT,
    _SetOsfControlContainerReadyForCustomFunctions: () => null,
  },
  events: { names: ["Activated", "AutoSaveSettingChanged"], targetId: () => "Workbook" },
};

export const runtime: TypeDefinition<Workbook> = {
  properties: {
    EnableEvents: readWrite(
      ({ eventsEnabled }) => eventsEnabled,
      (workbook, value) => {
        workbook.eventsEnabled = flag(value);
      },
    ),
  },
};

const recalculate = (workbook: Workbook, kind: unknown): null => {
  const type = oneOf(kind ?? "Recalculate", ["Recalculate", "Full", "FullRebuild"] as const);
  workbook.calculator.recalculateAll(type !== "Recalculate");
  return null;
};

export const application: TypeDefinition<Workbook> = {
  properties: {
    CalculationMode: readWrite(
      ({ calculationMode }) => calculationMode,
      (workbook, value) => {
        workbook.calculationMode = oneOf(value, ["Automatic", "AutomaticExceptTables", "Manual"] as const);
      },
    ),
    CalculationState: readOnly(() => "Done"),
    CalculationEngineVersion: readOnly(() => 191_029),
    DecimalSeparator: readOnly(({ culture }) => culture.decimal),
    ThousandsSeparator: readOnly(({ culture }) => culture.group),
    UseSystemSeparators: readOnly(() => true),
  },
  objects: {
    CultureInfo: (workbook) => remote("CultureInfo", workbook),
    IterativeCalculation: (workbook) => remote("IterativeCalculation", workbook),
  },
  methods: {
    Calculate: (workbook, [kind]) => recalculate(workbook, kind),
    SuspendScreenUpdatingUntilNextSync: () => null,
    SuspendApiCalculationUntilNextSync: () => null,
  },
};

export const iterativeCalculation: TypeDefinition<Workbook> = {
  properties: { Enabled: readOnly(() => false), MaxIteration: readOnly(() => 100), MaxChange: readOnly(() => 0.001) },
};

export const cultureInfo: TypeDefinition<Workbook> = {
  properties: { Name: readOnly(({ culture }) => culture.locale) },
  objects: {
    DatetimeFormat: (workbook) => remote("DatetimeFormatInfo", workbook),
    NumberFormat: (workbook) => remote("NumberFormatInfo", workbook),
  },
};

export const datetimeFormatInfo: TypeDefinition<Workbook> = {
  properties: {
    DateSeparator: readOnly(({ culture }) => culture.dateSeparator),
    ShortDatePattern: readOnly(({ culture }) => culture.shortDate.replaceAll("m", "M")),
    TimeSeparator: readOnly(() => ":"),
  },
};

export const numberFormatInfo: TypeDefinition<Workbook> = {
  properties: {
    NumberDecimalSeparator: readOnly(({ culture }) => culture.decimal),
    NumberGroupSeparator: readOnly(({ culture }) => culture.group),
  },
};
