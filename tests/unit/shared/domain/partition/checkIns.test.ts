import { describe, expect, it } from "@jest/globals";
import { partitionKey, revisionOfRow, rowOf, unitKey } from "#shared/domain/okr/ids.ts";
import { besideKeyResult, settleCheckIns, type KeyResultFinder } from "#shared/domain/partition/checkIns.ts";
import { originOf, placeOfRow, rowRef } from "#shared/domain/partition/rows.ts";
import { aCheckIn, aKeyResult } from "#tests/support/okrs.ts";

const row = (partition: string, shelf: "keyResults" | "checkIns", item: string) =>
  rowRef({ partition: partitionKey(partition), shelf, item });
const kenya = { unitKey: unitKey("ke") };
const inKenya: KeyResultFinder = () => ({
  record: aKeyResult(1, 1, kenya),
  revision: revisionOfRow(row("africa", "keyResults", "7"), "v1"),
});
const inGermany: KeyResultFinder = () => ({
  record: aKeyResult(1, 1),
  revision: revisionOfRow(row("europe", "keyResults", "7"), "v2"),
});
const written = { record: aCheckIn(1, 1), revision: revisionOfRow(row("europe", "checkIns", "4"), "v3") };

describe("check-ins beside their key results", () => {
  it("[PA12] have the place of their key result and an address in its partition that names their own row", () => {
    const beside = besideKeyResult(written, inKenya);
    expect(beside.record).toEqual(aCheckIn(1, 1, kenya));
    expect(placeOfRow(rowOf(beside.revision))?.partition).toBe("africa");
    expect(originOf(rowOf(beside.revision))).toBe(rowOf(written.revision));
    expect(besideKeyResult(beside, inKenya)).toEqual(beside);
    expect(besideKeyResult(written, inGermany)).toBe(written);
    expect(besideKeyResult(written, () => undefined)).toBe(written);
  });

  it("[PA13] are one each: the row that lies there, else any", () => {
    const beside = besideKeyResult(written, inKenya);
    for (const rows of [
      [written, beside],
      [beside, written],
    ]) {
      expect(settleCheckIns(rows, inKenya)).toEqual([beside]);
      expect(settleCheckIns(rows, inGermany)).toEqual([written]);
    }
  });
});
