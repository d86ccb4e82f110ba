import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Day } from "#shared/domain/day.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Period } from "#shared/domain/okr/expected.ts";
import type { KeyResultView } from "#shared/domain/okr/view.ts";
import { roughText, valueText } from "../keyResultText.ts";
import { useUi, type Ui } from "../UiContext.ts";
import { Trend } from "./Trend.tsx";

const useStyles = makeStyles({
  details: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    marginBlockStart: tokens.spacingVerticalM,
    "@container (min-width: 48rem)": { gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)" },
  },
  outlook: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  prose: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  heading: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: { unicodeBidi: "plaintext", textAlign: "left", overflowWrap: "anywhere", whiteSpace: "pre-line" },
  history: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
});

/** How a key result got to where it is and where it is heading. */
export const KeyResultDetails = ({
  view,
  period,
  weighted,
}: {
  readonly view: KeyResultView;
  readonly period: Period | undefined;
  /** Somebody gave weights, so that the key results do not all count the same. */
  readonly weighted: boolean;
}) => {
  const styles = useStyles();
  return (
    <div className={styles.details}>
      <div className={styles.outlook}>
        {period ? <Trend view={view} period={period} /> : undefined}
        <Outlook view={view} end={period?.end} weighted={weighted} />
      </div>
      <History view={view} />
    </div>
  );
};

interface OutlookProps {
  readonly view: KeyResultView;
  readonly end: Day | undefined;
  readonly weighted: boolean;
}

/** Where it is heading and how it is judged, one sentence each. */
const Outlook = (props: OutlookProps) => {
  const styles = useStyles();
  const ui = useUi();
  const sentences = [forecastText, contradictionText, insideText, weightText, agreedText].map((say) => say(props, ui));
  return (
    <div className={styles.prose}>
      {sentences.map((sentence) => (sentence === undefined ? undefined : <div key={sentence}>{sentence}</div>))}
    </div>
  );
};

/** Undefined where there is nothing to say. */
type Sentence = (of: OutlookProps, ui: Ui) => string | undefined;

const forecastText: Sentence = ({ view: { forecast, keyResult }, end }, ui) => {
  const { messages, format } = ui;
  if (forecast?.type === "TooFewReadings" && forecast.have > 0) {
    return messages.keyResult.forecastNeedsMore(forecast.have, forecast.need);
  }
  if (forecast?.type !== "Forecast" || !end) return undefined;
  const rough = (value: number): string => roughText(keyResult.measure, value, ui);
  return messages.keyResult.forecast(rough(forecast.atEnd), rough(forecast.low), rough(forecast.high), format.day(end));
};

/** What was said against what was counted, both as they are: no verdict. */
const contradictionText: Sentence = ({ view: { contradiction } }, { messages, format }) => {
  if (contradiction?.confidence === undefined) return undefined;
  const { confidence, gapPoints } = contradiction;
  return gapPoints === undefined
    ? messages.keyResult.confidentButSlow(confidence)
    : messages.keyResult.confidentButBehind(confidence, format.number(Math.round(gapPoints)));
};

const insideText: Sentence = ({ view: { shareInside } }, { messages, format }) =>
  shareInside === undefined ? undefined : messages.keyResult.inside(format.share(shareInside));

const weightText: Sentence = ({ view, weighted }, { messages, format }) =>
  weighted ? messages.keyResult.weight(format.value(view.weight, "%")) : undefined;

/** Pre-scores of what is measured, acceptance of what is done or not. */
const agreedText: Sentence = ({ view: { keyResult } }, ui) => {
  const { preScore, measure } = keyResult;
  if (measure.kind === "milestone") {
    return measure.acceptance === "" ? undefined : ui.messages.keyResult.acceptance(measure.acceptance);
  }
  if (!preScore) return undefined;
  const say = (value: number): string => valueText(measure, value, ui);
  return ui.messages.keyResult.preScore(say(preScore.commit), say(preScore.target), say(preScore.stretch));
};

/** The latest few are what a review needs; the whole history stays readable. */
const SHOWN_AT_FIRST = 3;

const History = ({ view }: { readonly view: KeyResultView }) => {
  const styles = useStyles();
  const { messages } = useUi();
  const [all, setAll] = useState(false);
  if (view.checkIns.length === 0) return undefined;
  const shown = all ? view.checkIns : view.checkIns.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-label={messages.keyResult.historyOf(view.keyResult.title)}>
      <h4 className={styles.heading}>{messages.keyResult.history}</h4>
      <ol className={styles.history}>
        {shown.map((checkIn) => (
          <HistoryEntry key={checkIn.id} checkIn={checkIn} view={view} />
        ))}
      </ol>
      {shown.length < view.checkIns.length ? (
        <Button appearance="transparent" size="small" onClick={() => setAll(true)}>
          {messages.keyResult.wholeHistory(view.checkIns.length)}
        </Button>
      ) : undefined}
    </section>
  );
};

const HistoryEntry = ({ checkIn, view }: { readonly checkIn: CheckIn; readonly view: KeyResultView }) => {
  const styles = useStyles();
  const ui = useUi();
  const { messages, format, clock } = ui;
  const facts = [
    ...(checkIn.value === undefined ? [] : [valueText(view.keyResult.measure, checkIn.value, ui)]),
    ...(checkIn.confidence === undefined ? [] : [messages.keyResult.confidence(checkIn.confidence)]),
  ];
  return (
    <li>
      <div className={styles.prose}>
        {/* A name in another script must not turn the figures beside it round. */}
        {format.age(checkIn.at, clock.now())} · <bdi>{checkIn.author.name}</bdi>
        {facts.map((fact) => ` · ${fact}`).join("")}
      </div>
      {checkIn.note === "" ? undefined : <Text className={styles.note}>{checkIn.note}</Text>}
    </li>
  );
};
