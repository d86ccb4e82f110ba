import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import type { DialogSize } from "../protocol/calls/dialogs.ts";
import { dialogPage, type OpenDialog } from "../shell/state.ts";
import { AppFrame } from "./AppFrame.tsx";
import { AppIcon } from "./AppIcon.tsx";
import { useShell, useShellState, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  surface: { paddingInline: 0, paddingBlockEnd: 0, overflow: "hidden", width: "fit-content", maxWidth: "96vw" },
  title: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    paddingInlineStart: tokens.spacingHorizontalL,
  },
  close: { marginInlineEnd: tokens.spacingHorizontalM },
  page: { display: "flex", maxWidth: "100%" },
});

/** Share of the window's width and height, as Teams documents for the named sizes. */
const named = { small: [20, 20], medium: [50, 50], large: [70, 60] } as const;

const css = (size: DialogSize, axis: 0 | 1): string => {
  const [unit, least] = axis === 0 ? ["vw", 280] : ["vh", 160];
  const wanted = typeof size === "number" ? `${size}px` : `${named[size][axis]}${unit}`;
  return `min(max(${wanted}, ${least}px), ${axis === 0 ? "96vw" : "80vh"})`;
};

const OpenTask = ({ dialog }: { readonly dialog: OpenDialog }) => {
  const styles = useStyles();
  const texts = useTexts();
  const { session, store, dialogs } = useShell();
  const { pageId } = dialog;
  const page = useMemo(() => {
    const current = dialogPage(store.get(), session);
    return current?.id === pageId ? current : undefined;
  }, [pageId, store, session]);
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && dialogs.close()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle
            action={
              <Button
                className={styles.close}
                appearance="subtle"
                aria-label={texts.close}
                icon={<DismissRegular />}
                onClick={dialogs.close}
              />
            }
          >
            <span className={styles.title}>
              <AppIcon app={session.app} size={28} />
              {dialog.title === "" ? session.app.name : dialog.title}
            </span>
          </DialogTitle>
          <DialogContent>
            <div className={styles.page} style={{ width: css(dialog.width, 0), height: css(dialog.height, 1) }}>
              {page !== undefined && <AppFrame key={page.id} page={page} />}
            </div>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

/** A dialog that an app's page has opened. [TS14] */
export const TaskDialog = () => {
  const dialog = useShellState((state) => state.dialog);
  return dialog === undefined ? null : <OpenTask key={dialog.pageId} dialog={dialog} />;
};
