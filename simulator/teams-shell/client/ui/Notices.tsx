import { Toast, Toaster, ToastTitle, useId, useToastController } from "@fluentui/react-components";
import { useEffect } from "react";
import { useShellState } from "./useShell.ts";

/** Short messages of the shell itself. */
export const Notices = () => {
  const toasterId = useId("notices");
  const { dispatchToast } = useToastController(toasterId);
  const notice = useShellState((state) => state.notice);
  useEffect(() => {
    if (notice === undefined) return;
    dispatchToast(
      <Toast>
        <ToastTitle>{notice.text}</ToastTitle>
      </Toast>,
      { intent: notice.intent, timeout: 6000 },
    );
  }, [notice, dispatchToast]);
  return <Toaster toasterId={toasterId} position="bottom-end" />;
};
