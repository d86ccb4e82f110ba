import {
  Checkbox,
  Combobox,
  Field,
  Link,
  makeStyles,
  Option,
  OptionGroup,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { childrenOf } from "#shared/application/place.ts";
import { unitKey, type UnitKey } from "#shared/domain/okr/ids.ts";
import { findUnits, indexUnits, MOST_SHOWN } from "#shared/ui/unitPicker/findUnits.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useBulkTexts } from "../text/useBulkTexts.ts";
import type { BulkForm } from "../form.ts";
import type { FieldsProps } from "./fieldsProps.ts";

const useStyles = makeStyles({
  field: { minWidth: 0, width: "100%" },
  list: { maxHeight: "min(20rem, 50vh)", zIndex: 1 },
  option: { overflowWrap: "anywhere" },
  chosen: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
  box: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  empty: { padding: tokens.spacingHorizontalM },
});

const PARENTS: readonly BulkForm["parents"][] = ["same", "original", "none"];
/** Parents whose children can be chosen at once: regions of a company, not each team of a country. */
const MANY = 3;

const UnitsField = ({ bulk: { form, onForm }, frame }: FieldsProps) => {
  const styles = useStyles();
  const texts = useBulkTexts();
  const { messages } = useUi();
  const [typed, setTyped] = useState("");
  const index = useMemo(() => indexUnits(frame), [frame]);
  const { groups, more } = useMemo(() => findUnits(index, typed, MOST_SHOWN), [index, typed]);
  const parents = useMemo(
    () =>
      frame.units
        .map((unit) => ({ unit, below: childrenOf(frame, unit.key) }))
        .filter(({ below }) => below.length >= MANY),
    [frame],
  );
  const add = (keys: readonly UnitKey[]): void => onForm({ units: [...new Set([...form.units, ...keys])] });
  return (
    <Field label={texts.units} hint={texts.unitsHint}>
      <Combobox
        className={styles.field}
        listbox={{ className: styles.list }}
        multiselect
        freeform
        inlinePopup
        autoComplete="off"
        placeholder={messages.board.find}
        value={typed}
        selectedOptions={[...form.units]}
        onChange={({ target }) => setTyped(target.value)}
        onOptionSelect={(_, { selectedOptions }) => onForm({ units: selectedOptions.map(unitKey) })}
        onBlur={() => setTyped("")}
      >
        {groups.map(({ path, units }) => (
          <OptionGroup key={path} {...(path === "" ? {} : { label: path })}>
            {units.map(({ key, name }) => (
              <Option key={key} value={key} text={name} className={styles.option}>
                {name}
              </Option>
            ))}
          </OptionGroup>
        ))}
        {more > 0 ? (
          <Option disabled value=" " text={messages.board.moreUnits(more)} className={styles.option} checkIcon={null}>
            {messages.board.moreUnits(more)}
          </Option>
        ) : undefined}
        {groups.length === 0 ? (
          <Text className={styles.empty} role="status">
            {messages.board.notFound(typed)}
          </Text>
        ) : undefined}
      </Combobox>
      <div className={styles.chosen}>
        <Text>{texts.chosenUnits(form.units.length)}</Text>
        {form.units.length > 0 ? (
          <Link as="button" onClick={() => onForm({ units: [] })}>
            {texts.clearUnits}
          </Link>
        ) : undefined}
        {parents.slice(0, MANY).map(({ unit, below }) => (
          <Link key={unit.key} as="button" onClick={() => add(below.map(({ key }) => key))}>
            {texts.allIn(unit.name)}
          </Link>
        ))}
      </div>
    </Field>
  );
};

export const CloneFields = (props: FieldsProps) => {
  const styles = useStyles();
  const texts = useBulkTexts();
  const { form, onForm } = props.bulk;
  return (
    <>
      <UnitsField {...props} />
      <Field hint={texts.renameHint}>
        <Checkbox
          className={styles.box}
          label={texts.rename}
          checked={form.rename}
          onChange={(_, { checked }) => onForm({ rename: checked === true })}
        />
      </Field>
      <Field label={texts.parents}>
        <RadioGroup
          className={styles.box}
          value={form.parents}
          onChange={(_, { value }) => onForm({ parents: value as BulkForm["parents"] })}
        >
          {PARENTS.map((choice) => (
            <Radio key={choice} value={choice} label={texts.parentChoices[choice]} />
          ))}
        </RadioGroup>
      </Field>
      <Checkbox
        className={styles.box}
        label={texts.keepOwner}
        checked={form.keepOwner}
        onChange={(_, { checked }) => onForm({ keepOwner: checked === true })}
      />
    </>
  );
};
