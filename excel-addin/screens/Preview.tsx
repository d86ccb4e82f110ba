import { Badge, Button, Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { parseDay } from "#shared/domain/day.ts";
import type { EditableField } from "#shared/domain/sheet/fields.ts";
import {
  isReady,
  stateOf,
  type FieldChange,
  type PlannedRow,
  type SheetPlan,
  type Shown,
} from "#shared/domain/sheet/planTypes.ts";
import type { RowProblem } from "#shared/domain/sheet/problem.ts";
import type { RowState } from "#shared/domain/sheet/words.ts";
import { useUi, type Ui } from "#shared/ui/UiContext.ts";
import { problemText } from "../text/problemText.ts";
import { useExcel } from "./ExcelContext.ts";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  counts: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  rows: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  row: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  head: { display: "flex", alignItems: "start", gap: tokens.spacingHorizontalXS },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: 0, listStyle: "none" },
  change: {
    display: "block",
    width: "100%",
    textAlign: "start",
    justifyContent: "start",
    fontWeight: tokens.fontWeightRegular,
    paddingInline: tokens.spacingHorizontalXS,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  before: { color: tokens.colorNeutralForeground3, textDecorationLine: "line-through" },
  badge: { flexShrink: 0, whiteSpace: "nowrap" },
  problem: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
});

const COLORS = {
  new: "success",
  changed: "brand",
  checkIn: "informative",
  problem: "danger",
  unchanged: "subtle",
} as const satisfies Record<RowState, string>;

const ORDER: readonly RowState[] = ["problem", "new", "changed", "checkIn", "unchanged"];
/** Rows shown at first; a screen reader and a slow computer need no ten thousand. */
const STEP = 50;

const shownText = (field: EditableField, value: Shown, { format }: Pick<Ui, "format">, empty: string): string => {
  if (value === undefined || value === "") return empty;
  if (typeof value === "number") return format.number(value);
  const day = field === "due" ? parseDay(value) : undefined;
  return day ? format.day(day) : value;
};

interface LineProps {
  readonly row: PlannedRow;
  readonly title: string;
}

const ChangeLine = ({ row, title, change }: LineProps & { readonly change: FieldChange }) => {
  const styles = useStyles();
  const ui = useUi();
  const { texts, vocabulary, session } = useExcel();
  const name = vocabulary.words.headers[change.field];
  const { empty } = texts.preview;
  const after = shownText(change.field, change.after, ui, texts.preview.removed);
  return (
    <li>
      <Button
        appearance="subtle"
        size="small"
        className={styles.change}
        title={texts.preview.show(name, title)}
        onClick={() => void (row.at === undefined ? undefined : session.show(row.at, change.field))}
      >
        {name}:{" "}
        {row.isNew ? undefined : (
          <>
            <del className={styles.before}>
              <bdi>{shownText(change.field, change.before, ui, empty)}</bdi>
            </del>{" "}
            →{" "}
          </>
        )}
        <bdi>{after}</bdi>
      </Button>
    </li>
  );
};

const ProblemLine = ({ row, title, problem }: LineProps & { readonly problem: RowProblem }) => {
  const styles = useStyles();
  const { format } = useUi();
  const { texts, vocabulary, session } = useExcel();
  const name = vocabulary.words.headers[problem.field];
  return (
    <li>
      <Button
        appearance="subtle"
        size="small"
        className={styles.change}
        title={texts.preview.show(name, title)}
        onClick={() => void (row.at === undefined ? undefined : session.show(row.at, problem.field))}
      >
        <span className={problem.severity === "error" ? styles.problem : styles.warning}>
          {name}: {problemText(problem, texts.problem, format)}
        </span>
      </Button>
    </li>
  );
};

interface RowCardProps {
  readonly row: PlannedRow;
  readonly chosen: boolean;
  readonly onChoose: (id: string, chosen: boolean) => void;
  readonly note?: string | undefined;
}

const RowCard = ({ row, chosen, onChoose, note }: RowCardProps) => {
  const styles = useStyles();
  const { texts, vocabulary } = useExcel();
  const state = stateOf(row);
  const title = row.title === "" ? texts.preview.untitled : row.title;
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        {isReady(row) ? (
          <Checkbox
            checked={chosen}
            aria-label={texts.preview.choose(title)}
            onChange={(_, { checked }) => onChoose(row.id, checked === true)}
          />
        ) : undefined}
        <span className={styles.title} dir="auto">
          {title}
        </span>
        {state === "unchanged" ? undefined : (
          <Badge className={styles.badge} appearance="tint" color={COLORS[state]}>
            {vocabulary.words.states[state]}
          </Badge>
        )}
      </div>
      <ul className={styles.list}>
        {row.problems.map((problem) => (
          <ProblemLine key={`${problem.field} ${JSON.stringify(problem.cause)}`} {...{ row, title, problem }} />
        ))}
        {row.changes.map((change) => (
          <ChangeLine key={change.field} {...{ row, title, change }} />
        ))}
      </ul>
      {note === undefined ? undefined : <Text className={styles.problem}>{note}</Text>}
    </li>
  );
};

const Counts = ({ plan }: { readonly plan: SheetPlan }) => {
  const styles = useStyles();
  const { texts } = useExcel();
  const present = ORDER.filter((state) => plan.counts[state] > 0);
  return (
    <ul className={styles.counts} aria-label={texts.preview.counts}>
      {present.map((state) => (
        <li key={state}>
          <Badge appearance="tint" color={COLORS[state]}>
            {texts.preview[state](plan.counts[state])}
          </Badge>
        </li>
      ))}
    </ul>
  );
};

export interface PreviewListProps {
  readonly plan: SheetPlan;
  readonly skipped: ReadonlySet<string>;
  readonly onChoose: (id: string, chosen: boolean) => void;
  /** What became of rows in the last push. */
  readonly notes: ReadonlyMap<string, string>;
}

const rank = (row: PlannedRow): number => ORDER.indexOf(stateOf(row));

/** Row by row what a push would do; problems first. */
export const PreviewList = ({ plan, skipped, onChoose, notes }: PreviewListProps) => {
  const styles = useStyles();
  const { texts } = useExcel();
  const [shown, setShown] = useState(STEP);
  const rows = plan.rows
    .filter((row) => row.at !== undefined && (stateOf(row) !== "unchanged" || row.problems.length > 0))
    .toSorted((a, b) => rank(a) - rank(b) || (a.at ?? 0) - (b.at ?? 0));
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{texts.preview.title}</h2>
      <Counts plan={plan} />
      {rows.length === 0 ? <Text>{texts.preview.none}</Text> : undefined}
      <ul className={styles.rows}>
        {rows.slice(0, shown).map((row) => (
          <RowCard key={row.id} row={row} chosen={!skipped.has(row.id)} onChoose={onChoose} note={notes.get(row.id)} />
        ))}
      </ul>
      {rows.length > shown ? (
        <Button onClick={() => setShown(shown + STEP)}>
          {texts.preview.more(Math.min(STEP, rows.length - shown))}
        </Button>
      ) : undefined}
    </section>
  );
};

export { shownText };
