/** Reading what a file says, value by value, with the place of the first thing that is not as it must be. */
import { parseDay, parseInstant, type Day, type Instant } from "../day.ts";
import { err, ok, type Result } from "../result.ts";

export interface Misshapen {
  readonly type: "Misshapen";
  /** For example `objectives[3].parents[0].kind`. */
  readonly at: string;
  readonly wanted: string;
}

export type Reader<T> = (value: unknown, at: string) => Result<T, Misshapen>;

const misshapen = (at: string, wanted: string): Result<never, Misshapen> => err({ type: "Misshapen", at, wanted });

export const text: Reader<string> = (value, at) => (typeof value === "string" ? ok(value) : misshapen(at, "text"));

export const figure: Reader<number> = (value, at) =>
  typeof value === "number" && Number.isFinite(value) ? ok(value) : misshapen(at, "a number");

export const yesNo: Reader<boolean> = (value, at) =>
  typeof value === "boolean" ? ok(value) : misshapen(at, "true or false");

export const day: Reader<Day> = (value, at) => {
  const found = typeof value === "string" ? parseDay(value) : undefined;
  return found === undefined ? misshapen(at, "a day as YYYY-MM-DD") : ok(found);
};

export const instant: Reader<Instant> = (value, at) => {
  const found = typeof value === "string" ? parseInstant(value) : undefined;
  return found === undefined ? misshapen(at, "a moment as ISO 8601") : ok(found);
};

/** Text that is a key or id of its kind. */
export const branded =
  <T extends string>(brand: (text: string) => T): Reader<T> =>
  (value, at) =>
    typeof value === "string" && value !== "" ? ok(brand(value)) : misshapen(at, "text that is not empty");

export const oneOf =
  <T extends string>(choices: readonly T[]): Reader<T> =>
  (value, at) => {
    const found = choices.find((choice) => choice === value);
    return found === undefined ? misshapen(at, choices.join(" or ")) : ok(found);
  };

export const listOf =
  <T>(reader: Reader<T>): Reader<readonly T[]> =>
  (value, at) => {
    if (!Array.isArray(value)) return misshapen(at, "a list");
    const found: T[] = [];
    for (const [index, entry] of value.entries()) {
      const one = reader(entry, `${at}[${index}]`);
      if (!one.ok) return one;
      found.push(one.value);
    }
    return ok(found);
  };

/** Marks a property that may be absent. */
interface Optional<T> {
  readonly optional: Reader<T>;
}
export const optional = <T>(reader: Reader<T>): Optional<T> => ({ optional: reader });

type Field<T, K extends keyof T> = object extends Pick<T, K> ? Optional<NonNullable<T[K]>> : Reader<T[K]>;
export type Fields<T> = { readonly [K in keyof T]-?: Field<T, K> };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const place = (at: string, name: string): string => (at === "" ? name : `${at}.${name}`);

/** Exactly these properties: one that nobody knows would be lost without a word. */
export const objectOf =
  <T extends object>(fields: Fields<T>): Reader<T> =>
  (value, at) => {
    if (!isObject(value)) return misshapen(at, "an object");
    const stranger = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
    if (stranger !== undefined) return misshapen(place(at, stranger), "nothing; it is not known here");
    const found: Record<string, unknown> = {};
    for (const [name, field] of Object.entries<Optional<unknown> | Reader<unknown>>(fields)) {
      const given = value[name];
      if (given === undefined && typeof field !== "function") continue;
      const read = (typeof field === "function" ? field : field.optional)(given, place(at, name));
      if (!read.ok) return read;
      found[name] = read.value;
    }
    // Every field of T has just been read by its own reader.
    return ok(found as T);
  };

/** An object whose `name` says which of the variants it is. */
export const variantOf =
  <T extends object>(name: keyof T & string, variants: Readonly<Record<string, Reader<T>>>): Reader<T> =>
  (value, at) => {
    const which = isObject(value) ? value[name] : undefined;
    const reader = typeof which === "string" && Object.hasOwn(variants, which) ? variants[which] : undefined;
    return reader ? reader(value, at) : misshapen(place(at, name), Object.keys(variants).join(" or "));
  };
