// Readers for arguments: anything else than the documented type is InvalidArgument.
import type { Assigned } from "../model/write.ts";
import { invalidArgument } from "./api-error.ts";
import { isRemote, type Remote, type TypeName } from "./targets.ts";

export const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;

export const text = (value: unknown): string => {
  if (typeof value !== "string") throw invalidArgument();
  return value;
};

export const number = (value: unknown): number => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument();
  return value;
};

export const whole = (value: unknown): number => {
  if (!Number.isInteger(value)) throw invalidArgument();
  return Number(value);
};

export const flag = (value: unknown): boolean => {
  if (typeof value !== "boolean") throw invalidArgument();
  return value;
};

export const optional = <T>(value: unknown, read: (value: unknown) => T): T | undefined =>
  isMissing(value) ? undefined : read(value);

/** One of the texts of an enumeration, in any case. */
export const oneOf = <T extends string>(value: unknown, choices: readonly T[]): T => {
  const found = choices.find((choice) => choice.toLowerCase() === String(value).toLowerCase());
  if (found === undefined) throw invalidArgument();
  return found;
};

export const record = (value: unknown): Readonly<Record<string, unknown>> => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidArgument();
  return value as Readonly<Record<string, unknown>>;
};

export const list = <T>(value: unknown, read: (value: unknown) => T): readonly T[] => {
  if (!Array.isArray(value)) throw invalidArgument();
  return value.map(read);
};

export const objectOf = <K extends TypeName>(value: unknown, type: K): Remote<K> | undefined =>
  isRemote(value) && value.type === type ? (value as Remote<K>) : undefined;

/** A field of an options object, in either spelling of its first letter. */
export const field = (options: Readonly<Record<string, unknown>>, name: string): unknown =>
  options[name] ?? options[`${name.charAt(0).toUpperCase()}${name.slice(1)}`];

const assigned = (value: unknown): Assigned => {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  throw invalidArgument();
};

const MISMATCH = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/**
 * Reads a two-dimensional argument for an area of the given size: a single value or 1×1 array stands for every cell.
 * @returns the value for each offset; null leaves a cell as it is
 */
export const gridOf = (value: unknown, rows: number, columns: number): ((row: number, column: number) => Assigned) => {
  if (isMissing(value)) throw invalidArgument();
  if (!Array.isArray(value)) {
    const single = assigned(value);
    return () => single;
  }
  const lines: readonly unknown[] = value;
  const [first] = lines;
  if (lines.length === 1 && Array.isArray(first) && first.length === 1) return gridOf(first[0] ?? "", rows, columns);
  if (lines.length !== rows) throw invalidArgument(MISMATCH);
  const grid = lines.map((line) => {
    if (!Array.isArray(line) || line.length !== columns) throw invalidArgument(MISMATCH);
    return line.map(assigned);
  });
  return (row, column) => grid[row]?.[column] ?? null;
};

/** Rows of values of any size, as table rows are given; a flat array is one row. */
export const rowsOf = (value: unknown): readonly (readonly Assigned[])[] => {
  if (!Array.isArray(value)) return [[assigned(value)]];
  const lines: readonly unknown[] = value;
  if (lines.some(Array.isArray)) return lines.map((line) => list(line, assigned));
  return [lines.map(assigned)];
};
