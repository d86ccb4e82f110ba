import { historyOf, type HistoryEvent } from "#shared/domain/audit/history.ts";
import type { ObjectiveId, Revision } from "#shared/domain/okr/ids.ts";
import type { InitiativeSet } from "#shared/domain/okr/initiative.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { HistoryDep } from "#shared/ports/history.ts";

/** The rows of the work for an objective and its key results. */
export const initiativeRows = (
  { initiatives, revisions }: InitiativeSet,
  objectiveId: ObjectiveId,
): readonly Revision[] =>
  initiatives.filter((one) => one.objectiveId === objectiveId).flatMap(({ id }) => revisions.get(id) ?? []);

/**
 * Who changed what of an objective, its key results and initiatives, the latest first.
 * @param revisions of all of them as they are known now
 */
export const readHistory =
  ({ history }: HistoryDep) =>
  async (id: ObjectiveId, revisions: readonly Revision[]): Promise<Result<readonly HistoryEvent[], AccessError>> => {
    // All at once: they travel in one exchange.
    const [log, ...rows] = await Promise.all([history.readLog(id), ...revisions.map(history.versionsOf)]);
    if (!log.ok) return log;
    const versions = [];
    for (const row of rows) {
      if (!row.ok) return row;
      versions.push(row.value);
    }
    return ok(historyOf(versions, log.value));
  };
