export type SheetCell = string | number | boolean | undefined;

export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  /** May be walked through once. */
  readonly rows: Iterable<readonly SheetCell[]>;
}
