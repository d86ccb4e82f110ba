import type { Rect } from "../../model/address.ts";
import { clearTableFilters, reapplyTableFilters, setAutoFilter, setTableFilter } from "../../model/filter.ts";
import type { FilterCriteria } from "../../model/rules.ts";
import type { Table, Worksheet } from "../../model/types.ts";
import { invalidArgument, itemNotFound, unwrap } from "../api-error.ts";
import { isMissing, whole } from "../arguments.ts";
import type { TypeDefinition } from "../definition.ts";
import { readOnly } from "../definition.ts";
import { NULL_OBJECT } from "../targets.ts";
import { areaOf, rangeArgument, rangeAt } from "./areas.ts";
import { readCriteria, writeCriteria } from "./table-columns.ts";

type Target = Worksheet | Table;

const isTable = (target: Target): target is Table => "showTotals" in target;

const filterArea = (target: Target): Rect | undefined => (isTable(target) ? target.range : target.autoFilter?.area);

const criteriaList = (target: Target): readonly (FilterCriteria | undefined)[] => {
  if (isTable(target)) return target.columns.map(({ id }) => target.filters.get(id));
  const { autoFilter } = target;
  if (!autoFilter) return [];
  return Array.from({ length: autoFilter.area.columns }, (_, offset) => autoFilter.criteria.get(offset));
};

const applyToSheet = (sheet: Worksheet, where: unknown, index: unknown, criteria: unknown): void => {
  const area = areaOf(rangeArgument(sheet, where));
  const isSame = JSON.stringify(area) === JSON.stringify(sheet.autoFilter?.area);
  const kept = new Map(isSame ? sheet.autoFilter?.criteria : undefined);
  if (!isMissing(index) && !isMissing(criteria)) kept.set(whole(index), readCriteria(criteria));
  unwrap(setAutoFilter(sheet, area, kept));
};

const applyToTable = (table: Table, index: unknown, criteria: unknown): void => {
  if (isMissing(index) || isMissing(criteria)) return;
  const column = table.columns[whole(index)];
  if (!column) throw invalidArgument();
  unwrap(setTableFilter(table, column.id, readCriteria(criteria)));
};

const clearColumn = (target: Target, index: number): void => {
  if (isTable(target)) {
    const column = target.columns[index];
    if (!column) throw invalidArgument();
    unwrap(setTableFilter(target, column.id, null));
    return;
  }
  const { autoFilter } = target;
  if (!autoFilter) return;
  const kept = new Map(autoFilter.criteria);
  kept.delete(index);
  unwrap(setAutoFilter(target, autoFilter.area, kept));
};

/** The filter of a plain range on a sheet, or of a table. */
export const autoFilter: TypeDefinition<Target> = {
  properties: {
    Enabled: readOnly((target) => filterArea(target) !== undefined),
    IsDataFiltered: readOnly((target) => criteriaList(target).some((criteria) => criteria !== undefined)),
    Criteria: readOnly((target) => criteriaList(target).map((criteria) => (criteria ? writeCriteria(criteria) : null))),
  },
  methods: {
    Apply: (target, [where, index, criteria]) => {
      if (isTable(target)) applyToTable(target, index, criteria);
      else applyToSheet(target, where, index, criteria);
      return null;
    },
    ClearCriteria: (target) => {
      if (isTable(target)) unwrap(clearTableFilters(target));
      else if (target.autoFilter) unwrap(setAutoFilter(target, target.autoFilter.area));
      return null;
    },
    ClearColumnCriteria: (target, [index]) => {
      clearColumn(target, whole(index));
      return null;
    },
    Reapply: (target) => {
      if (isTable(target)) reapplyTableFilters(target);
      else if (target.autoFilter) unwrap(setAutoFilter(target, target.autoFilter.area, target.autoFilter.criteria));
      return null;
    },
    Remove: (target) => {
      if (isTable(target)) unwrap(clearTableFilters(target));
      else unwrap(setAutoFilter(target, null));
      return null;
    },
    GetRange: (target) => {
      const area = filterArea(target);
      if (!area) throw itemNotFound();
      return rangeAt(isTable(target) ? target.sheet : target, area);
    },
    GetRangeOrNullObject: (target) => {
      const area = filterArea(target);
      return area ? rangeAt(isTable(target) ? target.sheet : target, area) : NULL_OBJECT;
    },
  },
};
