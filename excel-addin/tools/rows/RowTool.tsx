/** What every tool around a table of its own has: what the table holds, what can be done with it, and what happened. */
import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import type { Activity, NotOpened, SheetFailure, SheetStatus } from "#shared/application/sheet/sheetState.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import { Notice } from "#shared/ui/notice/Notice.tsx";
import { useUi } from "#shared/ui/UiContext.ts";
import { ActivityLine, FailureBanner } from "../../screens/Banners.tsx";
import { useExcel } from "../../screens/ExcelContext.ts";
import { PullForm } from "../../screens/PullForm.tsx";
import { ScopeTitle } from "../../screens/scope/ScopeTitle.tsx";
import { ToolTitle } from "../ToolTitle.tsx";

const useToolLook = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
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

/** What a tool does with its table. */
export interface ToolActions {
  readonly pull: (scope: SheetScope, discard?: boolean) => Promise<void>;
  readonly check: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly cancel: () => void;
}

interface HeadProps {
  readonly frame: Frame;
  readonly sheet: SheetStatus;
  readonly busy: boolean;
  readonly session: ToolActions;
  /** How many rows it holds, and since when. */
  readonly status: (rows: number, age: string) => string;
  readonly push: { readonly label: string; readonly disabled: boolean; readonly act: () => void };
  readonly onChoose: () => void;
}

/** What the table holds, and what can be done with it. */
const ToolHead = ({ frame, sheet, busy, session, status, push, onChoose }: HeadProps) => {
  const styles = useToolLook();
  const { format, clock } = useUi();
  const { pane } = useExcel().texts;
  return (
    <>
      <div className={styles.about}>
        <ScopeTitle frame={frame} scope={sheet.scope} />
        <Text className={styles.quiet}>{status(sheet.rows, format.age(sheet.pulledAt, clock.now()))}</Text>
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
          disabledFocusable={busy || push.disabled}
          onClick={push.act}
        >
          {push.label}
        </Button>
      </div>
    </>
  );
};

interface PaneProps extends Omit<HeadProps, "sheet" | "busy" | "onChoose"> {
  readonly title: string;
  readonly intro: string;
  readonly sheet: SheetStatus | undefined;
  readonly activity: Activity | undefined;
  /** Below the head: news and the preview. */
  readonly children: ReactNode;
}

/** The place of a tool: its table, or what to pull into a new one. */
export const ToolPane = ({ title, intro, sheet, activity, children, ...head }: PaneProps) => {
  const styles = useToolLook();
  const [choosing, setChoosing] = useState(false);
  const busy = activity !== undefined;
  useEffect(() => {
    // What was chosen is there.
    if (sheet) setChoosing(false);
  }, [sheet]);
  return (
    <main className={styles.pane}>
      <ToolTitle>{title}</ToolTitle>
      {sheet && !choosing ? (
        <ToolHead {...head} {...{ sheet, busy }} onChoose={() => setChoosing(true)} />
      ) : (
        <>
          <Text>{intro}</Text>
          <PullForm
            frame={head.frame}
            scope={sheet?.scope}
            busy={busy}
            onPull={(scope) => void head.session.pull(scope)}
            {...(sheet ? { onCancel: () => setChoosing(false) } : {})}
          />
        </>
      )}
      {children}
    </main>
  );
};

interface NewsProps {
  readonly activity: Activity | undefined;
  readonly failure: SheetFailure | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly session: ToolActions;
  readonly children: ReactNode;
}

/** What happened and what waits for an answer. Always there, so that a screen reader hears what comes into it. */
export const ToolNews = ({ activity, failure, headers, session, children }: NewsProps) => {
  const styles = useToolLook();
  return (
    <>
      <div role="alert" className={styles.news}>
        {failure ? (
          <FailureBanner failure={failure} onRetry={() => void session.check()} headers={headers} />
        ) : undefined}
      </div>
      <div role="status" className={styles.news}>
        {activity ? <ActivityLine activity={activity} onStop={session.cancel} /> : undefined}
        {children}
      </div>
    </>
  );
};

interface QuestionProps {
  readonly title: string;
  readonly text: string;
  /** The safe answer first. */
  readonly answers: readonly { readonly label: string; readonly act: () => void }[];
}

/** A question that waits for an answer. */
export const ToolQuestion = ({ title, text, answers }: QuestionProps) => (
  <MessageBar intent="warning" layout="multiline">
    <MessageBarBody>
      <MessageBarTitle>{title}</MessageBarTitle>
      {text}
    </MessageBarBody>
    <MessageBarActions>
      {answers.map(({ label, act }, index) => (
        <Button key={label} {...(index === 0 && answers.length > 1 ? { appearance: "primary" } : {})} onClick={act}>
          {label}
        </Button>
      ))}
    </MessageBarActions>
  </MessageBar>
);

interface InterruptedProps {
  /** Rows of a push that was not finished. */
  readonly interrupted: number;
  readonly activity: Activity | undefined;
  readonly session: ToolActions;
}

/** A push that stopped in the middle. */
export const InterruptedQuestion = ({ interrupted, activity, session }: InterruptedProps) => {
  const { interrupted: words } = useExcel().texts;
  if (interrupted === 0 || activity) return undefined;
  const answers = [{ label: words.resume, act: () => void session.resume() }];
  return <ToolQuestion title={words.title} text={words.text(interrupted)} answers={answers} />;
};

interface StatesProps<Open extends { readonly kind: "ready" }> {
  readonly state: Open | NotOpened;
  readonly onRetry: () => void;
  readonly children: (open: Open) => ReactNode;
}

/** A tool that is opening, cannot be opened, or has nothing to show yet; else what it shows. */
export const ToolStates = <Open extends { readonly kind: "ready" }>({
  state,
  onRetry,
  children,
}: StatesProps<Open>) => {
  const styles = useToolLook();
  const { messages } = useUi();
  const { pane } = useExcel().texts;
  switch (state.kind) {
    case "starting":
      return <Spinner className={styles.waiting} label={messages.app.loading} />;
    case "empty":
      return <Notice title={pane.emptyTitle} text={pane.emptyText} />;
    case "failed":
      return (
        <main className={styles.pane}>
          <FailureBanner failure={state.failure} onRetry={onRetry} />
        </main>
      );
    case "ready":
      return children(state);
  }
};
