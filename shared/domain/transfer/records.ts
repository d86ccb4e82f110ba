/** Readers of every kind of record as JSON shows it: the properties are those of the domain, by the same names. */
import { LOG_ACTIONS, logEntryId, type Agreed, type LogEntry } from "../audit/logEntry.ts";
import type { CheckIn } from "../okr/checkIn.ts";
import type { Cycle } from "../okr/cycle.ts";
import {
  checkInId,
  cycleKey,
  initiativeId,
  keyResultId,
  objectiveId,
  partitionKey,
  personId,
  unitKey,
  type KeyResultId,
  type ObjectiveId,
  type PersonId,
} from "../okr/ids.ts";
import { INITIATIVE_STATES, type Initiative } from "../okr/initiative.ts";
import type { KeyResult, Measure, Place, PreScore } from "../okr/keyResult.ts";
import type { Objective, ParentRef } from "../okr/objective.ts";
import type { Person } from "../okr/person.ts";
import type { Level, Unit } from "../okr/unit.ts";
import type { Partition } from "../partition/partition.ts";
import { ok } from "../result.ts";
import { branded, day, figure, instant, listOf, objectOf, oneOf, optional, text, variantOf, yesNo } from "./shape.ts";
import type { Fields, Reader } from "./shape.ts";

/** People who were taken over from elsewhere have a name and no id. */
const perhapsNobody: Reader<PersonId> = (value, at) => {
  const read = text(value, at);
  return read.ok ? ok(personId(read.value)) : read;
};
export const person = objectOf<Person>({ id: perhapsNobody, name: text, upn: optional(text) });

export const level = objectOf<Level>({ key: text, name: text });

export const unit = objectOf<Unit>({
  key: branded(unitKey),
  name: text,
  levelKey: text,
  parentKey: optional(branded(unitKey)),
  groupId: optional(text),
  country: optional(text),
});

export const cycle = objectOf<Cycle>({
  key: branded(cycleKey),
  name: text,
  kind: oneOf(["annual", "quarterly", "custom"]),
  start: day,
  end: day,
  closed: yesNo,
});

export const partition = objectOf<Partition>({
  key: branded(partitionKey),
  cycleKey: branded(cycleKey),
  roots: listOf(branded(unitKey)),
  also: optional(listOf(branded(unitKey))),
  closed: yesNo,
});

type ParentOf<Kind extends ParentRef["kind"]> = Extract<ParentRef, { kind: Kind }>;
const parent = variantOf<ParentRef>("kind", {
  objective: objectOf<ParentOf<"objective">>({ kind: oneOf(["objective"]), id: branded(objectiveId) }),
  keyResult: objectOf<ParentOf<"keyResult">>({ kind: oneOf(["keyResult"]), id: branded(keyResultId) }),
});

export const objective = objectOf<Objective>({
  id: branded(objectiveId),
  title: text,
  why: text,
  unitKey: branded(unitKey),
  cycleKey: branded(cycleKey),
  owner: optional(person),
  parents: listOf(parent),
  ambition: oneOf(["committed", "aspirational"]),
  stage: oneOf(["draft", "active", "closed", "postponed"]),
  start: optional(day),
  end: optional(day),
  order: figure,
});

type MeasureOf<Kind extends Measure["kind"]> = Extract<Measure, { kind: Kind }>;
type Metric = MeasureOf<"metric">;

const metricBase = { kind: oneOf(["metric"]), unit: text } as const;
const towards: Fields<Extract<Metric, { direction: "up" | "down" }>> = {
  ...metricBase,
  direction: oneOf(["up", "down"]),
  baseline: figure,
  target: figure,
};
const beside: Fields<Extract<Metric, { direction: "stayAbove" | "stayBelow" }>> = {
  ...metricBase,
  direction: oneOf(["stayAbove", "stayBelow"]),
  limit: figure,
};
const between: Fields<Extract<Metric, { direction: "stayBetween" }>> = {
  ...metricBase,
  direction: oneOf(["stayBetween"]),
  low: figure,
  high: figure,
};

const metric = variantOf<Metric>("direction", {
  up: objectOf(towards),
  down: objectOf(towards),
  stayAbove: objectOf(beside),
  stayBelow: objectOf(beside),
  stayBetween: objectOf(between),
});

const measure = variantOf<Measure>("kind", {
  metric,
  percentage: objectOf<MeasureOf<"percentage">>({ kind: oneOf(["percentage"]), target: figure }),
  milestone: objectOf<MeasureOf<"milestone">>({ kind: oneOf(["milestone"]), due: optional(day), acceptance: text }),
  baseline: objectOf<MeasureOf<"baseline">>({ kind: oneOf(["baseline"]), unit: text }),
});

export const keyResult = objectOf<KeyResult>({
  id: branded(keyResultId),
  objectiveId: branded(objectiveId),
  unitKey: branded(unitKey),
  cycleKey: branded(cycleKey),
  title: text,
  owner: optional(person),
  measure,
  preScore: optional(objectOf<PreScore>({ commit: figure, target: figure, stretch: figure })),
  weight: optional(figure),
  score: optional(figure),
  order: figure,
  formerly: optional(listOf(objectOf<Place>({ unitKey: branded(unitKey), cycleKey: branded(cycleKey) }))),
});

export const checkIn = objectOf<CheckIn>({
  id: branded(checkInId),
  keyResultId: branded(keyResultId),
  unitKey: branded(unitKey),
  cycleKey: branded(cycleKey),
  at: instant,
  author: person,
  value: optional(figure),
  confidence: optional(figure),
  note: text,
});

export const initiative = objectOf<Initiative>({
  id: branded(initiativeId),
  objectiveId: branded(objectiveId),
  keyResultId: optional(branded(keyResultId)),
  unitKey: branded(unitKey),
  cycleKey: branded(cycleKey),
  title: text,
  owner: optional(person),
  state: oneOf(INITIATIVE_STATES),
  due: optional(day),
  note: text,
  link: optional(text),
});

const recordId: Reader<ObjectiveId | KeyResultId> = branded(objectiveId);

export const agreed = objectOf<Agreed>({ objective, keyResults: listOf(keyResult) });

export const logEntry = objectOf<LogEntry>({
  id: branded(logEntryId),
  at: instant,
  author: person,
  action: oneOf(LOG_ACTIONS),
  reason: text,
  recordId: optional(recordId),
  unitKey: optional(branded(unitKey)),
  cycleKey: optional(branded(cycleKey)),
  agreed: optional(agreed),
});
