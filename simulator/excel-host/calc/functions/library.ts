// Functions taken over from the function library as they are: all of them work on plain numbers.
import * as formulajs from "@formulajs/formulajs";
import type { Scalar } from "../../model/value.ts";
import { cellError, errorCodeOf } from "../../model/value.ts";
import { VALUE_ERROR, finite } from "../operand.ts";
import type { BuiltIn } from "./kinds.ts";
import { ofManyNumbers, ofNumbers } from "./kinds.ts";

type LibraryFunction = (...args: unknown[]) => unknown;

const lookUp = (name: string): LibraryFunction => {
  const found = name
    .split(".")
    .reduce<unknown>((at, part) => (at as Readonly<Record<string, unknown>> | undefined)?.[part], formulajs);
  if (typeof found !== "function") throw new Error(`The function library has no ${name}`);
  return found as LibraryFunction;
};

/** Reads a result of the library, which returns Error objects for error values. */
const fromLibrary = (result: unknown): Scalar => {
  if (result instanceof Error) return cellError(errorCodeOf(result.message) ?? "#VALUE!");
  if (typeof result === "number") return finite(result);
  return typeof result === "string" || typeof result === "boolean" ? result : VALUE_ERROR;
};

/** A statistic over many numbers. */
export const statistic =
  (name: string) =>
  (numbers: readonly number[]): Scalar =>
    fromLibrary(lookUp(name)([...numbers]));

const STATISTICS = [
  "MEDIAN",
  "MODE.SNGL",
  "STDEV.S",
  "STDEV.P",
  "VAR.S",
  "VAR.P",
  "GEOMEAN",
  "HARMEAN",
  "AVEDEV",
  "DEVSQ",
  "SKEW",
  "KURT",
  "GCD",
  "LCM",
] as const;

/** Older names of the same functions. */
const OLD_NAMES = {
  "MODE.SNGL": "MODE",
  "STDEV.S": "STDEV",
  "STDEV.P": "STDEVP",
  "VAR.S": "VAR",
  "VAR.P": "VARP",
} as const;

/** Functions of single numbers: name, least and most arguments. */
const NUMERIC: readonly (readonly [string, number, number])[] = [
  ["SIN", 1, 1],
  ["COS", 1, 1],
  ["TAN", 1, 1],
  ["ASIN", 1, 1],
  ["ACOS", 1, 1],
  ["ATAN", 1, 1],
  ["ATAN2", 2, 2],
  ["DEGREES", 1, 1],
  ["RADIANS", 1, 1],
  ["FACT", 1, 1],
  ["COMBIN", 2, 2],
  ["PERMUT", 2, 2],
  ["PMT", 3, 5],
  ["PV", 3, 5],
  ["FV", 3, 5],
  ["NPER", 3, 5],
];

const numeric = NUMERIC.map(([name, min, max]): [string, BuiltIn] => [
  name,
  ofNumbers(min, max, (...values) => fromLibrary(lookUp(name)(...values))),
]);

const many = STATISTICS.flatMap((name): [string, BuiltIn][] => {
  const built = ofManyNumbers(statistic(name));
  const old = OLD_NAMES[name as keyof typeof OLD_NAMES] as string | undefined;
  return old === undefined
    ? [[name, built]]
    : [
        [name, built],
        [old, built],
      ];
});

export const libraryFunctions: Readonly<Record<string, BuiltIn>> = Object.fromEntries([...numeric, ...many]);
