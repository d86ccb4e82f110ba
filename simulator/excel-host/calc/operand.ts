import type { Rect } from "../model/address.ts";
import type { Worksheet } from "../model/types.ts";
import type { CellError, Matrix, Scalar } from "../model/value.ts";
import { cellError, isCellError } from "../model/value.ts";

/** An area of cells as a value: functions may look at its place, others read its content. */
export interface Reference {
  readonly sheet: Worksheet;
  readonly area: Rect;
}

/** What an expression can yield. */
export type Operand = Scalar | Matrix | Reference;

export const isReference = (operand: Operand): operand is Reference =>
  typeof operand === "object" && operand !== null && "area" in operand;

export const isMatrix = (operand: Operand): operand is Matrix => Array.isArray(operand);

export const VALUE_ERROR = cellError("#VALUE!");
export const NUM_ERROR = cellError("#NUM!");
export const NA_ERROR = cellError("#N/A");
export const REF_ERROR = cellError("#REF!");
export const NAME_ERROR = cellError("#NAME?");
export const DIV_ERROR = cellError("#DIV/0!");
export const BUSY_ERROR = cellError("#BUSY!");

/** Number that a value stands for in arithmetic: text is read, empty is 0, TRUE is 1. */
export const asNumber = (value: Scalar): number | CellError => {
  if (typeof value === "number" || isCellError(value)) return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  const text = value.trim();
  const number = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text.replaceAll(/,(?=\d{3})/g, ""));
  return text === "" || Number.isNaN(number) ? VALUE_ERROR : number;
};

const plainText = (value: number): string => {
  const text = String(Number(value.toPrecision(15)));
  return text.replace(/e([+-])(\d)$/, "e$10$2").replace("e", "E");
};

/** Text that a value stands for when it is joined. */
export const asText = (value: Scalar): string | CellError => {
  if (typeof value === "string" || isCellError(value)) return value;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return plainText(value);
};

/** Truth of a condition; text other than TRUE and FALSE is #VALUE!. */
export const asBoolean = (value: Scalar): boolean | CellError => {
  if (typeof value === "boolean" || isCellError(value)) return value;
  if (typeof value !== "string") return (value ?? 0) !== 0;
  const upper = value.toUpperCase();
  return upper === "TRUE" || upper === "FALSE" ? upper === "TRUE" : VALUE_ERROR;
};

const rank = (value: Scalar): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);

const emptyLike = (other: Scalar): Scalar => {
  if (typeof other === "string") return "";
  return typeof other === "boolean" ? false : 0;
};

/** Excel compares 15 significant digits: 0.1+0.2 equals 0.3. */
const significant = (value: number): number => Number(value.toPrecision(15));

/** Order of two values as Excel sorts and compares: numbers, text without case, booleans; empty takes the other's kind. */
export const compareValues = (a: Scalar, b: Scalar): number => {
  const left = a ?? emptyLike(b);
  const right = b ?? emptyLike(a);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === "string" && typeof right === "string") {
    return left.localeCompare(right, undefined, { sensitivity: "accent" });
  }
  return significant(Number(left)) - significant(Number(right));
};

/** Result of arithmetic: what is not finite is #NUM!. */
export const finite = (value: number): Scalar => (Number.isFinite(value) ? value : NUM_ERROR);

/** Text of a value that is known to be no error. */
export const plainTextOf = (value: Scalar): string => {
  const text = asText(value);
  return isCellError(text) ? text.error : text;
};
