import { parsePercentEntry, isPercentUnit, rangeOf } from "../entry/value.ts";
import { parseYesNo } from "../entry/yesNo.ts";
import type { Instant } from "../day.ts";
import type { CycleKey, KeyResultId, UnitKey } from "../okr/ids.ts";
import type { Measure } from "../okr/keyResult.ts";
import { err, ok, type Result } from "../result.ts";
import { cellText, type Cell } from "../sheet/fields.ts";

/** A key result and the cell that drives it. */
export interface Binding {
  /** A GUID. */
  readonly id: string;
  /** Of the cell, in the workbook. */
  readonly name: string;
  readonly keyResultId: KeyResultId;
  readonly unitKey: UnitKey;
  readonly cycleKey: CycleKey;
  /** As it was called when it was bound. */
  readonly title: string;
  /** The text beside the cell when somebody last said that it is the right one. */
  readonly label: string;
  /** What was last sent, and from where. */
  readonly sent?: { readonly value: number; readonly at: Instant; readonly address: string };
}

/** A cell as far as it matters here. */
export interface LiveCell {
  readonly value: Cell;
  readonly isError: boolean;
  readonly label: string;
}

export type CellProblem =
  | { readonly type: "CellError"; readonly text: string }
  | { readonly type: "CellEmpty" }
  | { readonly type: "NotANumber"; readonly text: string }
  /** The cell shows per cent, the key result counts something else. */
  | { readonly type: "PercentNotWanted"; readonly unit: string }
  /** A plain 0.45 where both may be meant. */
  | { readonly type: "PercentDoubtful"; readonly readings: readonly [number, number] };

/** The key result as it is stored now. */
export interface Reported {
  readonly measure: Measure;
  readonly value?: number;
}

export type LiveState =
  /** To be sent. */
  | { readonly type: "ready"; readonly value: number }
  | { readonly type: "same"; readonly value: number }
  /** The cell says what it said when it was sent; the key result says something else since. */
  | { readonly type: "overtaken"; readonly value: number; readonly reported: number }
  | { readonly type: "moved"; readonly before: string; readonly now: string }
  | { readonly type: "cellGone" }
  | { readonly type: "keyResultGone" }
  | { readonly type: "problem"; readonly problem: CellProblem };

const isPercent = (measure: Measure): boolean =>
  measure.kind === "percentage" || ("unit" in measure && isPercentUnit(measure.unit));

/** Without the dust of binary fractions: what Excel shows as 45 % is 45. */
const plain = (value: number): number => Number(value.toPrecision(13));

const milestoneValue = (cell: Cell): Result<number, CellProblem> => {
  if (typeof cell === "boolean") return ok(Number(cell));
  const text = typeof cell === "object" ? String(cell.percent) : String(cell);
  const answer = parseYesNo(text);
  return answer.ok ? ok(Number(answer.value)) : err({ type: "NotANumber", text });
};

const percentValue = (value: number, measure: Measure): Result<number, CellProblem> => {
  const read = parsePercentEntry(String(value), "en-US", rangeOf(measure));
  if (read.ok) return ok(plain(read.value));
  return read.error.type === "AmbiguousPercent"
    ? err({ type: "PercentDoubtful", readings: read.error.readings })
    : err({ type: "NotANumber", text: String(value) });
};

/** What a cell says about a measure. [BC1] [BC2] */
export const valueOfCell = ({ value, isError }: LiveCell, measure: Measure): Result<number, CellProblem> => {
  if (isError) return err({ type: "CellError", text: cellText(value) });
  if (value === "") return err({ type: "CellEmpty" });
  if (measure.kind === "milestone") return milestoneValue(value);
  if (typeof value === "object") {
    if (isPercent(measure)) return ok(plain(value.percent * 100));
    return err({ type: "PercentNotWanted", unit: "unit" in measure ? measure.unit : "" });
  }
  if (typeof value !== "number") return err({ type: "NotANumber", text: String(value) });
  return isPercent(measure) ? percentValue(value, measure) : ok(plain(value));
};

const compared = (value: number, sent: number | undefined, reported: number | undefined): LiveState => {
  if (value === reported) return { type: "same", value };
  if (value !== sent) return { type: "ready", value };
  return reported === undefined ? { type: "same", value } : { type: "overtaken", value, reported };
};

/** What is to be done about a binding. @param cell undefined: it was deleted @param reported undefined: the key result was */
export const judgeLiveCell = (
  { label, sent }: Pick<Binding, "label" | "sent">,
  cell: LiveCell | undefined,
  reported: Reported | undefined,
): LiveState => {
  if (!cell) return { type: "cellGone" };
  if (!reported) return { type: "keyResultGone" };
  if (cell.label !== label) return { type: "moved", before: label, now: cell.label };
  const value = valueOfCell(cell, reported.measure);
  if (!value.ok) return { type: "problem", problem: value.error };
  return compared(value.value, sent?.value, reported.value);
};
