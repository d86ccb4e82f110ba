import {
  Combobox,
  makeStyles,
  Option,
  OptionGroup,
  Text,
  tokens,
  type ComboboxProps,
} from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { UnitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { useUi } from "../UiContext.ts";
import { contains, findUnits, indexUnits, MOST_SHOWN } from "./findUnits.ts";

const useStyles = makeStyles({
  field: { minWidth: 0, width: "100%" },
  // An input asks for room for twenty letters; in a narrower field it would push the arrow over the border.
  input: { minWidth: 0 },
  list: { maxHeight: "min(26rem, 60vh)", zIndex: 1 },
  option: { overflowWrap: "anywhere" },
  empty: { padding: tokens.spacingHorizontalM },
});

/** The choice of all units at once, beside each of them. */
export interface Everything {
  readonly name: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

export interface UnitPickerProps {
  readonly frame: Frame;
  /** The chosen unit; absent where choosing only leads somewhere. */
  readonly value?: UnitKey;
  readonly onChoose: (key: UnitKey) => void;
  /** Where no visible label belongs to the field. */
  readonly label?: string;
  readonly appearance?: ComboboxProps["appearance"];
  readonly everything?: Everything;
}

/** No key of a unit is empty. */
const EVERYTHING = "";
/** Nor does one hold a space. */
const MORE = " ";

/** What the field says and marks as chosen while nobody types. */
const chosenOf = ({
  frame,
  value,
  everything,
}: UnitPickerProps): { readonly name: string; readonly options: string[] } => {
  if (everything?.chosen) return { name: everything.name, options: [EVERYTHING] };
  const unit = frame.units.find(({ key }) => key === value);
  return { name: unit?.name ?? "", options: value === undefined ? [] : [value] };
};

/** Finds a unit among hundreds: by typing a part of its name, or in the list, grouped by where each belongs. */
export const UnitPicker = (props: UnitPickerProps) => {
  const { frame, onChoose, label, appearance = "outline", everything } = props;
  const styles = useStyles();
  const { messages } = useUi();
  const [typed, setTyped] = useState<string>();
  const index = useMemo(() => indexUnits(frame), [frame]);
  const { groups, more } = useMemo(() => findUnits(index, typed ?? "", MOST_SHOWN), [index, typed]);
  const chosen = chosenOf(props);
  const offersEverything = everything !== undefined && contains(everything.name, typed ?? "");
  return (
    <Combobox
      className={styles.field}
      input={{ className: styles.input }}
      appearance={appearance}
      listbox={{ className: styles.list }}
      aria-label={label}
      placeholder={messages.board.find}
      freeform
      // Stays in the landmark of its field.
      inlinePopup
      autoComplete="off"
      value={typed ?? chosen.name}
      selectedOptions={chosen.options}
      // Typing begins a new search instead of adding to the chosen name.
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => setTyped(target.value)}
      onOptionSelect={(_, { optionValue }) => {
        const unit = frame.units.find(({ key }) => key === optionValue);
        if (unit) onChoose(unit.key);
        else if (optionValue === EVERYTHING) everything?.onChoose();
        else return;
        setTyped(undefined);
      }}
      // What was typed and led nowhere is gone; the field says again what is chosen.
      onBlur={() => setTyped(undefined)}
    >
      {offersEverything ? (
        <Option value={EVERYTHING} text={everything.name} className={styles.option}>
          {everything.name}
        </Option>
      ) : undefined}
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
        <Option disabled value={MORE} text={messages.board.moreUnits(more)} className={styles.option} checkIcon={null}>
          {messages.board.moreUnits(more)}
        </Option>
      ) : undefined}
      {groups.length === 0 && !offersEverything ? (
        <Text className={styles.empty} role="status">
          {messages.board.notFound(typed ?? "")}
        </Text>
      ) : undefined}
    </Combobox>
  );
};
