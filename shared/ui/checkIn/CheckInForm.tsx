import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, type FormEvent, type KeyboardEvent } from "react";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { KeyResultView } from "#shared/domain/okr/view.ts";
import { useUi } from "../UiContext.ts";
import { failureText, problemText } from "./checkInText.ts";
import { CheckInValue } from "./CheckInValue.tsx";
import { Confidence } from "./Confidence.tsx";
import { useCheckIn, type CheckInForm as Form, type CheckInServices } from "./useCheckIn.ts";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    marginBlockStart: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export interface CheckInFormProps {
  readonly view: KeyResultView;
  readonly services: CheckInServices;
  /** The check-in to be corrected by a newer one. */
  readonly correcting?: CheckIn | undefined;
  readonly onClose: () => void;
}

/** A check-in in one line of figures and one sentence; Enter saves. */
export const CheckInForm = ({ view, services, correcting, onClose }: CheckInFormProps) => {
  const styles = useStyles();
  const { messages, format } = useUi();
  const { keyResult } = view;
  const form = useCheckIn({ keyResult, services, correcting, onClose });
  const saving = form.state.kind === "saving";
  const noteProblem = form.problem?.type === "NoteTooLong" ? form.problem : undefined;
  const noteField = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (noteProblem) noteField.current?.focus();
  }, [noteProblem]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void form.save();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      // Office listens on the window for Escape and would move the focus out of the pane.
      event.stopPropagation();
      onClose();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void form.save();
    }
  };
  return (
    // The keyboard shortcuts only add to what the buttons do.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={styles.form}
      aria-label={messages.checkIn.openFor(keyResult.title)}
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      {form.restored ? <Text size={200}>{messages.checkIn.restored}</Text> : undefined}
      {correcting ? <Text size={200}>{messages.checkIn.correcting}</Text> : undefined}
      <CheckInValue view={view} form={form} disabled={saving} />
      <Confidence
        value={form.draft.confidence}
        disabled={saving}
        onChange={(confidence) => form.change({ confidence })}
      />
      <Field
        label={messages.checkIn.note}
        validationMessage={noteProblem ? problemText(noteProblem, messages, format) : null}
      >
        <Textarea
          ref={(element: HTMLTextAreaElement | null) => {
            noteField.current = element;
          }}
          value={form.draft.note}
          resize="vertical"
          dir="auto"
          disabled={saving}
          placeholder={messages.checkIn.notePlaceholder}
          onChange={(_, { value }) => form.change({ note: value })}
        />
      </Field>
      {form.state.kind === "failed" ? (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {failureText(form.state.error, messages)}{" "}
            {form.state.kept ? messages.checkIn.kept : messages.checkIn.notKept}
          </MessageBarBody>
        </MessageBar>
      ) : undefined}
      <Buttons form={form} onClose={onClose} />
    </form>
  );
};

const Buttons = ({ form, onClose }: { readonly form: Form; readonly onClose: () => void }) => {
  const styles = useStyles();
  const { messages } = useUi();
  const saving = form.state.kind === "saving";
  return (
    <div className={styles.buttons}>
      <Button
        type="submit"
        appearance="primary"
        disabledFocusable={saving}
        icon={saving ? <Spinner size="tiny" aria-hidden="true" /> : null}
      >
        {saving ? messages.checkIn.saving : messages.checkIn.save}
      </Button>
      <Button onClick={onClose} disabled={saving}>
        {messages.checkIn.cancel}
      </Button>
      {form.restored || form.state.kind === "failed" ? (
        <Button appearance="subtle" onClick={form.discard} disabled={saving}>
          {messages.checkIn.discard}
        </Button>
      ) : undefined}
    </div>
  );
};
