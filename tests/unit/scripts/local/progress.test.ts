import { describe, expect, it } from "@jest/globals";
import { startProgress } from "../../../../scripts/local/progress.ts";

const written = (shares: readonly number[]): string => {
  let text = "";
  let time = 5000;
  const progress = startProgress(
    "Filling",
    (piece) => (text += piece),
    () => (time += 1000),
  );
  for (const share of shares) progress.at(share);
  progress.end();
  return text;
};

describe("progress", () => {
  it("grows on one line, each tenth once, and says at the end how long it took", () => {
    expect(written([0, 0.05, 0.1, 0.1, 0.35, 0.2, 0.999])).toBe(
      "Filling: 10 % 20 % 30 % 40 % 50 % 60 % 70 % 80 % 90 % 100 % (1 s)\n",
    );
  });

  it("is complete however little was told", () => {
    expect(written([])).toBe("Filling: 10 % 20 % 30 % 40 % 50 % 60 % 70 % 80 % 90 % 100 % (1 s)\n");
    expect(written([7])).toBe(written([]));
  });
});
