import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import {
  ClockRegular,
  CloudOffRegular,
  ErrorCircleRegular,
  LockClosedRegular,
  PersonKeyRegular,
  WrenchRegular,
} from "@fluentui/react-icons";
import { useState, type ReactElement } from "react";
import type { AccessError } from "#shared/ports/access.ts";
import { useUi } from "../UiContext.ts";
import { accessText, type NextStep } from "./accessText.ts";

const ICONS: Readonly<Record<AccessError["type"], ReactElement>> = {
  Offline: <CloudOffRegular />,
  Busy: <ClockRegular />,
  Forbidden: <LockClosedRegular />,
  NoLicence: <LockClosedRegular />,
  NotSetUp: <WrenchRegular />,
  SignInNeeded: <PersonKeyRegular />,
  Unexpected: <ErrorCircleRegular />,
};

const useStyles = makeStyles({
  screen: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    textAlign: "center",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    maxWidth: "30rem",
    marginInline: "auto",
  },
  icon: { fontSize: "40px", color: tokens.colorBrandForeground1, lineHeight: 1 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export interface AccessScreenProps {
  readonly error: AccessError;
  readonly onRetry: () => Promise<void> | void;
  /** Shows sign-in or consent for these scopes; called straight from the click. */
  readonly onSignIn: (scopes: readonly string[]) => Promise<void>;
}

/** One calm screen for every reason why the OKRs cannot be shown. */
export const AccessScreen = ({ error, onRetry, onSignIn }: AccessScreenProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  const [working, setWorking] = useState<NextStep>();
  const { title, text, next, button } = accessText(error, messages);
  const act = async (): Promise<void> => {
    setWorking(next);
    await (next === "signIn" && error.type === "SignInNeeded" ? onSignIn(error.scopes) : onRetry());
    setWorking(undefined);
  };
  return (
    <section className={styles.screen} role="alert">
      <span className={styles.icon} aria-hidden="true">
        {ICONS[error.type]}
      </span>
      <h1 className={styles.title}>{title}</h1>
      {text === "" ? undefined : <Text align="center">{text}</Text>}
      <Button
        appearance="primary"
        disabledFocusable={working === "retry"}
        icon={working ? <Spinner size="tiny" aria-hidden="true" /> : null}
        onClick={() => void act()}
      >
        {button}
      </Button>
      {working === "signIn" ? <Text size={200}>{messages.access.waiting}</Text> : undefined}
    </section>
  );
};
