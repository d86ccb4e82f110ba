import { Badge, makeStyles, type BadgeProps } from "@fluentui/react-components";
import {
  ArrowTrendingLinesRegular,
  CheckmarkCircleRegular,
  CircleRegular,
  ClockRegular,
  DraftsRegular,
  PauseCircleRegular,
  WarningRegular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { Stage } from "#shared/domain/okr/objective.ts";
import type { Status } from "#shared/domain/okr/status.ts";
import { useUi } from "../UiContext.ts";

interface Look {
  readonly color: NonNullable<BadgeProps["color"]>;
  readonly icon: ReactElement;
}

/** Colour never stands alone: each status also has its own shape and its word. */
const LOOKS: Readonly<Record<Status | "draft", Look>> = {
  notStarted: { color: "informative", icon: <CircleRegular /> },
  onTrack: { color: "success", icon: <ArrowTrendingLinesRegular /> },
  behind: { color: "warning", icon: <ClockRegular /> },
  atRisk: { color: "danger", icon: <WarningRegular /> },
  closed: { color: "informative", icon: <CheckmarkCircleRegular /> },
  postponed: { color: "informative", icon: <PauseCircleRegular /> },
  draft: { color: "warning", icon: <DraftsRegular /> },
};

// One word, in one line, in every language.
const useStyles = makeStyles({ badge: { whiteSpace: "nowrap", flexShrink: 0 } });

export interface StatusBadgeProps {
  readonly status: Status;
  /** Of the objective. A draft says so: that nothing of it has begun is no news. */
  readonly stage: Stage;
  readonly size?: "small" | "medium";
}

export const StatusBadge = ({ status, stage, size = "medium" }: StatusBadgeProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  const shown = stage === "draft" ? stage : status;
  const look = LOOKS[shown];
  return (
    <Badge
      className={styles.badge}
      appearance="tint"
      color={look.color}
      icon={look.icon}
      size={size === "small" ? "medium" : "large"}
      title={messages.status.explain[shown]}
    >
      {messages.status[shown]}
    </Badge>
  );
};
