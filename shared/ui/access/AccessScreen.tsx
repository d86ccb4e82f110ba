import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import {
  ClockRegular,
  CloudOffRegular,
  ErrorCircleRegular,
  LockClosedRegular,
  PersonKeyRegular,
  WrenchRegular,
} from "@fluentui/react-icons";
import { useRef, useState, type ReactElement } from "react";
import type { AccessError } from "#shared/ports/access.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
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
  /** Also what follows a sign-in that worked. */
  readonly onRetry: () => Promise<void> | void;
  readonly signIn: Pick<SignIn, "interact">;
  /** Leaves the account that is signed in; absent where it belongs to the host. */
  readonly onOtherAccount?: () => void;
  /** What a permission is needed for, where that is not plain from the screen. */
  readonly why?: string;
}

/** Whoever has no right or no licence may have another account. */
const isAboutTheAccount = ({ type }: AccessError): boolean => type === "Forbidden" || type === "NoLicence";

/** One calm screen for every reason why the OKRs cannot be shown. */
export const AccessScreen = ({ error, onRetry, signIn, onOtherAccount, why }: AccessScreenProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  const [working, setWorking] = useState<NextStep>();
  // Why signing in did not work; asking silently again would only say that it is needed.
  const [refused, setRefused] = useState<{ readonly after: AccessError; readonly why: AccessError }>();
  const attempts = useRef(0);
  const shown = refused?.after === error ? refused.why : error;
  const { title, text: general, next, button } = accessText(shown, messages);
  const text = shown === error && error.type === "SignInNeeded" ? (why ?? general) : general;
  const act = async (): Promise<void> => {
    attempts.current += 1;
    const attempt = attempts.current;
    setWorking(next);
    if (next === "signIn" && shown.type === "SignInNeeded") {
      // Straight from the click, or the browser blocks the window.
      const signedIn = await signIn.interact(shown.scopes);
      // A window that was closed cannot be told from an open one; whoever pressed again waits for the newer one.
      if (attempt !== attempts.current) return;
      if (!signedIn.ok) {
        setRefused({ after: error, why: signedIn.error });
        return setWorking(undefined);
      }
      setWorking("retry");
    }
    await onRetry();
    setWorking(undefined);
  };
  return (
    <section className={styles.screen} role="alert">
      <span className={styles.icon} aria-hidden="true">
        {ICONS[shown.type]}
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
      {onOtherAccount && isAboutTheAccount(shown) ? (
        <Button appearance="subtle" onClick={onOtherAccount}>
          {messages.access.otherAccount}
        </Button>
      ) : undefined}
      {working === "signIn" ? <Text size={200}>{messages.access.waiting}</Text> : undefined}
    </section>
  );
};
