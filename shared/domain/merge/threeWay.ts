import type { Person } from "../okr/person.ts";

export type Side = "mine" | "theirs";

/** Which side a person chose, by field. */
export type Choices<F extends string = string> = { readonly [K in F]?: Side };

/** A field that both sides changed to something different. */
export interface FieldClash<F extends string = string> {
  readonly field: F;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface FieldMerge<T extends object> {
  readonly merged: T;
  /** Where nobody chose; `merged` holds theirs there. */
  readonly clashes: readonly FieldClash<keyof T & string>[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isPerson = (value: unknown): value is Person => isObject(value) && "name" in value;

/** Whether two values of a field mean the same; a person is who they are, not how the name was written. [ME2] */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (isPerson(a) && isPerson(b) && a.id !== "") return a.id === b.id;
  if (!isObject(a) || !isObject(b)) return a === b;
  return Object.keys({ ...a, ...b }).every((key) => sameValue(a[key], b[key]));
};

export const fieldNames = <T extends object>(fields: T): readonly (keyof T & string)[] =>
  Object.keys(fields) as (keyof T & string)[];

/** What two sides made of the same fields. [ME1] [ME2] [ME3] */
export const mergeFields = <T extends object>(
  { base, mine, theirs }: { readonly base: T; readonly mine: T; readonly theirs: T },
  choices: Choices<keyof T & string> = {},
): FieldMerge<T> => {
  const merged = { ...theirs };
  const clashes: FieldClash<keyof T & string>[] = [];
  for (const field of fieldNames({ ...base, ...theirs, ...mine })) {
    if (sameValue(mine[field], theirs[field]) || choices[field] === "theirs") continue;
    const isMine = !sameValue(mine[field], base[field]);
    const isTheirs = !sameValue(theirs[field], base[field]);
    if (choices[field] === "mine" || (isMine && !isTheirs)) merged[field] = mine[field];
    else if (isMine) clashes.push({ field, base: base[field], mine: mine[field], theirs: theirs[field] });
  }
  return { merged, clashes };
};
