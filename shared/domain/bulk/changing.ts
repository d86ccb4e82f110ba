import { plainWords } from "../entry/characters.ts";
import type { RowDraft } from "../sheet/drafts.ts";
import { PARENT_BREAK } from "../sheet/render.ts";
import { cellText, isEmptyCell } from "../sheet/fields.ts";
import { cellOf, families, type BulkSheet } from "./bulkSheet.ts";
import { betweenCycles, movedCell, shifted } from "./days.ts";
import { gather, type Edits, type Wanted } from "./edits.ts";
import { literal } from "./literal.ts";
import type { BulkOperation } from "./operation.ts";

type Of<K extends BulkOperation["kind"]> = Extract<BulkOperation, { readonly kind: K }>;

const each = (sheet: BulkSheet, chosen: ReadonlySet<number>, edit: (draft: RowDraft, edits: Edits) => void): Edits => {
  const edits = gather(sheet);
  for (const [at, draft] of sheet.drafts) if (chosen.has(at)) edit(draft, edits);
  return edits;
};

export const setOwner = (sheet: BulkSheet, chosen: ReadonlySet<number>, { owner }: Of<"setOwner">): Edits =>
  each(sheet, chosen, (draft, { put }) => {
    const known = draft.type === "unknown" ? undefined : draft.record.owner;
    // A cell that means the person already may call them by another name.
    if (owner && known?.id === owner.person.id) return;
    put(draft, "owner", { to: owner?.text ?? "" });
  });

export const shiftDays = (sheet: BulkSheet, chosen: ReadonlySet<number>, { by, step }: Of<"shiftDays">): Edits =>
  each(sheet, chosen, (draft, { put }) => {
    put(
      draft,
      "due",
      movedCell(cellOf(draft, "due"), sheet.input, (day) => shifted(day, by, step)),
    );
  });

export const moveCycle = (
  sheet: BulkSheet,
  chosen: ReadonlySet<number>,
  { cycle: key, moveDays }: Of<"moveCycle">,
): Edits => {
  const edits = gather(sheet);
  const { cycles } = sheet.input.frame;
  const to = cycles.find((cycle) => cycle.key === key && !cycle.closed);
  if (!to) return edits;
  const name = sheet.labels.cycles.labelOf(to.key) ?? to.name;
  const found = families(sheet, chosen);
  for (const { objective, keyResults } of found.families) {
    if (objective.record.cycleKey === to.key) {
      edits.skip(objective, "cycle", "sameCycle");
      continue;
    }
    const move = betweenCycles(
      cycles.find((cycle) => cycle.key === objective.record.cycleKey),
      to,
    );
    for (const draft of [objective, ...keyResults]) {
      edits.put(draft, "cycle", { to: name });
      if (moveDays) edits.put(draft, "due", movedCell(cellOf(draft, "due"), sheet.input, move));
    }
  }
  for (const orphan of found.orphans) edits.skip(orphan, "cycle", "followsObjective");
  return edits;
};

/** The cell of an objective with one parent more. */
const withParent = (draft: RowDraft, label: string): string => {
  const lines = cellText(cellOf(draft, "parent"))
    .split(PARENT_BREAK)
    .filter((line) => line.trim() !== "");
  return lines.some((line) => plainWords(line) === plainWords(label))
    ? lines.join(PARENT_BREAK)
    : [...lines, label].join(PARENT_BREAK);
};

export const setParent = (sheet: BulkSheet, chosen: ReadonlySet<number>, operation: Of<"setParent">): Edits => {
  const { parent, add } = operation;
  const reference = sheet.references.find(({ ref }) => ref.id === parent);
  const label = parent === undefined ? "" : (sheet.labels.references.labelOf(parent) ?? reference?.title ?? "");
  const wanted = (draft: RowDraft): Wanted => {
    if (draft.type === "unknown") return { skip: "notForRow" };
    if (draft.record.id === parent) return { skip: "ownParent" };
    if (draft.type === "objective") {
      if (draft.record.parents.some(({ id }) => id === parent) && (add || draft.record.parents.length === 1))
        return undefined;
      return { to: add ? withParent(draft, label) : label };
    }
    if (draft.record.objectiveId === parent) return undefined;
    return reference?.ref.kind === "objective" ? { to: label } : { skip: "parentNotObjective" };
  };
  return each(sheet, chosen, (draft, { put }) => {
    if (parent !== undefined && label === "") return;
    put(draft, "parent", wanted(draft));
  });
};

/** Composed or decomposed, a text is found as it is written. */
const forms = (text: string): string =>
  [...new Set([text, text.normalize("NFC"), text.normalize("NFD")])].map(literal).join("|");

/** A letter, a mark on one, or a digit: what is part of a word in any script. */
const WORD = String.raw`[\p{L}\p{M}\p{N}_]`;

export const patternOf = ({
  find,
  wholeWord,
  matchCase,
}: Pick<Of<"replace">, "find" | "wholeWord" | "matchCase">): RegExp => {
  const body = `(?:${forms(find)})`;
  return new RegExp(wholeWord ? `(?<!${WORD})${body}(?!${WORD})` : body, matchCase ? "gu" : "giu");
};

export const replaceTexts = (sheet: BulkSheet, chosen: ReadonlySet<number>, operation: Of<"replace">): Edits => {
  if (operation.find === "") return gather(sheet);
  const pattern = patternOf(operation);
  return each(sheet, chosen, (draft, { put }) => {
    for (const field of operation.fields) {
      const cell = cellOf(draft, field);
      if (typeof cell !== "string" || isEmptyCell(cell)) continue;
      const to = cell.replaceAll(pattern, () => operation.replacement);
      if (to !== cell) put(draft, field, { to });
    }
  });
};
