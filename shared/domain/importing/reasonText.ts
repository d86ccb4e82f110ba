import type { EntryTrouble, RejectReason, SkipReason } from "./reasons.ts";

/** One sentence builder per variant: leaving one out does not compile. */
type Texts<T extends { readonly type: string }> = {
  readonly [K in T["type"]]: (of: Extract<T, { type: K }>) => string;
};

/** The cast joins what the compiler cannot: that the builder found under a type is the one for it. */
const say = <T extends { readonly type: string }>(texts: Texts<T>, of: T): string =>
  (texts[of.type as T["type"]] as (of: T) => string)(of);

const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

const twoReadings = ({ readings }: { readonly readings: readonly number[] }): string =>
  `can mean ${readings.join(" or ")}; write it out`;

const troubles: Texts<EntryTrouble> = {
  Empty: () => "is empty",
  NotANumber: () => "is not a number",
  Shortened: ({ suggestion }) => `is shortened; write ${suggestion} if that is meant`,
  AmbiguousNumber: twoReadings,
  AmbiguousPercent: twoReadings,
  OutOfRange: ({ low, high }) => `lies outside ${low} to ${high}`,
  NotWhole: () => "is not a whole number",
  NotYesNo: () => "says neither done nor open",
  NotADay: () => "is not a date",
  NoSuchDay: () => "is not in the calendar",
  YearMissing: () => "has no year",
};

const rejections: Texts<RejectReason> = {
  NoTextColumn: ({ headers }) =>
    `No column holds the text of the OKRs; the headers found are ${headers.map(quoted).join(", ") || "empty"}`,
  TitleMissing: () => "The row has no text",
  TitleTooLong: ({ length, limit }) => `The text has ${length} characters; at most ${limit} fit`,
  UnknownKind: ({ text }) => `${quoted(text)} is neither an objective nor a key result`,
  CycleMissing: () => "The row names no cycle",
  CycleUnknown: ({ text }) => `The cycle ${quoted(text)} is not known, and its dates cannot be told from its name`,
  DuplicateId: ({ id, firstRow }) => `The id ${quoted(id)} is already used in row ${firstRow}, with other contents`,
  ParentMissing: ({ parent }) => `The parent ${quoted(parent)} does not exist`,
  ParentLoop: ({ rows }) => `The parents make a circle: rows ${rows.join(", ")}`,
  ParentNotTaken: ({ parentRow }) => `Its parent in row ${parentRow} could not be taken`,
  NoObjective: () => "The key result belongs to no objective",
  BadCell: ({ column, text, trouble }) => `${column}: ${quoted(text)} ${say(troubles, trouble)}`,
  DirectionUnknown: ({ text }) =>
    `The direction ${quoted(text)} is not known: use up, down, stay above, stay below or stay between`,
  MeasureUnknown: ({ text }) =>
    `The way of measuring ${quoted(text)} is not known: use metric, percentage, milestone or baseline`,
  StartMissing: () => "The key result has a target to fall to, but no start to fall from",
  TargetMissing: () => "The key result has numbers, but no target",
  TargetEqualsStart: ({ value }) =>
    `The target equals the start (${value}); to hold a value, use stay above, stay below or stay between`,
  DirectionContradicts: ({ direction, start, target }) =>
    `The direction is ${direction}, but the numbers go from ${start} to ${target}`,
  RangeUnclear: ({ text }) => `${quoted(text)} does not name two limits, the lower one first`,
  PercentTargetOutOfRange: ({ target }) =>
    `A target of ${target} % cannot be completed: it must be above 0 and at most 100`,
  DatesReversed: ({ start, end }) => `It would end (${end}) before it starts (${start})`,
};

const skips: Texts<SkipReason> = {
  Empty: () => "The row is empty",
  DocumentTitle: () => "The row is the title of the document",
  CycleName: () => "The row only names the cycle",
  Contents: ({ row }) => `The row is part of a list of contents: the objective itself is in row ${row}`,
  Repeated: ({ firstRow }) => `The row repeats row ${firstRow}`,
  AlreadyThere: () => "The row was imported before",
  Initiative: ({ kind }) => `The row is work (${quoted(kind)}), not an objective or a key result`,
};

/** English, for the command line; screens have their own catalogue over the same data. [IM12] */
export const rejectText = (reason: RejectReason): string => say(rejections, reason);

export const skipText = (reason: SkipReason): string => say(skips, reason);
