import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { ImportReport, StoredRecord, Understood } from "#shared/application/importing/importState.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import { resultText } from "../../text/resultText.ts";
import { useFailureText } from "./failure.ts";
import { useDesk } from "./ImportContext.ts";
import { PassedList } from "./PassedList.tsx";
import { reportRows } from "./reportRows.ts";
import { useImportTexts } from "./text/useImportTexts.ts";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

const sumOf = ({ objectives, keyResults, checkIns }: ImportReport): number => objectives + keyResults + checkIns;

/** Why a record is not stored, in a sentence. */
const useLeftText = (): ((record: StoredRecord) => string) => {
  const { messages } = useUi();
  const { texts } = useExcel();
  const { waiting } = useImportTexts();
  const failed = useFailureText();
  return ({ state }) => {
    if (state.type === "waiting") return state.failure ? failed(state.failure) : waiting;
    if (state.type === "refused") {
      if (state.reason.type === "Invalid")
        return resultText({ type: "Refused", message: state.reason.message }, texts, messages);
      if (state.reason.type === "Forbidden") return failed({ type: "Forbidden" });
    }
    return waiting;
  };
};

const Left = ({ report }: { readonly report: ImportReport }) => {
  const styles = useStyles();
  const texts = useImportTexts();
  const leftText = useLeftText();
  if (report.left.length === 0) return undefined;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{texts.notStored}</MessageBarTitle>
        <ul className={styles.list}>
          {report.left.map((record) => (
            <li key={record.id}>
              <bdi>{record.title}</bdi>: {leftText(record)}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
};

const NextSteps = ({ report }: { readonly report: ImportReport }) => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  return (
    <div className={styles.buttons}>
      {report.left.some(({ state }) => state.type === "waiting" || state.type === "sending") ? (
        <Button onClick={() => void desk.finish()}>{texts.finish}</Button>
      ) : undefined}
      {report.objectives + report.keyResults > 0 ? (
        <Button onClick={() => void desk.takeBack()}>{texts.takeBack}</Button>
      ) : undefined}
    </div>
  );
};

/** What an import of an earlier day left, with what can still be done about it. */
export const LastImport = ({ report }: { readonly report: ImportReport }) => {
  const texts = useImportTexts();
  return (
    <>
      <Text>{texts.last(sumOf(report))}</Text>
      {report.left.length > 0 ? <Text>{texts.left(report.left.length)}</Text> : undefined}
      <NextSteps report={report} />
    </>
  );
};

export interface ReportViewProps {
  readonly report: ImportReport;
  readonly understood?: Understood;
}

/** The whole report as a list in the workbook, to keep or to send on. */
const AsSheet = ({ understood }: { readonly understood: Understood }) => {
  const desk = useDesk();
  const texts = useImportTexts();
  const failureText = useFailureText();
  const [failure, setFailure] = useState<string>();
  const write = async (): Promise<void> => {
    const rows = reportRows(understood, texts);
    const added = await desk.report({ name: texts.reportName, header: texts.reportHeader, rows });
    setFailure(added.ok ? undefined : failureText(added.error));
  };
  return (
    <div>
      <Button onClick={() => void write()}>{texts.asSheet}</Button>
      <div role="alert">{failure}</div>
    </div>
  );
};

/** What the import came to, and what became of the other rows. */
export const ReportView = ({ report, understood }: ReportViewProps) => {
  const desk = useDesk();
  const texts = useImportTexts();
  const failureText = useFailureText();
  return (
    <>
      <div role="status">
        <MessageBar intent={report.left.length > 0 ? "warning" : "success"} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.done}</MessageBarTitle>
            {texts.stored(report.objectives, report.keyResults, report.checkIns)}
          </MessageBarBody>
        </MessageBar>
      </div>
      {report.failure ? <Text>{failureText(report.failure)}</Text> : undefined}
      <Left report={report} />
      <NextSteps report={report} />
      <div>
        <Button appearance="primary" onClick={desk.leave}>
          {texts.back}
        </Button>
      </div>
      {understood ? <AsSheet understood={understood} /> : undefined}
      {understood ? <PassedList understood={understood} /> : undefined}
    </>
  );
};

export const TakenBack = ({ count, stays }: { readonly count: number; readonly stays: readonly string[] }) => {
  const desk = useDesk();
  const texts = useImportTexts();
  return (
    <>
      <div role="status">
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{texts.takenBack(count)}</MessageBarBody>
        </MessageBar>
        {stays.length > 0 ? <Text>{texts.stays(stays.join(", "))}</Text> : undefined}
      </div>
      <div>
        <Button appearance="primary" onClick={desk.leave}>
          {texts.back}
        </Button>
      </div>
    </>
  );
};
