import type { Rect } from "../model/address.ts";
import type { ErrorCode } from "../model/value.ts";
import type { Pins } from "./relative.ts";

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | ">" | "<=" | ">=";

export type TablePart = "All" | "Data" | "Headers" | "Totals" | "This Row";

export interface StructuredReference {
  /** Absent inside a table's own formulas. */
  readonly table?: string;
  readonly parts: readonly TablePart[];
  /** First and last column name. */
  readonly columns?: readonly [string, string];
}

export type Node =
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "error"; readonly code: ErrorCode }
  /** An argument left out, as in IF(A1,,2). */
  | { readonly type: "omitted" }
  | { readonly type: "reference"; readonly sheet?: string; readonly area: Rect; readonly pins: Pins }
  | { readonly type: "structured"; readonly reference: StructuredReference }
  | { readonly type: "name"; readonly sheet?: string; readonly name: string }
  | { readonly type: "call"; readonly name: string; readonly args: readonly Node[] }
  | { readonly type: "binary"; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node }
  | { readonly type: "negate"; readonly operand: Node }
  | { readonly type: "plus"; readonly operand: Node }
  | { readonly type: "percent"; readonly operand: Node }
  /** "@": one value of a range, by the formula's own row or column. */
  | { readonly type: "single"; readonly operand: Node }
  /** "A1#": the whole array that A1 spills. */
  | { readonly type: "spilled"; readonly operand: Node }
  | { readonly type: "array"; readonly rows: readonly (readonly Node[])[] };
