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
import { isSendable, type LiveFailure } from "#shared/application/liveCells/liveState.ts";
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

/** Cells that drive key results: what is bound, what would go out, and sending it. */
export const LiveCellsScreen = ({ open }: ToolProps) => {
  const styles = useStyles();
  const { locale } = useUi();
  const excel = useExcel();
  const [texts] = useState(() => liveTexts(locale));
  const [live] = useState(() => composeLiveCells(excel, texts));
  const state = useStore(live.state);
  const { frame } = open;
  useEffect(() => {
    void live.load(frame);
  }, [live, frame]);
  if (state.kind === "loading") return <Spinner label={texts.reading} />;
  const { lines, busy, failure, stored, renewed } = state;
  const sendable = lines.filter(isSendable).length;
  const waiting = lines.filter(({ onItsWay }) => onItsWay).length;
  return (
    <main className={styles.pane}>
      <h1 className={styles.title}>{texts.title}</h1>
      <Text>{texts.intro}</Text>
      <BindForm open={open} texts={texts} disabled={busy !== undefined} onBind={(one) => void live.bind(frame, one)} />
      <div role="alert">{failure ? <Failure failure={failure} texts={texts} /> : undefined}</div>
      <div role="status">
        {busy ? <ProgressBar aria-label={busy === "sending" ? texts.sending : texts.reading} /> : undefined}
        {renewed || stored !== undefined ? (
          <MessageBar intent={renewed ? "warning" : "success"} layout="multiline">
            <MessageBarBody>{renewed ? texts.renewed : texts.stored(stored ?? 0)}</MessageBarBody>
          </MessageBar>
        ) : undefined}
      </div>
      {lines.length === 0 ? <Text>{texts.none}</Text> : undefined}
      {lines.map((line) => (
        <LineCard
          key={line.binding.id}
          line={line}
          texts={texts}
          disabled={busy !== undefined}
          onShow={() => void live.show(line.binding.id)}
          onUnbind={() => void live.unbind(frame, line.binding.id)}
          onAccept={() => void live.accept(frame, line.binding.id)}
        />
      ))}
      {lines.length > 0 ? (
        <div className={styles.buttons}>
          <Button
            className={styles.button}
            appearance="primary"
            disabledFocusable={busy !== undefined || sendable + waiting === 0}
            onClick={() => void live.send(frame)}
          >
            {texts.send(sendable + waiting)}
          </Button>
          <Button
            className={styles.button}
            disabledFocusable={busy !== undefined}
            onClick={() => void live.load(frame)}
          >
            {texts.again}
          </Button>
        </div>
      ) : undefined}
    </main>
  );
};
