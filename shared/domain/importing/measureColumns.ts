import type { Day } from "../day.ts";
import { parseNumber } from "../entry/number.ts";
import { isPercentUnit, parsePercentEntry } from "../entry/value.ts";
import { parseYesNo } from "../entry/yesNo.ts";
import type { Measure } from "../okr/keyResult.ts";
import { err, ok, unreachable, type Result } from "../result.ts";
import type { EntryTrouble, RejectReason, Remark } from "./reasons.ts";
import type { SourceRow } from "./table.ts";
import { measureInText, measureOfTarget, type TextMeasure } from "./textMeasure.ts";
import { directionOf, measureWordOf, type DirectionWord } from "./vocabulary.ts";

export interface RowMeasure {
  readonly measure: Measure;
  readonly remarks: readonly Remark[];
}

type Read<T> = Result<T, RejectReason>;
type Metric = Extract<Measure, { kind: "metric" }>;

/** A target that says its own direction: `≥ 95`, `at most 5`. */
const TARGET_SIGN =
  /^(?<above>>=?|≥|at least |above |over |more than |min\.? |mindestens |über |mehr als |au moins |plus de |al menos |más de |ao menos |almeno |على الأقل |أكثر من )|^(?<below><=?|≤|at most |below |under |less than |fewer than |no more than |max\.? |höchstens |unter |weniger als |au plus |moins de |como máximo |menos de |no máximo |al massimo |أقل من |كحد أقصى )/iu;
const BETWEEN = /^\s*(?<low>[-(]?[^\s–—]+?%?)\s*(?:-|–|—|\.\.+|to|bis|à|a|and|und|et|y)\s*(?<high>\S+)\s*$/iu;

export const badCell = (column: string, text: string, trouble: EntryTrouble): Result<never, RejectReason> =>
  err({ type: "BadCell", column, text, trouble });

interface Numbers {
  readonly unit: string;
  readonly locale: string;
}

/** One number of the row in the unit of the measure; undefined when the cell is empty. */
const numberAt = (column: "start" | "target", text: string, { unit, locale }: Numbers): Read<number | undefined> => {
  if (text === "") return ok(undefined);
  const read = isPercentUnit(unit) ? parsePercentEntry(text, locale, undefined) : parseNumber(text, locale, unit);
  return read.ok ? read : badCell(column, text, read.error);
};

const threshold = (direction: "stayAbove" | "stayBelow", unit: string, limit: number): Metric => ({
  kind: "metric",
  direction,
  unit,
  limit,
});

/** Two limits in the target (`95-98`), or the lower in the start and the higher in the target. */
const readBetween = (numbers: Numbers, start: string, target: string): Read<RowMeasure> => {
  const found = BETWEEN.exec(target)?.groups;
  const low = numberAt("start", found?.["low"] ?? start, numbers);
  const high = numberAt("target", found?.["high"] ?? target, numbers);
  if (!low.ok) return low;
  if (!high.ok) return high;
  if (low.value === undefined || high.value === undefined || low.value >= high.value) {
    return err({ type: "RangeUnclear", text: target });
  }
  const { unit } = numbers;
  return ok({
    measure: { kind: "metric", direction: "stayBetween", unit, low: low.value, high: high.value },
    remarks: [],
  });
};

const readMoving = (
  numbers: Numbers,
  stated: "up" | "down" | undefined,
  start: string,
  target: number,
): Read<RowMeasure> => {
  const read = numberAt("start", start, numbers);
  if (!read.ok) return read;
  if (read.value === undefined && (stated === "down" || target < 0)) return err({ type: "StartMissing" });
  const baseline = read.value ?? 0;
  if (baseline === target) return err({ type: "TargetEqualsStart", value: target });
  const direction = target > baseline ? "up" : "down";
  if (stated && stated !== direction) {
    return err({ type: "DirectionContradicts", direction: stated, start: baseline, target });
  }
  return ok({
    measure: { kind: "metric", direction, unit: numbers.unit, baseline, target },
    remarks: read.value === undefined ? [{ type: "StartAssumed" }] : [],
  });
};

/** The unit that was stated, else the per cent or currency sign beside the target. */
const unitFor = (stated: string, target: string): string =>
  stated === "" ? (/%|٪/u.exec(target)?.[0] ?? /\p{Sc}/u.exec(target)?.[0] ?? "") : stated;

const directionStated = (row: SourceRow): Read<DirectionWord | undefined> => {
  const text = row.text("direction");
  if (text === "") return ok(undefined);
  const direction = directionOf(text);
  return direction ? ok(direction) : err({ type: "DirectionUnknown", text });
};

interface StatedTarget {
  /** Without a sign before it. */
  readonly target: string;
  readonly direction: DirectionWord | undefined;
}

const targetStated = (row: SourceRow): Read<StatedTarget> => {
  const stated = directionStated(row);
  if (!stated.ok) return stated;
  const text = row.text("target");
  const sign = TARGET_SIGN.exec(text);
  if (!sign) return ok({ target: text, direction: stated.value });
  const signed = sign.groups?.["above"] === undefined ? "stayBelow" : "stayAbove";
  return ok({ target: text.slice(sign[0].length).trim(), direction: stated.value ?? signed });
};

const readMetric = (row: SourceRow, locale: string): Read<RowMeasure> => {
  const stated = targetStated(row);
  if (!stated.ok) return stated;
  const { target, direction } = stated.value;
  const numbers: Numbers = { unit: unitFor(row.text("unit"), target), locale };
  if (direction === "stayBetween") return readBetween(numbers, row.text("start"), target);
  const value = numberAt("target", target, numbers);
  if (!value.ok) return value;
  if (value.value === undefined) return err({ type: "TargetMissing" });
  return direction === "stayAbove" || direction === "stayBelow"
    ? ok({ measure: threshold(direction, numbers.unit, value.value), remarks: [] })
    : readMoving(numbers, direction, row.text("start"), value.value);
};

const readPercentage = (target: string, locale: string): Read<RowMeasure> => {
  const read = target === "" ? ok(100) : parsePercentEntry(target, locale, { from: 0, to: 100 });
  if (!read.ok) return badCell("target", target, read.error);
  return read.value > 0 && read.value <= 100
    ? ok({ measure: { kind: "percentage", target: read.value }, remarks: [] })
    : err({ type: "PercentTargetOutOfRange", target: read.value });
};

const milestone = (due: Day | undefined): Measure => ({
  kind: "milestone",
  acceptance: "",
  ...(due === undefined ? {} : { due }),
});

/** "40 %" of twelve shops says how far it is, not how many there are. */
const measureSaid = (title: string, current: string, locale: string): TextMeasure | undefined => {
  const found = measureInText(title, locale);
  const isOfPercent = found !== undefined && "unit" in found.measure && found.measure.unit === "%";
  return isShare(current) && !isOfPercent ? undefined : found;
};

const isShare = (current: string): boolean => current.trimEnd().endsWith("%");

/** Without columns that say it: the words of the text, per cent done, or done-or-not. */
const readFromText = (row: SourceRow, title: string, locale: string, due: Day | undefined): Read<RowMeasure> => {
  if (row.text("start") !== "" || row.text("unit") !== "" || row.text("direction") !== "") {
    return err({ type: "TargetMissing" });
  }
  const current = row.text("current");
  const stated = measureSaid(title, current, locale);
  if (stated) {
    const remarks: readonly Remark[] = [
      { type: "MeasureFromText" },
      ...(stated.startAssumed ? [{ type: "StartAssumed" } as const] : []),
    ];
    return ok({ measure: stated.measure, remarks });
  }
  if (isShare(current)) return ok({ measure: { kind: "percentage", target: 100 }, remarks: [] });
  return current === "" || parseYesNo(current).ok
    ? ok({ measure: milestone(due), remarks: [{ type: "TakenAsMilestone" }] })
    : err({ type: "TargetMissing" });
};

/** A number, with or without a sign or as two limits; anything else is words. */
const isTargetOfNumbers = (text: string, locale: string): boolean => {
  const bare = text.slice(TARGET_SIGN.exec(text)?.[0].length ?? 0).trim();
  const read = parseNumber(bare, locale);
  return read.ok || read.error.type !== "NotANumber" || BETWEEN.test(text) || /^\s*=/u.test(text);
};

/** "from 12% to 9%" in the column of targets; "signed by all" says what counts as done. [IM9] */
const readTargetWords = (row: SourceRow, locale: string, due: Day | undefined): Read<RowMeasure> => {
  const text = row.text("target");
  const stated = measureOfTarget(text, locale);
  if (stated) {
    return ok({ measure: stated.measure, remarks: stated.startAssumed ? [{ type: "StartAssumed" }] : [] });
  }
  const isAnswer = parseYesNo(text).ok;
  const acceptance = isAnswer ? "" : text;
  return ok({
    measure: { kind: "milestone", acceptance, ...(due === undefined ? {} : { due }) },
    remarks: isAnswer ? [] : [{ type: "TargetInWords", text }],
  });
};

/** Words where no column says otherwise and no number to start from stands beside them. */
const isInWords = (row: SourceRow, locale: string): boolean =>
  !isTargetOfNumbers(row.text("target"), locale) &&
  row.text("direction") === "" &&
  row.text("unit") === "" &&
  !parseNumber(row.text("start"), locale).ok;

/**
 * How the key result of a row is measured: by what its columns say, else by what its text says, else done or not. [IM9]
 * @param title the text of the row without markup
 * @param due the day a milestone is due, where the row names one
 */
export const readMeasure = (row: SourceRow, title: string, locale: string, due: Day | undefined): Read<RowMeasure> => {
  const text = row.text("measure");
  const word = measureWordOf(text);
  if (text !== "" && word === undefined) return err({ type: "MeasureUnknown", text });
  switch (word) {
    case "milestone":
      return ok({ measure: milestone(due), remarks: [] });
    case "baseline":
      return ok({ measure: { kind: "baseline", unit: row.text("unit") }, remarks: [] });
    case "percentage":
      return readPercentage(row.text("target"), locale);
    case "metric":
      return readMetric(row, locale);
    case undefined:
      if (row.text("target") === "") return readFromText(row, title, locale, due);
      return isInWords(row, locale) ? readTargetWords(row, locale, due) : readMetric(row, locale);
    default:
      return unreachable(word);
  }
};
