import { Badge, Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { checkInStateOf, type CheckInPlan } from "#shared/domain/checkInSheet/plan.ts";
import type { CheckInRowState } from "#shared/domain/checkInSheet/words.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import { CheckInCard } from "./CheckInCard.tsx";
import type { CheckInTool } from "./session.ts";
import type { CheckInToolTexts } from "./text/en.ts";
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

const COLORS = {
  problem: "danger",
  ready: "informative",
  empty: "subtle",
} as const satisfies Record<CheckInRowState, string>;

const ORDER: readonly CheckInRowState[] = ["problem", "ready", "empty"];

/** Rows shown at first; a screen reader and a slow computer need no ten thousand. */
const STEP = 50;

/** What a push would do, in numbers. */
export const CheckInSummary = ({ plan, texts }: { readonly plan: CheckInPlan; readonly texts: CheckInToolTexts }) => {
  const styles = useStyles();
  const present = ORDER.filter((state) => plan.counts[state] > 0);
  return (
    <div className={styles.stack}>
      <h2 className={styles.heading}>{texts.preview}</h2>
      <ul className={mergeClasses(styles.list, styles.counts)} aria-label={texts.counts}>
        {present.map((state) => (
          <li key={state}>
            <Badge appearance="tint" color={COLORS[state]}>
              {texts[state](plan.counts[state])}
            </Badge>
          </li>
        ))}
      </ul>
    </div>
  );
};

export interface CheckInListProps {
  readonly plan: CheckInPlan;
  readonly tool: CheckInTool;
  readonly texts: CheckInToolTexts;
  readonly chosen: Chosen;
  /** What became of rows in the last push. */
  readonly notes: ReadonlyMap<string, string>;
}

/** Row by row what a push would say; what has to be corrected comes first. */
export const CheckInList = ({ plan, tool, texts, chosen, notes }: CheckInListProps) => {
  const styles = useStyles();
  const excel = useExcel();
  const [shown, setShown] = useState(STEP);
  const rows = ORDER.flatMap((state) => plan.rows.filter((row) => checkInStateOf(row) === state));
  const visible = rows.slice(0, shown);
  return (
    <div className={styles.stack}>
      {ORDER.map((state) => ({ state, members: visible.filter((row) => checkInStateOf(row) === state) }))
        .filter(({ members }) => members.length > 0)
        .map(({ state, members }) => (
          <section key={state} className={styles.stack} aria-labelledby={`check-ins-${state}`}>
            <h3 id={`check-ins-${state}`} className={styles.group}>
              {texts.groups[state]}
            </h3>
            <ul className={mergeClasses(styles.list, styles.stack)}>
              {members.map((row) => (
                <CheckInCard
                  key={row.id}
                  {...{ row, tool, texts }}
                  chosen={!chosen.skipped.has(row.id)}
                  onChoose={chosen.choose}
                  note={notes.get(row.id)}
                />
              ))}
            </ul>
          </section>
        ))}
      {rows.length > shown ? (
        <Button onClick={() => setShown(shown + STEP)}>
          {excel.texts.preview.more(Math.min(STEP, rows.length - shown))}
        </Button>
      ) : undefined}
    </div>
  );
};
