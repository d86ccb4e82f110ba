import type { CheckInDraft } from "#shared/application/recordCheckIn.ts";
import type { LastPlace } from "#shared/application/lastPlace.ts";
import type { OkrSession } from "#shared/application/okrSession.ts";
import type { Place } from "#shared/application/place.ts";
import type { KeyResultId } from "#shared/domain/okr/ids.ts";
import type { Channels } from "#shared/ports/channels.ts";
import type { Host } from "#shared/ports/host.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import type { RecordCheckIn } from "../checkIn/useCheckIn.ts";
import type { InitiativeServices } from "../initiatives/services.ts";
import type { OutboxServices } from "../outbox/services.ts";
import type { ManageServices } from "./manageServices.ts";

/** Everything the app does, joined by the entry of each host. */
export interface OkrAppServices {
  readonly session: OkrSession;
  /** Where to begin: what a link or a pinned tab points at. */
  readonly wanted: Partial<Place>;
  /** Where to begin when nothing is wanted. */
  readonly lastPlace: LastPlace;
  readonly recordCheckIn: RecordCheckIn;
  /** What is typed and not stored yet. */
  readonly outbox: OutboxServices;
  readonly drafts: {
    readonly open: (id: KeyResultId) => CheckInDraft;
    readonly keep: (id: KeyResultId, draft: CheckInDraft) => boolean;
    readonly drop: (id: KeyResultId) => void;
    readonly count: () => number;
  };
  /** Fetches what publishes, tells histories and looks after the site; absent where a host has no place for it. */
  readonly manage?: () => Promise<ManageServices>;
  /** The work for objectives and key results; absent where a host has no place for it. */
  readonly initiatives?: InitiativeServices;
  readonly channels: Channels;
  readonly signIn: SignIn;
  /** Signs out and removes what was kept on this device. */
  readonly signOut: () => Promise<{ readonly accountStaysWith: "host" | "nobody" }>;
  readonly host: Host;
}
