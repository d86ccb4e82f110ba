import { describe, expect, it } from "@jest/globals";
import { checkStored } from "#shared/domain/check/checkStored.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import { emptyOkrSet, type Frame, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import {
  aCheckIn,
  aCycle,
  aKeyResult,
  anInitiative,
  anObjective,
  aUnit,
  day,
  instant,
  lena,
} from "#tests/support/okrs.ts";

const now = instant("2026-02-20T12:00:00Z");
const frame: Frame = {
  organisation: "Tinycart",
  levels: [{ key: "country", name: "Country" }],
  units: [aUnit()],
  partitions: [],
  cycles: [aCycle()],
};
const sound: OkrSet = {
  ...emptyOkrSet,
  objectives: [anObjective(1, { owner: lena })],
  keyResults: [aKeyResult(1, 1, { owner: lena })],
  checkIns: [aCheckIn(1, 1)],
};
const lines = (set: OkrSet, more: Partial<Frame> = {}) =>
  checkStored(set, { ...frame, ...more }, now).findings.map(({ kind, problem }) => `${kind} ${problem.code}`);

describe("checkStored", () => {
  it("[CH1] finds nothing wrong with sound records", () => {
    expect(checkStored(sound, frame, now)).toEqual({ findings: [], counts: { error: 0, warning: 0, info: 0 } });
  });

  it("[CH1] finds what is wrong with each kind of record, and hands the record over", () => {
    const orphan = aKeyResult(2, 99, { owner: lena });
    const stray = aCheckIn(2, 77);
    const set = {
      ...sound,
      objectives: [anObjective(1, { owner: lena, title: "" })],
      keyResults: [...sound.keyResults, orphan],
      checkIns: [...sound.checkIns, stray],
    };
    expect(checkStored(set, frame, now).findings).toMatchObject([
      { kind: "objective", problem: { code: "titleMissing" } },
      { kind: "keyResult", record: orphan, problem: { code: "objectiveMissing" } },
      { kind: "checkIn", record: stray, problem: { code: "keyResultMissing" } },
    ]);
  });

  it("[CH1] finds initiatives that serve nothing any more", () => {
    const initiatives = [anInitiative(1, 1, { owner: lena, state: "done" }), anInitiative(2, 88, { owner: lena })];
    expect(checkStored(sound, frame, now, { initiatives }).findings).toMatchObject([
      { kind: "initiative", record: { id: initiatives[1]?.id }, problem: { code: "keyResultMissing" } },
      { kind: "initiative", problem: { code: "dueMissing", severity: "info" } },
    ]);
  });

  it("[CH2] checks cycles and units", () => {
    const fr = unitKey("fr");
    const be = unitKey("be");
    const units = [
      aUnit(),
      aUnit({ name: "again" }),
      aUnit({ key: fr, parentKey: be, levelKey: "galaxy" }),
      aUnit({ key: be, parentKey: fr }),
      aUnit({ key: unitKey("nl"), parentKey: unitKey("eu") }),
    ];
    const cycles = [aCycle(), aCycle({ name: "again" }), aCycle({ key: cycleKey("x"), end: day("2025-12-31") })];
    expect(lines(sound, { units, cycles })).toEqual([
      "cycle duplicateKey",
      "cycle datesReversed",
      "unit duplicateKey",
      "unit levelUnknown",
      "unit parentLoop",
      "unit parentLoop",
      "unit parentMissing",
    ]);
  });

  it("[CH3] allows records of a closed cycle, but no check-in after it ended", () => {
    const cycles = [aCycle({ closed: true, end: day("2026-02-10") })];
    const late = aCheckIn(2, 1, { at: instant("2026-02-11T08:00:00Z") });
    expect(lines(sound, { cycles })).toEqual([]);
    const last = aCheckIn(3, 1, { at: instant("2026-02-10T23:00:00Z") });
    expect(lines({ ...sound, checkIns: [...sound.checkIns, late, last] }, { cycles })).toEqual(["checkIn cycleClosed"]);
  });

  it("[CH4] counts by severity", () => {
    const set = { ...sound, objectives: [anObjective(1, { title: "" }), anObjective(2)] };
    const { findings, counts } = checkStored(set, frame, now);
    expect(counts).toEqual({ error: 1, warning: 2, info: 1 });
    expect(findings).toHaveLength(4);
  });

  it("[CH4] copes with ten thousand of everything", () => {
    const numbers = Array.from({ length: 10_000 }, (_, n) => n);
    const set = {
      ...emptyOkrSet,
      objectives: numbers.map((n) => anObjective(n, { owner: lena })),
      keyResults: numbers.map((n) => aKeyResult(n, n, { owner: lena })),
      checkIns: numbers.map((n) => aCheckIn(n, n)),
    };
    expect(checkStored(set, frame, now).findings).toEqual([]);
  });
});
