import { Combobox, Field, makeStyles, Option } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { Person } from "#shared/domain/okr/person.ts";
import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import { useExcel } from "../ExcelContext.ts";

const useStyles = makeStyles({ wide: { minWidth: 0, width: "100%" } });

const ANYBODY = "anybody";
const ME = "me";

/** Shorter texts begin too many names. */
const LEAST = 2;

export interface OwnerFieldProps {
  readonly owner: SheetScope["owner"];
  readonly onChange: (owner: SheetScope["owner"]) => void;
}

/** Whose own OKRs: anybody's, one's own, or those of somebody in the directory. */
export const OwnerField = ({ owner, onChange }: OwnerFieldProps) => {
  const styles = useStyles();
  const { texts, deps } = useExcel();
  const { anybody, me, ownerLabel, ownerHint } = texts.scope;
  const [typed, setTyped] = useState<string>();
  const [found, setFound] = useState<readonly Person[]>([]);
  const asked = useRef("");
  const search = async (text: string): Promise<void> => {
    asked.current = text;
    const people = text.length < LEAST ? undefined : await deps.directory.searchPeople(text);
    // An answer to what stood there before says nothing any more.
    if (asked.current === text) setFound(people?.ok ? people.value : []);
  };
  const person = typeof owner === "object" ? owner : undefined;
  const chosen = person?.name ?? (owner === ME ? me : anybody);
  const people = [...(person ? [person] : []), ...found.filter(({ id }) => id !== person?.id)];
  return (
    <Field label={ownerLabel} hint={typed === undefined ? null : ownerHint}>
      <Combobox
        className={styles.wide}
        value={typed ?? chosen}
        selectedOptions={[person?.id ?? (owner === ME ? ME : ANYBODY)]}
        onChange={({ target: { value } }) => {
          setTyped(value);
          void search(value.trim());
        }}
        onOpenChange={(_, { open }) => {
          if (!open) setTyped(undefined);
        }}
        onOptionSelect={(_, { optionValue }) => {
          setTyped(undefined);
          if (optionValue === ME) onChange(ME);
          else onChange(people.find(({ id }) => id === optionValue));
        }}
      >
        <Option value={ANYBODY}>{anybody}</Option>
        <Option value={ME}>{me}</Option>
        {people.map(({ id, name, upn }) => (
          <Option key={id} value={id} text={name}>
            {upn === undefined ? name : `${name} (${upn})`}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
};
