import { Checkbox, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import { useBulkTexts } from "../text/useBulkTexts.ts";
import type { FieldsProps } from "./fieldsProps.ts";

const useStyles = makeStyles({
  wide: { minWidth: 0, width: "100%" },
  box: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

const CycleField = ({ bulk, frame }: FieldsProps) => {
  const styles = useStyles();
  const texts = useBulkTexts();
  return (
    <Field label={texts.cycle}>
      <Select
        className={styles.wide}
        value={bulk.form.cycle ?? ""}
        onChange={(_, { value }) => bulk.onForm({ cycle: value === "" ? undefined : cycleKey(value) })}
      >
        <option value="">{texts.chooseCycle}</option>
        {frame.cycles
          .filter(({ closed }) => !closed)
          .map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
      </Select>
    </Field>
  );
};

export const MoveCycleFields = (props: FieldsProps) => {
  const styles = useStyles();
  const texts = useBulkTexts();
  const { form, onForm } = props.bulk;
  return (
    <>
      <CycleField {...props} />
      <Checkbox
        className={styles.box}
        label={texts.moveDays}
        checked={form.moveDays}
        onChange={(_, { checked }) => onForm({ moveDays: checked === true })}
      />
    </>
  );
};

export const CarryOverFields = (props: FieldsProps) => {
  const styles = useStyles();
  const texts = useBulkTexts();
  const { form, onForm } = props.bulk;
  return (
    <>
      <CycleField {...props} />
      <Field hint={texts.keepProgressHint}>
        <Checkbox
          className={styles.box}
          label={texts.keepProgress}
          checked={form.keepProgress}
          onChange={(_, { checked }) => onForm({ keepProgress: checked === true })}
        />
      </Field>
    </>
  );
};
