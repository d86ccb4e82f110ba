import { MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import type { OpenCheckIns } from "#shared/application/checkInSheet/checkInState.ts";
import { checkInStateOf, type PlannedCheckInRow } from "#shared/domain/checkInSheet/plan.ts";
import type { CheckInRowState } from "#shared/domain/checkInSheet/words.ts";
import { useStore } from "#shared/ui/store.ts";
import { localTexts } from "#shared/ui/text/localTexts.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import { resultText } from "../../text/resultText.ts";
import { RowList, RowSummary } from "../rows/RowPreview.tsx";
import type { RowSheet } from "../rows/rowSheet.ts";
import { InterruptedQuestion, ToolNews, ToolPane, ToolQuestion, ToolStates } from "../rows/RowTool.tsx";
import { useChosen } from "../rows/useChosen.ts";
import { checkInProblemText, checkInTool, type CheckInTool as Tool } from "./session.ts";
import { checkInsEn, type CheckInToolTexts } from "./text/en.ts";

const useTexts = localTexts<CheckInToolTexts>({
  en: checkInsEn,
  de: async () => (await import("./text/de.ts")).checkInsDe,
  ar: async () => (await import("./text/ar.ts")).checkInsAr,
});

const COLORS = {
  problem: "danger",
  ready: "informative",
  empty: "subtle",
} as const satisfies Record<CheckInRowState, string>;

interface PartProps {
  readonly open: OpenCheckIns;
  readonly tool: Tool;
  readonly texts: CheckInToolTexts;
}

type Sheet = RowSheet<PlannedCheckInRow, CheckInRowState>;

/** What the previews have to know of this sheet. */
const useSheet = ({ tool: { session, vocabulary }, texts }: Omit<PartProps, "open">): Sheet => {
  const ui = useUi();
  const excel = useExcel();
  return {
    headerOf: (field) => vocabulary.words.headers[field],
    problemText: (problem) => checkInProblemText(problem, texts, excel, ui),
    still: texts.still,
    show: (at, field) => void session.show(at, field),
    stateOf: checkInStateOf,
    states: ["problem", "ready", "empty"],
    isReady: (row) => checkInStateOf(row) === "ready",
    groupTitle: (state) => texts.groups[state],
    count: (state, n) => texts[state](n),
    color: (state) => COLORS[state],
  };
};

/** Questions that wait for an answer: a push that stopped in the middle, entries that a pull would throw away. */
const Questions = ({ open, tool: { session }, texts }: PartProps) => {
  const { endangered: words } = useExcel().texts;
  const { endangered } = open;
  return (
    <>
      <InterruptedQuestion interrupted={open.interrupted} activity={open.activity} session={session} />
      {endangered ? (
        <ToolQuestion
          title={texts.endangeredTitle}
          text={texts.endangered(endangered.rows.length)}
          answers={[
            { label: words.keep, act: session.keepEntries },
            { label: words.discard, act: () => void session.pull(endangered.scope, true) },
          ]}
        />
      ) : undefined}
    </>
  );
};

/** What became of the last push, and what to know about the preview as a whole. */
const Reports = ({ open: { report, preview, renewed }, tool: { vocabulary }, texts }: PartProps) => {
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

const News = ({ open, tool, texts, sheet }: PartProps & { readonly sheet: Sheet }) => {
  const { preview, report, activity, failure } = open;
  const { headers, same } = tool.vocabulary.words;
  const hasRows = (preview?.rows.length ?? 0) > 0;
  return (
    <ToolNews {...{ activity, failure, headers }} session={tool.session}>
      <Questions {...{ open, tool, texts }} />
      <Reports {...{ open, tool, texts }} />
      {preview && hasRows ? <RowSummary counts={preview.counts} sheet={sheet} /> : undefined}
      {open.sheet && !activity && !report && !hasRows ? <Text>{texts.next(same)}</Text> : undefined}
    </ToolNews>
  );
};

const OpenTool = ({ open, tool, texts }: PartProps) => {
  const { messages } = useUi();
  const excel = useExcel().texts;
  const sheet = useSheet({ tool, texts });
  const { session } = tool;
  const { preview, report, activity } = open;
  const chosen = useChosen((preview?.rows ?? []).filter(sheet.isReady).map(({ id }) => id));
  const notes = new Map((report?.failed ?? []).map(({ id, result }) => [id, resultText(result, excel, messages)]));
  return (
    <ToolPane
      title={texts.title}
      intro={texts.intro}
      frame={open.frame}
      sheet={open.sheet}
      activity={activity}
      session={session}
      status={texts.status}
      push={{
        label: chosen.ids.length === 0 ? texts.push : texts.pushSome(chosen.ids.length),
        disabled: chosen.ids.length === 0,
        act: () => void session.push(chosen.all ? undefined : new Set(chosen.ids)),
      }}
    >
      <News {...{ open, tool, texts, sheet }} />
      {preview ? <RowList rows={preview.rows} {...{ sheet, chosen, notes }} /> : undefined}
    </ToolPane>
  );
};

/** Fills a table with key results, takes the figures of the week from it and sends them as check-ins. */
export const CheckInTool = () => {
  const ui = useUi();
  const services = useExcel();
  const texts = useTexts();
  const tool = checkInTool(services, texts, ui);
  const state = useStore(tool.session.state);
  return (
    <ToolStates state={state} onRetry={() => void tool.session.start()}>
      {(open) => <OpenTool {...{ open, tool, texts }} />}
    </ToolStates>
  );
};
