/** Reads a real table of 800 rows that lies beside the repository and is no part of it; says so where it is absent. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { importTable } from "#shared/domain/importing/importTable.ts";
import { rejectText, skipText } from "#shared/domain/importing/reasonText.ts";
import type { ImportSettings } from "#shared/domain/importing/settings.ts";
import { emptyOkrSet, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import { checkStored } from "#shared/domain/check/checkStored.ts";
import { aUnit, instant, lena } from "#tests/support/okrs.ts";

const file = join(__dirname, "..", "..", "..", "..", "..", "..", "shared", "data", "srcd-okrs.csv");
const frame = {
  organisation: "Tinycart",
  levels: [{ key: "company", name: "Company" }, { key: "team", name: "Team" }],
  units: [aUnit({ levelKey: "company" })],
  cycles: [],
  partitions: [],
}; // prettier-ignore
const settings = (existing: OkrSet): ImportSettings => ({
  source: "srcd-okrs.csv",
  locale: "en",
  frame,
  existing,
  author: lena,
  now: instant("2026-02-20T12:00:00Z"),
  people: new Map(),
});

describe("a real table of five quarters", () => {
  if (!existsSync(file)) {
    it("is not here, so only the hand-written tables were tried", () => {
      expect(existsSync(file)).toBe(false);
    });
    return;
  }
  const rows: string[][] = parse(readFileSync(file, "utf8"));
  const result = importTable(rows, settings(emptyOkrSet));

  it("[IM12] accounts for every row", () => {
    const { taken, rejected, skipped } = result;
    expect(taken.length + rejected.length + skipped.length).toBe(rows.length - 1);
    for (const { reason } of rejected) expect(rejectText(reason)).not.toBe("");
    for (const { reason } of skipped) expect(skipText(reason)).not.toBe("");
  });

  it("[IM6] passes over titles and the list of contents, and takes the rest", () => {
    const counts = new Map<string, number>();
    for (const { reason } of result.skipped) counts.set(reason.type, (counts.get(reason.type) ?? 0) + 1);
    expect(result.rejected).toEqual([]);
    expect(Object.fromEntries(counts)).toEqual({ DocumentTitle: 6, CycleName: 2, Contents: 49 });
    expect(result.taken).toHaveLength(743);
    expect(result.unusedColumns).toEqual([]);
  });

  it("[IM8] finds amounts in the texts, and plans records without errors", () => {
    const { plan } = result;
    expect(plan.cycles.map(({ key }) => key)).toEqual(["2018-q1", "2018-q2", "2018-q3", "2018-q4", "2019-q1"]);
    expect(plan.keyResults.filter(({ measure }) => measure.kind === "metric").length).toBeGreaterThan(55);
    const stored: OkrSet = { ...emptyOkrSet, ...plan };
    const { counts } = checkStored(
      stored,
      { ...frame, cycles: plan.cycles, units: [...frame.units, ...plan.units] },
      instant("2026-02-20T12:00:00Z"),
    );
    expect(counts.error).toBe(0);
  });

  it("[IM2] doubles nothing the second time", () => {
    const { plan } = result;
    const again = importTable(rows, {
      ...settings({ ...emptyOkrSet, ...plan }),
      frame: { ...frame, cycles: plan.cycles, units: [...frame.units, ...plan.units] },
    });
    expect(again.plan).toEqual({ cycles: [], units: [], objectives: [], keyResults: [], checkIns: [] });
    expect(again.taken).toEqual([]);
  });
});
