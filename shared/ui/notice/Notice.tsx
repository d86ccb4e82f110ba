import { useEffect, useRef } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  notice: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    textAlign: "center",
    minHeight: "60vh",
    boxSizing: "border-box",
    gap: tokens.spacingVerticalM,
    maxWidth: "30rem",
    marginInline: "auto",
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    ":focus": { outlineStyle: "none" },
  },
});

export interface NoticeProps {
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly act: () => void };
  /** It answers what somebody did on the screen that was here: whoever reads by ear or uses the keyboard is taken along. */
  readonly isAnswer?: boolean;
}

/** A whole screen that says one thing. */
export const Notice = ({ title, text, action, isAnswer = false }: NoticeProps) => {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isAnswer) heading.current?.focus();
  }, [isAnswer]);
  return (
    <main className={styles.notice}>
      <h1 className={styles.title} ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {text === "" ? undefined : <Text align="center">{text}</Text>}
      {action ? <Button onClick={action.act}>{action.label}</Button> : undefined}
    </main>
  );
};
