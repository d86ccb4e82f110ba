import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, Text, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { OpenSheet, SheetStatus } from "#shared/application/sheet/sheetState.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { SheetScope } from "#shared/domain/sheet/baseline.ts";
import { isReady, type SheetPlan } from "#shared/domain/sheet/planTypes.ts";
import { AccessScreen } from "#shared/ui/access/AccessScreen.tsx";
import { Notice } from "#shared/ui/notice/Notice.tsx";
import { useStore } from "#shared/ui/store.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { failureText, resultText } from "../text/resultText.ts";
import { ActivityLine, FailureBanner, Questions } from "./Banners.tsx";
import { ConflictCard } from "./ConflictCard.tsx";
import { useExcel } from "./ExcelContext.ts";
import { PreviewList } from "./Preview.tsx";
import { ScopePicker } from "./ScopePicker.tsx";

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  action: { flexGrow: 1, minWidth: "80px" },
  quiet: { color: tokens.colorNeutralForeground3 },
  waiting: { paddingBlock: tokens.spacingVerticalXXXL },
});

const scopeName = (frame: Frame, { unit, cycleKey }: SheetScope, everybody: (name: string) => string): string => {
  const name = unit === "all" ? everybody(frame.organisation) : frame.units.find(({ key }) => key === unit)?.name;
  const cycle = frame.cycles.find(({ key }) => key === cycleKey)?.name;
  return [name ?? unit, cycle].filter((part) => part !== undefined).join(", ");
};

const StatusLine = ({ frame, sheet }: { readonly frame: Frame; readonly sheet: SheetStatus }) => {
  const styles = useStyles();
  const { format, clock } = useUi();
  const { texts } = useExcel();
  const name = scopeName(frame, sheet.scope, texts.pane.everybody);
  return (
    <Text className={styles.quiet}>{texts.pane.status(name, sheet.rows, format.age(sheet.pulledAt, clock.now()))}</Text>
  );
};

const Report = ({ open }: { readonly open: OpenSheet }) => {
  const { texts } = useExcel();
  const { report } = open;
  if (!report) return undefined;
  const { failed, stored, checkIns } = report;
  const parts = [
    texts.report.done(stored, checkIns),
    ...(failed.length > 0 ? [texts.report.failed(failed.length)] : []),
  ];
  return (
    <MessageBar intent={failed.length > 0 ? "warning" : "success"} layout="multiline">
      <MessageBarBody>{`${parts.join(". ")}.`}</MessageBarBody>
    </MessageBar>
  );
};

const useSelection = (plan: SheetPlan | undefined) => {
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const ready = useMemo(() => (plan?.rows ?? []).filter((row) => isReady(row) && row.at !== undefined), [plan]);
  const chosen = useMemo(() => ready.filter(({ id }) => !skipped.has(id)).map(({ id }) => id), [ready, skipped]);
  return {
    skipped,
    chosen,
    all: chosen.length === ready.length,
    choose: (id: string, wanted: boolean): void => {
      const next = new Set(skipped);
      if (wanted) next.delete(id);
      else next.add(id);
      setSkipped(next);
    },
  };
};

const Actions = ({
  open,
  selection,
}: {
  readonly open: OpenSheet;
  readonly selection: ReturnType<typeof useSelection>;
}) => {
  const styles = useStyles();
  const { texts, session } = useExcel();
  const { chosen, all } = selection;
  const busy = open.activity !== undefined;
  const { sheet } = open;
  if (!sheet) return undefined;
  return (
    <div className={styles.actions}>
      <Button className={styles.action} disabledFocusable={busy} onClick={() => void session.pull(sheet.scope)}>
        {texts.pane.refresh}
      </Button>
      <Button className={styles.action} disabledFocusable={busy} onClick={() => void session.check()}>
        {texts.pane.check}
      </Button>
      <Button
        className={styles.action}
        appearance="primary"
        disabledFocusable={busy || chosen.length === 0}
        onClick={() => void session.push(all ? undefined : new Set(chosen))}
      >
        {chosen.length === 0 ? texts.pane.push : texts.pane.pushSome(chosen.length)}
      </Button>
    </div>
  );
};

const PullForm = ({ open }: { readonly open: OpenSheet }) => {
  const { texts, session } = useExcel();
  const [scope, setScope] = useState<SheetScope>(open.sheet?.scope ?? { unit: "all", below: true });
  return (
    <>
      <ScopePicker frame={open.frame} scope={scope} onChange={setScope} />
      <Button
        appearance="primary"
        disabledFocusable={open.activity !== undefined}
        onClick={() => void session.pull(scope)}
      >
        {texts.pane.pull}
      </Button>
    </>
  );
};

const OpenPane = ({ open }: { readonly open: OpenSheet }) => {
  const styles = useStyles();
  const { messages } = useUi();
  const { texts, vocabulary, session } = useExcel();
  const [choosing, setChoosing] = useState(false);
  const { sheet, preview, activity, failure, conflicts, report } = open;
  const plan = preview?.plan;
  const selection = useSelection(plan);
  const notes = new Map((report?.failed ?? []).map(({ id, result }) => [id, resultText(result, texts, messages)]));
  const pulledAt = sheet?.pulledAt;
  useEffect(() => {
    if (pulledAt !== undefined) setChoosing(false);
  }, [pulledAt]);
  return (
    <main className={styles.pane}>
      <h1 className={styles.title}>{messages.app.name}</h1>
      {sheet ? <StatusLine frame={open.frame} sheet={sheet} /> : <Text>{texts.pane.intro}</Text>}
      <Actions open={open} selection={selection} />
      {sheet && !choosing ? (
        <Button appearance="transparent" onClick={() => setChoosing(true)}>
          {texts.pane.otherScope}
        </Button>
      ) : (
        <PullForm open={open} />
      )}
      {activity ? <ActivityLine activity={activity} /> : undefined}
      {failure ? <FailureBanner failure={failure} onRetry={() => void session.check()} /> : undefined}
      <Questions open={open} />
      <Report open={open} />
      {conflicts.map((conflict) => (
        <ConflictCard key={conflict.id} conflict={conflict} disabled={activity !== undefined} />
      ))}
      {plan && plan.missing.length > 0 ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {texts.pane.columnsGone(plan.missing.map((field) => vocabulary.words.headers[field]).join(", "))}
          </MessageBarBody>
        </MessageBar>
      ) : undefined}
      {preview?.outdated ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{texts.pane.outdated}</MessageBarBody>
        </MessageBar>
      ) : undefined}
      {plan ? (
        <PreviewList plan={plan} skipped={selection.skipped} onChoose={selection.choose} notes={notes} />
      ) : undefined}
    </main>
  );
};

/** The whole task pane. */
export const Pane = () => {
  const styles = useStyles();
  const { messages } = useUi();
  const { texts, vocabulary, session, signIn } = useExcel();
  const state = useStore(session.state);
  useEffect(() => {
    void session.start();
  }, [session]);
  if (state.kind === "starting") return <Spinner className={styles.waiting} label={messages.app.loading} />;
  if (state.kind === "empty") return <Notice title={texts.pane.emptyTitle} text={texts.pane.emptyText} />;
  if (state.kind === "ready") return <OpenPane open={state} />;
  const own = failureText(state.failure, texts, vocabulary.words);
  if (own !== undefined) {
    return <Notice title={own} text="" action={{ label: texts.failure.tryAgain, act: () => void session.start() }} />;
  }
  return (
    <AccessScreen
      error={state.failure as Parameters<typeof AccessScreen>[0]["error"]}
      onRetry={session.start}
      onSignIn={async (scopes) => {
        await signIn.interact(scopes);
        await session.start();
      }}
    />
  );
};
