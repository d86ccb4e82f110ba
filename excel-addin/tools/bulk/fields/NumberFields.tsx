import { Checkbox, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { DayStep } from "#shared/domain/bulk/operation.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { typedNumber } from "../form.ts";
import { useBulkTexts } from "../text/useBulkTexts.ts";
import type { FieldsProps } from "./fieldsProps.ts";

const useStyles = makeStyles({
  wide: { minWidth: 0, width: "100%" },
  row: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "start" },
  half: { flex: "1 1 0", minWidth: 0 },
  boxes: {
    display: "flex",
    flexDirection: "column",
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
});

const STEPS: readonly DayStep[] = ["days", "weeks", "months"];
const DECIMALS = [0, 1, 2] as const;

const problem = (wrong: boolean, text: string) =>
  wrong ? ({ validationState: "error", validationMessage: text } as const) : {};

export const ShiftFields = ({ bulk: { form, onForm } }: FieldsProps) => {
  const styles = useStyles();
  const texts = useBulkTexts();
  const { locale } = useUi();
  const by = typedNumber(form.by, locale);
  const wrong = form.by.trim() !== "" && form.by.trim() !== "-" && (by === undefined || !Number.isInteger(by));
  return (
    <div className={styles.row}>
      <Field className={styles.half} label={texts.by} hint={texts.byHint} {...problem(wrong, texts.notANumber)}>
        <Input
          className={styles.wide}
          value={form.by}
          inputMode="numeric"
          autoComplete="off"
          onChange={(_, { value }) => onForm({ by: value })}
        />
      </Field>
      <Field className={styles.half} label={texts.step}>
        <Select
          className={styles.wide}
          value={form.step}
          onChange={(_, { value }) => onForm({ step: value as DayStep })}
        >
          {STEPS.map((step) => (
            <option key={step} value={step}>
              {texts.steps[step]}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
};

export const RescaleFields = ({ bulk: { form, onForm } }: FieldsProps) => {
  const styles = useStyles();
  const texts = useBulkTexts();
  const { locale } = useUi();
  const wrong = form.factor.trim() !== "" && typedNumber(form.factor, locale) === undefined;
  const converts = form.unit.trim() !== "";
  return (
    <>
      <Field label={texts.factor} hint={texts.factorHint} {...problem(wrong, texts.notANumber)}>
        <Input
          value={form.factor}
          inputMode="decimal"
          autoComplete="off"
          onChange={(_, { value }) => onForm({ factor: value })}
        />
      </Field>
      <Field label={texts.unitOf} hint={texts.unitHint}>
        <Input value={form.unit} autoComplete="off" onChange={(_, { value }) => onForm({ unit: value })} />
      </Field>
      <Field label={texts.decimals}>
        <Select
          className={styles.wide}
          value={form.decimals === undefined ? "" : String(form.decimals)}
          onChange={(_, { value }) => onForm({ decimals: value === "" ? undefined : Number(value) })}
        >
          <option value="">{texts.exact}</option>
          {DECIMALS.map((places) => (
            <option key={places} value={places}>
              {places === 0 ? texts.whole : texts.places(places)}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.boxes}>
        <Checkbox
          label={texts.starts}
          checked={form.starts || converts}
          disabled={converts}
          onChange={(_, { checked }) => onForm({ starts: checked === true })}
        />
        <Checkbox
          label={texts.currents}
          checked={form.currents || converts}
          disabled={converts}
          onChange={(_, { checked }) => onForm({ currents: checked === true })}
        />
      </div>
    </>
  );
};
