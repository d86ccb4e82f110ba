import {
  Button,
  Checkbox,
  Input,
  makeStyles,
  MenuDivider,
  MenuItem,
  MenuList,
  Popover,
  PopoverSurface,
  tokens,
} from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import { useState } from "react";
import { filterChoices, filterTable, sort, type Table } from "../../model/index.ts";
import { closePopup } from "../actions/menus.ts";
import { report } from "../actions/reporting.ts";
import { useSession } from "../session.ts";

const useStyles = makeStyles({
  surface: { width: "260px", padding: tokens.spacingVerticalS, display: "flex", flexDirection: "column", gap: "6px" },
  values: {
    maxHeight: "220px",
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  buttons: { display: "flex", justifyContent: "flex-end", gap: tokens.spacingHorizontalS },
});

/** More lines would not help anybody to choose; the search narrows them down. */
const MOST_SHOWN = 500;

const BLANKS = "(Blanks)";

interface Choice {
  readonly text: string;
  readonly isChecked: boolean;
}

/** Numbers by size, blanks last. */
const collator = new Intl.Collator(undefined, { numeric: true });

const startChoices = (table: Table, columnId: number, values: readonly string[]): readonly Choice[] => {
  const criteria = table.filters.get(columnId);
  const chosen = criteria?.filterOn === "Values" ? new Set(criteria.values) : undefined;
  return values
    .toSorted((a, b) => Number(a === "") - Number(b === "") || collator.compare(a, b))
    .map((text) => ({ text, isChecked: chosen === undefined || chosen.has(text) }));
};

interface ChecklistProps {
  readonly choices: readonly Choice[];
  readonly onChange: (choices: readonly Choice[]) => void;
  readonly search: string;
}

const matches = (search: string, { text }: Choice): boolean =>
  (text === "" ? BLANKS : text).toLocaleLowerCase().includes(search.toLocaleLowerCase());

const Checklist = ({ choices, onChange, search }: ChecklistProps): JSX.Element => {
  const styles = useStyles();
  const found = choices.filter((choice) => matches(search, choice));
  const checked = found.filter(({ isChecked }) => isChecked).length;
  const all = checked === found.length ? true : checked === 0 ? false : "mixed";
  return (
    <div className={styles.values} role="group" aria-label="Values">
      <Checkbox
        label={search === "" ? "(Select all)" : "(Select all search results)"}
        checked={all}
        onChange={() =>
          onChange(choices.map((choice) => (matches(search, choice) ? { ...choice, isChecked: all !== true } : choice)))
        }
      />
      {found.slice(0, MOST_SHOWN).map(({ text, isChecked }) => (
        <Checkbox
          key={text}
          label={text === "" ? BLANKS : text}
          checked={isChecked}
          onChange={() =>
            onChange(choices.map((other) => (other.text === text ? { ...other, isChecked: !isChecked } : other)))
          }
        />
      ))}
    </div>
  );
};

interface FilterMenuProps {
  readonly table: Table;
  /** Offset from the table's first column. */
  readonly offset: number;
  readonly target: Element;
}

export const FilterMenu = ({ table, offset, target }: FilterMenuProps): JSX.Element | null => {
  const session = useSession();
  const styles = useStyles();
  const column = table.columns[offset];
  const columnId = column?.id ?? -1;
  const [search, setSearch] = useState("");
  const [choices, setChoices] = useState(() => startChoices(table, columnId, filterChoices(table, columnId)));
  if (column === undefined) return null;
  const close = (): void => closePopup(session);
  const sortBy = (ascending: boolean): void => {
    close();
    report(session, sort(table, [{ key: offset, ascending }]));
  };
  const apply = (): void => {
    close();
    const wanted = choices.filter((choice) => choice.isChecked && matches(search, choice)).map(({ text }) => text);
    const isEverything = wanted.length === choices.length;
    report(session, filterTable(table, columnId, isEverything ? null : { filterOn: "Values", values: wanted }));
  };
  const isFiltered = table.filters.has(columnId);
  return (
    <Popover
      open
      trapFocus
      positioning={{ target, position: "below", align: "end" }}
      onOpenChange={(_, { open }) => {
        if (!open) close();
      }}
    >
      <PopoverSurface className={styles.surface} aria-label={`Filter ${column.name}`}>
        <MenuList>
          <MenuItem onClick={() => sortBy(true)}>Sort ascending</MenuItem>
          <MenuItem onClick={() => sortBy(false)}>Sort descending</MenuItem>
          <MenuDivider />
          <MenuItem
            disabled={!isFiltered}
            onClick={() => {
              close();
              report(session, filterTable(table, columnId, null));
            }}
          >
            Clear filter from {column.name}
          </MenuItem>
        </MenuList>
        <Input
          size="small"
          contentBefore={<SearchRegular />}
          placeholder="Search"
          aria-label="Search values"
          value={search}
          onChange={(_, { value }) => setSearch(value)}
          onKeyDown={({ key }) => {
            if (key === "Enter") apply();
          }}
        />
        <Checklist choices={choices} onChange={setChoices} search={search} />
        <div className={styles.buttons}>
          <Button
            size="small"
            appearance="primary"
            disabled={!choices.some((choice) => choice.isChecked && matches(search, choice))}
            onClick={apply}
          >
            Apply
          </Button>
          <Button size="small" onClick={close}>
            Cancel
          </Button>
        </div>
      </PopoverSurface>
    </Popover>
  );
};
