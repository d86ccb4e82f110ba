/** Records of every shape that the domain allows, for laws. */
import { fc } from "#tests/support/properties.ts";
import { LOG_ACTIONS, logEntryId } from "#shared/domain/audit/logEntry.ts";
import { instantOf } from "#shared/domain/day.ts";
import {
  checkInId,
  cycleKey,
  initiativeId,
  keyResultId,
  objectiveId,
  partitionKey,
  personId,
  unitKey,
} from "#shared/domain/okr/ids.ts";
import { INITIATIVE_STATES } from "#shared/domain/okr/initiative.ts";
import { day } from "./okrs.ts";

const line = fc.string({ minLength: 1, maxLength: 100, unit: "grapheme" }).filter((text) => text.length <= 255);
const note = fc.string({ maxLength: 400, unit: "grapheme" });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value));
const aDay = fc.integer({ min: 0, max: 40_000 }).map((n) => day(instantOf(n * 86_400_000).slice(0, 10)));
const guid = fc.uuid();

/** An object whose undefined properties are absent: with exact optional properties there is no other way to be absent. */
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }, optional: readonly (keyof T & string)[]) =>
  fc.record(model, {
    requiredKeys: Object.keys(model).filter((key) => !optional.some((name) => name === key)) as never,
  });

const anyPerson = record({ id: fc.oneof(guid, fc.constant("")).map(personId), name: line, upn: line }, ["upn"]);
const unitText = fc.string({ maxLength: 20, unit: "grapheme" });

const measure = fc.oneof(
  fc.record({
    kind: fc.constant("metric"),
    direction: fc.constantFrom("up", "down"),
    unit: unitText,
    baseline: number,
    target: number,
  }),
  fc.record({
    kind: fc.constant("metric"),
    direction: fc.constantFrom("stayAbove", "stayBelow"),
    unit: unitText,
    limit: number,
  }),
  fc.record({
    kind: fc.constant("metric"),
    direction: fc.constant("stayBetween"),
    unit: unitText,
    low: number,
    high: number,
  }),
  fc.record({ kind: fc.constant("percentage"), target: number }),
  record({ kind: fc.constant("milestone"), due: aDay, acceptance: note }, ["due"]),
  fc.record({ kind: fc.constant("baseline"), unit: unitText }),
);

export const anyObjective = record(
  {
    id: guid.map(objectiveId),
    title: line,
    why: note,
    unitKey: line.map(unitKey),
    cycleKey: line.map(cycleKey),
    owner: anyPerson,
    parents: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant("objective"), id: guid.map(objectiveId) }),
        fc.record({ kind: fc.constant("keyResult"), id: guid.map(keyResultId) }),
      ),
      { maxLength: 5 },
    ),
    ambition: fc.constantFrom("committed", "aspirational"),
    stage: fc.constantFrom("draft", "active", "closed", "postponed"),
    start: aDay,
    end: aDay,
    order: number,
  },
  ["owner", "start", "end"],
);

export const anyKeyResult = record(
  {
    id: guid.map(keyResultId),
    objectiveId: guid.map(objectiveId),
    unitKey: line.map(unitKey),
    cycleKey: line.map(cycleKey),
    title: line,
    owner: anyPerson,
    measure,
    preScore: fc.record({ commit: number, target: number, stretch: number }),
    weight: number,
    score: number,
    order: number,
    formerly: fc.array(fc.record({ unitKey: line.map(unitKey), cycleKey: line.map(cycleKey) }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
  ["owner", "preScore", "weight", "score", "formerly"],
);

export const anyCheckIn = record(
  {
    id: guid.map(checkInId),
    keyResultId: guid.map(keyResultId),
    unitKey: line.map(unitKey),
    cycleKey: line.map(cycleKey),
    at: fc.integer({ min: 0, max: 4_000_000_000_000 }).map(instantOf),
    author: anyPerson,
    value: number,
    confidence: number,
    note,
  },
  ["value", "confidence"],
);

export const anyInitiative = record(
  {
    id: guid.map(initiativeId),
    objectiveId: guid.map(objectiveId),
    keyResultId: guid.map(keyResultId),
    unitKey: line.map(unitKey),
    cycleKey: line.map(cycleKey),
    title: line,
    owner: anyPerson,
    state: fc.constantFrom(...INITIATIVE_STATES),
    due: aDay,
    note,
    link: fc.webUrl(),
  },
  ["keyResultId", "owner", "due", "link"],
);

export const anyCycle = fc.record({
  key: line.map(cycleKey),
  name: line,
  kind: fc.constantFrom("annual", "quarterly", "custom"),
  start: aDay,
  end: aDay,
  closed: fc.boolean(),
});

export const anyUnit = record(
  { key: line.map(unitKey), name: line, levelKey: line, parentKey: line.map(unitKey), groupId: guid, country: line },
  ["parentKey", "groupId", "country"],
);

export const anyPartition = record(
  {
    key: line.map(partitionKey),
    cycleKey: line.map(cycleKey),
    roots: fc.array(line.map(unitKey), { maxLength: 4 }),
    also: fc.array(line.map(unitKey), { minLength: 1, maxLength: 4 }),
    closed: fc.boolean(),
  },
  ["also"],
);

export const anyLogEntry = record(
  {
    id: guid.map(logEntryId),
    at: fc.integer({ min: 0, max: 4_000_000_000_000 }).map(instantOf),
    author: anyPerson,
    action: fc.constantFrom(...LOG_ACTIONS),
    reason: note,
    recordId: guid.map(objectiveId),
    unitKey: line.map(unitKey),
    cycleKey: line.map(cycleKey),
    agreed: fc.record({ objective: anyObjective, keyResults: fc.array(anyKeyResult, { maxLength: 2 }) }),
  },
  ["recordId", "unitKey", "cycleKey", "agreed"],
);
