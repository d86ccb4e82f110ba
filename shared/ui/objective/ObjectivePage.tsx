import { Badge, Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { KeyResultId } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective, ParentRef } from "#shared/domain/okr/objective.ts";
import type { KeyResultView, ObjectiveView } from "#shared/domain/okr/view.ts";
import type { CheckInServices } from "../checkIn/useCheckIn.ts";
import { roughText, valueText } from "../keyResultText.ts";
import { ProgressMeter } from "../status/ProgressMeter.tsx";
import { StatusBadge } from "../status/StatusBadge.tsx";
import { useUi } from "../UiContext.ts";
import { KeyResultRow } from "./KeyResultRow.tsx";
import { Trend } from "./Trend.tsx";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  back: { alignSelf: "flex-start" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    unicodeBidi: "plaintext",
    textAlign: "left",
  },
  facts: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  prose: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
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

export interface ObjectivePageProps {
  readonly view: ObjectiveView;
  readonly checkIn: CheckInServices;
  /** The parent as far as it is known here. */
  readonly parentOf: (ref: ParentRef) => Objective | KeyResult | undefined;
  readonly onOpenParent: (ref: ParentRef) => void;
  readonly onBack: () => void;
}

export const ObjectivePage = ({ view, checkIn, parentOf, onOpenParent, onBack }: ObjectivePageProps) => {
  const styles = useStyles();
  const { messages, format } = useUi();
  const [editing, setEditing] = useState<KeyResultId>();
  const { objective, rollUp, status, period } = view;
  return (
    <div className={styles.page}>
      <Button className={styles.back} appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
        {messages.objective.back}
      </Button>
      <article className={styles.card} aria-label={objective.title}>
        <h2 className={styles.title}>{objective.title}</h2>
        <div className={styles.facts}>
          <StatusBadge status={status.status} />
          {rollUp.progress === undefined ? undefined : (
            <Text weight="semibold">
              {messages.progress.label(format.share(rollUp.progress), format.share(status.expected))}
            </Text>
          )}
          <Text size={200}>{messages.progress.coverage(rollUp.measured, rollUp.total)}</Text>
          <Badge appearance="outline" color="informative">
            {messages.ambition[objective.ambition]}
          </Badge>
          <Text size={200}>
            {messages.objective.owner}: {objective.owner?.name ?? messages.objective.noOwner}
          </Text>
        </div>
        <ProgressMeter
          progress={rollUp.progress}
          expected={status.expected}
          status={status.status}
          label={objective.title}
        />
        {objective.why === "" ? undefined : (
          <Text className={styles.note}>
            <strong>{messages.objective.why}:</strong> {objective.why}
          </Text>
        )}
        <Parents parents={objective.parents} parentOf={parentOf} onOpen={onOpenParent} />
        <ul className={styles.list}>
          {view.keyResults.map((keyResult) => (
            <KeyResultRow
              key={keyResult.keyResult.id}
              view={keyResult}
              checkIn={checkIn}
              open={editing === keyResult.keyResult.id}
              onOpen={(open) => setEditing(open ? keyResult.keyResult.id : undefined)}
            >
              {period ? <Trend view={keyResult} period={period} /> : undefined}
              <Outlook view={keyResult} end={period?.end} />
              <History view={keyResult} />
            </KeyResultRow>
          ))}
        </ul>
      </article>
    </div>
  );
};

const Parents = ({
  parents,
  parentOf,
  onOpen,
}: {
  readonly parents: readonly ParentRef[];
  readonly parentOf: ObjectivePageProps["parentOf"];
  readonly onOpen: (ref: ParentRef) => void;
}) => {
  const styles = useStyles();
  const { messages } = useUi();
  if (parents.length === 0) return undefined;
  return (
    <div>
      <Text weight="semibold">{messages.objective.supports}</Text>
      <ul className={styles.list}>
        {parents.map((ref) => {
          const parent = parentOf(ref);
          return (
            <li key={ref.id}>
              {parent ? (
                <Link as="button" className={styles.note} onClick={() => onOpen(ref)}>
                  {parent.title}
                </Link>
              ) : (
                <Text>{messages.objective.parentElsewhere}</Text>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};

const Outlook = ({
  view,
  end,
}: {
  readonly view: KeyResultView;
  readonly end: Parameters<ReturnType<typeof useUi>["format"]["day"]>[0] | undefined;
}) => {
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
      {forecast?.type === "TooFewReadings" ? (
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
  const shown = all ? view.checkIns : view.checkIns.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-label={messages.keyResult.history}>
      {view.checkIns.length === 0 ? <Text size={200}>{messages.keyResult.noHistory}</Text> : undefined}
      <ol className={styles.history}>
        {shown.map((checkIn) => (
          <HistoryEntry key={checkIn.id} checkIn={checkIn} view={view} />
        ))}
      </ol>
      {shown.length < view.checkIns.length ? (
        <Button appearance="transparent" size="small" onClick={() => setAll(true)}>
          {messages.keyResult.history} ({view.checkIns.length})
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
