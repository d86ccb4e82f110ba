import {
  Button,
  Dialog as FluentDialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { JSX, ReactNode } from "react";
import { deleteWorksheet, findSheet } from "../model/index.ts";
import { cancelEdit, finishConfirmed, retryEdit } from "./actions/editing.ts";
import { report } from "./actions/reporting.ts";
import { MESSAGES } from "./messages.ts";
import { useSession } from "./session.ts";
import { useStore } from "./store.ts";
import type { Dialog } from "./uiState.ts";

interface FrameProps {
  readonly title: string;
  readonly text: string;
  readonly onEscape: () => void;
  /** The first button takes the focus. */
  readonly children: ReactNode;
}

const Frame = ({ title, text, onEscape, children }: FrameProps): JSX.Element => (
  <FluentDialog
    open
    modalType="alert"
    onOpenChange={(_, { open }) => {
      if (!open) onEscape();
    }}
  >
    <DialogSurface style={{ maxWidth: "440px" }}>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent style={{ whiteSpace: "pre-line" }}>{text}</DialogContent>
        <DialogActions fluid>{children}</DialogActions>
      </DialogBody>
    </DialogSurface>
  </FluentDialog>
);

type Refused = Extract<Dialog, { type: "refusedEntry" }>;

/** Stop asks to retry, Warning may be overruled, Information only tells: Excel's three styles of error alert. */
const RefusedEntry = ({ dialog }: { readonly dialog: Refused }): JSX.Element => {
  const session = useSession();
  const cancel = (): void => {
    session.ui.patch({ dialog: null });
    cancelEdit(session);
  };
  const text = dialog.style === "Warning" ? `${dialog.message}\n\n${MESSAGES.keepAnyway}` : dialog.message;
  return (
    <Frame title={dialog.title} text={text} onEscape={cancel}>
      {dialog.style === "Stop" && (
        <Button appearance="primary" onClick={() => retryEdit(session)}>
          {MESSAGES.retry}
        </Button>
      )}
      {dialog.style === "Warning" && (
        <>
          <Button appearance="primary" onClick={() => finishConfirmed(session)}>
            {MESSAGES.yes}
          </Button>
          <Button onClick={() => retryEdit(session)}>{MESSAGES.no}</Button>
        </>
      )}
      {dialog.style === "Information" && (
        <Button appearance="primary" onClick={() => finishConfirmed(session)}>
          {MESSAGES.ok}
        </Button>
      )}
      <Button onClick={cancel}>{MESSAGES.cancel}</Button>
    </Frame>
  );
};

const DeleteSheet = ({ sheetId }: { readonly sheetId: string }): JSX.Element => {
  const session = useSession();
  const close = (): void => session.ui.patch({ dialog: null });
  return (
    <Frame title={MESSAGES.deleteSheetTitle} text={MESSAGES.deleteSheet} onEscape={close}>
      <Button
        appearance="primary"
        onClick={() => {
          close();
          const sheet = findSheet(session.workbook, sheetId);
          if (sheet !== undefined) report(session, deleteWorksheet(sheet));
        }}
      >
        {MESSAGES.delete}
      </Button>
      <Button onClick={close}>{MESSAGES.cancel}</Button>
    </Frame>
  );
};

interface DialogsProps {
  readonly onKeepMine: () => void;
  readonly onLoadTheirs: () => void;
}

/** The one dialog that is open, if any. */
export const Dialogs = ({ onKeepMine, onLoadTheirs }: DialogsProps): JSX.Element | null => {
  const session = useSession();
  const dialog = useStore(session.ui, (state) => state.dialog);
  if (dialog === null) return null;
  const close = (): void => {
    session.ui.patch({ dialog: null });
    if (session.ui.get().edit === null) session.focusGrid.current();
  };
  switch (dialog.type) {
    case "refusedEntry":
      return <RefusedEntry dialog={dialog} />;
    case "deleteSheet":
      return <DeleteSheet sheetId={dialog.sheetId} />;
    case "message":
      return (
        <Frame title={dialog.title} text={dialog.message} onEscape={close}>
          <Button appearance="primary" onClick={close}>
            {MESSAGES.ok}
          </Button>
        </Frame>
      );
    case "savedElsewhere":
      return (
        <Frame title={MESSAGES.savedElsewhereTitle} text={MESSAGES.savedElsewhere} onEscape={() => undefined}>
          <Button appearance="primary" onClick={onLoadTheirs}>
            {MESSAGES.loadTheirs}
          </Button>
          <Button onClick={onKeepMine}>{MESSAGES.keepMine}</Button>
        </Frame>
      );
  }
};
