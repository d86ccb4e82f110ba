import { Button, Checkbox, mergeClasses, Text, useFluent } from "@fluentui/react-components";
import { ErrorCircleRegular, WarningRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { CheckInField } from "#shared/domain/checkInSheet/fields.ts";
import { checkInStateOf, type EntryChange, type PlannedCheckInRow } from "#shared/domain/checkInSheet/plan.ts";
import type { Shown } from "#shared/domain/sheet/planTypes.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import { useRowLook } from "../../screens/useRowLook.ts";
import { checkInProblemText, type CheckInTool } from "./session.ts";
import type { CheckInToolTexts } from "./text/en.ts";

export interface CheckInCardProps {
  readonly row: PlannedCheckInRow;
  readonly tool: CheckInTool;
  readonly texts: CheckInToolTexts;
  readonly chosen: boolean;
  readonly onChoose: (id: string, chosen: boolean) => void;
  /** What became of the row in the last push. */
  readonly note: string | undefined;
}

/** Something about one cell; pressing it shows the cell in the sheet. */
const CellLine = ({
  row,
  field,
  tool: { session, vocabulary },
  children,
}: Pick<CheckInCardProps, "row" | "tool"> & { readonly field: CheckInField; readonly children: ReactNode }) => {
  const styles = useRowLook();
  const { texts } = useExcel();
  return (
    <li>
      <Button
        appearance="subtle"
        size="small"
        className={styles.line}
        title={texts.preview.show(vocabulary.words.headers[field], row.title)}
        onClick={() => void session.show(row.at, field)}
      >
        <span className={styles.text}>{children}</span>
      </Button>
    </li>
  );
};

const Change = ({
  change: { field, before, after },
  tool,
  texts,
}: Pick<CheckInCardProps, "tool" | "texts"> & {
  readonly change: EntryChange;
}) => {
  const styles = useRowLook();
  const { format } = useUi();
  const { dir } = useFluent();
  const say = (value: Shown): string => (typeof value === "number" ? format.number(value) : (value ?? ""));
  const header = <span className={styles.quiet}>{tool.vocabulary.words.headers[field]}: </span>;
  if (before === after) {
    return (
      <>
        {header}
        <bdi>{texts.still(say(after))}</bdi>
      </>
    );
  }
  return (
    <>
      {header}
      {before === undefined || before === "" ? undefined : (
        <>
          <bdi className={styles.quiet}>{say(before)}</bdi>
          {dir === "rtl" ? " ← " : " → "}
        </>
      )}
      <bdi>{say(after)}</bdi>
    </>
  );
};

/** What a push would say about one key result, and what is wrong with it. */
export const CheckInCard = ({ row, tool, texts, chosen, onChoose, note }: CheckInCardProps) => {
  const styles = useRowLook();
  const ui = useUi();
  const excel = useExcel();
  const { choose, untitled, mustCorrect, worthALook } = excel.texts.preview;
  const title = row.title === "" ? untitled : row.title;
  const choosable = checkInStateOf(row) === "ready";
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
              {...{ row, tool }}
            >
              <span className={problem.severity === "error" ? styles.problem : styles.warning}>
                {problem.severity === "error" ? (
                  <ErrorCircleRegular className={styles.sign} aria-label={mustCorrect} />
                ) : (
                  <WarningRegular className={styles.sign} aria-label={worthALook} />
                )}{" "}
                {tool.vocabulary.words.headers[problem.field]}: {checkInProblemText(problem, texts, excel, ui)}
              </span>
            </CellLine>
          ))}
          {row.changes.map((change) => (
            <CellLine key={change.field} field={change.field} {...{ row, tool }}>
              <Change {...{ change, tool, texts }} />
            </CellLine>
          ))}
        </ul>
        {note === undefined ? undefined : <Text className={styles.problem}>{note}</Text>}
      </div>
    </li>
  );
};
