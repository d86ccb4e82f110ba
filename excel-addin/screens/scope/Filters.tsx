import { Button, Dropdown, Field, makeStyles, Option, Select, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Status } from "#shared/domain/okr/status.ts";
import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import { useExcel } from "../ExcelContext.ts";
import { OwnerField } from "./OwnerField.tsx";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0 },
  more: { alignSelf: "start", paddingInline: 0, minWidth: 0 },
  wide: { minWidth: 0, width: "100%" },
});

export interface FilterProps {
  readonly frame: Frame;
  readonly scope: SheetScope;
  readonly onChange: (scope: SheetScope) => void;
}

/** The scope without some of its parts. */
const without = (scope: SheetScope, ...parts: readonly ("levelKey" | "owner" | "statuses")[]): SheetScope => {
  const rest = { ...scope };
  for (const part of parts) delete rest[part];
  return rest;
};

const LevelField = ({ frame, scope, onChange }: FilterProps) => {
  const styles = useStyles();
  const { level, anyLevel } = useExcel().texts.scope;
  return (
    <Field label={level}>
      <Select
        className={styles.wide}
        value={scope.levelKey ?? ""}
        onChange={(_, { value }) =>
          onChange({ ...without(scope, "levelKey"), ...(value === "" ? {} : { levelKey: value }) })
        }
      >
        <option value="">{anyLevel}</option>
        {frame.levels.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
};

const StatusField = ({ scope, onChange }: FilterProps) => {
  const styles = useStyles();
  const { texts, vocabulary } = useExcel();
  const { statuses: words } = vocabulary.words;
  const chosen = scope.statuses ?? [];
  return (
    <Field label={texts.scope.status}>
      <Dropdown
        className={styles.wide}
        multiselect
        placeholder={texts.scope.anyStatus}
        value={chosen.map((status) => words[status]).join(", ")}
        selectedOptions={[...chosen]}
        onOptionSelect={(_, { selectedOptions }) => {
          const statuses = (Object.keys(words) as Status[]).filter((status) => selectedOptions.includes(status));
          onChange({ ...without(scope, "statuses"), ...(statuses.length === 0 ? {} : { statuses }) });
        }}
      >
        {(Object.entries(words) as [Status, string][]).map(([status, word]) => (
          <Option key={status} value={status}>
            {word}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
};

/** What narrows the scope further; out of the way until somebody wants it. */
export const Filters = (props: FilterProps) => {
  const styles = useStyles();
  const { texts } = useExcel();
  const { scope, onChange } = props;
  const used = scope.levelKey !== undefined || scope.owner !== undefined || scope.statuses !== undefined;
  const [wanted, setWanted] = useState(false);
  const open = wanted || used;
  return (
    <div className={styles.stack}>
      <Button
        className={styles.more}
        appearance="transparent"
        icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
        aria-expanded={open}
        onClick={() => {
          if (open) onChange(without(scope, "levelKey", "owner", "statuses"));
          setWanted(!open);
        }}
      >
        {used ? texts.scope.fewer : texts.scope.more}
      </Button>
      {open ? (
        <>
          <LevelField {...props} />
          <OwnerField
            owner={scope.owner}
            onChange={(owner) => onChange({ ...without(scope, "owner"), ...(owner === undefined ? {} : { owner }) })}
          />
          <StatusField {...props} />
        </>
      ) : undefined}
    </div>
  );
};
