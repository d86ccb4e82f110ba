import { makeStyles, tokens } from "@fluentui/react-components";
import { ClockRegular } from "@fluentui/react-icons";
import { useUi } from "../UiContext.ts";

const useStyles = makeStyles({
  badge: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** What was typed is safe on this device, and not stored yet. */
export const WaitingBadge = () => {
  const styles = useStyles();
  const { messages } = useUi();
  return (
    <span className={styles.badge}>
      <ClockRegular aria-hidden="true" />
      {messages.outbox.waiting}
    </span>
  );
};
