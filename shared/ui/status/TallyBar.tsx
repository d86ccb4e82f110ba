import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Status } from "#shared/domain/okr/status.ts";
import type { Tally } from "#shared/domain/okr/view.ts";
import { useUi } from "../UiContext.ts";

const ORDER: readonly Status[] = ["onTrack", "behind", "atRisk", "notStarted", "closed", "postponed"];

const useStyles = makeStyles({
  bar: {
    display: "flex",
    height: "8px",
    gap: "2px",
    borderRadius: tokens.borderRadiusCircular,
    overflow: "hidden",
  },
  onTrack: { backgroundColor: tokens.colorStatusSuccessBackground3 },
  behind: { backgroundColor: tokens.colorStatusWarningBackground3 },
  atRisk: { backgroundColor: tokens.colorStatusDangerBackground3 },
  notStarted: { backgroundColor: tokens.colorNeutralStroke1 },
  closed: { backgroundColor: tokens.colorNeutralForeground3 },
  postponed: { backgroundColor: tokens.colorNeutralForeground4 },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  dot: { width: "8px", height: "8px", borderRadius: tokens.borderRadiusCircular, forcedColorAdjust: "none" },
});

/** Key results by status: a bar for the eye, a list of numbers for everybody. */
export const TallyBar = ({ tally }: { readonly tally: Tally }) => {
  const styles = useStyles();
  const { messages } = useUi();
  const present = ORDER.filter((status) => tally[status] > 0);
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {present.map((status) => (
          <div key={status} className={styles[status]} style={{ flexGrow: tally[status] }} />
        ))}
      </div>
      <ul className={styles.legend}>
        {present.map((status) => (
          <li key={status} className={styles.entry}>
            <span className={mergeClasses(styles.dot, styles[status])} aria-hidden="true" />
            {messages.board.tally(tally[status], messages.status[status])}
          </li>
        ))}
      </ul>
    </>
  );
};
