import { makeStyles, tokens } from "@fluentui/react-components";
import { dayNumber, dayOf } from "#shared/domain/day.ts";
import type { Period } from "#shared/domain/okr/expected.ts";
import type { Measure } from "#shared/domain/okr/keyResult.ts";
import { isReading } from "#shared/domain/okr/progress.ts";
import type { KeyResultView } from "#shared/domain/okr/view.ts";
import { useUi } from "../UiContext.ts";

const WIDTH = 320;
const HEIGHT = 72;
const INSET = 6;

const useStyles = makeStyles({
  chart: { width: "100%", maxWidth: "560px", height: "72px", display: "block" },
  expected: { stroke: tokens.colorNeutralForeground3, strokeDasharray: "4 4", strokeWidth: "1.5", fill: "none" },
  line: { stroke: tokens.colorBrandForeground1, strokeWidth: "2", fill: "none", strokeLinejoin: "round" },
});

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the expected line begins and ends, in the unit of the measure. */
const expectedEnds = (measure: Measure): readonly [from: number, to: number] | undefined => {
  switch (measure.kind) {
    case "metric":
      return metricEnds(measure);
    case "percentage":
      return [0, measure.target];
    case "milestone":
    case "baseline":
      return undefined;
  }
};

const metricEnds = (measure: Extract<Measure, { kind: "metric" }>): readonly [from: number, to: number] => {
  switch (measure.direction) {
    case "up":
    case "down":
      return [measure.baseline, measure.target];
    case "stayAbove":
    case "stayBelow":
      return [measure.limit, measure.limit];
    case "stayBetween":
      return [measure.low, measure.high];
  }
};

/** Maps days and values to the picture; a flat history lies in its middle. */
const scale = (period: Period, values: readonly number[]) => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const first = dayNumber(period.start);
  const days = Math.max(1, dayNumber(period.end) - first);
  return (day: number, value: number): Point => ({
    x: INSET + ((day - first) / days) * (WIDTH - 2 * INSET),
    y: high === low ? HEIGHT / 2 : HEIGHT - INSET - ((value - low) / (high - low)) * (HEIGHT - 2 * INSET),
  });
};

const pathOf = (points: readonly Point[]): string =>
  points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)},${y.toFixed(1)}`).join("");

/** The readings over the period against the straight line from start to target. Needs two readings. */
export const Trend = ({ view, period }: { readonly view: KeyResultView; readonly period: Period }) => {
  const styles = useStyles();
  const { messages } = useUi();
  const readings = view.checkIns.filter(isReading).toReversed();
  const ends = expectedEnds(view.keyResult.measure);
  if (readings.length < 2 || !ends) return undefined;
  const at = scale(period, [...readings.map(({ value }) => value), ...ends]);
  const points = readings.map((reading) => at(dayNumber(dayOf(reading.at)), reading.value));
  const expected = [at(dayNumber(period.start), ends[0]), at(dayNumber(period.end), ends[1])];
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={messages.keyResult.trend}
    >
      <path className={styles.expected} d={pathOf(expected)} vectorEffect="non-scaling-stroke" />
      <path className={styles.line} d={pathOf(points)} vectorEffect="non-scaling-stroke" />
    </svg>
  );
};
