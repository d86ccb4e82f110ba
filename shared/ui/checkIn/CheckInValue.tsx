/** The figure of a check-in, and what it may have meant. */
import { Button, Checkbox, Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { CheckInProblem } from "#shared/application/readCheckIn.ts";
import type { Measure } from "#shared/domain/okr/keyResult.ts";
import type { KeyResultView } from "#shared/domain/okr/view.ts";
import { valueText } from "../keyResultText.ts";
import { useUi } from "../UiContext.ts";
import { problemText } from "./checkInText.ts";
import { typedValue, type CheckInForm as Form } from "./useCheckIn.ts";

const useStyles = makeStyles({
  value: { maxWidth: "16rem" },
  // Fluent's own least width is more than a narrow pane has.
  input: { minWidth: 0, width: "100%" },
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

interface ValueProps {
  readonly view: KeyResultView;
  readonly form: Form;
}

/** The figure, with its readings as buttons where it has several. */
export const CheckInValue = ({ view, form, disabled }: ValueProps & { readonly disabled: boolean }) => (
  <div>
    {view.keyResult.measure.kind === "milestone" ? (
      <DoneField view={view} form={form} disabled={disabled} />
    ) : (
      <NumberField view={view} form={form} measure={view.keyResult.measure} disabled={disabled} />
    )}
    <Readings view={view} form={form} />
  </div>
);

/** What is wrong with the figure; the field that it is about is looked at then. */
const useProblem = (form: Form) => {
  const { messages, format } = useUi();
  const problem = form.problem?.type === "NoteTooLong" ? undefined : form.problem;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (problem) field.current?.focus();
  }, [problem]);
  const ref = (element: HTMLInputElement | null): void => {
    field.current = element;
  };
  return { ref, message: problem ? problemText(problem, messages, format) : null };
};

const DoneField = ({ view, form, disabled }: ValueProps & { readonly disabled: boolean }) => {
  const { messages } = useUi();
  const { ref, message } = useProblem(form);
  return (
    <Field validationMessage={message}>
      <Checkbox
        label={messages.checkIn.done}
        ref={ref}
        checked={form.draft.value === "" ? (view.value ?? 0) >= 1 : form.draft.value === "1"}
        disabled={disabled}
        autoFocus
        onChange={(_, { checked }) => form.change({ value: checked === true ? "1" : "0" })}
      />
    </Field>
  );
};

interface NumberProps extends ValueProps {
  readonly measure: Exclude<Measure, { readonly kind: "milestone" }>;
  readonly disabled: boolean;
}

const NumberField = ({ view, form, measure, disabled }: NumberProps) => {
  const styles = useStyles();
  const ui = useUi();
  const { messages, format, clock } = ui;
  const { ref, message } = useProblem(form);
  return (
    <Field
      className={styles.value}
      label={measure.kind === "percentage" ? messages.checkIn.percentDone : messages.checkIn.value}
      validationMessage={message}
      hint={
        view.value === undefined || view.valueAt === undefined
          ? null
          : messages.checkIn.previous(valueText(measure, view.value, ui), format.age(view.valueAt, clock.now()))
      }
    >
      <Input
        className={styles.input}
        ref={ref}
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
const Readings = ({ view, form }: ValueProps) => {
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
