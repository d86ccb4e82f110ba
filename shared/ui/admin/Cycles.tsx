import { Badge, Button, Field, Input, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import { parseDay } from "#shared/domain/day.ts";
import type { Cycle, CycleKind } from "#shared/domain/okr/cycle.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { expectedRows, planPartitions } from "#shared/domain/partition/plan.ts";
import { err, type Result } from "#shared/domain/result.ts";
import { Section, TaskNotice, type AdminError } from "./Section.tsx";
import type { AdminServices } from "./services.ts";
import type { AdminTexts } from "./text/en.ts";
import { useTask } from "./useTask.ts";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: tokens.spacingVerticalS },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  grow: { flex: "1 1 10rem", minWidth: 0 },
  form: { display: "grid", gap: tokens.spacingVerticalS, maxWidth: "24rem", justifyItems: "start" },
});

export interface CyclesProps {
  readonly services: AdminServices;
  readonly texts: AdminTexts;
}

/** Opens, closes and opens again. */
export const Cycles = ({ services, texts }: CyclesProps) => {
  const styles = useStyles();
  const { administration, readFrame, signIn } = services;
  const task = useTask<AdminError>(signIn);
  const [frame, setFrame] = useState<Frame>();
  const [done, setDone] = useState<string>();
  const load = useCallback(async (): Promise<void> => {
    const read = await readFrame();
    if (read.ok) setFrame(read.value);
  }, [readFrame]);
  useEffect(() => {
    void load();
  }, [load]);
  const act = (work: () => Promise<Result<string | undefined, AdminError>>): void =>
    void task.run(async () => {
      const result = await work();
      if (result.ok) {
        setDone(result.value);
        await load();
      }
      return result;
    });
  const close = async (cycle: Cycle): Promise<Result<string | undefined, AdminError>> => {
    const change = cycle.closed ? administration.reopenCycle : administration.closeCycle;
    const changed = await change(cycle.key);
    if (!changed.ok) return err(said(changed.error, texts));
    return { ok: true, value: cycle.closed || changed.value.isLocked ? undefined : texts.closedNotLocked };
  };
  const open = async (cycle: Cycle): Promise<Result<string | undefined, AdminError>> => {
    if (!frame) return err({ type: "Said", text: texts.cycleIncomplete });
    const taken = frame.partitions.map(({ key }) => key);
    const plan = planPartitions({ cycleKey: cycle.key, units: frame.units, rowsOf: expectedRows(new Map()), taken });
    const opened = await administration.openCycle(cycle, plan);
    return opened.ok ? { ok: true, value: undefined } : err(said(opened.error, texts));
  };
  return (
    <Section title={texts.cycles}>
      {frame?.cycles.length === 0 ? <Text>{texts.noCycles}</Text> : undefined}
      <ul className={styles.list}>
        {frame?.cycles.map((cycle) => (
          <li key={cycle.key} className={styles.row}>
            <Text className={styles.grow}>{cycle.name}</Text>
            <Badge appearance="outline" color={cycle.closed ? "subtle" : "success"}>
              {cycle.closed ? texts.closed : texts.open}
            </Badge>
            <Button onClick={() => act(() => close(cycle))}>
              {cycle.closed ? texts.reopen(cycle.name) : texts.close(cycle.name)}
            </Button>
          </li>
        ))}
      </ul>
      {frame ? (
        <NewCycle texts={texts} taken={frame.cycles.map(({ key }) => key)} onOpen={(cycle) => act(() => open(cycle))} />
      ) : undefined}
      <TaskNotice task={task} texts={texts} {...(done === undefined ? {} : { done })} />
    </Section>
  );
};

type Refusal = Exclude<
  Awaited<ReturnType<AdminServices["administration"]["openCycle"]>>,
  { readonly ok: true }
>["error"];

const said = (error: Refusal, texts: AdminTexts): AdminError => {
  if (error.type === "NewerSchema") return { type: "Said", text: texts.newer(error.found) };
  if (error.type === "CycleInUse" || error.type === "OtherPlan") return { type: "Said", text: texts.cycleInUse };
  return error;
};

interface NewCycleProps {
  readonly texts: AdminTexts;
  readonly taken: readonly string[];
  readonly onOpen: (cycle: Cycle) => void;
}

const EMPTY = { name: "", key: "", start: "", end: "", kind: "quarterly" as CycleKind };

const NewCycle = ({ texts, taken, onOpen }: NewCycleProps) => {
  const styles = useStyles();
  const [form, setForm] = useState(EMPTY);
  const [wrong, setWrong] = useState(false);
  const set = (change: Partial<typeof EMPTY>): void => setForm((before) => ({ ...before, ...change }));
  const create = (): void => {
    const cycle = readCycle(form, taken);
    setWrong(cycle === undefined);
    if (!cycle) return;
    onOpen(cycle);
    setForm(EMPTY);
  };
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
      <Field label={texts.cycleName}>
        <Input value={form.name} maxLength={255} onChange={(_, { value }) => set({ name: value })} />
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
      <Field
        label={texts.cycleEnd}
        {...(wrong ? { validationMessage: texts.cycleIncomplete, validationState: "error" as const } : {})}
      >
        <Input type="date" value={form.end} onChange={(_, { value }) => set({ end: value })} />
      </Field>
      <Button type="submit">{texts.create}</Button>
    </form>
  );
};

const readCycle = (form: typeof EMPTY, taken: readonly string[]): Cycle | undefined => {
  const [name, key, start, end] = [form.name.trim(), form.key.trim(), parseDay(form.start), parseDay(form.end)];
  const isFree = !taken.some((one) => one.toLowerCase() === key.toLowerCase());
  if (name === "" || key === "" || !isFree || start === undefined || end === undefined || start > end) return undefined;
  return { key: cycleKey(key), name, kind: form.kind, start, end, closed: false };
};
