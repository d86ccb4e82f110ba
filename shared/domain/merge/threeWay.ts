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

interface Values {
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** Whose value a field gets; undefined where a person has to say. [ME1] [ME2] [ME3] */
const sideOf = ({ base, mine, theirs }: Values, chosen?: Side, otherwise?: Side): Side | undefined => {
  if (sameValue(mine, theirs)) return "theirs";
  if (chosen !== undefined) return chosen;
  if (sameValue(mine, base)) return "theirs";
  return sameValue(theirs, base) ? "mine" : otherwise;
};

/**
 * What two sides made of the same fields.
 * @param otherwise the side to take where nobody chose, instead of asking
 */
export const mergeFields = <T extends object>(
  { base, mine, theirs }: { readonly base: T; readonly mine: T; readonly theirs: T },
  choices: Choices<keyof T & string> = {},
  otherwise?: Side,
): FieldMerge<T> => {
  const merged = { ...theirs };
  const clashes: FieldClash<keyof T & string>[] = [];
  for (const field of fieldNames({ ...base, ...theirs, ...mine })) {
    const values = { base: base[field], mine: mine[field], theirs: theirs[field] };
    const side = sideOf(values, choices[field], otherwise);
    if (side === "mine") merged[field] = mine[field];
    if (side === undefined) clashes.push({ field, ...values });
  }
  return { merged, clashes };
};
