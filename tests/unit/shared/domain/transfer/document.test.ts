import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { ok } from "#shared/domain/result.ts";
import {
  DOCUMENT_FORMAT,
  DOCUMENT_VERSION,
  readDocument,
  writeDocument,
  type ExportDocument,
} from "#shared/domain/transfer/document.ts";
import {
  anyCheckIn,
  anyCycle,
  anyInitiative,
  anyKeyResult,
  anyLogEntry,
  anyObjective,
  anyPartition,
  anyUnit,
} from "#tests/support/arbitraries.ts";
import { aCheckIn, aCycle, aKeyResult, anInitiative, anObjective, aUnit, instant } from "#tests/support/okrs.ts";

const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 4 });

const anyDocument = fc.record({
  format: fc.constant(DOCUMENT_FORMAT),
  version: fc.constant(DOCUMENT_VERSION),
  exportedAt: fc.constant(instant("2026-11-22T17:10:00.000Z")),
  organisation: fc.string({ unit: "grapheme" }),
  levels: few(fc.record({ key: fc.string(), name: fc.string({ unit: "grapheme" }) })),
  cycles: few(anyCycle),
  units: few(anyUnit),
  partitions: few(anyPartition),
  objectives: few(anyObjective),
  keyResults: few(anyKeyResult),
  checkIns: few(anyCheckIn),
  initiatives: few(anyInitiative),
  log: few(anyLogEntry),
}) as unknown as fc.Arbitrary<ExportDocument>;

const small: ExportDocument = {
  format: DOCUMENT_FORMAT,
  version: DOCUMENT_VERSION,
  exportedAt: instant("2026-11-22T17:10:00.000Z"),
  organisation: "Tinycart",
  levels: [{ key: "country", name: "Country" }],
  cycles: [aCycle()],
  units: [aUnit()],
  partitions: [],
  objectives: [anObjective(1)],
  keyResults: [aKeyResult(1, 1)],
  checkIns: [aCheckIn(1, 1)],
  initiatives: [anInitiative(1, 1)],
  log: [],
};

const textOf = (document: ExportDocument): string => [...writeDocument(document)].join("");
const changed = (change: object): string => JSON.stringify({ ...small, ...change });

describe("export documents", () => {
  it("[TR1] come back exactly as they were written", () => {
    fc.assert(fc.property(anyDocument, (document) => expect(readDocument(textOf(document))).toEqual(ok(document))));
  });

  it("[TR2] hold one record a line", () => {
    expect(textOf(small).split("\n")).toContain(JSON.stringify(small.objectives[0]));
  });

  it("[TR3] are refused whole when a newer program wrote them", () => {
    const newer = changed({ version: DOCUMENT_VERSION + 1, somethingNew: [] });
    expect(readDocument(newer)).toEqual({
      ok: false,
      error: { type: "NewerDocument", found: DOCUMENT_VERSION + 1, supported: DOCUMENT_VERSION },
    });
  });

  it("[TR12] of version 1 are read as documents without initiatives", () => {
    const { initiatives: _none, ...before } = small;
    expect(readDocument(JSON.stringify({ ...before, version: 1 }))).toEqual(ok({ ...small, initiatives: [] }));
    expect(readDocument(JSON.stringify(before))).toMatchObject({ ok: false, error: { at: "initiatives" } });
  });

  it.each(["", "{", "null", "[]", '"x"', "{}", changed({ format: "other" }), changed({ version: "1" })])(
    "[TR4] are told apart from other files: %.20s",
    (file) => {
      const read = readDocument(file);
      expect(read.ok ? undefined : read.error.type).toMatch(/^(?:NotJson|NotAnExport)$/);
    },
  );

  it.each([
    [{ objectives: [{ ...anObjective(1), stage: "lost" }] }, "objectives[0].stage"],
    [
      { objectives: [anObjective(1), { ...anObjective(2), parents: [{ kind: "unit", id: "x" }] }] },
      "objectives[1].parents[0].kind",
    ],
    [{ objectives: [{ ...anObjective(1), colour: "red" }] }, "objectives[0].colour"],
    [
      { keyResults: [{ ...aKeyResult(1, 1), measure: { kind: "metric", direction: "up", unit: "%" } }] },
      "keyResults[0].measure.baseline",
    ],
    [{ checkIns: [{ ...aCheckIn(1, 1), at: "noon" }] }, "checkIns[0].at"],
    [{ cycles: [{ ...aCycle(), start: "2026-02-30" }] }, "cycles[0].start"],
    [{ units: "none" }, "units"],
    [{ exportedAt: undefined }, "exportedAt"],
    [{ extra: 1 }, "extra"],
    [{ units: [{ ...aUnit(), key: "" }] }, "units[0].key"],
    [{ log: [null] }, "log[0]"],
    [{ keyResults: [{ ...aKeyResult(1, 1), order: null }] }, "keyResults[0].order"],
    [{ cycles: [{ ...aCycle(), closed: "no" }] }, "cycles[0].closed"],
    [{ units: [{ ...aUnit(), name: 7 }] }, "units[0].name"],
  ])("[TR5] name the first place that is not as it must be: %#", (change, at) => {
    expect(readDocument(changed(change))).toMatchObject({ ok: false, error: { type: "Misshapen", at } });
  });
});
