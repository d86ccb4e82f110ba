import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import type { OpenSession } from "#shared/application/okrSession.ts";
import { useUi } from "../UiContext.ts";

const useStyles = makeStyles({
  // Gone again in a moment; nothing below may jump for it.
  updating: {
    position: "absolute",
    insetInlineEnd: 0,
    insetBlockStart: `calc(-1 * ${tokens.spacingVerticalM})`,
    color: tokens.colorNeutralForeground3,
  },
});

/** From when the figures are, while they are not the latest, and why. */
export const Freshness = ({ state }: { readonly state: OpenSession }) => {
  const styles = useStyles();
  const { messages, format, clock } = useUi();
  const { connection, asOf, hasRoom, okrs } = state;
  const moment = format.moment(asOf, clock.now());
  return (
    <>
      <div>
        {connection === "updating" && okrs.kind === "ready" ? (
          <Text size={100} className={styles.updating}>
            {messages.freshness.updating(moment)}
          </Text>
        ) : undefined}
      </div>
      {connection === "live" || connection === "updating" ? undefined : (
        <MessageBar intent={connection === "slow" ? "info" : "warning"} layout="multiline">
          <MessageBarBody>{messages.freshness[connection](moment)}</MessageBarBody>
        </MessageBar>
      )}
      {hasRoom ? undefined : (
        <MessageBar layout="multiline">
          <MessageBarBody>{messages.freshness.noRoom}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
};
