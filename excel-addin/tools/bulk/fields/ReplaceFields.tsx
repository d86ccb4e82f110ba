import { Checkbox, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { TEXT_FIELDS } from "#shared/domain/bulk/operation.ts";
import { useExcel } from "../../../screens/ExcelContext.ts";
import { useBulkTexts } from "../text/useBulkTexts.ts";
import type { FieldsProps } from "./fieldsProps.ts";

const useStyles = makeStyles({
  boxes: {
    display: "flex",
    flexWrap: "wrap",
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  column: {
    display: "flex",
    flexDirection: "column",
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
});

export const ReplaceFields = ({ bulk: { form, onForm } }: FieldsProps) => {
  const styles = useStyles();
  const texts = useBulkTexts();
  const { headers } = useExcel().vocabulary.words;
  const toggle = (field: (typeof TEXT_FIELDS)[number], wanted: boolean): void =>
    onForm({ fields: TEXT_FIELDS.filter((one) => (one === field ? wanted : form.fields.includes(one))) });
  return (
    <>
      <Field label={texts.find}>
        <Input value={form.find} autoComplete="off" onChange={(_, { value }) => onForm({ find: value })} />
      </Field>
      <Field label={texts.replacement}>
        <Input
          value={form.replacement}
          autoComplete="off"
          onChange={(_, { value }) => onForm({ replacement: value })}
        />
      </Field>
      <Field label={texts.columns}>
        <div role="group" aria-label={texts.columns} className={styles.boxes}>
          {TEXT_FIELDS.map((field) => (
            <Checkbox
              key={field}
              label={headers[field]}
              checked={form.fields.includes(field)}
              onChange={(_, { checked }) => toggle(field, checked === true)}
            />
          ))}
        </div>
      </Field>
      <div className={styles.column}>
        <Checkbox
          label={texts.wholeWord}
          checked={form.wholeWord}
          onChange={(_, { checked }) => onForm({ wholeWord: checked === true })}
        />
        <Checkbox
          label={texts.matchCase}
          checked={form.matchCase}
          onChange={(_, { checked }) => onForm({ matchCase: checked === true })}
        />
      </div>
    </>
  );
};
