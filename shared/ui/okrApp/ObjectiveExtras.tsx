import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { HistoryRegular } from "@fluentui/react-icons";
import { useCallback, useMemo, useState } from "react";
import type { LookedAt } from "#shared/application/protection/publishing.ts";
import { HistoryPanel, useHistoryTexts } from "../history/HistoryPanel.tsx";
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
  readonly manage: () => Promise<ManageServices>;
  readonly onMoved: () => Promise<void>;
}

/** Below an objective: whether it is locked, and what happened to it. */
export const ObjectiveExtras = ({ okr, manage, onMoved }: ObjectiveExtrasProps) => {
  const styles = useStyles();
  const texts = useHistoryTexts();
  const services = useManage(manage);
  const [open, setOpen] = useState(false);
  const { objective, keyResults, revisions } = okr;
  const rows = useMemo(
    () => [objective.id, ...keyResults.map(({ id }) => id)].flatMap((id) => revisions.get(id) ?? []),
    [objective.id, keyResults, revisions],
  );
  const read = useCallback(
    async () => (services ?? (await manage())).readHistory(objective.id, rows),
    [services, manage, objective.id, rows],
  );
  if (!services) return undefined;
  return (
    <div className={styles.extras}>
      <PublishBar key={objective.id} okr={okr} publishing={services.publishing} onMoved={onMoved} />
      <div className={styles.changes}>
        <Button size="small" icon={<HistoryRegular />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {texts.open}
        </Button>
        {open ? <HistoryPanel read={read} /> : undefined}
      </div>
    </div>
  );
};
