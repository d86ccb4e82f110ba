/** What a fallible operation hands back. Expected failures travel here; bugs throw. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Proves to the compiler that every variant was answered. */
export const unreachable = (value: never): never => {
  throw new Error(`Unanswered variant: ${JSON.stringify(value)}`);
};
