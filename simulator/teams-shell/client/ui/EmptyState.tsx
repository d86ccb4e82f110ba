import { Body1, makeStyles, Subtitle1, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  box: {
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    textAlign: "center",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    minHeight: "200px",
  },
  icon: { fontSize: "48px", lineHeight: 1, color: tokens.colorNeutralForeground3 },
  text: { maxWidth: "44ch", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

export interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** A screen or pane with nothing to show, and what to do about it. */
export const EmptyState = ({ icon, title, text, children }: EmptyStateProps) => {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <Subtitle1 as="h2">{title}</Subtitle1>
      <Body1 className={styles.text}>{text}</Body1>
      {children}
    </div>
  );
};
