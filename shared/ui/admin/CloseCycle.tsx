import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import { useShownDialog } from "../dialog/useShownDialog.ts";
import type { AdminTexts } from "./text/en.ts";

export interface CloseCycleProps {
  readonly cycle: Cycle;
  readonly texts: AdminTexts;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** Asks before a whole organisation can no longer check in: the buttons of two cycles stand close together. */
export const CloseCycle = ({ cycle, texts, onCancel, onClose }: CloseCycleProps) => {
  const { shown, closeAnd } = useShownDialog(onCancel);
  return (
    <Dialog {...shown} modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.closeTitle(cycle.name)}</DialogTitle>
          <DialogContent>{texts.closeText}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={closeAnd(onClose)}>
              {texts.closeIt}
            </Button>
            <Button onClick={closeAnd(onCancel)}>{texts.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
