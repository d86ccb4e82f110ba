import type { Publishing } from "#shared/application/protection/publishing.ts";
import type { HistoryEvent } from "#shared/domain/audit/history.ts";
import type { ObjectiveId, Revision } from "#shared/domain/okr/ids.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { AdminServices } from "../admin/services.ts";

/** What is fetched when somebody publishes, reads a history or looks after the site. */
export interface ManageServices {
  readonly publishing: Publishing;
  readonly readHistory: (
    id: ObjectiveId,
    revisions: readonly Revision[],
  ) => Promise<Result<readonly HistoryEvent[], AccessError>>;
  readonly admin: AdminServices;
}
