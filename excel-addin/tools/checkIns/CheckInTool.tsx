import { Button, Link, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { OpenCheckIns } from "#shared/application/checkInSheet/checkInState.ts";
import type { SheetStatus } from "#shared/application/sheet/sheetState.ts";
import { Notice } from "#shared/ui/notice/Notice.tsx";
import { useStore } from "#shared/ui/store.ts";
import { localTexts } from "#shared/ui/text/localTexts.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { ActivityLine, FailureBanner } from "../../screens/Banners.tsx";
import { useExcel } from "../../screens/ExcelContext.ts";
import { PullForm } from "../../screens/PullForm.tsx";
import { ScopeTitle } from "../../screens/scope/ScopeTitle.tsx";
import { resultText } from "../../text/resultText.ts";
import { CheckInQuestions, CheckInReports } from "./CheckInNews.tsx";
import { CheckInList, CheckInSummary } from "./CheckInPreview.tsx";
import { checkInTool, type CheckInTool as Tool } from "./session.ts";
import { checkInsEn, type CheckInToolTexts } from "./text/en.ts";
import { useChosen, type Chosen } from "./useChosen.ts";

const useTexts = localTexts<CheckInToolTexts>({
  en: checkInsEn,
  de: async () => (await import("./text/de.ts")).checkInsDe,
  ar: async () => (await import("./text/ar.ts")).checkInsAr,
});

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  // The place above the screen says its name already.
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
  },
  about: { display: "flex", flexDirection: "column", minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  others: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    marginBlockStart: tokens.spacingVerticalXS,
  },
  action: { flexGrow: 1, minWidth: "96px" },
  news: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    // An empty place for news takes up no room; hidden it would say nothing to a screen reader later.
    ":empty": { marginBlockStart: `calc(-1 * ${tokens.spacingVerticalM})` },
  },
  waiting: { paddingBlock: tokens.spacingVerticalXXXL },
});

interface PartProps {
  readonly open: OpenCheckIns;
  readonly tool: Tool;
  readonly texts: CheckInToolTexts;
}

interface HeadProps extends PartProps {
  readonly sheet: SheetStatus;
  readonly chosen: Chosen;
  readonly onChoose: () => void;
}

/** What the table holds, and what can be done with it. */
const Head = ({ open, sheet, tool: { session }, texts, chosen, onChoose }: HeadProps) => {
  const styles = useStyles();
  const { format, clock } = useUi();
  const { pane } = useExcel().texts;
  const busy = open.activity !== undefined;
  return (
    <>
      <div className={styles.about}>
        <ScopeTitle frame={open.frame} scope={sheet.scope} />
        <Text className={styles.quiet}>{texts.status(sheet.rows, format.age(sheet.pulledAt, clock.now()))}</Text>
        <div className={styles.others}>
          <Link as="button" disabledFocusable={busy} onClick={() => void session.pull(sheet.scope)}>
            {pane.refresh}
          </Link>
          <Link as="button" onClick={onChoose}>
            {pane.otherScope}
          </Link>
        </div>
      </div>
      <div className={styles.row}>
        <Button className={styles.action} disabledFocusable={busy} onClick={() => void session.check()}>
          {pane.check}
        </Button>
        <Button
          className={styles.action}
          appearance="primary"
          disabledFocusable={busy || chosen.ids.length === 0}
          onClick={() => void session.push(chosen.all ? undefined : new Set(chosen.ids))}
        >
          {chosen.ids.length === 0 ? texts.push : texts.pushSome(chosen.ids.length)}
        </Button>
      </div>
    </>
  );
};

/** What happened and what waits for an answer. Always there, so that a screen reader hears what comes into it. */
const News = ({ open, tool, texts }: PartProps) => {
  const styles = useStyles();
  const { activity, failure, preview, report, sheet } = open;
  const { session, vocabulary } = tool;
  const { headers, same } = vocabulary.words;
  return (
    <>
      <div role="alert" className={styles.news}>
        {failure ? (
          <FailureBanner failure={failure} onRetry={() => void session.check()} headers={headers} />
        ) : undefined}
      </div>
      <div role="status" className={styles.news}>
        {activity ? <ActivityLine activity={activity} onStop={session.cancel} /> : undefined}
        <CheckInQuestions {...{ open, tool, texts }} />
        <CheckInReports {...{ open, tool, texts }} />
        {preview && preview.rows.length > 0 ? <CheckInSummary plan={preview} texts={texts} /> : undefined}
        {sheet && !activity && !report && !preview?.rows.length ? <Text>{texts.next(same)}</Text> : undefined}
      </div>
    </>
  );
};

const OpenTool = ({ open, tool, texts }: PartProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  const excel = useExcel().texts;
  const [choosing, setChoosing] = useState(false);
  const { sheet, preview, report } = open;
  const chosen = useChosen(preview);
  const notes = new Map((report?.failed ?? []).map(({ id, result }) => [id, resultText(result, excel, messages)]));
  useEffect(() => {
    // What was chosen is there.
    if (sheet) setChoosing(false);
  }, [sheet]);
  return (
    <main className={styles.pane}>
      <h1 className={styles.hidden}>{texts.title}</h1>
      {sheet && !choosing ? (
        <Head {...{ open, sheet, tool, texts, chosen }} onChoose={() => setChoosing(true)} />
      ) : (
        <>
          <Text>{texts.intro}</Text>
          <PullForm
            frame={open.frame}
            scope={sheet?.scope}
            busy={open.activity !== undefined}
            onPull={(scope) => void tool.session.pull(scope)}
            {...(sheet ? { onCancel: () => setChoosing(false) } : {})}
          />
        </>
      )}
      <News {...{ open, tool, texts }} />
      {preview ? <CheckInList plan={preview} {...{ tool, texts, chosen, notes }} /> : undefined}
    </main>
  );
};

/** Fills a table with key results, takes the figures of the week from it and sends them as check-ins. */
export const CheckInTool = () => {
  const styles = useStyles();
  const ui = useUi();
  const services = useExcel();
  const texts = useTexts();
  const tool = checkInTool(services, texts, ui);
  const state = useStore(tool.session.state);
  const { pane } = services.texts;
  switch (state.kind) {
    case "starting":
      return <Spinner className={styles.waiting} label={ui.messages.app.loading} />;
    case "empty":
      return <Notice title={pane.emptyTitle} text={pane.emptyText} />;
    case "ready":
      return <OpenTool open={state} {...{ tool, texts }} />;
    case "failed":
      return (
        <main className={styles.pane}>
          <FailureBanner failure={state.failure} onRetry={() => void tool.session.start()} />
        </main>
      );
  }
};
