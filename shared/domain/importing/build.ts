import { dayOf, type Day } from "../day.ts";
import { dayOfSerial, parseDayEntry, type DayEntry } from "../entry/dayEntry.ts";
import { tidyNote } from "../entry/text.ts";
import type { Cycle } from "../okr/cycle.ts";
import { keyResultId, objectiveId, personId } from "../okr/ids.ts";
import type { Objective, ParentRef, Stage } from "../okr/objective.ts";
import type { Person } from "../okr/person.ts";
import type { Unit } from "../okr/unit.ts";
import { err, ok, type Result } from "../result.ts";
import type { Column } from "./columns.ts";
import { badCell } from "./measureColumns.ts";
import type { Entry } from "./outline.ts";
import type { RejectReason } from "./reasons.ts";
import type { ImportSettings } from "./settings.ts";
import { ambitionOf, stateWordOf } from "./vocabulary.ts";

export type Read<T> = Result<T, RejectReason>;

/** Where a row has found its place. */
export interface Place {
  readonly id: string;
  readonly unit: Unit;
  readonly cycle: Cycle;
  readonly parents: readonly ParentRef[];
  readonly order: number;
}

/** A day cell; an Excel number counts days, text is read by the locale. */
const dayAt = (entry: Entry, column: Column, { locale, now }: ImportSettings): Read<Day | undefined> => {
  const cell = entry.source.cell(column);
  const text = entry.source.text(column);
  if (text === "") return ok(undefined);
  const serial = typeof cell === "number" ? dayOfSerial(cell) : undefined;
  if (serial) return ok(serial);
  const read = parseDayEntry(text, locale, dayOf(now));
  if (!read.ok) return badCell(column, text, read.error);
  remarkDoubt(entry, read.value);
  return ok(read.value.day);
};

const remarkDoubt = (entry: Entry, { day, alternative }: DayEntry): void => {
  if (alternative !== undefined) entry.remarks.push({ type: "DayByLocale", day, alternative });
};

export const dueOf = (entry: Entry, settings: ImportSettings): Read<Day | undefined> => {
  const due = dayAt(entry, "due", settings);
  return due.ok && due.value === undefined ? dayAt(entry, "endDate", settings) : due;
};

const ownerTexts = (text: string): readonly string[] =>
  text
    .split(/[;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");

const ownerKey = (text: string): string => text.trim().toLowerCase();

/** "Ada Fox <ada@lumen.example>" is called Ada Fox. */
const ADDRESS_BEHIND = /(?<=\S)\s*<[^<>]*>$/u;

/** The first person named is the accountable one; a name nobody answers to is kept as a name. [IM10] */
export const ownerOf = (entry: Entry, { people }: ImportSettings): Person | undefined => {
  const [name, ...others] = ownerTexts(entry.source.text("owner"));
  if (others.length > 0) entry.remarks.push({ type: "OtherOwners", names: others });
  if (name === undefined) return undefined;
  const person = people.get(ownerKey(name));
  if (!person) entry.remarks.push({ type: "OwnerUnknown", name });
  return person ?? { id: personId(""), name: name.replace(ADDRESS_BEHIND, "") };
};

/** Distinct owner texts of a table, as `people` will be asked for them. */
export const distinctOwners = (texts: readonly string[]): readonly string[] => [...new Set(texts.flatMap(ownerTexts))];

const stageOf = (entry: Entry, { asDrafts }: ImportSettings): Stage => {
  const stage = statedStage(entry);
  return stage === "active" && asDrafts === true ? "draft" : stage;
};

const statedStage = (entry: Entry): Stage => {
  if (entry.plain.struck) {
    entry.remarks.push({ type: "StruckOut" });
    return "postponed";
  }
  const text = entry.source.text("state");
  const word = text === "" ? "active" : stateWordOf(text);
  if (word === undefined) entry.remarks.push({ type: "StateNotUnderstood", text });
  return word === "done" ? "closed" : (word ?? "active");
};

export const buildObjective = (entry: Entry, place: Place, settings: ImportSettings): Read<Objective> => {
  const { source, plain } = entry;
  const start = dayAt(entry, "startDate", settings);
  const end = dayAt(entry, "endDate", settings);
  if (!start.ok) return start;
  if (!end.ok) return end;
  const from = start.value ?? place.cycle.start;
  const to = end.value ?? place.cycle.end;
  if (to < from) return err({ type: "DatesReversed", start: from, end: to });
  const owner = ownerOf(entry, settings);
  return ok({
    id: objectiveId(place.id),
    title: plain.text,
    why: tidyNote(source.text("why")),
    unitKey: place.unit.key,
    cycleKey: place.cycle.key,
    ...(owner ? { owner } : {}),
    parents: place.parents,
    ambition: ambitionOf(source.text("ambition")) ?? "aspirational",
    stage: stageOf(entry, settings),
    ...(from === place.cycle.start ? {} : { start: from }),
    ...(to === place.cycle.end ? {} : { end: to }),
    order: place.order,
  });
};

export const parentRef = (kind: ParentRef["kind"], id: string): ParentRef =>
  kind === "objective" ? { kind, id: objectiveId(id) } : { kind, id: keyResultId(id) };
