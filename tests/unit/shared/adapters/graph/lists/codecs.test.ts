import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { checkInCodec } from "#shared/adapters/graph/lists/checkIns.ts";
import {
  decodeRecord,
  encodeChanges,
  encodeNewRow,
  encodeRecord,
  type ListCodec,
} from "#shared/adapters/graph/lists/codec.ts";
import { homeLists } from "#shared/adapters/graph/lists/all.ts";
import type { Columns } from "#shared/adapters/graph/lists/columns.ts";
import { cycleCodec } from "#shared/adapters/graph/lists/cycles.ts";
import { initiativeCodec } from "#shared/adapters/graph/lists/initiatives.ts";
import { keyResultCodec } from "#shared/adapters/graph/lists/keyResults.ts";
import { objectiveCodec } from "#shared/adapters/graph/lists/objectives.ts";
import { readLevels, writeLevels } from "#shared/adapters/graph/lists/settings.ts";
import { unitCodec } from "#shared/adapters/graph/lists/units.ts";
import { ok } from "#shared/domain/result.ts";
import {
  anyCheckIn,
  anyCycle,
  anyInitiative,
  anyKeyResult,
  anyObjective,
  anyUnit,
} from "#tests/support/arbitraries.ts";
import { aCheckIn, aKeyResult, anObjective } from "#tests/support/okrs.ts";

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
  it("[AG12] bring back every objective", () => expectToComeBack(objectiveCodec, anyObjective));
  it("[AG12] bring back every key result", () => expectToComeBack(keyResultCodec, anyKeyResult));
  it("[AG12] bring back every check-in", () => expectToComeBack(checkInCodec, anyCheckIn));
  it("[AG12] bring back every initiative", () => expectToComeBack(initiativeCodec, anyInitiative));
  it("[AG12] bring back every cycle", () => expectToComeBack(cycleCodec, anyCycle));
  it("[AG12] bring back every unit", () => expectToComeBack(unitCodec, anyUnit));

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
    for (const { columns } of homeLists) {
      const names = Object.keys(columns);
      for (const name of names) {
        expect(name).toMatch(/^[A-Z][A-Za-z]{1,31}$/);
        expect(derived).not.toContain(name);
        expect(names).not.toContain(`${name}Id`);
      }
      expect(names.length).toBeLessThan(40);
    }
  });
});
