import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { WriteOutcome } from "#shared/ports/okrRepository.ts";
import { moveLeadership } from "../leadership.ts";
import { SETTING_KEYS } from "../lists/settings.ts";
import { accessErrorOf } from "../request/failure.ts";
import type { Stored } from "../repository/items.ts";
import { racksOf, type Rack } from "../repository/racks.ts";
import { ensure, remove, type Sending } from "../repository/rowWrites.ts";
import { createTables } from "../repository/tables.ts";
import type { SiteStructure } from "./lists.ts";

/** Brings the rows of an older schema to `to`; the lists have been made and mended before. Must be repeatable. */
export interface Migration {
  readonly to: number;
  readonly run: (structure: SiteStructure) => Promise<Result<void, AccessError>>;
}

const errorOf = (outcome: WriteOutcome): AccessError | undefined => {
  if (outcome.type === "Written" || outcome.type === "Gone") return undefined;
  return outcome.type === "Failed" ? outcome.error : { type: "Unexpected", code: `migration${outcome.type}` };
};

const moveRow = async <T extends Objective | KeyResult>(
  deps: Sending,
  racks: Readonly<Record<"published" | "draft", Rack<T>>>,
  { record, revision }: Stored<T>,
): Promise<AccessError | undefined> => {
  const copied = errorOf(await ensure(deps, racks.draft, { key: record.id, record }));
  return copied ?? errorOf(await remove(deps, racks.published, { id: record.id, basedOn: revision }));
};

/** Until schema 1, drafts lay among the published objectives. Key results go first, so that none is left without an objective. */
const separateDrafts = async ({ send, site, scopes }: SiteStructure): Promise<Result<void, AccessError>> => {
  const tables = createTables({ send, site, scopes, onWarning: () => undefined }).of(HOME_PARTITION);
  const racks = racksOf(tables);
  const objectives = await tables.objectives.read(undefined);
  if (!objectives.ok) return err(accessErrorOf(objectives.error, tables.objectives.listName));
  const drafts = objectives.value.filter(({ record }) => record.stage === "draft");
  if (drafts.length === 0) return ok(undefined);
  const keyResults = await tables.keyResults.read(undefined);
  if (!keyResults.ok) return err(accessErrorOf(keyResults.error, tables.keyResults.listName));
  const ids = new Set(drafts.map(({ record }) => record.id));
  const theirs = keyResults.value.filter(({ record }) => ids.has(record.objectiveId));
  const deps = { send };
  const parts = await Promise.all(theirs.map((row) => moveRow(deps, racks.keyResults, row)));
  const whole = parts.some((error) => error)
    ? []
    : await Promise.all(drafts.map((row) => moveRow(deps, racks.objectives, row)));
  const error = [...parts, ...whole].find((one) => one !== undefined);
  return error ? err(error) : ok(undefined);
};

/** Until schema 2 the leads stood in one cell of the settings. The cell goes last, so that an interruption loses nobody. */
const giveLeadersRows = async (structure: SiteStructure): Promise<Result<void, AccessError>> => {
  const { send, site, scopes } = structure;
  const { settings } = createTables({ send, site, scopes, onWarning: () => undefined }).home;
  const row = await settings.find(SETTING_KEYS.leadership);
  if (!row.ok) return err(accessErrorOf(row.error, settings.listName));
  if (!row.value) return ok(undefined);
  const moved = await moveLeadership(structure, row.value.record.text);
  if (!moved.ok) return moved;
  const removed = await send(settings.call("DELETE", `/items/${row.value.itemId}`));
  const isGone = removed.ok || (removed.error.type === "Refused" && removed.error.status === 404);
  return isGone ? ok(undefined) : err(accessErrorOf(removed.error, settings.listName));
};

/** In ascending order of `to`. */
export const MIGRATIONS: readonly Migration[] = [
  { to: 2, run: separateDrafts },
  { to: 3, run: giveLeadersRows },
];
