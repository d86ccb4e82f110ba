import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useUi } from "../UiContext.ts";

const STEPS = Array.from({ length: 11 }, (_, step) => step);

const useStyles = makeStyles({
  group: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, marginBlockEnd: tokens.spacingVerticalXXS, fontSize: tokens.fontSizeBase300 },
  hint: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    marginInlineStart: tokens.spacingHorizontalS,
  },
  steps: { display: "grid", gridTemplateColumns: "repeat(11, minmax(0, 2.25rem))", gap: "2px" },
  step: {
    position: "relative",
    display: "grid",
    placeItems: "center",
    minHeight: "32px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: "pointer",
    fontVariantNumeric: "tabular-nums",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":has(:checked)": {
      backgroundColor: tokens.colorBrandBackground,
      color: tokens.colorNeutralForegroundOnBrand,
      border: `1px solid ${tokens.colorBrandBackground}`,
      fontWeight: tokens.fontWeightSemibold,
    },
    ":has(:focus-visible)": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  input: { position: "absolute", inset: 0, margin: 0, opacity: 0, cursor: "pointer" },
});

export interface ConfidenceProps {
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
  readonly disabled: boolean;
}

/** One click for 0 to 10; arrow keys move as in any group of radio buttons. */
export const Confidence = ({ value, onChange, disabled }: ConfidenceProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  const name = useId();
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend className={styles.legend}>
        {messages.checkIn.confidence}
        <span className={styles.hint}>{messages.checkIn.confidenceHint}</span>
      </legend>
      <div className={styles.steps}>
        {STEPS.map((step) => (
          <label key={step} className={styles.step}>
            <input
              className={styles.input}
              type="radio"
              name={name}
              value={step}
              checked={value === step}
              onChange={() => onChange(step)}
            />
            {step}
          </label>
        ))}
      </div>
    </fieldset>
  );
};
