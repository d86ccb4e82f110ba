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
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import type { AdminTexts } from "./text/en.ts";

export interface CloseCycleProps {
  readonly cycle: Cycle;
  readonly texts: AdminTexts;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** Asks before a whole organisation can no longer check in: the buttons of two cycles stand close together. */
export const CloseCycle = ({ cycle, texts, onCancel, onClose }: CloseCycleProps) => {
  // A dialog that is open from its first render never gets the focus: it looks for its surface before that exists.
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(true), []);
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, { open }) => (open ? undefined : onCancel())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.closeTitle(cycle.name)}</DialogTitle>
          <DialogContent>{texts.closeText}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={onClose}>
              {texts.closeIt}
            </Button>
            <Button onClick={onCancel}>{texts.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
