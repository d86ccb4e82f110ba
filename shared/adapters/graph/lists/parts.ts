/** Pieces that several lists share. */
import { parseDay, type Day } from "#shared/domain/day.ts";
import { personId } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { malformed, type MalformedColumn } from "./cells.ts";

/** `{ name: value }`, or nothing for undefined: an absent property stays absent. */
export const optional = <Name extends string, T>(name: Name, value: T | undefined): { readonly [K in Name]?: T } =>
  value === undefined ? {} : ({ [name]: value } as { readonly [K in Name]: T });

/**
 * A person from an object id, a name and an address as kept in three text columns; undefined when nothing is kept. A person whom
 * nobody found in the directory has a name and no id.
 */
export const readPerson = (
  oid: string | undefined,
  name: string | undefined,
  upn: string | undefined,
): Person | undefined =>
  oid === undefined && name === undefined
    ? undefined
    : { id: personId(oid ?? ""), name: name ?? "", ...optional("upn", upn) };

/** Days are kept as text `YYYY-MM-DD`: date columns shift with the time zone of the site. */
export const readDay = (column: string, text: string | undefined): Result<Day | undefined, MalformedColumn> => {
  if (text === undefined) return ok(undefined);
  const day = parseDay(text);
  return day === undefined ? malformed(column) : ok(day);
};
