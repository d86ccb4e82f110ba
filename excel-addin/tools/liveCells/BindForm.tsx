import { Button, Combobox, Field, makeStyles, Option, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { neededCycles, shownCycles } from "#shared/application/place.ts";
import type { OpenSheet } from "#shared/application/sheet/sheetState.ts";
import { dayOf, instantOf } from "#shared/domain/day.ts";
import { plainWords } from "#shared/domain/entry/characters.ts";
import type { UnitKey } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import { UnitPicker } from "#shared/ui/unitPicker/UnitPicker.tsx";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import type { LiveTexts } from "./texts.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  wide: { minWidth: 0, width: "100%" },
});

const firstUnit = ({ frame, sheet }: OpenSheet): UnitKey | undefined =>
  sheet && sheet.scope.unit !== "all"
    ? sheet.scope.unit
    : (frame.units.find((unit) => !unit.parentKey) ?? frame.units[0])?.key;

/** The key results of a unit in what runs now; undefined while they are read. */
const useKeyResults = ({ frame }: OpenSheet, unit: UnitKey | undefined): readonly KeyResult[] | undefined => {
  const { deps } = useExcel();
  const { clock } = useUi();
  const [found, setFound] = useState<readonly KeyResult[] | undefined>();
  useEffect(() => {
    let isMine = true;
    const read = async (unitKey: UnitKey): Promise<void> => {
      const today = dayOf(instantOf(clock.now()));
      const set = await deps.okrRepository.readOkrs({
        cycleKeys: neededCycles(frame, { unitKey }, today),
        units: [unitKey],
      });
      const running = new Set(shownCycles(frame, { unitKey }, today).map(({ key }) => key));
      if (isMine) setFound(set.ok ? set.value.keyResults.filter(({ cycleKey }) => running.has(cycleKey)) : []);
    };
    setFound(undefined);
    if (unit !== undefined) void read(unit);
    return () => {
      isMine = false;
    };
  }, [deps, frame, unit, clock]);
  return found;
};

interface BindFormProps {
  readonly open: OpenSheet;
  readonly texts: LiveTexts;
  readonly disabled: boolean;
  readonly onBind: (keyResult: KeyResult) => void;
}

/** Chooses a key result and binds the selected cell to it. */
export const BindForm = ({ open, texts, disabled, onBind }: BindFormProps) => {
  const styles = useStyles();
  const [unit, setUnit] = useState(() => firstUnit(open));
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<KeyResult | undefined>();
  const keyResults = useKeyResults(open, unit);
  const matching = keyResults?.filter(({ title }) => plainWords(title).includes(plainWords(typed))) ?? [];
  const choose = (id: string | undefined): void => {
    const found = keyResults?.find((one) => one.id === id);
    setChosen(found);
    setTyped(found?.title ?? "");
  };
  return (
    <div className={styles.form}>
      <Field label={texts.unit}>
        <UnitPicker
          frame={open.frame}
          {...(unit === undefined ? {} : { value: unit })}
          onChoose={(key) => {
            setUnit(key);
            choose(undefined);
          }}
        />
      </Field>
      <Field label={texts.keyResult} hint={keyResults?.length === 0 ? texts.noKeyResults : texts.bindHint}>
        <Combobox
          className={styles.wide}
          placeholder={texts.choose}
          value={typed}
          selectedOptions={chosen ? [chosen.id] : []}
          onChange={({ target }) => {
            setTyped(target.value);
            setChosen(undefined);
          }}
          onOptionSelect={(_, { optionValue }) => choose(optionValue)}
        >
          {(chosen ? (keyResults ?? []) : matching).map(({ id, title }) => (
            <Option key={id} value={id} text={title}>
              {title}
            </Option>
          ))}
        </Combobox>
      </Field>
      <Button
        appearance="primary"
        disabledFocusable={!chosen || disabled}
        onClick={() => {
          if (chosen) onBind(chosen);
        }}
      >
        {texts.bind}
      </Button>
    </div>
  );
};
