import { progressOf, type Progress } from "./progress.ts";

export interface RollUp {
  /** Undefined when nothing measured carries weight. */
  readonly progress: Progress | undefined;
  /** Key results with a progress, for "3 of 4 measured". */
  readonly measured: number;
  readonly total: number;
}

export interface WeightedPart {
  readonly progress: Progress | undefined;
  /** Any scale; only proportions matter. */
  readonly weight: number;
}

/** What a stored weight counts as: nothing below zero, and nothing that is no number. [RU4] */
const usable = (weight: number): number => (Number.isFinite(weight) && weight > 0 ? weight : 0);

/**
 * Weights in percent. A stated weight stands; the others share what is left of 100 equally, which is nothing once the stated
 * ones reach 100. Stated weights alone are never rescaled. [RU3]
 */
export const effectiveWeights = (weights: readonly (number | undefined)[]): readonly number[] => {
  const stated = weights.filter((weight) => weight !== undefined);
  const left = Math.max(0, 100 - stated.reduce((sum, weight) => sum + usable(weight), 0));
  const equalPart = left / Math.max(1, weights.length - stated.length);
  return weights.map((weight) => (weight === undefined ? equalPart : usable(weight)));
};

/** Weighted mean of `value` over the parts that have one and carry weight; undefined when there is none. [RU1] */
const weightedMean = (parts: readonly { value: number | undefined; weight: number }[]): number | undefined => {
  let sum = 0;
  let weights = 0;
  for (const { value, weight } of parts) {
    if (value === undefined) continue;
    sum += usable(weight) * value;
    weights += usable(weight);
  }
  return weights > 0 ? sum / weights : undefined;
};

export const rollUp = (parts: readonly WeightedPart[]): RollUp => {
  const mean = weightedMean(parts.map(({ progress, weight }) => ({ value: progress, weight })));
  return {
    progress: mean === undefined ? undefined : progressOf(mean),
    measured: parts.filter(({ progress }) => progress !== undefined).length,
    total: parts.length,
  };
};

/** What is expected of an objective today, over the same parts and weights as its progress, so that both compare. [EX5] */
export const rollUpExpected = (
  parts: readonly (WeightedPart & { readonly expected: Progress })[],
): Progress | undefined => {
  const mean = weightedMean(
    parts.map(({ progress, expected, weight }) => ({ value: progress === undefined ? undefined : expected, weight })),
  );
  return mean === undefined ? undefined : progressOf(mean);
};
