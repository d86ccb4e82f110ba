import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { Activity, OpenSheet, PushReport, SheetFailure } from "#shared/application/sheet/sheetState.ts";
import type { SheetField } from "#shared/domain/sheet/fields.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { accessText } from "#shared/ui/access/accessText.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import type { ExcelMessages } from "../text/en.ts";
import { failureText } from "../text/resultText.ts";
import { useExcel } from "./ExcelContext.ts";

const useStyles = makeStyles({
  progress: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", minHeight: "32px" },
});

const activityText = (
  { kind, done, total, stop }: Activity,
  pane: ReturnType<typeof useExcel>["texts"]["pane"],
): string => {
  if (stop === "asked") return pane.stopping;
  if (kind === "filling") return pane.filling;
  if (kind === "pulling") return pane.pulling;
  return kind === "pushing" && total > 0 ? pane.pushing(done, total) : pane.checking;
};

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** The time left in steps that do not flicker; nothing where it is over before anybody has read it. */
const leftText = (
  { msLeft, waiting, stop }: Activity,
  pane: ReturnType<typeof useExcel>["texts"]["pane"],
): string | undefined => {
  if (msLeft === undefined || waiting || stop === "asked" || msLeft < 10 * SECOND_MS) return undefined;
  return msLeft < MINUTE_MS
    ? pane.secondsLeft(Math.ceil(msLeft / (10 * SECOND_MS)) * 10)
    : pane.minutesLeft(Math.ceil(msLeft / MINUTE_MS));
};

/** What is going on, how far it is, and a way to stop it. Not announced at every step: the pane says when it is over. */
export const ActivityLine = ({ activity, onStop }: { readonly activity: Activity; readonly onStop: () => void }) => {
  const styles = useStyles();
  const { texts } = useExcel();
  const text = activityText(activity, texts.pane);
  const left = leftText(activity, texts.pane);
  return (
    <div className={styles.progress}>
      <div className={styles.line}>
        <span>{text}</span>
        {activity.stop ? (
          <Button size="small" disabledFocusable={activity.stop === "asked"} onClick={onStop}>
            {texts.pane.stop}
          </Button>
        ) : undefined}
      </div>
      {activity.total > 0 ? (
        <ProgressBar aria-label={text} value={activity.done} max={activity.total} />
      ) : (
        <ProgressBar aria-label={text} />
      )}
      {left === undefined ? undefined : <Text size={200}>{left}</Text>}
      {activity.waiting && activity.stop !== "asked" ? <Text>{texts.pane.waiting}</Text> : undefined}
    </div>
  );
};

interface FailureBannerProps {
  readonly failure: SheetFailure;
  readonly onRetry: () => void;
  /** What the columns of the table are called, where it is not the table of OKRs. */
  readonly headers?: Readonly<Partial<Record<SheetField, string>>>;
}

/** What kept the last action from being carried out, and what to do about it. */
export const FailureBanner = ({ failure, onRetry, headers }: FailureBannerProps) => {
  const { messages } = useUi();
  const { texts, vocabulary, signIn } = useExcel();
  const own = failureText(failure, texts, { headers: { ...vocabulary.words.headers, ...headers } });
  const access = own === undefined ? accessText(failure as AccessError, messages) : undefined;
  const act = async (): Promise<void> => {
    if (access?.next === "signIn" && failure.type === "SignInNeeded") await signIn.interact(failure.scopes);
    onRetry();
  };
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        {access ? <MessageBarTitle>{access.title}</MessageBarTitle> : undefined}
        {own ?? access?.text}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void act()}>{access?.button ?? texts.failure.tryAgain}</Button>
      </MessageBarActions>
    </MessageBar>
  );
};

/** What has to be done before anything else, when something else was asked for. */
export const FirstStep = ({ open }: { readonly open: OpenSheet }) => {
  const { texts } = useExcel();
  return open.pullFirst ? (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{texts.pane.pullFirst}</MessageBarBody>
    </MessageBar>
  ) : undefined;
};

/** The workbook was copied, renamed or moved; Excel does not say which. */
const Copied = ({ from }: { readonly from: string }) => {
  const { texts, session } = useExcel();
  const { title, text, copy, same } = texts.copied;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {text(from)}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void session.answerCopy(true)}>{copy}</Button>
        <Button onClick={() => void session.answerCopy(false)}>{same}</Button>
      </MessageBarActions>
    </MessageBar>
  );
};

/** Titles that a question names; of more it gives the number. */
const NAMED = 3;

/** Records are deleted only by somebody who was told which. */
const Deleting = ({ deleting: { rows, chosen } }: { readonly deleting: NonNullable<OpenSheet["deleting"]> }) => {
  const { texts, session } = useExcel();
  const { title, text, more, confirm } = texts.deleting;
  const named = rows.slice(0, NAMED).map((row) => texts.deleting.named(row.title));
  const rest = rows.length - named.length;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title(rows.length)}</MessageBarTitle>
        {[...named, ...(rest > 0 ? [more(rest)] : [])].join(", ")}. {text}
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" onClick={session.keepChanges}>
          {texts.pane.cancel}
        </Button>
        <Button onClick={() => void session.push(chosen, new Set(rows.map(({ id }) => id)))}>{confirm}</Button>
      </MessageBarActions>
    </MessageBar>
  );
};

/** Questions that wait for an answer: a push that stopped in the middle, changes that a pull would throw away. */
export const Questions = ({ open }: { readonly open: OpenSheet }) => {
  const { texts, session } = useExcel();
  const { endangered } = open;
  return (
    <>
      {open.interrupted > 0 && !open.activity ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.interrupted.title}</MessageBarTitle>
            {texts.interrupted.text(open.interrupted)}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => void session.resume()}>{texts.interrupted.resume}</Button>
          </MessageBarActions>
        </MessageBar>
      ) : undefined}
      {open.copied && !open.activity ? <Copied from={open.copied.from} /> : undefined}
      {open.deleting ? <Deleting deleting={open.deleting} /> : undefined}
      {endangered ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.endangered.title}</MessageBarTitle>
            {endangered.rows ? texts.endangered.text(endangered.rows.length) : texts.endangered.unknown}
          </MessageBarBody>
          <MessageBarActions>
            <Button appearance="primary" onClick={session.keepChanges}>
              {texts.endangered.keep}
            </Button>
            <Button onClick={() => void session.pull(endangered.scope, true)}>{texts.endangered.discard}</Button>
          </MessageBarActions>
        </MessageBar>
      ) : undefined}
    </>
  );
};

const reportText = ({ stored, checkIns, failed, kept }: PushReport, { report, undoing }: ExcelMessages): string => {
  const parts = [
    kept ? undoing.done(stored) : report.done(stored, checkIns),
    ...(kept && kept.length > 0 ? [undoing.kept(kept.length)] : []),
    ...(failed.length > 0 ? [report.failed(failed.length)] : []),
  ];
  return `${parts.join(". ")}.`;
};

/** What became of the last push. */
export const Report = ({ open: { report, activity, sheet, takingBack } }: { readonly open: OpenSheet }) => {
  const { texts, session } = useExcel();
  const busy = activity !== undefined;
  if (!report) {
    // Of an earlier day, or from before the last pull.
    return sheet?.undoable === undefined || busy || takingBack ? undefined : (
      <Button appearance="subtle" size="small" onClick={() => void session.reviewUndo()}>
        {texts.report.undoLast(sheet.undoable)}
      </Button>
    );
  }
  const { failed, kept = [], undoable } = report;
  return (
    <MessageBar intent={failed.length + kept.length > 0 ? "warning" : "success"} layout="multiline">
      <MessageBarBody>{reportText(report, texts)}</MessageBarBody>
      {undoable > 0 && !takingBack ? (
        <MessageBarActions>
          <Button disabledFocusable={busy} onClick={() => void session.undo()}>
            {texts.report.undo(undoable)}
          </Button>
          <Button disabledFocusable={busy} onClick={() => void session.reviewUndo()}>
            {texts.undoing.some}
          </Button>
        </MessageBarActions>
      ) : undefined}
    </MessageBar>
  );
};

/** After a day others have changed something, most likely. */
const OLD_MS = 24 * 60 * MINUTE_MS;

/** What to know about the workbook before anything is done with it. [SE35] [SE37] */
const useStanding = ({ readOnly, locked, failure, sheet, activity }: OpenSheet): readonly string[] => {
  const { texts } = useExcel();
  const { format, clock } = useUi();
  const isOld = sheet && !activity && clock.now() - Date.parse(sheet.pulledAt) > OLD_MS;
  return [
    ...(readOnly ? [texts.standing.readOnly] : []),
    // Said once: the failure says the same.
    ...(locked && failure?.type !== "SheetProtected" ? [texts.failure.sheetProtected] : []),
    ...(isOld ? [texts.standing.old(format.age(sheet.pulledAt, clock.now()))] : []),
  ];
};

/** What to know about the preview as a whole. */
export const Hints = ({ open }: { readonly open: OpenSheet }) => {
  const { preview, nothingSelected } = open;
  const { texts, vocabulary } = useExcel();
  const standing = useStanding(open);
  const gone = (preview?.plan.missing ?? []).map((field) => vocabulary.words.headers[field]).join(", ");
  const hints = [
    ...(gone === "" ? [] : [texts.pane.columnsGone(gone)]),
    ...standing,
    ...(preview?.outdated ? [texts.pane.outdated] : []),
    ...(preview?.renewed ? [texts.pane.renewed] : []),
    ...(nothingSelected ? [texts.selecting.nothing] : []),
  ];
  return hints.map((hint) => (
    <MessageBar key={hint} intent="info" layout="multiline">
      <MessageBarBody>{hint}</MessageBarBody>
    </MessageBar>
  ));
};
