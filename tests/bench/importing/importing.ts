import { UGLY_SHEETS } from "#tests/fixtures/sheets/all.ts";
import { line, print } from "../lines.ts";
import { scoreSheet, type Share } from "./score.ts";

const SHARES = ["objectives", "keyResults", "parents", "owners", "teams", "measures", "rows"] as const;

const shareOf = ({ right, all }: Share): number => (all === 0 ? 1 : right / all);

/** How much of each ugly sheet is understood without a person's help, and of all of them together. Nothing here is timed. */
export const benchImport = (): Promise<void> => {
  const scores = UGLY_SHEETS.map(scoreSheet);
  for (const score of scores) {
    for (const what of SHARES)
      if (score[what].all > 0) print(line(`${score.name}: ${what}`, "share", shareOf(score[what])));
  }
  for (const what of SHARES) {
    const right = scores.reduce((sum, score) => sum + score[what].right, 0);
    const all = scores.reduce((sum, score) => sum + score[what].all, 0);
    print(line(`all sheets: ${what}, of ${all}`, "share", shareOf({ right, all })));
  }
  return Promise.resolve();
};
