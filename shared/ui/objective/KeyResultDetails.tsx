import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Day } from "#shared/domain/day.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Period } from "#shared/domain/okr/expected.ts";
import type { KeyResultView } from "#shared/domain/okr/view.ts";
import { roughText, valueText } from "../keyResultText.ts";
import { useUi } from "../UiContext.ts";
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
}: {
  readonly view: KeyResultView;
  readonly period: Period | undefined;
}) => {
  const styles = useStyles();
  return (
    <div className={styles.details}>
      <div className={styles.outlook}>
        {period ? <Trend view={view} period={period} /> : undefined}
        <Outlook view={view} end={period?.end} />
      </div>
      <History view={view} />
    </div>
  );
};

const Outlook = ({ view, end }: { readonly view: KeyResultView; readonly end: Day | undefined }) => {
  const styles = useStyles();
  const ui = useUi();
  const { messages, format } = ui;
  const { forecast, keyResult } = view;
  const say = (value: number): string => valueText(keyResult.measure, value, ui);
  const rough = (value: number): string => roughText(keyResult.measure, value, ui);
  return (
    <div className={styles.prose}>
      {forecast?.type === "Forecast" && end ? (
        <div>
          {messages.keyResult.forecast(
            rough(forecast.atEnd),
            rough(forecast.low),
            rough(forecast.high),
            format.day(end),
          )}
        </div>
      ) : undefined}
      {forecast?.type === "TooFewReadings" && forecast.have > 0 ? (
        <div>{messages.keyResult.forecastNeedsMore(forecast.have, forecast.need)}</div>
      ) : undefined}
      {keyResult.preScore ? (
        <div>
          {messages.keyResult.preScore(
            say(keyResult.preScore.commit),
            say(keyResult.preScore.target),
            say(keyResult.preScore.stretch),
          )}
        </div>
      ) : undefined}
      {keyResult.measure.kind === "milestone" && keyResult.measure.acceptance !== "" ? (
        <div>{messages.keyResult.acceptance(keyResult.measure.acceptance)}</div>
      ) : undefined}
    </div>
  );
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
    format.age(checkIn.at, clock.now()),
    checkIn.author.name,
    ...(checkIn.value === undefined ? [] : [valueText(view.keyResult.measure, checkIn.value, ui)]),
    ...(checkIn.confidence === undefined ? [] : [messages.keyResult.confidence(checkIn.confidence)]),
  ];
  return (
    <li>
      <div className={styles.prose}>{facts.join(" · ")}</div>
      {checkIn.note === "" ? undefined : <Text className={styles.note}>{checkIn.note}</Text>}
    </li>
  );
};
