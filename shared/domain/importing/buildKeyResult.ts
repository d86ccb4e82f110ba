import { dayOf, type Instant } from "../day.ts";
import { parseConfidence, parseScore, parseValueEntry, parseWeight } from "../entry/value.ts";
import { parseNumber } from "../entry/number.ts";
import type { CheckIn } from "../okr/checkIn.ts";
import type { Cycle } from "../okr/cycle.ts";
import { checkInId, keyResultId } from "../okr/ids.ts";
import type { KeyResult, Measure } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import { ok, type Result } from "../result.ts";
import { dueOf, ownerOf, type Place, type Read } from "./build.ts";
import type { Column } from "./columns.ts";
import { nameGuid } from "./guid.ts";
import { badCell, readMeasure } from "./measureColumns.ts";
import type { Entry } from "./outline.ts";
import type { EntryTrouble } from "./reasons.ts";
import type { ImportSettings } from "./settings.ts";
import { stateWordOf } from "./vocabulary.ts";

export interface BuiltKeyResult {
  readonly keyResult: KeyResult;
  readonly checkIn?: CheckIn;
}

/** A value that the state of the row implies: what it is when done. */
const doneValue = (measure: Measure): number | undefined => {
  switch (measure.kind) {
    case "milestone":
      return 1;
    case "percentage":
      return measure.target;
    case "metric":
      return measure.direction === "up" || measure.direction === "down" ? measure.target : undefined;
    case "baseline":
      return undefined;
  }
};

interface Standing {
  readonly measure: Measure;
  readonly value?: number;
  /** Given up by people. */
  readonly dropped: boolean;
}

const PERCENT_DONE = /^(?<percent>[\d.,]+) ?%(?: (?:done|complete|completed|erledigt|fertig|fait|hecho))?$/iu;

/** "40 % done" makes per cent out of a measure that was only assumed to be done-or-not. [IM11] */
const fromPercentDone = (percent: number, measure: Measure, assumed: boolean): Standing | undefined => {
  if (measure.kind === "percentage") return { measure, value: percent, dropped: false };
  return assumed ? { measure: { kind: "percentage", target: 100 }, value: percent, dropped: false } : undefined;
};

const standingOf = (entry: Entry, measure: Measure, assumed: boolean, locale: string): Standing => {
  const text = entry.source.text("state");
  if (entry.plain.struck) return { measure, dropped: true };
  if (text === "") return { measure, dropped: false };
  const percent = parseNumber(PERCENT_DONE.exec(text)?.groups?.["percent"] ?? "", locale);
  const standing = percent.ok ? fromPercentDone(percent.value, measure, assumed) : undefined;
  if (standing) return standing;
  const word = stateWordOf(text);
  if (word === undefined) entry.remarks.push({ type: "StateNotUnderstood", text });
  const value = word === "done" ? doneValue(measure) : undefined;
  return { measure, dropped: word === "postponed", ...(value === undefined ? {} : { value }) };
};

/** The last day of a cycle that is over, else now: a table says how things stand, not since when. */
const standsAt = (cycle: Cycle, now: Instant): Instant =>
  cycle.end < dayOf(now) ? (`${cycle.end}T12:00:00.000Z` as Instant) : now;

/** Reads a cell that may be empty. */
const optionalCell = <T>(
  entry: Entry,
  column: Column,
  read: (text: string) => Result<T, EntryTrouble>,
): Read<T | undefined> => {
  const text = entry.source.text(column);
  if (text === "") return ok(undefined);
  const value = read(text);
  return value.ok ? value : badCell(column, text, value.error);
};

interface Said {
  readonly value?: number;
  readonly confidence?: number;
  readonly note: string;
}

const saidIn = (entry: Entry, { measure, value: stateValue }: Standing, locale: string): Read<Said> => {
  const current = optionalCell(entry, "current", (text) => parseValueEntry(text, measure, locale));
  if (!current.ok) return current;
  const confidence = optionalCell(entry, "confidence", (text) => parseConfidence(text, locale));
  if (!confidence.ok) return confidence;
  const value = current.value ?? stateValue;
  const fromState = current.value === undefined && value !== undefined;
  return ok({
    ...(value === undefined ? {} : { value }),
    ...(confidence.value === undefined ? {} : { confidence: confidence.value }),
    note: entry.source.text("note") || (fromState ? entry.source.text("state") : ""),
  });
};

const checkInOf = (keyResult: KeyResult, said: Said, cycle: Cycle, { author, now }: ImportSettings): CheckIn => ({
  id: checkInId(nameGuid(keyResult.id, "check-in")),
  keyResultId: keyResult.id,
  unitKey: keyResult.unitKey,
  cycleKey: keyResult.cycleKey,
  at: standsAt(cycle, now),
  author,
  ...said,
});

const saysSomething = ({ value, confidence, note }: Said): boolean =>
  value !== undefined || confidence !== undefined || note !== "";

interface Shares {
  readonly weight?: number;
  readonly score?: number;
}

/** A key result given up under an objective that goes on stops counting; it stays visible. */
const sharesOf = (entry: Entry, dropped: boolean, locale: string): Read<Shares> => {
  const weight = optionalCell(entry, "weight", (text) => parseWeight(text, locale));
  if (!weight.ok) return weight;
  const score = optionalCell(entry, "score", (text) => parseScore(text, locale));
  if (!score.ok) return score;
  if (dropped) entry.remarks.push({ type: "StruckOut" });
  const share = dropped ? 0 : weight.value;
  return ok({
    ...(share === undefined ? {} : { weight: share }),
    ...(score.value === undefined ? {} : { score: score.value }),
  });
};

export const buildKeyResult = (
  entry: Entry,
  place: Place,
  objective: Objective,
  settings: ImportSettings,
): Read<BuiltKeyResult> => {
  const due = dueOf(entry, settings);
  if (!due.ok) return due;
  const read = readMeasure(entry.source, entry.plain.text, settings.locale, due.value);
  if (!read.ok) return read;
  const assumed = read.value.remarks.some(({ type }) => type === "TakenAsMilestone");
  const standing = standingOf(entry, read.value.measure, assumed, settings.locale);
  const shares = sharesOf(entry, standing.dropped && objective.stage !== "postponed", settings.locale);
  if (!shares.ok) return shares;
  const owner = ownerOf(entry, settings);
  const keyResult: KeyResult = {
    id: keyResultId(place.id),
    objectiveId: objective.id,
    unitKey: objective.unitKey,
    cycleKey: objective.cycleKey,
    title: entry.plain.text,
    ...(owner ? { owner } : {}),
    measure: standing.measure,
    ...shares.value,
    order: place.order,
  };
  const said = saidIn(entry, standing, settings.locale);
  if (!said.ok) return said;
  // Per cent done replaced the milestone that was only assumed, and with it the remark about it.
  const replaced = standing.measure !== read.value.measure;
  entry.remarks.push(...read.value.remarks.filter(({ type }) => !replaced || type !== "TakenAsMilestone"));
  if (!saysSomething(said.value)) return ok({ keyResult });
  return ok({ keyResult, checkIn: checkInOf(keyResult, said.value, place.cycle, settings) });
};
