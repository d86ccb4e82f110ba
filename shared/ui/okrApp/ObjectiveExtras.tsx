import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { HistoryRegular } from "@fluentui/react-icons";
import { Suspense, useCallback, useMemo, useState } from "react";
import { initiativeRows } from "#shared/application/history/readHistory.ts";
import { isOpenDraft, type LookedAt } from "#shared/application/protection/publishing.ts";
import type { OpenSession } from "#shared/application/sessionState.ts";
import { HistoryPanel, useHistoryTexts } from "../history/HistoryPanel.tsx";
import type { InitiativeServices } from "../initiatives/services.ts";
import { QualityHints } from "../lint/QualityHints.tsx";
import { PublishBar } from "../publish/PublishBar.tsx";
import type { ManageServices } from "./manageServices.ts";
import { useManage } from "./useManage.ts";

const useStyles = makeStyles({
  extras: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
  },
  changes: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
    borderTopStyle: "solid",
    borderTopWidth: tokens.strokeWidthThin,
    borderTopColor: tokens.colorNeutralStroke2,
    paddingBlockStart: tokens.spacingVerticalM,
  },
});

export interface ObjectiveExtrasProps {
  readonly okr: LookedAt;
  /** What else is known here, for hints on how the objective is written. */
  readonly around: Pick<OpenSession, "okrs" | "frame">;
  readonly manage: () => Promise<ManageServices>;
  readonly onMoved: () => Promise<void>;
  /** The work for it, whose history is told with it. */
  readonly initiatives?: Pick<InitiativeServices, "shown">;
}

/** Below an objective: whether it is locked, how a draft could be written better, and what happened to it. */
export const ObjectiveExtras = ({ okr, around, manage, onMoved, initiatives }: ObjectiveExtrasProps) => {
  const styles = useStyles();
  const texts = useHistoryTexts();
  const services = useManage(manage);
  const [open, setOpen] = useState(false);
  const { objective, keyResults, revisions } = okr;
  const rows = useMemo(
    () => [objective.id, ...keyResults.map(({ id }) => id)].flatMap((id) => revisions.get(id) ?? []),
    [objective.id, keyResults, revisions],
  );
  const read = useCallback(async () => {
    const work = initiatives?.shown.state.get();
    const ofWork = work?.kind === "ready" ? initiativeRows(work.set, objective.id) : [];
    return (services ?? (await manage())).readHistory(objective.id, [...rows, ...ofWork]);
  }, [services, manage, objective.id, rows, initiatives]);
  if (!services) return undefined;
  return (
    <div className={styles.extras}>
      <PublishBar key={objective.id} okr={okr} publishing={services.publishing} onMoved={onMoved} />
      {around.okrs.kind === "ready" && isOpenDraft(okr) ? (
        <Suspense fallback={undefined}>
          <QualityHints key={objective.id} objectiveId={objective.id} set={around.okrs.set} frame={around.frame} />
        </Suspense>
      ) : undefined}
      <div className={styles.changes}>
        <Button size="small" icon={<HistoryRegular />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {texts.open}
        </Button>
        {open ? <HistoryPanel read={read} /> : undefined}
      </div>
    </div>
  );
};
