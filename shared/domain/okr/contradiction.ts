import type { ForecastResult } from "./forecast.ts";
import { defaultStatusLimits, type Status, type StatusLimits } from "./status.ts";

/** From here on a confidence counts as high. */
const HIGH_CONFIDENCE = 8;

/** What people say against what the numbers say. Shown as it is, never corrected. [CO1] */
export interface Contradiction {
  /** What was said: a confidence of 8 or more, or a stated status of "on track". */
  readonly confidence?: number;
  readonly statedStatus?: Status;
  /** The gap in points, where it is above the limit for "at risk". */
  readonly gapPoints?: number;
  /** The best progress of the forecast's interval, where even that misses the target. */
  readonly forecastProgressHigh?: number;
}

export interface ContradictionInput {
  readonly confidence: number | undefined;
  readonly statedStatus?: Status;
  readonly gapPoints: number | undefined;
  readonly forecast: ForecastResult | undefined;
}

/** Undefined when saying and counting agree, or when either is silent. [CO1] */
export const contradictionOf = (
  { confidence, statedStatus, gapPoints, forecast }: ContradictionInput,
  limits: StatusLimits = defaultStatusLimits,
): Contradiction | undefined => {
  const said = {
    ...(confidence !== undefined && confidence >= HIGH_CONFIDENCE ? { confidence } : {}),
    ...(statedStatus === "onTrack" ? { statedStatus } : {}),
  };
  const counted = {
    ...(gapPoints !== undefined && gapPoints > limits.atRiskAbove ? { gapPoints } : {}),
    ...(forecast?.type === "Forecast" && forecast.progressHigh < 1
      ? { forecastProgressHigh: forecast.progressHigh }
      : {}),
  };
  return Object.keys(said).length > 0 && Object.keys(counted).length > 0 ? { ...said, ...counted } : undefined;
};
