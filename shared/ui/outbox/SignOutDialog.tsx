import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useShownDialog } from "../dialog/useShownDialog.ts";
import { useUi } from "../UiContext.ts";

export interface SignOutDialogProps {
  /** Entries that are only on this device. */
  readonly count: number;
  readonly onStay: () => void;
  readonly onSignOut: () => void;
}

/** Asks before signing out throws away what somebody typed. */
export const SignOutDialog = ({ count, onStay, onSignOut }: SignOutDialogProps) => {
  const { messages } = useUi();
  const { shown, closeAnd } = useShownDialog(onStay);
  return (
    <Dialog {...shown} modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{messages.outbox.signOutTitle}</DialogTitle>
          <DialogContent>{messages.outbox.signOutText(count)}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={closeAnd(onStay)}>
              {messages.outbox.signOutStay}
            </Button>
            <Button onClick={closeAnd(onSignOut)}>{messages.outbox.signOutAnyway(count)}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
