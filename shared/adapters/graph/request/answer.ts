import { at, isRecord } from "../json.ts";
import type { Allotment } from "./pace.ts";

/** A header of an answer inside a batch, whatever the case of its name. */
export const headerOf = (answer: unknown, name: string): string | undefined => {
  const headers = at(answer, "headers");
  if (!isRecord(headers)) return undefined;
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof found === "number" ? String(found) : typeof found === "string" ? found : undefined;
};

const allotmentOf = (answer: unknown): Allotment | undefined => {
  const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) =>
    Number(headerOf(answer, `ratelimit-${name}`) ?? Number.NaN),
  );
  if (limit === undefined || remaining === undefined || reset === undefined) return undefined;
  // Best effort, says Microsoft: what is missing or no number says nothing.
  return limit > 0 && remaining >= 0 && reset > 0 ? { limit, remaining, resetMs: reset * 1000 } : undefined;
};

/** The smallest rest that one of the answers names. */
export const allotmentIn = (answers: readonly unknown[]): Allotment | undefined => {
  let least: Allotment | undefined;
  for (const answer of answers) {
    const found = allotmentOf(answer);
    if (found && (!least || found.remaining < least.remaining)) least = found;
  }
  return least;
};
