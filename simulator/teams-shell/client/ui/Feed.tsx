import { Button, Caption1, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ChatMultipleRegular, ErrorCircleRegular } from "@fluentui/react-icons";
import { useCallback } from "react";
import type { ChannelMessage, ShellChannel, ShellTeam } from "../../wire.ts";
import { EmptyState } from "./EmptyState.tsx";
import { Message } from "./Message.tsx";
import { usePolled, type Polled } from "./usePolled.ts";
import { useShell, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  pane: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  scroll: { flexGrow: 1, minHeight: 0, overflowY: "auto", display: "flex", flexDirection: "column" },
  list: {
    width: "100%",
    maxWidth: "800px",
    boxSizing: "border-box",
    marginInline: "auto",
    padding: `min(4%, ${tokens.spacingHorizontalL})`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  note: {
    padding: tokens.spacingVerticalS,
    textAlign: "center",
    color: tokens.colorNeutralForeground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  spinner: { margin: "auto" },
});

const Messages = ({
  state,
  retry,
}: {
  readonly state: Polled<readonly ChannelMessage[]>;
  readonly retry: () => void;
}) => {
  const styles = useStyles();
  const texts = useTexts();
  switch (state.kind) {
    case "loading":
      return <Spinner className={styles.spinner} label={texts.loadingPosts} labelPosition="below" />;
    case "failed":
      return (
        <EmptyState icon={<ErrorCircleRegular />} title={texts.postsFailed} text={state.message}>
          <Button onClick={retry}>{texts.tryAgain}</Button>
        </EmptyState>
      );
    case "ready":
      return state.value.length === 0 ? (
        <EmptyState icon={<ChatMultipleRegular />} title={texts.noPosts} text={texts.noPostsHint} />
      ) : (
        <div className={styles.list}>
          {state.value.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </div>
      );
  }
};

/** The messages of a channel, newest first. [TS25] */
export const Feed = ({ team, channel }: { readonly team: ShellTeam; readonly channel: ShellChannel }) => {
  const styles = useStyles();
  const texts = useTexts();
  const { api } = useShell();
  const read = useCallback(() => api.messages(team.id, channel.id), [api, team.id, channel.id]);
  const { state, retry } = usePolled(read);
  return (
    <section className={styles.pane} aria-label={texts.feed(channel.displayName)}>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.feed(channel.displayName)}>
        <Messages state={state} retry={retry} />
      </div>
      <Caption1 className={styles.note}>{texts.writingNotSimulated}</Caption1>
    </section>
  );
};
