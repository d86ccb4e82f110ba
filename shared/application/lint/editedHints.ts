import { readBulkSheet } from "#shared/domain/bulk/bulkSheet.ts";
import { byLevel } from "#shared/domain/lint/finding.ts";
import { stateOf, type PlanInput, type SheetPlan } from "#shared/domain/sheet/planTypes.ts";
import { lintSheet, type SheetHint } from "./lintSheet.ts";

/**
 * Hints for the records that a push of this plan would store, the gravest of a row first. A row that has to be corrected says that
 * alone, and what nobody edited is not judged. [SE38]
 */
export const hintsOfEdited = (input: PlanInput, { rows }: SheetPlan): readonly SheetHint[] => {
  const edited = new Set(
    rows.flatMap((row) => (row.at !== undefined && ["new", "changed"].includes(stateOf(row)) ? [row.at] : [])),
  );
  if (edited.size === 0) return [];
  const ids = new Map(rows.map(({ at, id }) => [at, id]));
  // Ids are given once: the rows keep those of the plan.
  const sheet = readBulkSheet({ ...input, newId: ({ at }) => ids.get(at) ?? "" }, () => false);
  return lintSheet(sheet, edited).toSorted((a, b) => byLevel(a.finding, b.finding));
};
