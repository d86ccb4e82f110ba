import type { Measure } from "../okr/keyResult.ts";
import { err, ok, unreachable, type Result } from "../result.ts";
import { parseNumber, readNumber, type NumberProblem } from "./number.ts";
import { parseYesNo, type YesNoProblem } from "./yesNo.ts";

/** A fraction typed where per cent are kept: 0.45 may mean 45 % or 0.45 %. The reading times a hundred comes first. */
export interface AmbiguousPercent {
  readonly type: "AmbiguousPercent";
  readonly text: string;
  readonly readings: readonly [number, number];
}

export interface OutOfRange {
  readonly type: "OutOfRange";
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface NotWhole {
  readonly type: "NotWhole";
  readonly value: number;
}

export type ValueProblem = NumberProblem | AmbiguousPercent | YesNoProblem;

/** Where values of a percentage are expected to lie, for example between baseline and target. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const PERCENT_UNIT =
  /^(?:%|٪|percent|per cent|percentage|prozent|pour ?cent|por ?ciento|por ?cento|per ?cento|procent|pct\.?)$/iu;

/** Units whose values are per cent: 96 is kept for 96 %. */
export const isPercentUnit = (unit: string): boolean => PERCENT_UNIT.test(unit.trim());

/** The range a measure moves in; undefined where it states none. */
export const rangeOf = (measure: Measure): Range | undefined => {
  switch (measure.kind) {
    case "metric":
      return metricRange(measure);
    case "percentage":
      return { from: 0, to: measure.target };
    case "milestone":
    case "baseline":
      return undefined;
    default:
      return unreachable(measure);
  }
};

const metricRange = (measure: Extract<Measure, { kind: "metric" }>): Range => {
  switch (measure.direction) {
    case "up":
    case "down":
      return { from: measure.baseline, to: measure.target };
    case "stayAbove":
    case "stayBelow":
      return { from: measure.limit, to: measure.limit };
    case "stayBetween":
      return { from: measure.low, to: measure.high };
    default:
      return unreachable(measure);
  }
};

/** Inside the range, or within a quarter of its width beside it; a range of no width reaches a quarter of its own size. */
const fits = (value: number, { from, to }: Range): boolean => {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  const margin = (low === high ? Math.abs(low) : high - low) / 4;
  return value >= low - margin && value <= high + margin;
};

/** The hundredfold without the dust of binary fractions: 0.29 is 29, not 28.999999999999996. */
const hundredfold = (value: number): number => Number((value * 100).toPrecision(15));

/**
 * A value in per cent: `45`, `45%` and, where the range leaves no doubt, `0.45` all give 45. A sign decides; without it a
 * number of at most 1 is a fraction if only the hundredfold fits the range; with decimals it is a question if both or neither
 * do. [EN6]
 */
export const parsePercentEntry = (
  text: string,
  locale: string,
  range: Range | undefined,
): Result<number, NumberProblem | AmbiguousPercent> => {
  const read = readNumber(text, locale, "%");
  if (!read.ok) return read;
  const { value, percent, fractional } = read.value;
  if (percent || value === 0 || Math.abs(value) > 1) return ok(value);
  const asShare = hundredfold(value);
  const typedFits = range === undefined || fits(value, range);
  const shareFits = range === undefined || fits(asShare, range);
  if (shareFits && !typedFits) return ok(asShare);
  if (typedFits !== shareFits || !fractional) return ok(value);
  return err({ type: "AmbiguousPercent", text, readings: [asShare, value] });
};

/** What somebody typed as the current value of a key result: 0 or 1 for a milestone, else in the unit of the measure. [EN7] */
export const parseValueEntry = (text: string, measure: Measure, locale: string): Result<number, ValueProblem> => {
  if (measure.kind === "milestone") {
    const answer = parseYesNo(text);
    return answer.ok ? ok(Number(answer.value)) : answer;
  }
  if (measure.kind === "percentage") return parsePercentEntry(text, locale, rangeOf(measure));
  return isPercentUnit(measure.unit)
    ? parsePercentEntry(text, locale, rangeOf(measure))
    : parseNumber(text, locale, measure.unit);
};

const within = (value: number, low: number, high: number): Result<number, OutOfRange> =>
  value >= low && value <= high ? ok(value) : err({ type: "OutOfRange", value, low, high });

/** A confidence in whole steps from 0 to 10; `7/10` is understood. [EN8] */
export const parseConfidence = (
  text: string,
  locale: string,
): Result<number, NumberProblem | OutOfRange | NotWhole> => {
  const read = parseNumber(text.replace(/\s*\/\s*10\s*$/u, ""), locale);
  if (!read.ok) return read;
  const inside = within(read.value, 0, 10);
  if (!inside.ok || Number.isInteger(read.value)) return inside;
  return err({ type: "NotWhole", value: read.value });
};

/** A weight in per cent of its objective; an empty text means an equal part and gives undefined. [EN9] */
export const parseWeight = (
  text: string,
  locale: string,
): Result<number | undefined, NumberProblem | AmbiguousPercent | OutOfRange> => {
  const read = parsePercentEntry(text, locale, { from: 0, to: 100 });
  if (read.ok) return within(read.value, 0, 100);
  return read.error.type === "Empty" ? ok(undefined) : read;
};

/** A score from 0.0 to 1.0, also typed as per cent (`70%`). [EN10] */
export const parseScore = (text: string, locale: string): Result<number, NumberProblem | OutOfRange> => {
  const read = readNumber(text, locale);
  if (!read.ok) return read;
  const { value, percent } = read.value;
  return within(percent ? value / 100 : value, 0, 1);
};
