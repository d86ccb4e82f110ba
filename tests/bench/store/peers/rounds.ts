import { setTimeout as pause } from "node:timers/promises";
import type { RowChange } from "./peer.ts";

/** After so many rounds a person would have given up. */
const MOST_ROUNDS = 30;

export const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

export const waitOf = (retryAfter: string | undefined): number => Number(retryAfter ?? 0) * 1000;

/** Sends what failed again, as a careful caller of these libraries would, because they leave that to the caller. */
export const again = async (
  rows: readonly RowChange[],
  send: (left: readonly RowChange[]) => Promise<{ readonly failed: readonly RowChange[]; readonly waitMs: number }>,
): Promise<number> => {
  let left = rows;
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const { failed, waitMs } = await send(left);
    if (failed.length === 0) return round;
    left = failed;
    await pause(waitMs);
  }
  return MOST_ROUNDS;
};
