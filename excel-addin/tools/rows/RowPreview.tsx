import { Badge, Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { useExcel } from "../../screens/ExcelContext.ts";
import { RowCard } from "./RowCard.tsx";
import type { PreviewRow, RowSheet } from "./rowSheet.ts";
import type { Chosen } from "./useChosen.ts";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  group: {
    margin: 0,
    marginBlockStart: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  counts: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  list: { margin: 0, padding: 0, listStyle: "none" },
});

/** Rows shown at first; a screen reader and a slow computer need no ten thousand. */
const STEP = 50;

interface SummaryProps<Row extends PreviewRow, State extends string> {
  readonly counts: Readonly<Record<State, number>>;
  readonly sheet: RowSheet<Row, State>;
}

/** What a push would do, in numbers. */
export const RowSummary = <Row extends PreviewRow, State extends string>({
  counts,
  sheet,
}: SummaryProps<Row, State>) => {
  const styles = useStyles();
  const { preview } = useExcel().texts;
  const present = sheet.states.filter((state) => counts[state] > 0);
  return (
    <div className={styles.stack}>
      <h2 className={styles.heading}>{preview.title}</h2>
      <ul className={mergeClasses(styles.list, styles.counts)} aria-label={preview.counts}>
        {present.map((state) => (
          <li key={state}>
            <Badge appearance="tint" color={sheet.color(state)}>
              {sheet.count(state, counts[state])}
            </Badge>
          </li>
        ))}
      </ul>
    </div>
  );
};

export interface RowListProps<Row extends PreviewRow, State extends string> {
  readonly rows: readonly Row[];
  readonly sheet: RowSheet<Row, State>;
  readonly chosen: Chosen;
  /** What became of rows in the last push. */
  readonly notes: ReadonlyMap<string, string>;
}

/** Row by row what a push would do; what has to be corrected comes first. */
export const RowList = <Row extends PreviewRow, State extends string>({
  rows: all,
  sheet,
  chosen,
  notes,
}: RowListProps<Row, State>) => {
  const styles = useStyles();
  const { preview } = useExcel().texts;
  const [shown, setShown] = useState(STEP);
  const id = useId();
  const rows = sheet.states.flatMap((state) => all.filter((row) => sheet.stateOf(row) === state));
  const visible = rows.slice(0, shown);
  return (
    <div className={styles.stack}>
      {sheet.states
        .map((state) => ({ state, members: visible.filter((row) => sheet.stateOf(row) === state) }))
        .filter(({ members }) => members.length > 0)
        .map(({ state, members }) => (
          <section key={state} className={styles.stack} aria-labelledby={`${id}-${state}`}>
            <h3 id={`${id}-${state}`} className={styles.group}>
              {sheet.groupTitle(state)}
            </h3>
            <ul className={mergeClasses(styles.list, styles.stack)}>
              {members.map((row) => (
                <RowCard
                  key={row.id}
                  {...{ row, sheet }}
                  chosen={!chosen.skipped.has(row.id)}
                  onChoose={chosen.choose}
                  note={notes.get(row.id)}
                />
              ))}
            </ul>
          </section>
        ))}
      {rows.length > shown ? (
        <Button onClick={() => setShown(shown + STEP)}>{preview.more(Math.min(STEP, rows.length - shown))}</Button>
      ) : undefined}
    </div>
  );
};
