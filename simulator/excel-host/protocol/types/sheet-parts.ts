import { MAX_COLUMNS, MAX_ROWS, lastColumn, lastRow, rect } from "../../model/address.ts";
import type { Rect } from "../../model/address.ts";
import { protect, unprotect } from "../../model/protection.ts";
import type { FrozenPanes, ProtectionOptions } from "../../model/rules.ts";
import type { Worksheet } from "../../model/types.ts";
import { invalidArgument, itemNotFound, notImplemented, unwrap } from "../api-error.ts";
import { field, flag, isMissing, oneOf, optional, record, text, whole } from "../arguments.ts";
import type { TypeDefinition } from "../definition.ts";
import { readOnly } from "../definition.ts";
import { orNull } from "../targets.ts";
import { areaOf, rangeArgument, rangeAt } from "./areas.ts";

const SWITCHES = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
] as const satisfies readonly (keyof ProtectionOptions)[];

const readOptions = (value: unknown): ProtectionOptions => {
  if (isMissing(value)) return {};
  const options = record(value);
  const known = new Set<string>([...SWITCHES, "selectionMode"]);
  const strange = Object.keys(options).find((key) => !known.has(key.charAt(0).toLowerCase() + key.slice(1)));
  if (strange !== undefined) throw notImplemented(`WorksheetProtectionOptions.${strange}`);
  const switches = SWITCHES.map((key) => [key, optional(field(options, key), flag)] as const).filter(
    ([, set]) => set !== undefined,
  );
  const mode = field(options, "selectionMode");
  const selection = isMissing(mode) ? {} : { selectionMode: oneOf(mode, ["Normal", "Unlocked", "None"] as const) };
  return { ...Object.fromEntries(switches), ...selection };
};

const shownOptions = ({ protection }: Worksheet): unknown =>
  protection && {
    ...Object.fromEntries(SWITCHES.map((key) => [key, protection.options[key] ?? false])),
    selectionMode: protection.options.selectionMode ?? "Normal",
  };

export const worksheetProtection: TypeDefinition<Worksheet> = {
  properties: { Protected: readOnly(({ protection }) => protection !== null), Options: readOnly(shownOptions) },
  methods: {
    Protect: (sheet, [options, password]) => {
      unwrap(protect(sheet, readOptions(options), optional(password, text)));
      return null;
    },
    Unprotect: (sheet, [password]) => {
      unwrap(unprotect(sheet, optional(password, text)));
      return null;
    },
  },
};

const freeze = (sheet: Worksheet, frozen: FrozenPanes | null): null => {
  if (frozen && (frozen.rows < 0 || frozen.columns < 0)) throw invalidArgument();
  sheet.workbook.journal.set(sheet, "frozen", frozen);
  return null;
};

const frozenArea = ({ frozen }: Worksheet): Rect | undefined => {
  if (!frozen) return undefined;
  if (frozen.columns === 0) return rect(0, 0, frozen.rows, MAX_COLUMNS);
  return frozen.rows === 0 ? rect(0, 0, MAX_ROWS, frozen.columns) : rect(0, 0, frozen.rows, frozen.columns);
};

export const worksheetFreezePanes: TypeDefinition<Worksheet> = {
  methods: {
    FreezeRows: (sheet, [count]) => freeze(sheet, { rows: optional(count, whole) ?? 1, columns: 0 }),
    FreezeColumns: (sheet, [count]) => freeze(sheet, { rows: 0, columns: optional(count, whole) ?? 1 }),
    FreezeAt: (sheet, [where]) => {
      const area = areaOf(rangeArgument(sheet, where));
      const rows = area.rows === MAX_ROWS ? 0 : lastRow(area) + 1;
      return freeze(sheet, { rows, columns: area.columns === MAX_COLUMNS ? 0 : lastColumn(area) + 1 });
    },
    Unfreeze: (sheet) => freeze(sheet, null),
    GetLocation: (sheet) => {
      const area = frozenArea(sheet);
      if (!area) throw itemNotFound();
      return rangeAt(sheet, area);
    },
    GetLocationOrNullObject: (sheet) => orNull(frozenArea(sheet), (area) => rangeAt(sheet, area)),
  },
};
