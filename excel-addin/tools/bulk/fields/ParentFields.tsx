import { Checkbox, Combobox, Field, makeStyles, Option, Text, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { contains } from "#shared/ui/unitPicker/findUnits.ts";
import { useExcel } from "../../../screens/ExcelContext.ts";
import type { BulkForm } from "../form.ts";
import { useBulkTexts } from "../text/useBulkTexts.ts";
import type { FieldsProps } from "./fieldsProps.ts";

const useStyles = makeStyles({
  field: { minWidth: 0, width: "100%" },
  list: { maxHeight: "min(20rem, 50vh)", zIndex: 1 },
  option: { overflowWrap: "anywhere" },
  kind: { color: tokens.colorNeutralForeground3 },
  box: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  empty: { padding: tokens.spacingHorizontalM },
});

/** Options of one search; who needs more types more. */
const LIMIT = 40;
const NONE = "";

/** What the field says, and which option that is. */
const chosenOf = (
  parent: BulkForm["parent"],
  labelOf: (id: string) => string | undefined,
  none: string,
): { readonly text: string; readonly options: string[] } => {
  if (parent === undefined) return { text: "", options: [] };
  return parent === "none" ? { text: none, options: [NONE] } : { text: labelOf(parent.id) ?? "", options: [parent.id] };
};

export const ParentFields = ({ bulk: { form, onForm }, reading: { sheet } }: FieldsProps) => {
  const styles = useStyles();
  const texts = useBulkTexts();
  const { types } = useExcel().vocabulary.words;
  const [typed, setTyped] = useState<string>();
  const all = useMemo(
    () =>
      sheet.references.map(({ ref, title }) => ({
        ...ref,
        title,
        label: sheet.labels.references.labelOf(ref.id) ?? title,
      })),
    [sheet],
  );
  const found = useMemo(() => all.filter(({ label }) => contains(label, typed ?? "")).slice(0, LIMIT), [all, typed]);
  const chosen = chosenOf(form.parent, (id) => all.find((one) => one.id === id)?.label, texts.noParent);
  return (
    <>
      <Field label={texts.parent} hint={texts.parentHint}>
        <Combobox
          className={styles.field}
          listbox={{ className: styles.list }}
          freeform
          inlinePopup
          autoComplete="off"
          value={typed ?? chosen.text}
          selectedOptions={chosen.options}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => setTyped(target.value)}
          onOptionSelect={(_, { optionValue }) => {
            if (optionValue === undefined) return;
            onForm({ parent: optionValue === NONE ? "none" : { id: optionValue } });
            setTyped(undefined);
          }}
          onBlur={() => setTyped(undefined)}
        >
          {typed === undefined || typed === "" ? (
            <Option value={NONE} text={texts.noParent}>
              {texts.noParent}
            </Option>
          ) : undefined}
          {found.map(({ id, kind, label }) => (
            <Option key={id} value={id} text={label} className={styles.option}>
              <span>
                <bdi>{label}</bdi>{" "}
                <Text size={200} className={styles.kind}>
                  {types[kind]}
                </Text>
              </span>
            </Option>
          ))}
          {found.length === 0 ? (
            <Text className={styles.empty} role="status">
              {texts.noneFound(typed ?? "")}
            </Text>
          ) : undefined}
        </Combobox>
      </Field>
      <Checkbox
        className={styles.box}
        label={texts.addParent}
        checked={form.addParent}
        disabled={form.parent === "none"}
        onChange={(_, { checked }) => onForm({ addParent: checked === true })}
      />
    </>
  );
};
