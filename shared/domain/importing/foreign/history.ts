import { dayOf, type Instant } from "../../day.ts";
import { parseValueEntry } from "../../entry/value.ts";
import { tidyNote } from "../../entry/text.ts";
import type { CheckIn } from "../../okr/checkIn.ts";
import { checkInId, personId } from "../../okr/ids.ts";
import type { KeyResult } from "../../okr/keyResult.ts";
import type { Person } from "../../okr/person.ts";
import { nameGuid } from "../guid.ts";
import type { ImportSettings } from "../settings.ts";
import type { JudgedRecord, ReadCheckIn } from "./records.ts";

/** Why a check-in of the past is not taken. */
export type HistoryLeft =
  /** Objectives have no check-ins here: they stand where their key results stand. */
  | "OfObjective"
  /** Its row is not taken, or was imported before. */
  | "OfRowNotTaken"
  /** The file does not hold what it belongs to. */
  | "OfNothing";

export interface LeftCheckIn {
  readonly read: ReadCheckIn;
  readonly why: HistoryLeft;
}

export interface ImportedHistory {
  readonly checkIns: readonly CheckIn[];
  readonly left: readonly LeftCheckIn[];
}

/** Noon of its day, each of a day a second after the one before; never in the future. */
const instantFor = (day: string, second: number, now: Instant): Instant => {
  const at = `${day}T12:00:${String(Math.min(second, 59)).padStart(2, "0")}.000Z` as Instant;
  return day >= dayOf(now) && at > now ? now : at;
};

const ADDRESS = /\s*<[^<>]*>$/u;

/** Whoever it was, also when nobody answers to the name any more. */
const authorOf = (name: string, { people }: ImportSettings): Person =>
  people.get(name.trim().toLowerCase()) ?? { id: personId(""), name: name.replace(ADDRESS, "") };

/** What cannot be a value here stays readable in the note. */
const saidIn = (
  { checkIn, value }: ReadCheckIn,
  { measure }: KeyResult,
  { locale }: ImportSettings,
): Pick<CheckIn, "value" | "note"> => {
  if (value === undefined) return { note: tidyNote(checkIn.note) };
  const read = parseValueEntry(String(value), measure, locale);
  if (read.ok) return { value: read.value, note: tidyNote(checkIn.note) };
  return { note: tidyNote([checkIn.note, String(value)].filter((line) => line !== "").join("\n")) };
};

interface Taken {
  readonly keyResults: ReadonlyMap<string, KeyResult>;
  readonly byRow: ReadonlyMap<number, JudgedRecord>;
}

const reasonFor = (row: number, { byRow }: Taken): HistoryLeft => {
  const judged = byRow.get(row);
  if (!judged) return row < 0 ? "OfNothing" : "OfRowNotTaken";
  return judged.fate.type === "taken" ? "OfObjective" : "OfRowNotTaken";
};

/** The check-ins that stand beside rows that were taken, and why the others are not. [VG4] */
export const importHistory = (
  history: readonly ReadCheckIn[],
  judged: readonly JudgedRecord[],
  keyResults: readonly KeyResult[],
  settings: ImportSettings,
): ImportedHistory => {
  const taken: Taken = {
    keyResults: new Map(keyResults.map((keyResult) => [keyResult.id, keyResult])),
    byRow: new Map(judged.map((one) => [one.record.place.row, one])),
  };
  const checkIns: CheckIn[] = [];
  const left: LeftCheckIn[] = [];
  const times = new Map<string, number>();
  for (const read of history) {
    const fate = taken.byRow.get(read.row)?.fate;
    const keyResult = fate?.type === "taken" ? taken.keyResults.get(fate.id) : undefined;
    if (!keyResult) {
      left.push({ read, why: reasonFor(read.row, taken) });
      continue;
    }
    const { id, day, author } = read.checkIn;
    const ofDay = `${keyResult.id} ${day}`;
    const second = times.get(ofDay) ?? 0;
    times.set(ofDay, second + 1);
    checkIns.push({
      id: checkInId(nameGuid(keyResult.id, `history ${id ?? `${day} ${second}`}`)),
      keyResultId: keyResult.id,
      unitKey: keyResult.unitKey,
      cycleKey: keyResult.cycleKey,
      at: instantFor(day, second, settings.now),
      author: authorOf(author, settings),
      ...saidIn(read, keyResult, settings),
    });
  }
  return { checkIns, left };
};
