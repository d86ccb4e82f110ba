import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
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
  // A dialog that is open from its first render never gets the focus: it looks for its surface before that exists.
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(true), []);
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, { open }) => (open ? undefined : onStay())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{messages.outbox.signOutTitle}</DialogTitle>
          <DialogContent>{messages.outbox.signOutText(count)}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={onStay}>
              {messages.outbox.signOutStay}
            </Button>
            <Button onClick={onSignOut}>{messages.outbox.signOutAnyway(count)}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
