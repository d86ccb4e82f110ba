import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { LiveCells } from "#shared/application/liveCells/liveCells.ts";
import { isSendable, type LiveCellsState, type LiveFailure } from "#shared/application/liveCells/liveState.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { accessText } from "#shared/ui/access/accessText.ts";
import { useStore } from "#shared/ui/store.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import { failureText } from "../../text/resultText.ts";
import type { ToolProps } from "../tool.ts";
import { BindForm } from "./BindForm.tsx";
import { composeLiveCells } from "./compose.ts";
import { LineCard } from "./LineCard.tsx";
import { liveTexts, type LiveTexts } from "./texts.ts";

type ReadyState = Extract<LiveCellsState, { kind: "ready" }>;

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  button: { flexGrow: 1 },
});

const Failure = ({ failure, texts }: { readonly failure: LiveFailure; readonly texts: LiveTexts }) => {
  const { messages } = useUi();
  const excel = useExcel();
  const own =
    failure.type === "NotOneCell" ? texts.notOneCell : failureText(failure, excel.texts, excel.vocabulary.words);
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{own ?? accessText(failure as AccessError, messages).text}</MessageBarBody>
    </MessageBar>
  );
};

/** What is going on and what became of the last action; always there, so that a screen reader hears it. */
const News = ({ state, texts }: { readonly state: ReadyState; readonly texts: LiveTexts }) => {
  const { busy, failure, stored, renewed } = state;
  return (
    <>
      <div role="alert">{failure ? <Failure failure={failure} texts={texts} /> : undefined}</div>
      <div role="status">
        {busy ? <ProgressBar aria-label={busy === "sending" ? texts.sending : texts.reading} /> : undefined}
        {renewed || stored !== undefined ? (
          <MessageBar intent={renewed ? "warning" : "success"} layout="multiline">
            <MessageBarBody>{renewed ? texts.renewed : texts.stored(stored ?? 0)}</MessageBarBody>
          </MessageBar>
        ) : undefined}
      </div>
    </>
  );
};

interface LinesProps {
  readonly state: ReadyState;
  readonly texts: LiveTexts;
  readonly live: LiveCells;
  readonly frame: Frame;
}

const Lines = ({ state: { lines, busy }, texts, live, frame }: LinesProps) => {
  const styles = useStyles();
  const disabled = busy !== undefined;
  const goingOut = lines.filter((line) => isSendable(line) || line.onItsWay).length;
  if (lines.length === 0) return <Text>{texts.none}</Text>;
  return (
    <>
      {lines.map((line) => (
        <LineCard
          key={line.binding.id}
          line={line}
          texts={texts}
          disabled={disabled}
          onShow={() => void live.show(line.binding.id)}
          onUnbind={() => void live.unbind(frame, line.binding.id)}
          onAccept={() => void live.accept(frame, line.binding.id)}
        />
      ))}
      <div className={styles.buttons}>
        <Button
          className={styles.button}
          appearance="primary"
          disabledFocusable={disabled || goingOut === 0}
          onClick={() => void live.send(frame)}
        >
          {texts.send(goingOut)}
        </Button>
        <Button className={styles.button} disabledFocusable={disabled} onClick={() => void live.load(frame)}>
          {texts.again}
        </Button>
      </div>
    </>
  );
};

/** Cells that drive key results: what is bound, what would go out, and sending it. */
export const LiveCellsScreen = ({ open: sheet }: ToolProps) => {
  const styles = useStyles();
  const { locale } = useUi();
  const excel = useExcel();
  const [texts] = useState(() => liveTexts(locale));
  const [live] = useState(() => composeLiveCells(excel, texts));
  const state = useStore(live.state);
  const { frame } = sheet;
  useEffect(() => {
    void live.load(frame);
  }, [live, frame]);
  useEffect(() => live.dispose, [live]);
  if (state.kind === "loading") return <Spinner label={texts.reading} />;
  const isBusy = state.busy !== undefined;
  return (
    <main className={styles.pane}>
      <h1 className={styles.title}>{texts.title}</h1>
      <Text>{texts.intro}</Text>
      <BindForm open={sheet} texts={texts} disabled={isBusy} onBind={(one) => void live.bind(frame, one)} />
      <News state={state} texts={texts} />
      <Lines state={state} texts={texts} live={live} frame={frame} />
    </main>
  );
};
