import type { DialogProps } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";

export interface ShownDialog {
  /** For the `Dialog`. */
  readonly shown: Pick<DialogProps, "open" | "onOpenChange" | "surfaceMotion">;
  /** Closes it, and then does this. */
  readonly closeAnd: (then: () => void) => () => void;
}

/**
 * For a dialog that is open as long as it is there. It closes before it goes: one that is removed while it is open gives the focus
 * to nobody, so that whoever uses the keyboard begins at the top, and where all around it goes at once, it leaves the page hidden from screen readers.
 * @param onGone somebody closed it without choosing anything
 */
export const useShownDialog = (onGone: () => void): ShownDialog => {
  // A dialog that is open from its first render never gets the focus: it looks for its surface before that exists.
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(true), []);
  const [opener] = useState(() => document.activeElement);
  const then = useRef(onGone);
  const closeAnd = (next: () => void) => (): void => {
    then.current = next;
    setOpen(false);
  };
  return {
    shown: {
      open,
      onOpenChange: (_, { open: isOpen }) => (isOpen ? undefined : closeAnd(onGone)()),
      surfaceMotion: {
        onMotionFinish: (_, { direction }) => {
          if (direction !== "exit") return;
          if (opener instanceof HTMLElement) opener.focus();
          then.current();
        },
      },
    },
    closeAnd,
  };
};
