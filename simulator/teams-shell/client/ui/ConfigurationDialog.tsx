import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { useMemo } from "react";
import { configurationPage, type Configuration } from "../shell/state.ts";
import { AppFrame } from "./AppFrame.tsx";
import { AppIcon } from "./AppIcon.tsx";
import type { Texts } from "./text/en.ts";
import { useShell, useShellState, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  surface: { maxWidth: "min(720px, 96vw)", paddingInline: tokens.spacingHorizontalL },
  title: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minHeight: 0 },
  page: {
    display: "flex",
    height: "min(440px, 60vh)",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
  },
});

const titleOf = ({ mode, tab }: Configuration, app: string, texts: Texts): string => {
  switch (mode) {
    case "add":
      return texts.addAppTitle(app);
    case "change":
      return texts.changeAppTitle(tab?.name ?? app);
    case "remove":
      return texts.removeTabTitle(tab?.name ?? app);
  }
};

const ConfirmButton = ({ open }: { readonly open: Configuration }) => {
  const texts = useTexts();
  const { configuration } = useShell();
  const removing = open.mode === "remove";
  const idle = removing ? texts.remove : texts.save;
  return (
    <Button
      appearance="primary"
      disabledFocusable={!open.valid || open.busy}
      icon={open.busy ? <Spinner size="tiny" /> : null}
      onClick={removing ? configuration.confirmRemoval : configuration.save}
    >
      {open.busy ? texts.saving : idle}
    </Button>
  );
};

const OpenConfiguration = ({ open }: { readonly open: Configuration }) => {
  const styles = useStyles();
  const texts = useTexts();
  const { session, store, configuration } = useShell();
  const { pageId } = open;
  const page = useMemo(() => {
    const current = configurationPage(store.get(), session);
    return current?.id === pageId ? current : undefined;
  }, [pageId, store, session]);
  return (
    <Dialog open modalType="alert">
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>
            <span className={styles.title}>
              <AppIcon app={session.app} size={28} />
              {titleOf(open, session.app.name, texts)}
            </span>
          </DialogTitle>
          <DialogContent className={styles.content}>
            <div className={styles.page}>{page !== undefined && <AppFrame key={page.id} page={page} />}</div>
            {open.problem !== undefined && (
              <MessageBar intent="error" role="alert">
                <MessageBarBody>{open.problem}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={configuration.close}>{texts.cancel}</Button>
            <ConfirmButton open={open} />
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

/** The app's configuration or removal page with the buttons that belong to Teams. [TS9] [TS10] */
export const ConfigurationDialog = () => {
  const open = useShellState((state) => state.configuration);
  return open === undefined ? null : <OpenConfiguration key={open.pageId} open={open} />;
};
