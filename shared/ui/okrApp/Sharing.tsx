import { useState } from "react";
import type { OpenSession } from "#shared/application/okrSession.ts";
import { boardOf, shownCycles, targetOf } from "#shared/application/place.ts";
import { tally, type ObjectiveView } from "#shared/domain/okr/view.ts";
import { worstOf } from "#shared/domain/sharing/unitStatus.ts";
import { part } from "../part/part.tsx";
import type { OkrAppServices } from "./services.ts";

const ShareStatus = part(async () => (await import("../share/ShareStatus.tsx")).ShareStatus);

/** How many of the furthest a card names; more would be a report. */
const FURTHEST_ON_CARD = 3;

export interface SharingProps {
  readonly services: OkrAppServices;
  readonly state: OpenSession;
  readonly own: readonly ObjectiveView[];
  readonly onClose: () => void;
}

/** The dialog that posts how the unit stands. */
export const Sharing = ({ services, state, own, onClose }: SharingProps) => {
  const { frame, place, today } = state;
  const { host } = services;
  const unit = frame.units.find(({ key }) => key === place.unitKey);
  const unitName = unit?.name ?? place.unitKey;
  const cycleName = shownCycles(frame, place, today)
    .map(({ name }) => name)
    .join(", ");
  // Facts as of the moment the dialog was opened: the card must not change under the finger that posts it.
  const [facts] = useState(() => ({
    unitName,
    cycleName,
    today,
    tally: tally(own),
    furthest: worstOf(own, FURTHEST_ON_CARD),
    link: host.linkTo(targetOf(boardOf(place)), unitName),
  }));
  return (
    <ShareStatus
      facts={facts}
      channels={services.channels}
      signIn={services.signIn}
      host={host}
      preferred={{ teamId: host.context.groupId ?? unit?.groupId, channelId: host.context.channelId }}
      onClose={onClose}
    />
  );
};
