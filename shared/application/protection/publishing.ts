import type { LogAction } from "#shared/domain/audit/logEntry.ts";
import type { RecordId } from "#shared/domain/okr/okrSet.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { Revision } from "#shared/domain/okr/ids.ts";
import { isDraft } from "#shared/domain/partition/rows.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { LeadershipRegisterDep } from "#shared/ports/leadership.ts";
import type { Bases, OkrRepositoryDep, WriteOutcome } from "#shared/ports/okrRepository.ts";
import type { WhoDep } from "#shared/ports/who.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { newEntry } from "./logEntries.ts";

/** An objective with all its key results, as somebody looks at it. */
export interface LookedAt {
  readonly objective: Objective;
  readonly keyResults: readonly KeyResult[];
  readonly revisions: ReadonlyMap<RecordId, Revision>;
}

export type PublishError =
  | Exclude<AccessError, { readonly type: "Forbidden" }>
  /** Only leads and owners may; SharePoint has refused it. `leads` as far as their names are known. */
  | { readonly type: "OnlyLeads"; readonly leads: readonly Person[] }
  /** Somebody else changed it meanwhile; look at it again and decide again. */
  | { readonly type: "ChangedMeanwhile"; readonly by: string }
  | { readonly type: "GoneMeanwhile" }
  | { readonly type: "Refused"; readonly message: string };

export type PublishingDeps = OkrRepositoryDep & LeadershipRegisterDep & WhoDep & ClockDep & IdsDep;

export interface Publishing {
  /** Makes a draft what was agreed: from then on only leads change it. */
  readonly publish: (okr: LookedAt) => Promise<Result<void, PublishError>>;
  /** Makes what was agreed a draft again, for everybody to see why. */
  readonly unlock: (okr: LookedAt, reason: string) => Promise<Result<void, PublishError>>;
}

export const isOpenDraft = ({ objective, revisions }: LookedAt): boolean =>
  objective.stage === "draft" || isDraft(revisions.get(objective.id));

export const publishing = (deps: PublishingDeps): Publishing => ({
  publish: (okr) => move(deps, "publish", okr, ""),
  unlock: (okr, reason) => move(deps, "unlock", okr, reason),
});

const basesOf = ({ objective, keyResults, revisions }: LookedAt): Bases => {
  const bases: Record<RecordId, Revision> = {};
  for (const { id } of [objective, ...keyResults]) {
    const revision = revisions.get(id);
    if (revision !== undefined) bases[id] = revision;
  }
  return bases;
};

const move = async (
  deps: PublishingDeps,
  action: Extract<LogAction, "publish" | "unlock">,
  okr: LookedAt,
  reason: string,
): Promise<Result<void, PublishError>> => {
  const author = await deps.who();
  if (!author.ok) return author.error.type === "Forbidden" ? onlyLeads(deps) : err(author.error);
  const objective: Objective = { ...okr.objective, stage: action === "publish" ? "active" : "draft" };
  const { keyResults } = okr;
  const { id: recordId, unitKey, cycleKey } = objective;
  const agreed = { objective, keyResults };
  const entry = newEntry(deps, author.value, action, reason, { recordId, unitKey, cycleKey, agreed });
  const kind = action === "publish" ? "publishObjective" : "unlockObjective";
  const [outcome] = await deps.okrRepository.write([{ kind, objective, keyResults, basedOn: basesOf(okr), entry }]);
  return outcome?.type === "Written" ? ok(undefined) : failureOf(deps, outcome);
};

const failureOf = async (
  deps: PublishingDeps,
  outcome: Exclude<WriteOutcome, { readonly type: "Written" }> | undefined,
): Promise<Result<never, PublishError>> => {
  switch (outcome?.type) {
    case "Stale":
      return err({ type: "ChangedMeanwhile", by: outcome.modifiedBy });
    case "Gone":
      return err({ type: "GoneMeanwhile" });
    case "Invalid":
      return err({ type: "Refused", message: outcome.message });
    case "Failed":
      return outcome.error.type === "Forbidden" ? onlyLeads(deps) : err(outcome.error);
    case "Skipped":
    case undefined:
      return err({ type: "Unexpected", code: "notPublished" });
  }
};

const onlyLeads = async ({ leadershipRegister }: LeadershipRegisterDep): Promise<Result<never, PublishError>> => {
  const leadership = await leadershipRegister.read();
  return err({ type: "OnlyLeads", leads: leadership.ok ? (leadership.value?.leads ?? []) : [] });
};
