import { Combobox, Field, makeStyles, Option, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { NamedOwner, Understood } from "#shared/application/importing/importState.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import { useDesk } from "./ImportContext.ts";
import { useImportTexts } from "./text/useImportTexts.ts";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  wide: { minWidth: 0, width: "100%" },
});

const FEWEST_LETTERS = 2;

const OwnerField = ({ owner }: { readonly owner: NamedOwner }) => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  const { directory } = useExcel().deps;
  const [typed, setTyped] = useState(owner.person?.name ?? "");
  const [found, setFound] = useState<readonly Person[]>([]);
  const search = async (text: string): Promise<void> => {
    setTyped(text);
    if (text.trim().length < FEWEST_LETTERS) return setFound([]);
    const people = await directory.searchPeople(text.trim());
    setFound(people.ok ? people.value : []);
  };
  return (
    <Field label={texts.findPerson(owner.name)} {...(owner.person ? {} : { hint: texts.keptAsName })}>
      <Combobox
        className={styles.wide}
        input={{ className: styles.wide }}
        freeform
        value={typed}
        onChange={({ target }) => void search(target.value)}
        onOptionSelect={(_, { optionValue, optionText }) => {
          setTyped(optionText ?? "");
          void desk.name(
            owner.name,
            found.find(({ id }) => id === optionValue),
          );
        }}
      >
        {found.map(({ id, name, upn }) => (
          <Option key={id} value={id} text={name}>
            {`${name}${upn === undefined ? "" : ` (${upn})`}`}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
};

/** Who the names on the sheet are; those nobody answers to first. */
export const People = ({ understood: { owners } }: { readonly understood: Understood }) => {
  const styles = useStyles();
  const inOrder = owners.toSorted((a, b) => Number(a.person !== undefined) - Number(b.person !== undefined));
  return (
    <div className={styles.list}>
      {inOrder.map((owner) => (
        <OwnerField key={owner.name} owner={owner} />
      ))}
    </div>
  );
};
