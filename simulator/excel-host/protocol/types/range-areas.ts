import { cellCount, intersection, rect, isEntireColumns, isEntireRows } from "../../model/address.ts";
import { clearArea } from "../../model/clear.ts";
import { unwrap } from "../api-error.ts";
import { oneOf, whole } from "../arguments.ts";
import type { TypeDefinition } from "../definition.ts";
import { readOnly } from "../definition.ts";
import type { Areas } from "../targets.ts";
import { NULL_OBJECT, remote } from "../targets.ts";
import type { TrackedRange } from "../../model/types.ts";
import { areaOf, fullAddress, rangeArgument, rectsOf } from "./areas.ts";
import { CLEAR_KINDS } from "./range-actions.ts";
import { areasRemote, specialCellsOrNull } from "./special-cells.ts";
import { itemNotFound } from "../api-error.ts";
import type { Remote } from "../targets.ts";

const address = (areas: Areas): string =>
  rectsOf(areas)
    .map((area) => fullAddress(areas.sheet, area))
    .join(", ");

const intersected = (areas: Areas, other: unknown): Remote | typeof NULL_OBJECT => {
  const target = rangeArgument(areas.sheet, other);
  const parts = rectsOf(areas)
    .map((area) => intersection(area, areaOf(target)))
    .filter((part) => part !== undefined);
  return parts.length === 0 ? NULL_OBJECT : areasRemote(areas.sheet, parts);
};

const special = (areas: Areas, type: unknown, valueType: unknown): Remote | typeof NULL_OBJECT => {
  const found = areas.ranges
    .map((range) => specialCellsOrNull(range, type, valueType))
    .flatMap((part) => (part === NULL_OBJECT ? [] : rectsOf((part as Remote<"RangeAreas">).target)));
  return found.length === 0 ? NULL_OBJECT : areasRemote(areas.sheet, found);
};

const present = (found: Remote | typeof NULL_OBJECT): Remote => {
  if (found === NULL_OBJECT) throw itemNotFound();
  return found;
};

export const rangeAreas: TypeDefinition<Areas> = {
  properties: {
    Address: readOnly(address),
    AddressLocal: readOnly(address),
    AreaCount: readOnly(({ ranges }) => ranges.length),
    CellCount: readOnly((areas) => rectsOf(areas).reduce((sum, area) => sum + cellCount(area), 0)),
    IsEntireColumn: readOnly((areas) => rectsOf(areas).every(isEntireColumns)),
    IsEntireRow: readOnly((areas) => rectsOf(areas).every(isEntireRows)),
  },
  objects: {
    Areas: ({ ranges }) => remote("RangeCollection", ranges),
    Format: (areas) => remote("RangeFormat", areas),
    Worksheet: ({ sheet }) => remote("Worksheet", sheet),
    DataValidation: (areas) => remote("DataValidation", areas),
    ConditionalFormats: (areas) => remote("ConditionalFormatCollection", areas),
  },
  methods: {
    Clear: (areas, [kind]) => {
      for (const area of rectsOf(areas)) unwrap(clearArea(areas.sheet, area, oneOf(kind ?? "All", CLEAR_KINDS)));
      return null;
    },
    Calculate: ({ sheet }) => {
      sheet.workbook.calculator.recalculateAll(false);
      return null;
    },
    GetOffsetRangeAreas: (areas, [rows, columns]) =>
      areasRemote(
        areas.sheet,
        rectsOf(areas).map((area) =>
          rect(area.row + whole(rows), area.column + whole(columns), area.rows, area.columns),
        ),
      ),
    GetIntersection: (areas, [other]) => present(intersected(areas, other)),
    GetIntersectionOrNullObject: (areas, [other]) => intersected(areas, other),
    GetSpecialCells: (areas, [type, valueType]) => present(special(areas, type, valueType)),
    GetSpecialCellsOrNullObject: (areas, [type, valueType]) => special(areas, type, valueType),
    SetDirty: () => null,
  },
  exists: ({ sheet }) => !sheet.isDeleted,
};

export const rangeCollection: TypeDefinition<readonly TrackedRange[]> = {
  items: (ranges) => ranges.map((range) => remote("Range", range)),
  methods: {
    GetCount: (ranges) => ranges.length,
    GetItemAt: (ranges, [index]) => {
      const found = ranges[whole(index)];
      if (!found) throw itemNotFound();
      return remote("Range", found);
    },
  },
};
