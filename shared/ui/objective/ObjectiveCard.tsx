import { Badge, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ObjectiveId } from "#shared/domain/okr/ids.ts";
import type { ObjectiveView } from "#shared/domain/okr/view.ts";
import type { CheckInServices } from "../checkIn/useCheckIn.ts";
import { coverageText } from "../keyResultText.ts";
import { ProgressMeter } from "../status/ProgressMeter.tsx";
import { StatusBadge } from "../status/StatusBadge.tsx";
import { useUi } from "../UiContext.ts";
import { KeyResultRow } from "./KeyResultRow.tsx";

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  head: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM, alignItems: "flex-start" },
  title: {
    flex: "1 1 16rem",
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  link: { font: "inherit", unicodeBidi: "plaintext", textAlign: "left" },
  figure: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  percent: {
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  facts: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
});

export interface ObjectiveCardProps {
  readonly view: ObjectiveView;
  /** Named where objectives of several cycles stand together. */
  readonly cycleName: string | undefined;
  readonly checkIn: CheckInServices;
  readonly onOpen: (id: ObjectiveId) => void;
}

/** One objective with its key results, as a team reads it. */
export const ObjectiveCard = ({ view, cycleName, checkIn, onOpen }: ObjectiveCardProps) => {
  const styles = useStyles();
  const ui = useUi();
  const { messages, format, clock } = ui;
  const { objective, rollUp, status, keyResults } = view;
  return (
    <article className={styles.card} aria-label={objective.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <Link as="button" className={styles.link} onClick={() => onOpen(objective.id)}>
            {objective.title}
          </Link>
        </h2>
        <div className={styles.figure}>
          {rollUp.progress === undefined ? undefined : (
            <span className={styles.percent}>{format.share(rollUp.progress)}</span>
          )}
          <StatusBadge status={status.status} stage={objective.stage} />
        </div>
      </div>
      <ProgressMeter
        progress={rollUp.progress}
        expected={status.expected}
        status={status.status}
        label={objective.title}
      />
      <div className={styles.facts}>
        <span>{objective.owner?.name ?? messages.objective.noOwner}</span>
        {cycleName === undefined ? undefined : <span>{cycleName}</span>}
        <Badge appearance="outline" color="informative">
          {messages.ambition[objective.ambition]}
        </Badge>
        <Text size={200}>{coverageText(rollUp, ui)}</Text>
        <span>
          {view.lastCheckInAt
            ? messages.objective.lastCheckIn(format.age(view.lastCheckInAt, clock.now()))
            : messages.objective.noCheckIn}
        </span>
      </div>
      <ul className={styles.list}>
        {keyResults.map((keyResult) => (
          <KeyResultRow key={keyResult.keyResult.id} view={keyResult} stage={objective.stage} checkIn={checkIn} />
        ))}
      </ul>
    </article>
  );
};
