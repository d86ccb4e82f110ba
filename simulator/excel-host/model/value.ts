/** Error values a cell can show ("ErrorCellValueType" in the Excel API; #BUSY! while a custom function runs). */
export type ErrorCode =
  | "#NULL!"
  | "#DIV/0!"
  | "#VALUE!"
  | "#REF!"
  | "#NAME?"
  | "#NUM!"
  | "#N/A"
  | "#GETTING_DATA"
  | "#SPILL!"
  | "#CALC!"
  | "#BUSY!";

export interface CellError {
  readonly error: ErrorCode;
  /** What a custom function says about it; shown when somebody points at the cell. */
  readonly message?: string;
}

/** Content of one cell; null is an empty cell, dates are serial numbers of the 1900 system. */
export type Scalar = number | string | boolean | CellError | null;

/** Formula result: one value, or rows of values that spill. */
export type Matrix = readonly (readonly Scalar[])[];

const ERROR_CODES: readonly ErrorCode[] = [
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
];

export const cellError = (error: ErrorCode, message = ""): CellError =>
  message === "" ? { error } : { error, message };

export const isCellError = (value: unknown): value is CellError =>
  typeof value === "object" && value !== null && "error" in value;

export const errorCodeOf = (text: string): ErrorCode | undefined =>
  ERROR_CODES.find((code) => code === text.toUpperCase());

/** Value as the Excel API sends it: "" for empty, the error's text for an error. */
export const toWire = (value: Scalar): number | string | boolean => {
  if (value === null) return "";
  return isCellError(value) ? value.error : value;
};
