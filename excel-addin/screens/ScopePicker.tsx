import { Combobox, Dropdown, Field, makeStyles, Option, Switch, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { pathTo } from "#shared/application/place.ts";
import { dayOf, instantOf } from "#shared/domain/day.ts";
import { plainWords } from "#shared/domain/entry/characters.ts";
import { runningCycles } from "#shared/domain/okr/cycle.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { SheetScope } from "#shared/domain/sheet/baseline.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "./ExcelContext.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  wide: { minWidth: 0, width: "100%" },
  path: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  option: { display: "flex", flexDirection: "column" },
});

const EVERYBODY = "all";
const RUNNING = "running";
/** Options of a list that stay usable without scrolling forever. */
const SHOWN = 60;

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly path: string;
  readonly search: string;
}

const useChoices = (frame: Frame): readonly Choice[] => {
  const { texts } = useExcel();
  return useMemo(
    () => [
      { value: EVERYBODY, name: texts.pane.everybody(frame.organisation), path: "", search: "" },
      ...frame.units.map(({ key, name }) => {
        const path = pathTo(frame, key)
          .slice(0, -1)
          .map((unit) => unit.name)
          .join(" › ");
        return { value: key, name, path, search: plainWords(`${name} ${path}`) };
      }),
    ],
    [frame, texts],
  );
};

export interface ScopePickerProps {
  readonly frame: Frame;
  readonly scope: SheetScope;
  readonly onChange: (scope: SheetScope) => void;
}

/** Whose OKRs, found by typing a part of the name or of what lies above it. */
const UnitField = ({ frame, scope, onChange }: ScopePickerProps) => {
  const styles = useStyles();
  const { texts } = useExcel();
  const choices = useChoices(frame);
  const [typed, setTyped] = useState<string>();
  const chosen = choices.find(({ value }) => value === scope.unit);
  const wanted = plainWords(typed ?? "");
  const shown = choices.filter(
    ({ value, search }) => wanted === "" || (value !== EVERYBODY && search.includes(wanted)),
  );
  return (
    <Field label={texts.pane.scope}>
      <Combobox
        className={styles.wide}
        freeform
        placeholder={texts.pane.searchScope}
        value={typed ?? chosen?.name ?? ""}
        selectedOptions={[scope.unit]}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onOpenChange={(_, { open }) => {
          if (!open) setTyped(undefined);
        }}
        onOptionSelect={(_, { optionValue }) => {
          setTyped(undefined);
          if (optionValue === undefined) return;
          onChange({ ...scope, unit: optionValue === EVERYBODY ? EVERYBODY : unitKey(optionValue) });
        }}
      >
        {shown.slice(0, SHOWN).map(({ value, name, path }) => (
          <Option key={value} value={value} text={name}>
            <span className={styles.option}>
              <span>{name}</span>
              {path === "" ? undefined : <span className={styles.path}>{path}</span>}
            </span>
          </Option>
        ))}
      </Combobox>
    </Field>
  );
};

/** What to pull: whose OKRs, with or without what lies below, and of which cycle. */
export const ScopePicker = (props: ScopePickerProps) => {
  const { frame, scope, onChange } = props;
  const styles = useStyles();
  const { clock } = useUi();
  const { texts } = useExcel();
  const now = runningCycles(frame.cycles, dayOf(instantOf(clock.now())));
  const running = texts.pane.running(now.map(({ name }) => name).join(", "));
  const chosen = frame.cycles.find(({ key }) => key === scope.cycleKey);
  return (
    <div className={styles.form}>
      <UnitField {...props} />
      <Switch
        label={texts.pane.below}
        checked={scope.below || scope.unit === EVERYBODY}
        disabled={scope.unit === EVERYBODY}
        onChange={(_, { checked }) => onChange({ ...scope, below: checked })}
      />
      <Field label={texts.pane.cycle}>
        <Dropdown
          className={styles.wide}
          value={chosen?.name ?? running}
          selectedOptions={[chosen?.key ?? RUNNING]}
          onOptionSelect={(_, { optionValue }) => {
            const { cycleKey: _old, ...rest } = scope;
            onChange(
              optionValue === undefined || optionValue === RUNNING
                ? rest
                : { ...rest, cycleKey: cycleKey(optionValue) },
            );
          }}
        >
          <Option value={RUNNING} text={running}>
            {running}
          </Option>
          {frame.cycles.map(({ key, name }) => (
            <Option key={key} value={key} text={name}>
              {name}
            </Option>
          ))}
        </Dropdown>
      </Field>
    </div>
  );
};
