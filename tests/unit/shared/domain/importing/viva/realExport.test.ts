/** Reads a real export, anonymised, that lies beside the repository and is no part of it; says so where it is absent. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { createForeignFiles } from "#shared/adapters/browser/foreignFiles/foreignFiles.ts";
import { explorerSheet } from "#shared/domain/importing/viva/explorerSheet.ts";
import type { PickedFile } from "#shared/ports/foreignFiles.ts";
import { taken, tree, untold } from "./support.ts";

const folder = join(__dirname, "..", "..", "..", "..", "..", "..", "..", "shared", "data", "viva-export");

const picked = (ending: string): readonly PickedFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      return { name, size: bytes.length, bytes: () => Promise.resolve(new Uint8Array(bytes)) };
    });

const sheetOf = async (ending: string) => {
  const file = await createForeignFiles().read(picked(ending));
  const sheet = file.ok ? file.value.sheets[0] : undefined;
  if (!sheet) throw new Error(JSON.stringify(file));
  return sheet;
};

describe("a real export of Viva Goals", () => {
  if (!existsSync(folder)) {
    it("is not here, so only the hand-written exports were tried", () => {
      expect(existsSync(folder)).toBe(false);
    });
    return;
  }

  it("[VG1] [VG4] imports or names every row and every check-in", async () => {
    const sheet = await sheetOf(".json");
    const result = taken(sheet);
    expect(untold(sheet, result)).toEqual([]);
    const history = [...(sheet.history ?? new Map()).values()].flat().length;
    // Beside the history there may be one check-in for how a key result stood at the end.
    const dated = result.plan.checkIns.filter(({ at }) => at !== "2026-03-20T12:00:00.000Z").length;
    expect(dated + result.leftCheckIns.length).toBe(history);
    expect(result.plan.objectives.length).toBeGreaterThan(20);
    expect(result.plan.keyResults.length).toBeGreaterThan(60);
    expect(tree(result).filter((line) => line.split(" < ").length > 2).length).toBeGreaterThan(0);
    const reasons = result.judged.flatMap(({ fate }) => (fate.type === "refused" ? [fate.reason.type] : []));
    expect(new Set(reasons)).toEqual(new Set(["NoObjective"]));
  });

  it("[VG5] reads the rows of an Explorer view, each of them", async () => {
    const found = await sheetOf(".csv");
    const sheet = explorerSheet(found);
    expect(sheet).toBeDefined();
    if (sheet) expect(untold(sheet, taken(sheet))).toEqual([]);
  });
});
