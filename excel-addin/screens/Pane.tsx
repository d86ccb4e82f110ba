import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ComponentType } from "react";
import type { OpenSheet } from "#shared/application/sheet/sheetState.ts";
import { AccessScreen } from "#shared/ui/access/AccessScreen.tsx";
import { Notice } from "#shared/ui/notice/Notice.tsx";
import { useStore } from "#shared/ui/store.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { Places } from "../tools/Places.tsx";
import { TOOLS } from "../tools/tools.tsx";
import { failureText, resultText } from "../text/resultText.ts";
import { ActivityLine, FailureBanner, FirstStep, Hints, Questions, Report } from "./Banners.tsx";
import { useExcel } from "./ExcelContext.ts";
import { ConflictCard, TakingBack } from "./paneParts.tsx";
import { PreviewList, Summary } from "./Preview.tsx";
import { PullForm } from "./PullFormPart.tsx";
import { SheetHead } from "./SheetHead.tsx";
import { useSelection } from "./useSelection.ts";

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  // Excel shows the name above the pane already.
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
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

const Conflicts = ({ open: { conflicts, activity } }: { readonly open: OpenSheet }) => {
  const styles = useStyles();
  const { texts } = useExcel();
  if (conflicts.length === 0) return undefined;
  return (
    <>
      <h2 className={styles.heading}>{texts.conflict.title}</h2>
      {conflicts.map((conflict) => (
        <ConflictCard key={conflict.id} conflict={conflict} disabled={activity !== undefined} />
      ))}
    </>
  );
};

/** What happened and what waits for an answer. Always there, so that a screen reader hears what comes into it. */
const News = ({ open }: { readonly open: OpenSheet }) => {
  const styles = useStyles();
  const { session } = useExcel();
  const { activity, failure, preview } = open;
  return (
    <>
      <div role="alert" className={styles.news}>
        {failure ? <FailureBanner failure={failure} onRetry={() => void session.check()} /> : undefined}
      </div>
      <div role="status" className={styles.news}>
        {activity ? <ActivityLine activity={activity} onStop={session.cancel} /> : undefined}
        <FirstStep open={open} />
        <Questions open={open} />
        <Report open={open} />
        <Hints open={open} />
        {preview ? <Summary plan={preview.plan} /> : undefined}
      </div>
    </>
  );
};

export interface PaneProps {
  /** What else a push sends, shown beside its preview; fetched when there is one. */
  readonly Beside?: ComponentType<{ readonly open: OpenSheet }> | undefined;
}

type BesideProps = PaneProps & { readonly open: OpenSheet };

const BesidePreview = ({ open, Beside }: BesideProps) => (open.preview && Beside ? <Beside open={open} /> : undefined);

const OpenPane = ({ open, Beside }: BesideProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  const { texts, session } = useExcel();
  const [choosing, setChoosing] = useState(false);
  const top = useRef<HTMLHeadingElement>(null);
  const { sheet, preview, report } = open;
  const selection = useSelection(preview?.plan);
  const notes = new Map((report?.failed ?? []).map(({ id, result }) => [id, resultText(result, texts, messages)]));
  const pulledAt = sheet?.pulledAt;
  const leaveForm = (): void => {
    setChoosing(false);
    top.current?.focus();
  };
  useEffect(() => {
    if (pulledAt !== undefined) setChoosing(false);
  }, [pulledAt]);
  return (
    <main className={styles.pane}>
      <h1 className={styles.hidden} tabIndex={-1} ref={top}>
        {messages.app.name}
      </h1>
      {sheet ? (
        <SheetHead
          open={open}
          sheet={sheet}
          selection={selection}
          choosing={choosing}
          onChoose={() => setChoosing(true)}
        />
      ) : (
        <Text>{texts.pane.intro}</Text>
      )}
      {sheet && !choosing ? undefined : (
        <PullForm
          frame={open.frame}
          scope={sheet?.scope}
          busy={open.activity !== undefined}
          onPull={(scope) => void session.pull(scope)}
          {...(sheet ? { onCancel: leaveForm } : {})}
        />
      )}
      <News open={open} />
      <BesidePreview open={open} Beside={Beside} />
      <TakingBack open={open} />
      <Conflicts open={open} />
      {preview ? (
        <PreviewList
          plan={preview.plan}
          hints={preview.hints}
          skipped={selection.skipped}
          onChoose={selection.choose}
          notes={notes}
        />
      ) : undefined}
    </main>
  );
};

/** The whole task pane. */
export const Pane = ({ Beside }: PaneProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  const { texts, vocabulary, session, signIn } = useExcel();
  const state = useStore(session.state);
  useEffect(() => {
    void session.start();
    for (const one of [PullForm, TakingBack, ConflictCard]) one.warm();
  }, [session]);
  if (state.kind === "starting") return <Spinner className={styles.waiting} label={messages.app.loading} />;
  if (state.kind === "empty") return <Notice title={texts.pane.emptyTitle} text={texts.pane.emptyText} />;
  if (state.kind === "ready")
    return <Places open={state} tools={TOOLS} okrs={<OpenPane open={state} Beside={Beside} />} />;
  const own = failureText(state.failure, texts, vocabulary.words);
  if (own !== undefined) {
    return <Notice title={own} text="" action={{ label: texts.failure.tryAgain, act: () => void session.start() }} />;
  }
  return (
    <main>
      <AccessScreen
        error={state.failure as Parameters<typeof AccessScreen>[0]["error"]}
        onRetry={session.start}
        signIn={signIn}
      />
    </main>
  );
};
