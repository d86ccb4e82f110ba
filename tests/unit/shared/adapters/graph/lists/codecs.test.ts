import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { checkInCodec } from "#shared/adapters/graph/lists/checkIns.ts";
import {
  decodeRecord,
  encodeChanges,
  encodeNewRow,
  encodeRecord,
  type ListCodec,
} from "#shared/adapters/graph/lists/codec.ts";
import { allLists } from "#shared/adapters/graph/lists/all.ts";
import type { Columns } from "#shared/adapters/graph/lists/columns.ts";
import { cycleCodec } from "#shared/adapters/graph/lists/cycles.ts";
import { keyResultCodec } from "#shared/adapters/graph/lists/keyResults.ts";
import { objectiveCodec } from "#shared/adapters/graph/lists/objectives.ts";
import { readLevels, writeLevels } from "#shared/adapters/graph/lists/settings.ts";
import { unitCodec } from "#shared/adapters/graph/lists/units.ts";
import { instantOf } from "#shared/domain/day.ts";
import { checkInId, cycleKey, keyResultId, objectiveId, personId, unitKey } from "#shared/domain/okr/ids.ts";
import { ok } from "#shared/domain/result.ts";
import { aCheckIn, aKeyResult, anObjective, day } from "#tests/support/okrs.ts";

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

const person = record({ id: fc.oneof(guid, fc.constant("")).map(personId), name: line, upn: line }, ["upn"]);
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

const objective = record(
  {
    id: guid.map(objectiveId),
    title: line,
    why: note,
    unitKey: line.map(unitKey),
    cycleKey: line.map(cycleKey),
    owner: person,
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

const keyResult = record(
  {
    id: guid.map(keyResultId),
    objectiveId: guid.map(objectiveId),
    unitKey: line.map(unitKey),
    cycleKey: line.map(cycleKey),
    title: line,
    owner: person,
    measure,
    preScore: fc.record({ commit: number, target: number, stretch: number }),
    weight: number,
    score: number,
    order: number,
  },
  ["owner", "preScore", "weight", "score"],
);

const checkIn = record(
  {
    id: guid.map(checkInId),
    keyResultId: guid.map(keyResultId),
    unitKey: line.map(unitKey),
    cycleKey: line.map(cycleKey),
    at: fc.integer({ min: 0, max: 4_000_000_000_000 }).map(instantOf),
    author: person,
    value: number,
    confidence: number,
    note,
  },
  ["value", "confidence"],
);

const cycle = fc.record({
  key: line.map(cycleKey),
  name: line,
  kind: fc.constantFrom("annual", "quarterly", "custom"),
  start: aDay,
  end: aDay,
  closed: fc.boolean(),
});

const unit = record(
  { key: line.map(unitKey), name: line, levelKey: line, parentKey: line.map(unitKey), groupId: guid, country: line },
  ["parentKey", "groupId", "country"],
);

/** Over JSON, as it travels. */
const travelled = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const expectToComeBack = <T extends object, Cs extends Columns>(
  codec: ListCodec<T, Cs>,
  records: fc.Arbitrary<unknown>,
): void => {
  fc.assert(
    fc.property(records as fc.Arbitrary<T>, (value) => {
      for (const encode of [encodeNewRow, encodeRecord]) {
        const fields = encode(codec, value);
        if (!fields.ok) throw new Error(`${fields.error.property}: ${fields.error.message}`);
        expect(decodeRecord(codec, travelled(fields.value))).toEqual(ok(value));
      }
    }),
  );
};

describe("codecs", () => {
  it("[AG12] bring back every objective", () => expectToComeBack(objectiveCodec, objective));
  it("[AG12] bring back every key result", () => expectToComeBack(keyResultCodec, keyResult));
  it("[AG12] bring back every check-in", () => expectToComeBack(checkInCodec, checkIn));
  it("[AG12] bring back every cycle", () => expectToComeBack(cycleCodec, cycle));
  it("[AG12] bring back every unit", () => expectToComeBack(unitCodec, unit));

  it("[AG12] bring back the levels of an organisation", () => {
    const levels = [
      { key: "company", name: "الشركة" },
      { key: "team", name: "Team" },
    ];
    expect(readLevels(writeLevels(levels))).toEqual(ok(levels));
    for (const broken of ["", "{}", '[{"key":1,"name":"x"}]']) {
      expect(readLevels(broken)).toEqual({ ok: false, error: { type: "MalformedColumn", column: "SettingText" } });
    }
  });

  it("[AG12] keep a change to the cells of the named properties", () => {
    expect(encodeChanges(objectiveCodec, { title: "New", owner: undefined })).toEqual(
      ok({ Title: "New", OwnerOid: null, OwnerName: null, OwnerUpn: null }),
    );
    expect(encodeChanges(keyResultCodec, {})).toEqual(ok({}));
  });

  it("[AG13] name the property that does not fit", () => {
    const long = encodeNewRow(objectiveCodec, anObjective(1, { title: "x".repeat(256) }));
    expect(long).toEqual({
      ok: false,
      error: { type: "UnfitProperty", property: "title", message: "256 characters; at most 255 fit" },
    });
    expect(encodeNewRow(objectiveCodec, anObjective(1, { why: "x".repeat(20_000) }))).toMatchObject({ ok: true });
    expect(encodeNewRow(objectiveCodec, anObjective(1, { why: "x".repeat(64_000) }))).toMatchObject({
      error: { property: "why" },
    });
    expect(encodeNewRow(objectiveCodec, anObjective(1, { title: "" }))).toMatchObject({ error: { property: "title" } });
    expect(encodeChanges(keyResultCodec, { measure: undefined })).toMatchObject({ error: { property: "measure" } });
    expect(encodeNewRow(checkInCodec, aCheckIn(1, 1, { value: Number.NaN }))).toMatchObject({
      error: { property: "value" },
    });
  });

  it("[AG14] name the column that cannot be read", () => {
    const fields = encodeNewRow(keyResultCodec, aKeyResult(1, 1));
    const row = fields.ok ? fields.value : {};
    const spoilt = (change: object): unknown => decodeRecord(keyResultCodec, { ...row, ...change });
    const lied = (column: string): unknown => ({ ok: false, error: { type: "MalformedColumn", column } });
    expect(spoilt({ Title: null })).toEqual(lied("Title"));
    expect(spoilt({ Target: null })).toEqual(lied("Target"));
    expect(spoilt({ Target: "96" })).toEqual(lied("Target"));
    expect(spoilt({ Measure: "sideways" })).toEqual(lied("Measure"));
    expect(spoilt({ Measure: "stayBetween", LowLimit: 1 })).toEqual(lied("HighLimit"));
    expect(spoilt({ Measure: "milestone", DueOn: "2026-02-30" })).toEqual(lied("DueOn"));
    expect(spoilt({ PreTarget: 3 })).toEqual(lied("PreCommit"));
    expect(decodeRecord(keyResultCodec, undefined)).toEqual(lied("fields"));
    expect(
      decodeRecord(checkInCodec, { OkrId: "x", KrId: "x", UnitKey: "u", CycleKey: "c", At: "noon", ByOid: "p" }),
    ).toEqual(lied("At"));
  });
});

describe("list declarations", () => {
  it("[AG10] use names that SharePoint neither encodes nor derives for itself", () => {
    const derived = ["ID", "Author", "Editor", "Created", "Modified", "Attachments", "Order", "ContentType"];
    for (const { columns } of allLists) {
      const names = Object.keys(columns);
      for (const name of names) {
        expect(name).toMatch(/^[A-Z][A-Za-z]{1,31}$/);
        expect(derived).not.toContain(name);
        expect(names).not.toContain(`${name}Id`);
      }
      expect(names.length).toBeLessThan(30);
    }
  });
});
