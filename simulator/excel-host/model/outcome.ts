/** Codes of the Excel API ("Error handling with the application-specific JavaScript APIs") that the model gives. */
export type RefusalCode =
  | "AccessDenied"
  | "InvalidArgument"
  | "InvalidOperation"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "InvalidReference"
  | "InsertDeleteConflict"
  | "FilteredRangeConflict"
  | "NonBlankCellOffSheet"
  | "TableOverlap"
  | "UnsupportedOperation";

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly message: string;
}

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

/** What Excel did, or why it would not. */
export type Outcome<T> = Done<T> | Refusal;

export const done = <T>(value: T): Done<T> => ({ ok: true, value });

export const refused = (code: RefusalCode, message: string): Refusal => ({ ok: false, code, message });
