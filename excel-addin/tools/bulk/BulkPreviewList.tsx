import { Badge, Button, makeStyles, mergeClasses, Text, tokens, useFluent } from "@fluentui/react-components";
import { ErrorCircleRegular, WarningRegular } from "@fluentui/react-icons";
import { useMemo, useState, type ReactNode } from "react";
import type { BulkReading } from "#shared/application/bulk/bulkState.ts";
import type { BulkCell, BulkPreview, BulkSkip } from "#shared/domain/bulk/bulkPlan.ts";
import { dayOfSerial } from "#shared/domain/entry/dayEntry.ts";
import { cellText, type Cell, type EditableField } from "#shared/domain/sheet/fields.ts";
import type { RowProblem } from "#shared/domain/sheet/problem.ts";
import type { Format } from "#shared/ui/text/format.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { problemText } from "../../text/problemText.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import { useRowLook } from "../../screens/useRowLook.ts";
import { useBulkTexts } from "./text/useBulkTexts.ts";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  counts: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  list: { margin: 0, padding: 0, listStyle: "none" },
  still: { display: "block", fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
});

/** Rows shown at first; a screen reader and a slow computer need no ten thousand. */
const STEP = 50;

const shownCell = (field: EditableField, cell: Cell, format: Format, empty: string): string => {
  const day = field === "due" && typeof cell === "number" ? dayOfSerial(cell) : undefined;
  if (day) return format.day(day);
  if (typeof cell === "object") return `${format.number(Number((cell.percent * 100).toPrecision(12)))} %`;
  if (typeof cell === "number") return format.number(cell);
  return cellText(cell) === "" ? empty : cellText(cell);
};

/** Everything about one row. */
interface Card {
  readonly at: number;
  readonly title: string;
  readonly isNew: boolean;
  readonly changes: readonly Omit<BulkCell, "at">[];
  readonly problems: readonly RowProblem[];
  readonly skips: readonly BulkSkip[];
}

const cardsOf = ({ changes, additions, skipped, problems }: BulkPreview, { table }: BulkReading): readonly Card[] => {
  const titles = new Map(table.rows.map(({ at, cells }) => [at, cellText(cells.title)]));
  const last = table.rows.reduce((most, { at }) => Math.max(most, at), -1);
  const cards = new Map<number, { -readonly [K in keyof Card]: Card[K] }>();
  const cardAt = (at: number) => {
    const card = cards.get(at) ?? {
      at,
      title: titles.get(at) ?? additions[at - last - 1]?.title ?? "",
      isNew: at > last,
      changes: [],
      problems: [],
      skips: [],
    };
    cards.set(at, card);
    return card;
  };
  for (const change of changes) cardAt(change.at).changes = [...cardAt(change.at).changes, change];
  for (const [index, addition] of additions.entries()) cardAt(last + 1 + index).changes = addition.changes;
  for (const { at, problem } of problems) cardAt(at).problems = [...cardAt(at).problems, problem];
  for (const skip of skipped) cardAt(skip.at).skips = [...cardAt(skip.at).skips, skip];
  return [...cards.values()].toSorted((a, b) => rank(a) - rank(b) || a.at - b.at);
};

/** What has to be looked at comes first, what stays as it is last. */
const rank = ({ problems, changes, isNew }: Card): number => {
  if (problems.some(({ severity }) => severity === "error")) return 0;
  return changes.length > 0 || isNew || problems.length > 0 ? 1 : 2;
};

interface LineProps {
  readonly card: Card;
  readonly field: EditableField;
  readonly children: ReactNode;
}

/** Something about one cell; pressing it shows the cell, where there is one already. */
const Line = ({ card, field, children }: LineProps) => {
  const styles = { ...useRowLook(), ...useStyles() };
  const texts = useBulkTexts();
  const { vocabulary, session } = useExcel();
  const name = vocabulary.words.headers[field];
  if (card.isNew) return <li className={styles.still}>{children}</li>;
  return (
    <li>
      <Button
        appearance="subtle"
        size="small"
        className={styles.line}
        title={texts.show(name, card.title)}
        onClick={() => void session.show(card.at, field)}
      >
        {children}
      </Button>
    </li>
  );
};

const Change = ({ change }: { readonly change: Card["changes"][number] }) => {
  const styles = { ...useRowLook(), ...useStyles() };
  const { format } = useUi();
  const { dir } = useFluent();
  const texts = useBulkTexts();
  const { vocabulary } = useExcel();
  const { field, before, after } = change;
  return (
    <>
      <span className={styles.quiet}>{vocabulary.words.headers[field]}: </span>
      <del className={styles.quiet}>
        <bdi>{shownCell(field, before, format, texts.empty)}</bdi>
      </del>
      {dir === "rtl" ? " ← " : " → "}
      <ins className={styles.after}>
        <bdi>{shownCell(field, after, format, texts.empty)}</bdi>
      </ins>
    </>
  );
};

const Problem = ({ problem }: { readonly problem: RowProblem }) => {
  const styles = { ...useRowLook(), ...useStyles() };
  const { format } = useUi();
  const { texts, vocabulary } = useExcel();
  const { mustCorrect, worthALook } = texts.preview;
  const isError = problem.severity === "error";
  return (
    <span className={isError ? styles.problem : styles.warning}>
      {isError ? (
        <ErrorCircleRegular className={styles.sign} aria-label={mustCorrect} />
      ) : (
        <WarningRegular className={styles.sign} aria-label={worthALook} />
      )}{" "}
      {vocabulary.words.headers[problem.field]}: {problemText(problem, texts.problem, format)}
    </span>
  );
};

const CardItem = ({ card }: { readonly card: Card }) => {
  const styles = { ...useRowLook(), ...useStyles() };
  const texts = useBulkTexts();
  const { vocabulary } = useExcel();
  return (
    <li className={styles.card}>
      <p className={styles.title}>
        <bdi>{card.title === "" ? texts.untitled : card.title}</bdi>
      </p>
      <ul className={styles.list}>
        {card.isNew ? <li className={mergeClasses(styles.still, styles.quiet)}>{texts.addedRow}</li> : undefined}
        {card.problems.map((problem) => (
          <Line key={`${problem.field} ${JSON.stringify(problem.cause)}`} card={card} field={problem.field}>
            <Problem problem={problem} />
          </Line>
        ))}
        {card.changes.map((change) => (
          <Line key={change.field} card={card} field={change.field}>
            <Change change={change} />
          </Line>
        ))}
        {card.skips.map(({ field, reason }) => (
          <Line key={`${field} ${reason}`} card={card} field={field}>
            <span className={styles.quiet}>
              {vocabulary.words.headers[field]}: {texts.skips[reason]}
            </span>
          </Line>
        ))}
      </ul>
    </li>
  );
};

const Counts = ({ preview }: { readonly preview: BulkPreview }) => {
  const styles = { ...useRowLook(), ...useStyles() };
  const texts = useBulkTexts();
  const { changes, additions, problems, skipped } = preview;
  const rows = new Set(changes.map(({ at }) => at)).size;
  return (
    <div className={styles.counts}>
      {changes.length > 0 ? (
        <Badge appearance="tint" color="brand">
          {texts.cells(changes.length, rows)}
        </Badge>
      ) : undefined}
      {additions.length > 0 ? (
        <Badge appearance="tint" color="success">
          {texts.added(additions.length)}
        </Badge>
      ) : undefined}
      {problems.length > 0 ? (
        <Badge appearance="tint" color="warning">
          {texts.problems(problems.length)}
        </Badge>
      ) : undefined}
      {skipped.length > 0 ? (
        <Badge appearance="tint" color="informative">
          {texts.left(skipped.length)}
        </Badge>
      ) : undefined}
    </div>
  );
};

/** Row by row what the operation would do, with what a check would say and what is left alone. */
export const BulkPreviewList = ({
  preview,
  reading,
}: {
  readonly preview: BulkPreview;
  readonly reading: BulkReading;
}) => {
  const styles = { ...useRowLook(), ...useStyles() };
  const texts = useBulkTexts();
  const [shown, setShown] = useState(STEP);
  const cards = useMemo(() => cardsOf(preview, reading), [preview, reading]);
  const nothing = preview.changes.length === 0 && preview.additions.length === 0;
  return (
    <section className={styles.stack} aria-label={texts.preview}>
      <h2 className={styles.heading}>{texts.preview}</h2>
      {nothing ? <Text>{texts.nothing}</Text> : undefined}
      <Counts preview={preview} />
      <ul className={mergeClasses(styles.list, styles.stack)}>
        {cards.slice(0, shown).map((card) => (
          <CardItem key={card.at} card={card} />
        ))}
      </ul>
      {cards.length > shown ? (
        <Button onClick={() => setShown(shown + STEP)}>{texts.more(Math.min(STEP, cards.length - shown))}</Button>
      ) : undefined}
    </section>
  );
};
