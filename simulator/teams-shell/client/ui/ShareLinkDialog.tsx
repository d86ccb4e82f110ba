import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { useShell, useShellState, useTexts } from "./useShell.ts";

/** A deep link to hand to somebody else. [TS13] */
export const ShareLinkDialog = () => {
  const texts = useTexts();
  const { notify, closeSharedLink } = useShell();
  const link = useShellState((state) => state.sharedLink);
  if (link === undefined) return null;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link.url);
      closeSharedLink();
      notify("success", texts.copied);
    } catch {
      notify("warning", texts.copyFailed);
    }
  };
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && closeSharedLink()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.shareTitle(link.label)}</DialogTitle>
          <DialogContent>
            <Field label={texts.link}>
              <Input readOnly value={link.url} dir="ltr" onFocus={(event) => event.currentTarget.select()} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={closeSharedLink}>{texts.close}</Button>
            <Button appearance="primary" icon={<CopyRegular />} onClick={() => void copy()}>
              {texts.copy}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
