import { Badge, type BadgeProps } from "@fluentui/react-components";
import {
  ArrowTrendingLinesRegular,
  CheckmarkCircleRegular,
  CircleRegular,
  ClockRegular,
  PauseCircleRegular,
  WarningRegular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { Status } from "#shared/domain/okr/status.ts";
import { useUi } from "../UiContext.ts";

interface Look {
  readonly color: NonNullable<BadgeProps["color"]>;
  readonly icon: ReactElement;
}

/** Colour never stands alone: each status also has its own shape and its word. */
const LOOKS: Readonly<Record<Status, Look>> = {
  notStarted: { color: "informative", icon: <CircleRegular /> },
  onTrack: { color: "success", icon: <ArrowTrendingLinesRegular /> },
  behind: { color: "warning", icon: <ClockRegular /> },
  atRisk: { color: "danger", icon: <WarningRegular /> },
  closed: { color: "informative", icon: <CheckmarkCircleRegular /> },
  postponed: { color: "informative", icon: <PauseCircleRegular /> },
};

export const StatusBadge = ({
  status,
  size = "medium",
}: {
  readonly status: Status;
  readonly size?: "small" | "medium";
}) => {
  const { messages } = useUi();
  const look = LOOKS[status];
  return (
    <Badge
      appearance="tint"
      color={look.color}
      icon={look.icon}
      size={size === "small" ? "medium" : "large"}
      title={messages.status.explain[status]}
    >
      {messages.status[status]}
    </Badge>
  );
};
