import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { RowHints } from "#shared/application/sheet/sheetState.ts";
import { stateOf, type PlannedRow, type SheetPlan } from "#shared/domain/sheet/planTypes.ts";
import type { RowState } from "#shared/domain/sheet/words.ts";
import { useExcel } from "./ExcelContext.ts";
import { RowCard } from "./RowCard.tsx";

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
  new: "success",
  changed: "brand",
  checkIn: "informative",
  problem: "danger",
  unchanged: "subtle",
  delete: "important",
  gone: "subtle",
} as const satisfies Record<RowState, string>;

const ORDER: readonly RowState[] = ["problem", "delete", "new", "changed", "checkIn", "gone", "unchanged"];
/** Rows shown at first; a screen reader and a slow computer need no ten thousand. */
const STEP = 50;

/** What a push would do, in numbers. */
export const Summary = ({ plan }: { readonly plan: SheetPlan }) => {
  const styles = useStyles();
  const { texts } = useExcel();
  const present = ORDER.filter((state) => plan.counts[state] > 0);
  return (
    <div className={styles.stack}>
      <h2 className={styles.heading}>{texts.preview.title}</h2>
      {plan.rows.some(isShown) ? undefined : <Text>{texts.preview.none}</Text>}
      <ul className={mergeClasses(styles.list, styles.counts)} aria-label={texts.preview.counts}>
        {present.map((state) => (
          <li key={state}>
            <Badge appearance="tint" color={COLORS[state]}>
              {texts.preview[state](plan.counts[state])}
            </Badge>
          </li>
        ))}
      </ul>
    </div>
  );
};

export interface PreviewListProps {
  readonly plan: SheetPlan;
  readonly hints: RowHints | undefined;
  readonly skipped: ReadonlySet<string>;
  readonly onChoose: (id: string, chosen: boolean) => void;
  /** What became of rows in the last push. */
  readonly notes: ReadonlyMap<string, string>;
}

const isShown = (row: PlannedRow): boolean =>
  row.at !== undefined && (stateOf(row) !== "unchanged" || row.problems.length > 0);
const rank = (row: PlannedRow): number => ORDER.indexOf(stateOf(row));

/** Row by row what a push would do, by kind; what has to be corrected comes first. */
export const PreviewList = ({ plan, hints, skipped, onChoose, notes }: PreviewListProps) => {
  const styles = useStyles();
  const { texts } = useExcel();
  const [shown, setShown] = useState(STEP);
  const rows = plan.rows.filter(isShown).toSorted((a, b) => rank(a) - rank(b) || (a.at ?? 0) - (b.at ?? 0));
  const visible = rows.slice(0, shown);
  const groups = ORDER.map((state) => ({ state, members: visible.filter((row) => stateOf(row) === state) }));
  return (
    <div className={styles.stack}>
      {groups
        .filter(({ members }) => members.length > 0)
        .map(({ state, members }) => (
          <section key={state} className={styles.stack} aria-labelledby={`rows-${state}`}>
            <h3 id={`rows-${state}`} className={styles.group}>
              {texts.preview.groups[state]}
            </h3>
            <ul className={mergeClasses(styles.list, styles.stack)}>
              {members.map((row) => (
                <RowCard
                  key={row.id}
                  row={row}
                  chosen={!skipped.has(row.id)}
                  onChoose={onChoose}
                  note={notes.get(row.id)}
                  hints={row.at === undefined ? undefined : hints?.get(row.at)}
                />
              ))}
            </ul>
          </section>
        ))}
      {rows.length > shown ? (
        <Button onClick={() => setShown(shown + STEP)}>
          {texts.preview.more(Math.min(STEP, rows.length - shown))}
        </Button>
      ) : undefined}
    </div>
  );
};
