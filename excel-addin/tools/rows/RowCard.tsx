import { Button, Checkbox, mergeClasses, Text, useFluent } from "@fluentui/react-components";
import { ErrorCircleRegular, WarningRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { parseDay } from "#shared/domain/day.ts";
import type { Shown } from "#shared/domain/sheet/planTypes.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import { useRowLook } from "../../screens/useRowLook.ts";
import type { FieldOf, PreviewRow, RowSheet } from "./rowSheet.ts";

export interface RowCardProps<Row extends PreviewRow, State extends string> {
  readonly row: Row;
  readonly sheet: RowSheet<Row, State>;
  readonly chosen: boolean;
  readonly onChoose: (id: string, chosen: boolean) => void;
  /** What became of the row in the last push. */
  readonly note: string | undefined;
}

type LineProps<Row extends PreviewRow, State extends string> = Pick<RowCardProps<Row, State>, "row" | "sheet"> & {
  readonly field: FieldOf<Row>;
  readonly children: ReactNode;
};

/** Something about one cell; pressing it shows the cell in the sheet. */
const CellLine = <Row extends PreviewRow, State extends string>({
  row,
  field,
  sheet,
  children,
}: LineProps<Row, State>) => {
  const styles = useRowLook();
  const { texts } = useExcel();
  return (
    <li>
      <Button
        appearance="subtle"
        size="small"
        className={styles.line}
        title={texts.preview.show(sheet.headerOf(field), row.title)}
        onClick={() => sheet.show(row.at, field)}
      >
        <span className={styles.text}>{children}</span>
      </Button>
    </li>
  );
};

interface ChangeProps {
  readonly header: string;
  readonly change: PreviewRow["changes"][number];
  /** Nothing was there before. */
  readonly isFirst: boolean;
  readonly still: ((value: string) => string) | undefined;
}

/** How a value is read: due days and numbers as they are written in the person's language. */
export const useShown = (): ((field: string, value: Shown, empty: string) => string) => {
  const { format } = useUi();
  return (field, value, empty) => {
    if (value === undefined || value === "") return empty;
    if (typeof value === "number") return format.number(value);
    // A title or a note that looks like a day is no day.
    const day = field === "due" ? parseDay(value) : undefined;
    return day ? format.day(day) : value;
  };
};

const Change = ({ header, change: { field, before, after }, isFirst, still }: ChangeProps) => {
  const styles = useRowLook();
  const say = useShown();
  const { dir } = useFluent();
  const { empty, removed } = useExcel().texts.preview;
  const name = <span className={styles.quiet}>{header}: </span>;
  if (still && before === after) {
    return (
      <>
        {name}
        <bdi>{still(say(field, after, empty))}</bdi>
      </>
    );
  }
  return (
    <>
      {name}
      {isFirst ? undefined : (
        <>
          <bdi className={styles.quiet}>{say(field, before, empty)}</bdi>
          {dir === "rtl" ? " ← " : " → "}
        </>
      )}
      <bdi>{say(field, after, removed)}</bdi>
    </>
  );
};

const isNothing = (value: Shown): boolean => value === undefined || value === "";

/** What a push would do with one row, and what is wrong with it. */
export const RowCard = <Row extends PreviewRow, State extends string>({
  row,
  sheet,
  chosen,
  onChoose,
  note,
}: RowCardProps<Row, State>) => {
  const styles = useRowLook();
  const { choose, untitled, mustCorrect, worthALook } = useExcel().texts.preview;
  const title = row.title === "" ? untitled : row.title;
  const choosable = sheet.isReady(row);
  return (
    <li className={mergeClasses(styles.row, choosable && styles.choosable)}>
      {choosable ? (
        <Checkbox
          checked={chosen}
          aria-label={choose(title)}
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
              {...{ row, sheet }}
            >
              <span className={problem.severity === "error" ? styles.problem : styles.warning}>
                {problem.severity === "error" ? (
                  <ErrorCircleRegular className={styles.sign} aria-label={mustCorrect} />
                ) : (
                  <WarningRegular className={styles.sign} aria-label={worthALook} />
                )}{" "}
                {sheet.headerOf(problem.field)}: {sheet.problemText(problem)}
              </span>
            </CellLine>
          ))}
          {row.changes.map((change) => (
            <CellLine key={change.field} field={change.field} {...{ row, sheet }}>
              <Change
                header={sheet.headerOf(change.field)}
                change={change}
                isFirst={row.isNew ?? isNothing(change.before)}
                still={sheet.still}
              />
            </CellLine>
          ))}
        </ul>
        {note === undefined ? undefined : <Text className={styles.problem}>{note}</Text>}
      </div>
    </li>
  );
};
