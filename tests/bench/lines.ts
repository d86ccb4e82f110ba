/**
 * What a benchmark prints: one JSON line a figure. `ratio` is peer divided by ours, above 1 is ahead; `limit` is the theoretical
 * minimum where there is one.
 */
export interface BenchLine {
  /** What was measured, and against whom. */
  readonly name: string;
  readonly unit:
    | "seconds"
    | "share"
    | "calls"
    | "syncs"
    | "requests"
    | "resource units"
    | "bytes"
    | "rows"
    | "times"
    | "resource units a minute";
  readonly ours: number;
  readonly peer: number | null;
  readonly ratio: number | null;
  readonly limit: number | null;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

export const line = (
  name: string,
  unit: BenchLine["unit"],
  ours: number,
  more: { readonly peer?: number; readonly limit?: number } = {},
): BenchLine => ({
  name,
  unit,
  ours: rounded(ours),
  peer: more.peer === undefined ? null : rounded(more.peer),
  ratio: more.peer === undefined || ours === 0 ? null : rounded(more.peer / ours),
  limit: more.limit ?? null,
});

export const print = (found: BenchLine): void => {
  console.log(JSON.stringify(found));
};
