import { Button, Checkbox, mergeClasses, Text, useFluent } from "@fluentui/react-components";
import { ErrorCircleRegular, LightbulbRegular, WarningRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { RowHint } from "#shared/application/sheet/sheetState.ts";
import { parseDay } from "#shared/domain/day.ts";
import type { EditableField } from "#shared/domain/sheet/fields.ts";
import { isReady, type FieldChange, type PlannedRow, type Shown } from "#shared/domain/sheet/planTypes.ts";
import type { RowProblem } from "#shared/domain/sheet/problem.ts";
import { useUi, type Ui } from "#shared/ui/UiContext.ts";
import { problemText } from "../text/problemText.ts";
import { useExcel } from "./ExcelContext.ts";
import { useRowLook } from "./useRowLook.ts";

export const shownText = (
  field: EditableField,
  value: Shown,
  { format }: Pick<Ui, "format">,
  empty: string,
): string => {
  if (value === undefined || value === "") return empty;
  if (typeof value === "number") return format.number(value);
  const day = field === "due" ? parseDay(value) : undefined;
  return day ? format.day(day) : value;
};

interface LineProps {
  readonly row: PlannedRow;
  readonly title: string;
  readonly field: EditableField;
  readonly children: ReactNode;
}

/** Something about one cell; pressing it shows the cell in the sheet. */
const CellLine = ({ row, title, field, children }: LineProps) => {
  const styles = useRowLook();
  const { texts, vocabulary, session } = useExcel();
  return (
    <li>
      <Button
        appearance="subtle"
        size="small"
        className={styles.line}
        title={texts.preview.show(vocabulary.words.headers[field], title)}
        onClick={() => void (row.at === undefined ? undefined : session.show(row.at, field))}
      >
        <span className={styles.text}>{children}</span>
      </Button>
    </li>
  );
};

/** What a field was and what it becomes. */
export const Change = ({ isNew, change }: { readonly isNew: boolean; readonly change: FieldChange }) => {
  const styles = useRowLook();
  const ui = useUi();
  const { dir } = useFluent();
  const { texts, vocabulary } = useExcel();
  const { empty, removed } = texts.preview;
  return (
    <>
      <span className={styles.quiet}>{vocabulary.words.headers[change.field]}: </span>
      {isNew ? undefined : (
        <>
          <del className={styles.quiet}>
            <bdi>{shownText(change.field, change.before, ui, empty)}</bdi>
          </del>
          {dir === "rtl" ? " ← " : " → "}
        </>
      )}
      <ins className={styles.after}>
        <bdi>{shownText(change.field, change.after, ui, removed)}</bdi>
      </ins>
    </>
  );
};

const Problem = ({ problem }: { readonly problem: RowProblem }) => {
  const styles = useRowLook();
  const { format } = useUi();
  const { texts, vocabulary } = useExcel();
  const { mustCorrect, worthALook } = texts.preview;
  // Not by colour alone: what has to be corrected also looks different from what may stay.
  return (
    <span className={problem.severity === "error" ? styles.problem : styles.warning}>
      {problem.severity === "error" ? (
        <ErrorCircleRegular className={styles.sign} aria-label={mustCorrect} />
      ) : (
        <WarningRegular className={styles.sign} aria-label={worthALook} />
      )}{" "}
      {vocabulary.words.headers[problem.field]}: {problemText(problem, texts.problem, format)}
    </span>
  );
};

export interface RowCardProps {
  readonly row: PlannedRow;
  readonly chosen: boolean;
  readonly onChoose: (id: string, chosen: boolean) => void;
  /** What became of the row in the last push. */
  readonly note?: string | undefined;
  readonly hints?: readonly RowHint[] | undefined;
}

/** What a push would do with one row, and what is wrong with it. */
export const RowCard = ({ row, chosen, onChoose, note, hints }: RowCardProps) => {
  const styles = useRowLook();
  const { texts } = useExcel();
  const title = row.title === "" ? texts.preview.untitled : row.title;
  const choosable = isReady(row);
  return (
    <li className={mergeClasses(styles.row, choosable && styles.choosable)}>
      {choosable ? (
        <Checkbox
          checked={chosen}
          aria-label={texts.preview.choose(title)}
          onChange={(_, { checked }) => onChoose(row.id, checked === true)}
        />
      ) : undefined}
      <div className={styles.content}>
        <p className={styles.title}>
          <bdi>{title}</bdi>
        </p>
        <ul className={styles.list}>
          {row.problems.map((problem) => (
            <CellLine
              key={`${problem.field} ${JSON.stringify(problem.cause)}`}
              field={problem.field}
              {...{ row, title }}
            >
              <Problem problem={problem} />
            </CellLine>
          ))}
          {row.changes.map((change) => (
            <CellLine key={change.field} field={change.field} {...{ row, title }}>
              <Change isNew={row.isNew} change={change} />
            </CellLine>
          ))}
          {hints?.map(({ field, text }) => (
            <CellLine key={text} {...{ row, title, field }}>
              <span className={styles.quiet}>
                <LightbulbRegular className={styles.sign} aria-hidden /> <bdi>{text}</bdi>
              </span>
            </CellLine>
          ))}
        </ul>
        {note === undefined ? undefined : <Text className={styles.problem}>{note}</Text>}
      </div>
    </li>
  );
};
