import type { MeasureDraft } from "../problems/measureProblems.ts";
import type { KeyResultRowDraft, RowDraft } from "../sheet/drafts.ts";
import type { MeasureChoice } from "../merge/measureFields.ts";
import { isEmptyCell, type Cell } from "../sheet/fields.ts";
import { cellOf, type BulkSheet } from "./bulkSheet.ts";
import { gather, type Edits, type Wanted } from "./edits.ts";
import type { BulkOperation } from "./operation.ts";

type Rescale = Extract<BulkOperation, { readonly kind: "rescale" }>;
type NumberField = "start" | "target" | "current";

/** Which numbers a kind of measure has besides its readings. */
const NUMBERS: Readonly<Record<MeasureChoice, readonly NumberField[]>> = {
  up: ["start", "target"],
  down: ["start", "target"],
  stayAbove: ["target"],
  stayBelow: ["target"],
  stayBetween: ["start", "target"],
  percentage: ["target"],
  milestone: [],
  baseline: [],
};

const fieldsOf = (measure: MeasureChoice, { unit, starts, currents }: Rescale): readonly NumberField[] => {
  const numbers = NUMBERS[measure];
  const otherUnit = unit !== undefined;
  const hasStart = starts || otherUnit || measure === "stayBetween";
  const hasCurrent = (currents || otherUnit) && measure !== "milestone";
  return [...numbers.filter((field) => field === "target" || hasStart), ...(hasCurrent ? (["current"] as const) : [])];
};

/** Twelve digits: what binary fractions add to a product is no part of it. */
const product = (value: number, { factor, decimals }: Rescale): number => {
  const exact = Number((value * factor).toPrecision(12));
  return decimals === undefined ? exact : Number(exact.toFixed(decimals));
};

const targetOf = (measure: MeasureDraft, field: "start" | "target"): number | undefined => {
  if (measure.kind === "percentage") return measure.target;
  if (measure.kind !== "metric") return undefined;
  if (measure.direction === "stayBetween") return field === "start" ? measure.low : measure.high;
  if (measure.direction === "up" || measure.direction === "down")
    return measure[field === "start" ? "baseline" : field];
  return "limit" in measure ? measure.limit : undefined;
};

/** The number that the row means there, typed or pulled; undefined where it could not be read. */
const numberOf = ({ record, checkIn, base, problems }: KeyResultRowDraft, field: NumberField): number | undefined => {
  if (problems.some((problem) => problem.field === field && problem.severity === "error")) return undefined;
  if (field !== "current") return targetOf(record.measure, field);
  return checkIn?.value ?? (base?.kind === "keyResult" ? base.value : undefined);
};

const scaled = (draft: KeyResultRowDraft, field: NumberField, operation: Rescale): Wanted => {
  const cell = cellOf(draft, field);
  if (isEmptyCell(cell)) return undefined;
  const value = numberOf(draft, field);
  if (value === undefined || !Number.isFinite(value)) return { skip: "unreadable" };
  const to = product(value, operation);
  return { to: typeof cell === "object" ? { percent: Number((to / 100).toPrecision(12)) } : to };
};

const choiceOf = ({ record: { measure } }: KeyResultRowDraft): MeasureChoice =>
  measure.kind === "metric" ? measure.direction : measure.kind;

const unitCell = (measure: MeasureChoice, unit: string): { readonly to: Cell } | undefined =>
  measure === "percentage" || measure === "milestone" ? undefined : { to: unit };

/** Multiplies the numbers of key results. [BK6] */
export const rescale = (sheet: BulkSheet, chosen: ReadonlySet<number>, operation: Rescale): Edits => {
  const edits = gather(sheet);
  const change = (draft: KeyResultRowDraft): void => {
    const measure = choiceOf(draft);
    const fields = fieldsOf(measure, operation);
    const unit = operation.unit === undefined ? undefined : unitCell(measure, operation.unit);
    const refuses = operation.unit !== undefined && unit === undefined;
    if (refuses || (fields.length === 0 && !unit)) return edits.skip(draft, "target", "notForRow");
    edits.put(draft, "unit", unit);
    for (const field of fields) edits.put(draft, field, scaled(draft, field, operation));
  };
  const isChosen = (draft: RowDraft): boolean => chosen.has(draft.identity.row.at);
  for (const draft of sheet.drafts.values()) if (draft.type === "keyResult" && isChosen(draft)) change(draft);
  return edits;
};
