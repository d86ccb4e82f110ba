/** `error`: the record cannot be kept like this. `warning`: it can, but somebody should look. `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";

/** One thing wrong with one field; what the sentence about it needs is in `Data`. The texts live with the screens. */
export type Problem<Code extends string, Field extends string, Level extends Severity, Data = object> = {
  readonly code: Code;
  readonly field: Field;
  readonly severity: Level;
} & Readonly<Data>;

export const hasErrors = (problems: readonly { readonly severity: Severity }[]): boolean =>
  problems.some(({ severity }) => severity === "error");
