import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, Text, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import type { AccessError } from "#shared/ports/access.ts";
import { accessText } from "../access/accessText.ts";
import { useUi } from "../UiContext.ts";
import type { AdminTexts } from "./text/en.ts";
import { scopesIn, type Task } from "./useTask.ts";

const useStyles = makeStyles({
  section: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center" },
});

export interface SectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

export const Section = ({ title, hint, children }: SectionProps) => {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {hint === undefined ? undefined : <Text>{hint}</Text>}
      {children}
    </section>
  );
};

export type AdminError = AccessError | { readonly type: "Said"; readonly text: string };

export interface TaskNoticeProps {
  readonly task: Task<AdminError>;
  readonly texts: AdminTexts;
  /** What is said when it worked. */
  readonly done?: string;
}

/** What became of the work: under way, done, or why not and what to do. */
export const TaskNotice = ({ task, texts, done }: TaskNoticeProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  if (task.state === "working") return <Spinner size="tiny" label={texts.working} />;
  if (task.state === "done") {
    return (
      <MessageBar intent="success" layout="multiline" role="status">
        <MessageBarBody>{done ?? texts.done}</MessageBarBody>
      </MessageBar>
    );
  }
  if (!task.error) return undefined;
  const needsConsent = scopesIn(task.error) !== undefined;
  return (
    <MessageBar intent={needsConsent ? "info" : "warning"} layout="multiline" role="alert">
      <MessageBarBody>
        <div className={styles.row}>
          <span>{errorText(task.error, texts, messages)}</span>
          {needsConsent ? (
            <Button appearance="primary" onClick={() => void task.allow()}>
              {texts.allow}
            </Button>
          ) : undefined}
        </div>
      </MessageBarBody>
    </MessageBar>
  );
};

const errorText = (error: AdminError, texts: AdminTexts, messages: Parameters<typeof accessText>[1]): string => {
  if (error.type === "Said") return error.text;
  if (error.type === "Forbidden") return texts.noAccessTitle;
  const known = accessText(error, messages);
  return scopesIn(error) ? texts.allowWhy : `${known.title}. ${known.text}`;
};
