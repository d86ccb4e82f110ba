import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, type FormEvent, type KeyboardEvent } from "react";
import type { CheckInProblem } from "#shared/application/readCheckIn.ts";
import type { RecordCheckInError } from "#shared/application/recordCheckIn.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Measure } from "#shared/domain/okr/keyResult.ts";
import type { KeyResultView } from "#shared/domain/okr/view.ts";
import { unreachable } from "#shared/domain/result.ts";
import { accessText } from "../access/accessText.ts";
import { valueText } from "../keyResultText.ts";
import type { Messages } from "../text/en.ts";
import type { Format } from "../text/format.ts";
import { useUi } from "../UiContext.ts";
import { Confidence } from "./Confidence.tsx";
import { typedValue, useCheckIn, type CheckInForm as Form, type CheckInServices } from "./useCheckIn.ts";

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
  value: { maxWidth: "16rem" },
  // Fluent's own least width is more than a narrow pane has.
  input: { minWidth: 0, width: "100%" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  choices: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, marginBlockStart: "4px" },
});

const unitOf = (measure: Measure): string => {
  switch (measure.kind) {
    case "metric":
    case "baseline":
      return measure.unit;
    case "percentage":
      return "%";
    case "milestone":
      return "";
  }
};

const problemText = (problem: CheckInProblem, { checkIn }: Messages, format: Format): string => {
  switch (problem.type) {
    case "Nothing":
      return checkIn.nothing;
    case "NotANumber":
    case "NotYesNo":
      return checkIn.notANumber(problem.text);
    case "Shortened":
      return checkIn.shortened(problem.text, format.number(problem.suggestion));
    case "AmbiguousNumber":
    case "AmbiguousPercent":
      return checkIn.ambiguous(problem.text, format.number(problem.readings[0]), format.number(problem.readings[1]));
    case "NoteTooLong":
      return checkIn.tooLong(problem.by);
    default:
      return unreachable(problem);
  }
};

/** The readings among which the person has to choose; none where there is nothing to choose from. */
const readingsOf = (problem: CheckInProblem | undefined): readonly number[] => {
  switch (problem?.type) {
    case "AmbiguousNumber":
    case "AmbiguousPercent":
      return problem.readings;
    case "Shortened":
      return [problem.suggestion];
    case "Nothing":
    case "NotANumber":
    case "NotYesNo":
    case "NoteTooLong":
    case undefined:
      return [];
  }
};

const failureText = (error: RecordCheckInError, messages: Messages): string => {
  if (error.type === "Refused") return error.message;
  const { title, text } = accessText(error, messages);
  return text === "" ? title : `${title}. ${text}`;
};

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
      <div>
        <ValueField view={view} form={form} disabled={saving} />
        <Readings view={view} form={form} />
      </div>
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
    </form>
  );
};

const ValueField = ({
  view,
  form,
  disabled,
}: {
  readonly view: KeyResultView;
  readonly form: Form;
  readonly disabled: boolean;
}) => {
  const styles = useStyles();
  const ui = useUi();
  const { messages, format, clock } = ui;
  const { measure } = view.keyResult;
  const problem = form.problem?.type === "NoteTooLong" ? undefined : form.problem;
  const problemMessage = problem ? problemText(problem, messages, format) : null;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (problem) field.current?.focus();
  }, [problem]);
  if (measure.kind === "milestone") {
    return (
      <Field validationMessage={problemMessage}>
        <Checkbox
          label={messages.checkIn.done}
          ref={(element: HTMLInputElement | null) => {
            field.current = element;
          }}
          checked={form.draft.value === "" ? (view.value ?? 0) >= 1 : form.draft.value === "1"}
          disabled={disabled}
          autoFocus
          onChange={(_, { checked }) => form.change({ value: checked === true ? "1" : "0" })}
        />
      </Field>
    );
  }
  return (
    <Field
      className={styles.value}
      label={measure.kind === "percentage" ? messages.checkIn.percentDone : messages.checkIn.value}
      validationMessage={problemMessage}
      hint={
        view.value === undefined || view.valueAt === undefined
          ? null
          : messages.checkIn.previous(valueText(measure, view.value, ui), format.age(view.valueAt, clock.now()))
      }
    >
      <Input
        className={styles.input}
        ref={(element: HTMLInputElement | null) => {
          field.current = element;
        }}
        value={form.draft.value}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
        disabled={disabled}
        contentAfter={<Text size={200}>{unitOf(measure)}</Text>}
        onChange={(_, { value }) => form.change({ value })}
      />
    </Field>
  );
};

/** The readings of what was typed, as buttons: one click instead of typing it again. */
const Readings = ({ view, form }: { readonly view: KeyResultView; readonly form: Form }) => {
  const styles = useStyles();
  const { messages, format } = useUi();
  const readings = readingsOf(form.problem);
  if (readings.length === 0) return undefined;
  return (
    <div className={styles.choices} role="group" aria-label={messages.checkIn.choose}>
      {readings.map((reading) => (
        <Button
          key={reading}
          size="small"
          onClick={() => form.change({ value: typedValue(view.keyResult.measure, reading, format) })}
        >
          {format.number(reading)}
        </Button>
      ))}
    </div>
  );
};
