import { Button, Field, Input, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { parseDay } from "#shared/domain/day.ts";
import type { Cycle, CycleKind } from "#shared/domain/okr/cycle.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import type { AdminTexts } from "./text/en.ts";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 13rem), 1fr))",
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    // Fluent's own least width is more than a narrow column has.
    "& input, & select, & .fui-Input": { minWidth: 0 },
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  wrong: { color: tokens.colorStatusDangerForeground1 },
});

export interface NewCycleProps {
  readonly texts: AdminTexts;
  readonly taken: readonly string[];
  readonly onOpen: (cycle: Cycle) => void;
}

const EMPTY = { name: "", key: "", start: "", end: "", kind: "quarterly" as CycleKind };

/** A form for the next cycle; its key stays for ever, so somebody chooses it. */
export const NewCycle = ({ texts, taken, onOpen }: NewCycleProps) => {
  const styles = useStyles();
  const [form, setForm] = useState(EMPTY);
  const [wrong, setWrong] = useState(false);
  const [open, setOpen] = useState(false);
  const set = (change: Partial<typeof EMPTY>): void => setForm((before) => ({ ...before, ...change }));
  const create = (): void => {
    const cycle = readCycle(form, taken);
    setWrong(cycle === undefined);
    if (!cycle) return;
    onOpen(cycle);
    setForm(EMPTY);
    setOpen(false);
  };
  if (!open) {
    return (
      <div>
        <Button icon={<AddRegular />} onClick={() => setOpen(true)}>
          {texts.newCycle}
        </Button>
      </div>
    );
  }
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={texts.newCycle}
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <Text weight="semibold">{texts.newCycle}</Text>
      <div className={styles.fields}>
        <Field label={texts.cycleName}>
          <Input value={form.name} maxLength={255} autoFocus onChange={(_, { value }) => set({ name: value })} />
        </Field>
        <Field label={texts.cycleKey}>
          <Input value={form.key} maxLength={40} onChange={(_, { value }) => set({ key: value })} />
        </Field>
        <Field label={texts.cycleKind}>
          <Select value={form.kind} onChange={(_, { value }) => set({ kind: value as CycleKind })}>
            {(["annual", "quarterly", "custom"] as const).map((kind) => (
              <option key={kind} value={kind}>
                {texts.kindNames[kind]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={texts.cycleStart}>
          <Input type="date" value={form.start} onChange={(_, { value }) => set({ start: value })} />
        </Field>
        <Field label={texts.cycleEnd}>
          <Input type="date" value={form.end} onChange={(_, { value }) => set({ end: value })} />
        </Field>
      </div>
      {wrong ? (
        <Text role="alert" className={styles.wrong}>
          {texts.cycleIncomplete}
        </Text>
      ) : undefined}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary">
          {texts.create}
        </Button>
        <Button onClick={() => setOpen(false)}>{texts.cancel}</Button>
      </div>
    </form>
  );
};

const readCycle = (form: typeof EMPTY, taken: readonly string[]): Cycle | undefined => {
  const [name, key, start, end] = [form.name.trim(), form.key.trim(), parseDay(form.start), parseDay(form.end)];
  const isFree = !taken.some((one) => one.toLowerCase() === key.toLowerCase());
  if (name === "" || key === "" || !isFree || start === undefined || end === undefined || start > end) return undefined;
  return { key: cycleKey(key), name, kind: form.kind, start, end, closed: false };
};
