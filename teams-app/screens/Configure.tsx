import { Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { unitKey, type UnitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { UnitPicker } from "#shared/ui/unitPicker/UnitPicker.tsx";
import { useUi } from "#shared/ui/UiContext.ts";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    maxWidth: "30rem",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

/** `cycleKey` empty: whichever cycle is the current one when the tab is opened. */
export interface Pin {
  readonly unitKey: string;
  readonly cycleKey: string;
  readonly name: string;
}

export interface ConfigureProps {
  readonly frame: Frame;
  /** What the tab shows so far, or what suits the channel. */
  readonly initial: { readonly unitKey: string; readonly cycleKey: string };
  readonly onChoose: (pin: Pin) => void;
}

/** Which OKRs a channel's tab shows: whose, and in which cycle. */
export const Configure = ({ frame, initial, onChoose }: ConfigureProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  const [chosen, setChosen] = useState<UnitKey>(unitKey(initial.unitKey));
  const [cycleKey, setCycleKey] = useState(initial.cycleKey);
  const unit = frame.units.find(({ key }) => key === chosen);
  const name = unit ? messages.configure.tabName(unit.name) : "";
  useEffect(() => {
    if (unit) onChoose({ unitKey: unit.key, cycleKey, name });
  }, [unit, cycleKey, name, onChoose]);
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{messages.configure.title}</h1>
      <Text>{messages.configure.hint}</Text>
      <Field label={messages.configure.scope}>
        <UnitPicker frame={frame} value={chosen} onChoose={setChosen} />
      </Field>
      <Field label={messages.configure.cycle}>
        <Select value={cycleKey} onChange={(_, { value }) => setCycleKey(value)}>
          <option value="">{messages.configure.followCurrent}</option>
          {frame.cycles.map((cycle) => (
            <option key={cycle.key} value={cycle.key}>
              {cycle.name}
            </option>
          ))}
        </Select>
      </Field>
    </main>
  );
};
