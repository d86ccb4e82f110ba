import type { RowDraft } from "./drafts.ts";
import { cellText, EDITABLE_FIELDS, type SheetRow } from "./fields.ts";
import type { Judge } from "./judge.ts";
import type { PlanInput, PlannedRow, RowAction } from "./planTypes.ts";
import { sheetProblem, type RowProblem, type SheetOnlyProblem } from "./problem.ts";
import { isEdited } from "./readRow.ts";
import type { Vocabulary } from "./words.ts";

/** Whether the Change column of the row says, in any language of the sheet, that its record is to be deleted. [SE31] */
export const isMarked = ({ cells }: SheetRow, { stateOf }: Pick<Vocabulary, "stateOf">): boolean =>
  stateOf(cellText(cells.change)) === "delete";

/** Records that a push would delete. */
export const removalsIn = (drafts: readonly RowDraft[], { vocabulary }: PlanInput): ReadonlySet<string> =>
  new Set(
    drafts.flatMap(({ base, identity }) =>
      base && !base.gone && isMarked(identity.row, vocabulary) ? [identity.id] : [],
    ),
  );

type Common = Pick<PlannedRow, "at" | "id" | "title" | "isNew">;

const hasEdits = ({ identity: { row }, base }: RowDraft): boolean =>
  EDITABLE_FIELDS.some((field) => isEdited(row, base, field));

const told = (problem: SheetOnlyProblem, severity: "error" | "warning"): RowProblem =>
  sheetProblem("title", problem, severity);

type Removal = Extract<RowAction, { readonly kind: "removeObjective" | "removeKeyResult" }>;

const actionOf = (draft: RowDraft): Removal | undefined => {
  const { base } = draft;
  if (!base) return undefined;
  const { revision } = base;
  return base.kind === "objective"
    ? { kind: "removeObjective", base: base.record, revision }
    : { kind: "removeKeyResult", base: base.record, revision };
};

/** Deletes the record of a marked row. An objective goes only when no key result is left below it. [SE31] */
export const planRemoval = (
  draft: RowDraft,
  common: Common,
  judge: Judge,
  removed: ReadonlySet<string>,
): PlannedRow => {
  const action = actionOf(draft);
  const shared = { ...common, ...(draft.base ? { type: draft.base.kind } : {}), changes: [], marked: true } as const;
  if (!action) return { ...shared, problems: [told({ code: "deleteNew" }, "error")], needs: [] };
  const { left, leaving, children } = judge.below(common.id);
  return {
    ...shared,
    title: action.base.title,
    action,
    problems: [
      ...(left > 0 ? [told({ code: "deleteHasKeyResults", count: left }, "error")] : []),
      ...(children > 0 ? [told({ code: "deleteHasChildren", count: children }, "warning")] : []),
      ...(hasEdits(draft) ? [told({ code: "deleteWithEdits" }, "warning")] : []),
    ],
    needs: leaving.filter((id) => removed.has(id)),
  };
};

/** A record that is not where it was pulled from any more is neither changed nor made again. */
export const planGone = (draft: RowDraft, common: Common): PlannedRow => {
  const { base } = draft;
  const problem = base?.removed
    ? told({ code: "removedHere" }, "warning")
    : told({ code: "removedElsewhere" }, hasEdits(draft) ? "error" : "warning");
  return { ...common, ...(base ? { type: base.kind } : {}), gone: true, changes: [], problems: [problem], needs: [] };
};
