import { makeStyles, mergeClasses, tokens, useFluent } from "@fluentui/react-components";
import { dayNumber, dayOf, instantOf } from "#shared/domain/day.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Period } from "#shared/domain/okr/expected.ts";
import type { Measure } from "#shared/domain/okr/keyResult.ts";
import { isReading } from "#shared/domain/okr/progress.ts";
import type { KeyResultView } from "#shared/domain/okr/view.ts";
import { valueText } from "../keyResultText.ts";
import { useUi } from "../UiContext.ts";

const useStyles = makeStyles({
  figure: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr) max-content",
    gridTemplateRows: "auto 96px auto",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    maxWidth: "44rem",
  },
  scale: { display: "flex", flexDirection: "column", gridRow: "2" },
  scaleStart: { gridColumn: "1", textAlign: "end" },
  scaleEnd: { gridColumn: "3" },
  today: { gridColumn: "2", gridRow: "1", display: "flex" },
  plot: {
    gridColumn: "2",
    gridRow: "2",
    position: "relative",
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  lines: { position: "absolute", inset: 0, width: "100%", height: "100%", overflow: "visible" },
  mirrored: { transform: "scaleX(-1)" },
  expected: { stroke: tokens.colorNeutralForeground3, strokeDasharray: "5 4", strokeWidth: "1.5", fill: "none" },
  readings: { stroke: tokens.colorBrandForeground1, strokeWidth: "2", fill: "none", strokeLinejoin: "round" },
  now: { position: "absolute", insetBlock: 0, width: "1px", backgroundColor: tokens.colorNeutralForeground1 },
  dot: {
    position: "absolute",
    width: "9px",
    height: "9px",
    margin: "-4.5px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandForeground1,
    outline: `2px solid ${tokens.colorNeutralBackground1}`,
  },
  axis: { gridColumn: "2", gridRow: "3", display: "flex", justifyContent: "space-between", flexWrap: "wrap" },
  key: {
    gridColumn: "1 / -1",
    gridRow: "4",
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    marginBlockStart: tokens.spacingVerticalXS,
  },
  entry: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  sample: { width: "22px", height: "2px", overflow: "visible" },
});

/** Where one is expected to be over the period; thresholds are level. In the unit of the measure. */
interface Guide {
  readonly from: number;
  readonly to: number;
}

const guidesOf = (measure: Measure): readonly Guide[] => {
  switch (measure.kind) {
    case "metric":
      return metricGuides(measure);
    case "percentage":
      return [{ from: 0, to: measure.target }];
    case "milestone":
    case "baseline":
      return [];
  }
};

const level = (value: number): Guide => ({ from: value, to: value });

const metricGuides = (measure: Extract<Measure, { kind: "metric" }>): readonly Guide[] => {
  switch (measure.direction) {
    case "up":
    case "down":
      return [{ from: measure.baseline, to: measure.target }];
    case "stayAbove":
    case "stayBelow":
      return [level(measure.limit)];
    case "stayBetween":
      return [level(measure.low), level(measure.high)];
  }
};

/** Shares of the picture's width and height, from its start and from its top. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Maps days and values to the picture; what is flat lies in its middle. */
const scaleFor = (period: Period, values: readonly number[]) => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const first = dayNumber(period.start);
  const days = Math.max(1, dayNumber(period.end) - first);
  const clamp = (share: number): number => Math.min(1, Math.max(0, share));
  return {
    x: (day: number): number => clamp((day - first) / days),
    y: (value: number): number => (high === low ? 0.5 : clamp((high - value) / (high - low))),
  };
};

const pathOf = (points: readonly Point[]): string =>
  points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${(x * 100).toFixed(2)},${(y * 100).toFixed(2)}`).join("");

/** A label at its share of the way along a flex line; it can neither leave the line nor be cut off. */
const At = ({ share, children }: { readonly share: number; readonly children: string }) => (
  <>
    <span style={{ flex: `${share} 0 0` }} />
    <span>{children}</span>
    <span style={{ flex: `${1 - share} 0 0` }} />
  </>
);

interface TrendProps {
  readonly view: KeyResultView;
  readonly period: Period;
}

/** The readings over the period against where they are expected to be. Needs two readings of something that has a scale. */
export const Trend = ({ view, period }: TrendProps) => {
  const styles = useStyles();
  const ui = useUi();
  const { messages, format, clock } = ui;
  const { measure } = view.keyResult;
  const readings = view.checkIns.filter(isReading).toReversed();
  const [first] = readings;
  const last = readings.at(-1);
  if (measure.kind === "milestone" || !first || !last || first === last) return undefined;
  const guides = guidesOf(measure);
  const scale = scaleFor(period, [
    ...readings.map(({ value }) => value),
    ...guides.flatMap(({ from, to }) => [from, to]),
  ]);
  const say = (value: number): string => valueText(measure, value, ui);
  const sayDay = ({ at }: CheckIn): string => format.day(dayOf(at));
  const today = scale.x(dayNumber(dayOf(instantOf(clock.now()))));
  const inside = today > 0 && today < 1;
  const [guide] = guides;
  const sloped = guide !== undefined && guide.from !== guide.to;
  return (
    <figure
      className={styles.figure}
      role="img"
      aria-label={messages.keyResult.trend(say(first.value), sayDay(first), say(last.value), sayDay(last))}
    >
      {inside ? (
        <div className={styles.today}>
          <At share={today}>{messages.keyResult.today}</At>
        </div>
      ) : undefined}
      {sloped ? (
        <div className={mergeClasses(styles.scale, styles.scaleStart)}>
          <At share={scale.y(guide.from)}>{say(guide.from)}</At>
        </div>
      ) : undefined}
      <Plot
        lines={guides.map(({ from, to }) => [
          { x: 0, y: scale.y(from) },
          { x: 1, y: scale.y(to) },
        ])}
        readings={readings.map(({ at, value }) => ({ x: scale.x(dayNumber(dayOf(at))), y: scale.y(value) }))}
        today={inside ? today : undefined}
      />
      <ScaleEnd guides={guides} y={scale.y} say={say} />
      <div className={styles.axis}>
        <span>{format.day(period.start)}</span>
        <span>{format.day(period.end)}</span>
      </div>
      <Key expected={guide && (sloped ? messages.keyResult.expectedLine : messages.keyResult.limitLine)} />
    </figure>
  );
};

interface PlotProps {
  readonly lines: readonly (readonly Point[])[];
  readonly readings: readonly Point[];
  readonly today: number | undefined;
}

const Plot = ({ lines, readings, today }: PlotProps) => {
  const styles = useStyles();
  const mirrored = useFluent().dir === "rtl";
  const last = readings.at(-1);
  return (
    <div className={styles.plot}>
      <svg
        className={mergeClasses(styles.lines, mirrored && styles.mirrored)}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
      >
        {lines.map((line) => (
          <path key={pathOf(line)} className={styles.expected} d={pathOf(line)} vectorEffect="non-scaling-stroke" />
        ))}
        <path className={styles.readings} d={pathOf(readings)} vectorEffect="non-scaling-stroke" />
      </svg>
      {today === undefined ? undefined : <div className={styles.now} style={{ insetInlineStart: `${today * 100}%` }} />}
      {last ? (
        <div className={styles.dot} style={{ insetInlineStart: `${last.x * 100}%`, top: `${last.y * 100}%` }} />
      ) : undefined}
    </div>
  );
};

interface ScaleEndProps {
  readonly guides: readonly Guide[];
  readonly y: (value: number) => number;
  readonly say: (value: number) => string;
}

/** The figures at which the guides end: the target, or the limits with the higher one on top. */
const ScaleEnd = ({ guides, y, say }: ScaleEndProps) => {
  const styles = useStyles();
  const [guide, other] = guides;
  if (!guide) return undefined;
  return (
    <div className={mergeClasses(styles.scale, styles.scaleEnd)}>
      {other ? (
        <>
          <span style={{ flex: `${y(other.to)} 0 0` }} />
          <span>{say(other.to)}</span>
          <span style={{ flex: `${y(guide.to) - y(other.to)} 0 0` }} />
          <span>{say(guide.to)}</span>
          <span style={{ flex: `${1 - y(guide.to)} 0 0` }} />
        </>
      ) : (
        <At share={y(guide.to)}>{say(guide.to)}</At>
      )}
    </div>
  );
};

const Key = ({ expected }: { readonly expected: string | undefined }) => {
  const styles = useStyles();
  const { messages } = useUi();
  const sample = (look: string) => (
    <svg className={styles.sample} viewBox="0 0 22 2">
      <path className={look} d="M0,1L22,1" />
    </svg>
  );
  return (
    <div className={styles.key}>
      <span className={styles.entry}>
        {sample(styles.readings)}
        {messages.keyResult.readings}
      </span>
      {expected === undefined ? undefined : (
        <span className={styles.entry}>
          {sample(styles.expected)}
          {expected}
        </span>
      )}
    </div>
  );
};
