import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { OpenCheckIns } from "#shared/application/checkInSheet/checkInState.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import type { CheckInTool } from "./session.ts";
import type { CheckInToolTexts } from "./text/en.ts";

interface NewsProps {
  readonly open: OpenCheckIns;
  readonly tool: CheckInTool;
  readonly texts: CheckInToolTexts;
}

/** Questions that wait for an answer: a push that stopped in the middle, entries that a pull would throw away. */
export const CheckInQuestions = ({ open, tool: { session }, texts }: NewsProps) => {
  const excel = useExcel().texts;
  const { endangered, interrupted, activity } = open;
  return (
    <>
      {interrupted > 0 && !activity ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{excel.interrupted.title}</MessageBarTitle>
            {excel.interrupted.text(interrupted)}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => void session.resume()}>{excel.interrupted.resume}</Button>
          </MessageBarActions>
        </MessageBar>
      ) : undefined}
      {endangered ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.endangeredTitle}</MessageBarTitle>
            {texts.endangered(endangered.rows.length)}
          </MessageBarBody>
          <MessageBarActions>
            <Button appearance="primary" onClick={session.keepEntries}>
              {excel.endangered.keep}
            </Button>
            <Button onClick={() => void session.pull(endangered.scope, true)}>{excel.endangered.discard}</Button>
          </MessageBarActions>
        </MessageBar>
      ) : undefined}
    </>
  );
};

/** What became of the last push, and what to know about the preview as a whole. */
export const CheckInReports = ({ open: { report, preview, renewed }, tool: { vocabulary }, texts }: NewsProps) => {
  const gone = (preview?.missing ?? []).map((field) => vocabulary.words.headers[field]).join(", ");
  const failed = report?.failed.length ?? 0;
  const hints = [...(gone === "" ? [] : [texts.columnsGone(gone)]), ...(renewed ? [texts.renewed] : [])];
  return (
    <>
      {report ? (
        <MessageBar intent={failed > 0 ? "warning" : "success"} layout="multiline">
          <MessageBarBody>
            {[texts.done(report.checkIns), ...(failed > 0 ? [texts.failed(failed)] : [])].join(" ")}
          </MessageBarBody>
        </MessageBar>
      ) : undefined}
      {hints.map((hint) => (
        <MessageBar key={hint} intent="info" layout="multiline">
          <MessageBarBody>{hint}</MessageBarBody>
        </MessageBar>
      ))}
    </>
  );
};
