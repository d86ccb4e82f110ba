import { Combobox, Field, makeStyles, Option, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { ownerText } from "#shared/application/bulk/ownerText.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { usePeopleSearch, type PeopleFound } from "../../../people/usePeopleSearch.ts";
import { useExcel } from "../../../screens/ExcelContext.ts";
import { useBulkTexts } from "../text/useBulkTexts.ts";
import type { FieldsProps } from "./fieldsProps.ts";

const useStyles = makeStyles({
  field: { minWidth: 0, width: "100%" },
  list: { maxHeight: "min(20rem, 50vh)", zIndex: 1 },
  option: { overflowWrap: "anywhere" },
  detail: { color: tokens.colorNeutralForeground3 },
  empty: { padding: tokens.spacingHorizontalM },
});

const NOBODY = "";

const Answer = ({ found, typed }: { readonly found: PeopleFound; readonly typed: string }) => {
  const styles = useStyles();
  const texts = useBulkTexts();
  const text = {
    idle: undefined,
    searching: texts.searching,
    failed: texts.searchFailed,
    found: found.kind === "found" && found.people.length === 0 ? texts.nobody(typed) : undefined,
  }[found.kind];
  return text === undefined ? undefined : (
    <Text className={styles.empty} role="status">
      {text}
    </Text>
  );
};

/** Finds a person in the directory for the owner cells. */
export const OwnerFields = ({ bulk: { form, onForm }, reading: { sheet } }: FieldsProps) => {
  const styles = useStyles();
  const texts = useBulkTexts();
  const { deps } = useExcel();
  const [typed, setTyped] = useState<string>();
  const found = usePeopleSearch(deps.directory, typed ?? "");
  const people = found.kind === "found" ? found.people : [];
  const { owner } = form;
  const choose = async (person: Person): Promise<void> => {
    const text = await ownerText(deps, sheet.input.people, person);
    onForm({ owner: { person, text } });
  };
  const chosen = owner === "none" ? texts.noOwner : (owner?.person.name ?? "");
  return (
    <Field label={texts.owner} hint={texts.ownerHint}>
      <Combobox
        className={styles.field}
        listbox={{ className: styles.list }}
        freeform
        inlinePopup
        autoComplete="off"
        value={typed ?? chosen}
        selectedOptions={[]}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setTyped(target.value)}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue === undefined) return;
          const person = people.find(({ id }) => id === optionValue);
          if (person) void choose(person);
          else if (optionValue === NOBODY) onForm({ owner: "none" });
          setTyped(undefined);
        }}
        onBlur={() => setTyped(undefined)}
      >
        {typed === undefined || typed === "" ? (
          <Option value={NOBODY} text={texts.noOwner}>
            {texts.noOwner}
          </Option>
        ) : undefined}
        {people.map((person) => (
          <Option key={person.id} value={person.id} text={person.name} className={styles.option}>
            <span>
              <bdi>{person.name}</bdi>{" "}
              <Text size={200} className={styles.detail}>
                {person.upn}
              </Text>
            </span>
          </Option>
        ))}
        <Answer found={found} typed={typed ?? ""} />
      </Combobox>
    </Field>
  );
};
