import { draftRows, type KeyResultRowDraft, type ObjectiveDraft, type RowDraft } from "../sheet/drafts.ts";
import type { Cell, EditableField } from "../sheet/fields.ts";
import { identifyRows } from "../sheet/identity.ts";
import { cycleLabels, peopleLabels, unitLabels, type Reference } from "../sheet/labels.ts";
import { referencesOf } from "../sheet/parents.ts";
import type { PlanInput } from "../sheet/planTypes.ts";
import type { SheetLabels } from "../sheet/render.ts";

/** The sheet as a bulk change sees it: what every row means, and what may not be touched in it. */
export interface BulkSheet {
  readonly input: PlanInput;
  readonly labels: SheetLabels;
  /** By place in the table; empty rows are left out. */
  readonly drafts: ReadonlyMap<number, RowDraft>;
  /** Everything a row can be aligned to, stored or new. */
  readonly references: readonly Reference[];
  /** Key results by the id of their objective, in the order of the sheet. */
  readonly below: ReadonlyMap<string, readonly KeyResultRowDraft[]>;
  readonly hasFormula: (at: number, field: EditableField) => boolean;
}

export const readBulkSheet = (input: PlanInput, hasFormula: BulkSheet["hasFormula"]): BulkSheet => {
  const named = {
    units: unitLabels(input.frame),
    cycles: cycleLabels(input.frame),
    people: peopleLabels(input.people),
  };
  const identities = identifyRows(input.rows, input.baseline, input.begun, input.newId);
  const { rows, finder } = draftRows(identities, input, named);
  const below = new Map<string, KeyResultRowDraft[]>();
  for (const draft of rows) {
    if (draft.type !== "keyResult") continue;
    const id = draft.record.objectiveId;
    const others = below.get(id);
    if (others) others.push(draft);
    else below.set(id, [draft]);
  }
  const stored = [...input.baseline.rows.values()];
  const known = new Set(input.baseline.rows.keys());
  const records = (kind: "objective" | "keyResult") => [
    ...stored.filter((row) => row.kind === kind).map(({ record }) => record),
    ...rows.flatMap((draft) => (draft.type === kind && !known.has(draft.record.id) ? [draft.record] : [])),
  ];
  return {
    input,
    labels: { ...named, references: finder.all },
    drafts: new Map(rows.map((draft) => [draft.identity.row.at, draft])),
    references: referencesOf([
      input.baseline.around,
      { objectives: records("objective"), keyResults: records("keyResult") },
    ]),
    below,
    hasFormula,
  };
};

export const cellOf = (draft: RowDraft, field: EditableField): Cell => draft.identity.row.cells[field] ?? "";

/** Chosen objectives, each with all its key results in the table; and the chosen key results that belong to none of them. [BK2] */
export const families = (
  { drafts, below }: BulkSheet,
  chosen: ReadonlySet<number>,
): {
  readonly families: readonly {
    readonly objective: ObjectiveDraft;
    readonly keyResults: readonly KeyResultRowDraft[];
  }[];
  readonly orphans: readonly KeyResultRowDraft[];
} => {
  const picked = [...drafts.values()].filter(({ identity }) => chosen.has(identity.row.at));
  const objectives = picked.filter((draft) => draft.type === "objective");
  const ids = new Set<string>(objectives.map(({ record }) => record.id));
  return {
    families: objectives.map((objective) => ({ objective, keyResults: below.get(objective.record.id) ?? [] })),
    orphans: picked.filter((draft) => draft.type === "keyResult").filter(({ record }) => !ids.has(record.objectiveId)),
  };
};
