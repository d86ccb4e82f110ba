import {
  Body1,
  Button,
  Caption1,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { CheckmarkRegular, LockClosedRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { ConsentState } from "../shell/state.ts";
import { AppIcon } from "./AppIcon.tsx";
import { scopeInWords } from "./scopeWords.ts";
import { useLocale, useShell, useShellState, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  surface: { maxWidth: "460px" },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  title: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  scope: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "flex-start" },
  icon: { flexShrink: 0, marginTop: "3px", color: tokens.colorBrandForeground1 },
  words: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const Scopes = ({ consent }: { readonly consent: ConsentState }) => {
  const styles = useStyles();
  const locale = useLocale();
  return (
    <ul className={styles.list}>
      {consent.scopes.map((scope) => (
        <li key={scope} className={styles.scope}>
          <span className={styles.icon} aria-hidden>
            {consent.kind === "approval" ? <LockClosedRegular /> : <CheckmarkRegular />}
          </span>
          <span className={styles.words}>
            <Body1>{scopeInWords(scope, locale, consent.titles[scope])}</Body1>
            <Caption1 className={styles.quiet} dir="ltr">
              {scope}
            </Caption1>
          </span>
        </li>
      ))}
    </ul>
  );
};

const OpenConsent = ({ consent }: { readonly consent: ConsentState }) => {
  const styles = useStyles();
  const texts = useTexts();
  const { session, questions } = useShell();
  const { app, user } = session;
  const known = consent.clientId === app.clientId ? app.name : `${texts.unknownApp} (${consent.clientId})`;
  const name = consent.appName ?? known;
  const [organisation, setOrganisation] = useState(false);
  const approval = consent.kind === "approval";
  return (
    <Dialog open modalType="alert">
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>
            <span className={styles.title}>
              <AppIcon app={app} size={32} />
              {approval ? texts.approvalTitle : texts.consentTitle(name)}
            </span>
          </DialogTitle>
          <DialogContent className={styles.content}>
            <Caption1 className={styles.quiet}>
              {texts.publishedBy(app.developer)} · {user.userPrincipalName}
            </Caption1>
            <Body1>{approval ? texts.approvalText(name) : texts.consentIntro(user.displayName)}</Body1>
            <Scopes consent={consent} />
            {!approval && consent.mayGrantForOrganisation && (
              <Checkbox
                label={texts.consentForAll}
                checked={organisation}
                onChange={(_event, { checked }) => setOrganisation(checked === true)}
              />
            )}
            {!approval && <Caption1 className={styles.quiet}>{texts.consentHint}</Caption1>}
          </DialogContent>
          <DialogActions>
            {approval ? (
              <Button appearance="primary" onClick={() => questions.answerConsent({ type: "cancelled" })}>
                {texts.close}
              </Button>
            ) : (
              <>
                <Button onClick={() => questions.answerConsent({ type: "cancelled" })}>{texts.cancel}</Button>
                <Button
                  appearance="primary"
                  onClick={() => questions.answerConsent({ type: "accepted", organisation })}
                >
                  {texts.accept}
                </Button>
              </>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

/** Who asks for what. [TS16] */
export const ConsentDialog = () => {
  const consent = useShellState((state) => state.consent);
  return consent === undefined ? null : <OpenConsent consent={consent} />;
};
