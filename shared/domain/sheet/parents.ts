import { plainWords } from "../entry/characters.ts";
import { keyResultId, objectiveId, type ObjectiveId } from "../okr/ids.ts";
import type { ParentRef } from "../okr/objective.ts";
import { err, ok, type Result } from "../result.ts";
import { cellText, isEmptyCell, type Cell } from "./fields.ts";
import type { Labels, Reference } from "./labels.ts";
import { referenceLabels } from "./labels.ts";
import { sheetProblem, type RowProblem } from "./problem.ts";
import { PARENT_BREAK } from "./render.ts";

/** Finds what the Parent column means, among everything in the sheet and above it. */
export interface ParentFinder {
  readonly all: Labels<string>;
  readonly readParents: (cell: Cell | undefined) => Result<readonly ParentRef[], RowProblem>;
  /** The objective of a key result. Several with one title: the nearest of them above. None named: the nearest above. [SE11] */
  readonly readObjective: (cell: Cell | undefined, above: Above, isNew: boolean) => Result<ObjectiveId, RowProblem>;
}

/** Objectives met so far while going down the sheet. */
export interface Above {
  readonly nearest: ObjectiveId | undefined;
  readonly byTitle: ReadonlyMap<string, ObjectiveId>;
}

const unknown = (text: string): { readonly ok: false; readonly error: RowProblem } =>
  err(sheetProblem("parent", { code: "parentUnknown", text }));

const refOf = (reference: Reference | undefined): ParentRef | undefined => reference?.ref;

export const createParentFinder = (references: readonly Reference[]): ParentFinder => {
  const all = referenceLabels(references);
  const objectives = referenceLabels(references.filter(({ ref }) => ref.kind === "objective"));
  const byId = new Map(references.map((reference) => [reference.ref.id as string, reference]));

  const one = (text: string): Result<ParentRef, RowProblem> => {
    const found = all.find(text);
    // An objective wins over key results of the same title: parents are objectives far more often.
    const chosen = found.type === "ambiguous" ? objectives.find(text) : found;
    if (chosen.type === "none") return unknown(text);
    const ref = chosen.type === "found" ? refOf(byId.get(chosen.key)) : undefined;
    return ref ? ok(ref) : err(sheetProblem("parent", { code: "nameAmbiguous", text }));
  };

  const each = (texts: readonly string[]): Result<readonly ParentRef[], RowProblem> => {
    const refs: ParentRef[] = [];
    for (const text of texts) {
      const read = one(text);
      if (!read.ok) return read;
      if (!refs.some(({ id }) => id === read.value.id)) refs.push(read.value);
    }
    return ok(refs);
  };

  return {
    all,
    readParents: (cell) => {
      const text = cellText(cell).trim();
      if (text === "") return ok([]);
      const whole = one(text);
      if (whole.ok) return ok([whole.value]);
      const lines = text.split(PARENT_BREAK).filter((line) => line.trim() !== "");
      const parts = lines.length > 1 ? lines : text.split(";").filter((part) => part.trim() !== "");
      return parts.length > 1 ? each(parts) : whole;
    },
    readObjective: (cell, above, isNew) => {
      if (isEmptyCell(cell)) {
        if (isNew && above.nearest !== undefined) return ok(above.nearest);
        return err(sheetProblem("parent", { code: "parentNeeded" }));
      }
      const text = cellText(cell).trim();
      const found = objectives.find(text);
      if (found.type === "found") return ok(objectiveId(found.key));
      if (found.type === "ambiguous") {
        const near = above.byTitle.get(plainWords(text));
        return near === undefined ? err(sheetProblem("parent", { code: "nameAmbiguous", text })) : ok(near);
      }
      return all.find(text).type === "none"
        ? unknown(text)
        : err(sheetProblem("parent", { code: "parentNotObjective", text }));
    },
  };
};

/** Old titles first, so that a renamed record is still found under the title that other cells carry. */
export const referencesOf = (
  records: readonly { readonly objectives: readonly Titled[]; readonly keyResults: readonly Titled[] }[],
): readonly Reference[] =>
  records.flatMap(({ objectives, keyResults }) => [
    ...objectives.map(({ id, title }): Reference => ({ ref: { kind: "objective", id: objectiveId(id) }, title })),
    ...keyResults.map(({ id, title }): Reference => ({ ref: { kind: "keyResult", id: keyResultId(id) }, title })),
  ]);

interface Titled {
  readonly id: string;
  readonly title: string;
}
