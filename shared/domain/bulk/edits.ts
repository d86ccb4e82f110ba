import { isEmptyCell, sameCell, type Cell, type EditableField } from "../sheet/fields.ts";
import type { RowDraft } from "../sheet/drafts.ts";
import type { BulkCell, BulkSkip, SkipReason } from "./bulkPlan.ts";
import { cellOf, type BulkSheet } from "./bulkSheet.ts";

/** What is to stand in a cell, or why it cannot. */
export type Wanted = { readonly to: Cell } | { readonly skip: SkipReason } | undefined;

/** Gathers edits of cells, and what stands in their way. [BK1] [BK3] */
export const gather = ({ hasFormula }: BulkSheet) => {
  const changes: BulkCell[] = [];
  const skipped: BulkSkip[] = [];
  const skip = (draft: RowDraft, field: EditableField, reason: SkipReason): void => {
    skipped.push({ at: draft.identity.row.at, field, reason });
  };
  return {
    changes,
    skipped,
    skip,
    put: (draft: RowDraft, field: EditableField, wanted: Wanted): void => {
      const { at, cells } = draft.identity.row;
      if (wanted === undefined) return;
      if ("skip" in wanted) return skip(draft, field, wanted.skip);
      if (cells[field] === undefined) return skip(draft, field, "noColumn");
      const before = cellOf(draft, field);
      if (sameCell(before, wanted.to) && isEmptyCell(before) === isEmptyCell(wanted.to)) return;
      if (hasFormula(at, field)) return skip(draft, field, "formula");
      changes.push({ at, field, before, after: wanted.to });
    },
  };
};

export type Edits = ReturnType<typeof gather>;
