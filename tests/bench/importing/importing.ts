import { UGLY_SHEETS } from "#tests/fixtures/sheets/all.ts";
import { HELD_OUT_SHEETS } from "#tests/fixtures/sheets/heldOut/all.ts";
import type { UglySheet } from "#tests/fixtures/sheets/make.ts";
import { line, print } from "../lines.ts";
import { benchLarge } from "./large.ts";
import { scoreSheet, type Share } from "./score.ts";

const SHARES = ["objectives", "keyResults", "parents", "owners", "teams", "measures", "rows"] as const;

const shareOf = ({ right, all }: Share): number => (all === 0 ? 1 : right / all);

const scoreAll = (which: string, sheets: readonly UglySheet[]): void => {
  const scores = sheets.map(scoreSheet);
  for (const score of scores) {
    for (const what of SHARES)
      if (score[what].all > 0) print(line(`${score.name}: ${what}`, "share", shareOf(score[what])));
  }
  for (const what of SHARES) {
    const right = scores.reduce((sum, score) => sum + score[what].right, 0);
    const all = scores.reduce((sum, score) => sum + score[what].all, 0);
    print(line(`${which}: ${what}, of ${all}`, "share", shareOf({ right, all })));
  }
};

/** How much of each ugly sheet is understood without a person's help, and of all of them together. */
export const benchImport = async (): Promise<void> => {
  scoreAll("all sheets", UGLY_SHEETS);
  scoreAll("held-out sheets", HELD_OUT_SHEETS);
  await benchLarge();
};
