import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { expectedRows, planPartitions } from "#shared/domain/partition/plan.ts";
import { err, type Result } from "#shared/domain/result.ts";
import { useUi } from "../UiContext.ts";
import { CloseCycle } from "./CloseCycle.tsx";
import { NewCycle } from "./NewCycle.tsx";
import { Section, TaskNotice, type AdminError } from "./Section.tsx";
import type { AdminServices } from "./services.ts";
import type { AdminTexts } from "./text/en.ts";
import { useTask } from "./useTask.ts";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    paddingBlock: tokens.spacingVerticalS,
    borderBottomStyle: "solid",
    borderBottomWidth: tokens.strokeWidthThin,
    borderBottomColor: tokens.colorNeutralStroke3,
  },
  name: { flex: "1 1 12rem", minWidth: 0, display: "grid" },
  period: { color: tokens.colorNeutralForeground2 },
});

export interface CyclesProps {
  readonly services: AdminServices;
  readonly texts: AdminTexts;
}

/** Opens, closes and opens again. */
export const Cycles = ({ services, texts }: CyclesProps) => {
  const styles = useStyles();
  const { format } = useUi();
  const { administration, readFrame, signIn } = services;
  const task = useTask<AdminError>(signIn);
  const [frame, setFrame] = useState<Frame>();
  const [done, setDone] = useState<string>();
  const [closing, setClosing] = useState<Cycle>();
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
            <div className={styles.name}>
              <Text weight="semibold">{cycle.name}</Text>
              <Text size={200} className={styles.period}>
                {texts.period(format.day(cycle.start), format.day(cycle.end))}
              </Text>
            </div>
            <Badge appearance="outline" color={cycle.closed ? "subtle" : "success"}>
              {cycle.closed ? texts.closed : texts.open}
            </Badge>
            <Button size="small" onClick={() => (cycle.closed ? act(() => close(cycle)) : setClosing(cycle))}>
              {cycle.closed ? texts.reopen(cycle.name) : texts.close(cycle.name)}
            </Button>
          </li>
        ))}
      </ul>
      {frame ? (
        <NewCycle texts={texts} taken={frame.cycles.map(({ key }) => key)} onOpen={(cycle) => act(() => open(cycle))} />
      ) : undefined}
      {closing ? (
        <CloseCycle
          cycle={closing}
          texts={texts}
          onCancel={() => setClosing(undefined)}
          onClose={() => {
            setClosing(undefined);
            act(() => close(closing));
          }}
        />
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
