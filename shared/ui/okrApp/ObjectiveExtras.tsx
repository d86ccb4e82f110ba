import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { HistoryRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { LookedAt } from "#shared/application/protection/publishing.ts";
import { HistoryPanel } from "../history/HistoryPanel.tsx";
import { PublishBar } from "../publish/PublishBar.tsx";
import { useUi } from "../UiContext.ts";
import type { ManageServices } from "./manageServices.ts";

const useStyles = makeStyles({
  extras: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

export interface ObjectiveExtrasProps {
  readonly okr: LookedAt;
  readonly manage: () => Promise<ManageServices>;
  readonly onMoved: () => Promise<void>;
}

/** Below an objective: whether it is locked, and what happened to it. */
export const ObjectiveExtras = ({ okr, manage, onMoved }: ObjectiveExtrasProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  const [services, setServices] = useState<ManageServices>();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    let mounted = true;
    const fetch = async (): Promise<void> => {
      const found = await manage();
      if (mounted) setServices(found);
    };
    void fetch();
    return () => {
      mounted = false;
    };
  }, [manage]);
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
      <div>
        <Button appearance="subtle" icon={<HistoryRegular />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {messages.keyResult.history}
        </Button>
      </div>
      {open ? <HistoryPanel read={read} /> : undefined}
    </div>
  );
};
