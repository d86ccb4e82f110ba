import { Button, MessageBar, MessageBarActions, MessageBarBody, Text } from "@fluentui/react-components";
import type {
  InitiativeConflict,
  OpenInitiativeSheet,
} from "#shared/application/initiativeSheet/initiativeSheetState.ts";
import {
  initiativeStateOf,
  isInitiativeReady,
  type PlannedInitiative,
} from "#shared/domain/initiativeSheet/planTypes.ts";
import type { InitiativeRowState } from "#shared/domain/initiativeSheet/words.ts";
import { useStore } from "#shared/ui/store.ts";
import { localTexts } from "#shared/ui/text/localTexts.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { ConflictView } from "../../screens/ConflictCard.tsx";
import { useExcel } from "../../screens/ExcelContext.ts";
import type { ExcelMessages } from "../../text/en.ts";
import { resultText } from "../../text/resultText.ts";
import { useShown } from "../rows/RowCard.tsx";
import { RowList, RowSummary } from "../rows/RowPreview.tsx";
import type { RowSheet } from "../rows/rowSheet.ts";
import { InterruptedQuestion, ToolNews, ToolPane, ToolQuestion, ToolStates } from "../rows/RowTool.tsx";
import { useChosen } from "../rows/useChosen.ts";
import { initiativeProblemText, initiativeTool, type InitiativeTool as Tool } from "./session.ts";
import { initiativeToolEn, type InitiativeToolTexts } from "./text/en.ts";

const useTexts = localTexts<InitiativeToolTexts>({
  en: initiativeToolEn,
  de: async () => (await import("./text/de.ts")).initiativeToolDe,
  ar: async () => (await import("./text/ar.ts")).initiativeToolAr,
});

const COLORS = {
  problem: "danger",
  delete: "warning",
  new: "informative",
  changed: "informative",
  gone: "subtle",
  unchanged: "subtle",
} as const satisfies Record<InitiativeRowState, string>;

interface PartProps {
  readonly open: OpenInitiativeSheet;
  readonly tool: Tool;
  readonly texts: InitiativeToolTexts;
}

/** What the previews have to know of this sheet. */
const useSheet = ({
  tool: { session, vocabulary },
  texts,
}: Omit<PartProps, "open">): RowSheet<PlannedInitiative, InitiativeRowState> => {
  const ui = useUi();
  const excel = useExcel();
  const { preview } = excel.texts;
  return {
    headerOf: (field) => vocabulary.words.headers[field],
    problemText: (problem) => initiativeProblemText(problem, texts, excel, ui),
    show: (at, field) => void session.show(at, field),
    stateOf: initiativeStateOf,
    states: ["problem", "delete", "new", "changed", "gone", "unchanged"],
    isReady: isInitiativeReady,
    groupTitle: (state) => preview.groups[state],
    count: (state, n) => preview[state](n),
    color: (state) => COLORS[state],
  };
};

/** Titles that a question names; of more it gives the number. */
const NAMED = 3;

/** Questions that wait for an answer. The safe answer comes first. */
const Questions = ({ open, tool: { session }, texts }: PartProps) => {
  const { endangered: words, deleting: ask, pane } = useExcel().texts;
  const { endangered, deleting } = open;
  const named = (deleting?.rows ?? []).slice(0, NAMED).map(({ title }) => ask.named(title));
  const rest = (deleting?.rows.length ?? 0) - named.length;
  return (
    <>
      <InterruptedQuestion interrupted={open.interrupted} activity={open.activity} session={session} />
      {deleting ? (
        <ToolQuestion
          title={texts.deletingTitle(deleting.rows.length)}
          text={`${[...named, ...(rest > 0 ? [ask.more(rest)] : [])].join(", ")}. ${ask.text}`}
          answers={[
            { label: pane.cancel, act: session.keepThem },
            { label: ask.confirm, act: () => void session.deleteThem() },
          ]}
        />
      ) : undefined}
      {endangered ? (
        <ToolQuestion
          title={words.title}
          text={words.text(endangered.rows.length)}
          answers={[
            { label: words.keep, act: session.keepEdits },
            { label: words.discard, act: () => void session.pull(endangered.scope, true) },
          ]}
        />
      ) : undefined}
    </>
  );
};

const outcomeText = (
  { stored, failed, undone }: NonNullable<OpenInitiativeSheet["report"]>,
  texts: InitiativeToolTexts,
  { done, kept }: ExcelMessages["undoing"],
): string => {
  const sentences = undone
    ? [`${done(stored)}.`, ...(failed.length > 0 ? [`${kept(failed.length)}.`] : [])]
    : [texts.done(stored), ...(failed.length > 0 ? [texts.failed(failed.length)] : [])];
  return sentences.join(" ");
};

/** What became of the last push, and the way to take it back: at once, of an earlier day, or from before the last pull. */
const Outcome = ({ open: { report, sheet, activity }, tool: { session }, texts }: PartProps) => {
  const { report: words, undoing } = useExcel().texts;
  const busy = activity !== undefined;
  const undoable = sheet?.undoable ?? 0;
  if (!report) {
    return undoable === 0 || busy ? undefined : (
      <Button appearance="subtle" size="small" onClick={() => void session.undo()}>
        {words.undoLast(undoable)}
      </Button>
    );
  }
  return (
    <MessageBar intent={report.failed.length > 0 ? "warning" : "success"} layout="multiline">
      <MessageBarBody>{outcomeText(report, texts, undoing)}</MessageBarBody>
      {undoable > 0 ? (
        <MessageBarActions>
          <Button disabledFocusable={busy} onClick={() => void session.undo()}>
            {words.undo(undoable)}
          </Button>
        </MessageBarActions>
      ) : undefined}
    </MessageBar>
  );
};

/** What to know about the preview as a whole. */
const Hints = ({ open: { preview, renewed }, tool: { vocabulary }, texts }: PartProps) => {
  const gone = (preview?.missing ?? []).map((field) => vocabulary.words.headers[field]).join(", ");
  const hints = [...(gone === "" ? [] : [texts.columnsGone(gone)]), ...(renewed ? [texts.renewed] : [])];
  return hints.map((hint) => (
    <MessageBar key={hint} intent="info" layout="multiline">
      <MessageBarBody>{hint}</MessageBarBody>
    </MessageBar>
  ));
};

interface ConflictProps {
  readonly conflict: InitiativeConflict;
  readonly tool: Tool;
  readonly disabled: boolean;
}

/** An initiative that two people changed in the same fields. */
const Conflict = ({ conflict, tool: { session, vocabulary }, disabled }: ConflictProps) => {
  const say = useShown();
  const { empty } = useExcel().texts.preview;
  const { id, title, modifiedBy, removal = false } = conflict;
  const fields = conflict.fields.map(({ field, before, mine, theirs }) => ({
    field,
    name: vocabulary.words.headers[field],
    before: say(field, before, empty),
    mine: say(field, mine, empty),
    theirs: say(field, theirs, empty),
  }));
  return (
    <ConflictView
      {...{ title, modifiedBy, fields, removal, disabled }}
      onApply={(choices) => void session.resolve(id, choices)}
      onRemoval={(side) => void session.resolve(id, { title: side })}
    />
  );
};

type Sheet = ReturnType<typeof useSheet>;

interface NewsProps extends PartProps {
  readonly sheet: Sheet;
  /** Worth a look. */
  readonly rows: readonly PlannedInitiative[];
}

const News = ({ open, tool, texts, sheet, rows }: NewsProps) => {
  const { preview, report, activity, failure } = open;
  const { headers, states } = tool.vocabulary.words;
  const isQuiet = open.sheet && !activity && !report && rows.length === 0;
  return (
    <ToolNews {...{ activity, failure, headers }} session={tool.session}>
      <Questions {...{ open, tool, texts }} />
      <Outcome {...{ open, tool, texts }} />
      <Hints {...{ open, tool, texts }} />
      {preview && rows.length > 0 ? <RowSummary counts={preview.counts} sheet={sheet} /> : undefined}
      {isQuiet ? <Text>{texts.next(headers.serves, headers.change, states.delete)}</Text> : undefined}
    </ToolNews>
  );
};

const OpenTool = ({ open, tool, texts }: PartProps) => {
  const { messages } = useUi();
  const excel = useExcel().texts;
  const sheet = useSheet({ tool, texts });
  const { session } = tool;
  const { preview, report, activity, conflicts } = open;
  const chosen = useChosen((preview?.rows ?? []).filter(sheet.isReady).map(({ id }) => id));
  const notes = new Map((report?.failed ?? []).map(({ id, result }) => [id, resultText(result, excel, messages)]));
  // Of an unchanged row only what is wrong with it is worth a look.
  const rows = (preview?.rows ?? []).filter((row) => sheet.stateOf(row) !== "unchanged" || row.problems.length > 0);
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
      <News {...{ open, tool, texts, sheet, rows }} />
      {conflicts.length > 0 ? (
        <section aria-label={excel.conflict.title}>
          {conflicts.map((conflict) => (
            <Conflict key={conflict.entry.id} {...{ conflict, tool }} disabled={activity !== undefined} />
          ))}
        </section>
      ) : undefined}
      <RowList {...{ rows, sheet, chosen, notes }} />
    </ToolPane>
  );
};

/** Fills a table with initiatives, and stores what is changed, added and deleted there. */
export const InitiativeTool = () => {
  const ui = useUi();
  const services = useExcel();
  const texts = useTexts();
  const tool = initiativeTool(services, texts, ui);
  const state = useStore(tool.session.state);
  return (
    <ToolStates state={state} onRetry={() => void tool.session.start()}>
      {(open) => <OpenTool {...{ open, tool, texts }} />}
    </ToolStates>
  );
};
