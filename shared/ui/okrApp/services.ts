import type { CheckInDraft, CheckInEntry, RecordCheckInError } from "#shared/application/recordCheckIn.ts";
import type { LastPlace } from "#shared/application/lastPlace.ts";
import type { OkrSession } from "#shared/application/okrSession.ts";
import type { Place } from "#shared/application/place.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { KeyResultId } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Result } from "#shared/domain/result.ts";
import type { Channels } from "#shared/ports/channels.ts";
import type { Host } from "#shared/ports/host.ts";
import type { SignIn } from "#shared/ports/signIn.ts";

/** Everything the app does, joined by the entry of each host. */
export interface OkrAppServices {
  readonly session: OkrSession;
  /** Where to begin: what a link or a pinned tab points at. */
  readonly wanted: Partial<Place>;
  /** Where to begin when nothing is wanted. */
  readonly lastPlace: LastPlace;
  readonly recordCheckIn: (
    keyResult: KeyResult,
    draftId: string,
    entry: CheckInEntry,
  ) => Promise<Result<CheckIn, RecordCheckInError>>;
  readonly drafts: {
    readonly open: (id: KeyResultId) => CheckInDraft;
    readonly keep: (id: KeyResultId, draft: CheckInDraft) => boolean;
    readonly drop: (id: KeyResultId) => void;
  };
  readonly channels: Channels;
  readonly signIn: SignIn;
  /** Signs out and removes what was kept on this device. */
  readonly signOut: () => Promise<{ readonly accountStaysWith: "host" | "nobody" }>;
  readonly host: Host;
}
