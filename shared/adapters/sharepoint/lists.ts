/** One list as SharePoint keeps it: settings and rights that Graph does not show. */
import { ok, type Result } from "#shared/domain/result.ts";
import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import type { Deviation, ListInspection } from "#shared/ports/protection.ts";
import { at } from "../graph/json.ts";
import type { ListRights } from "../graph/lists/rights.ts";
import {
  changesTo,
  CLOSED,
  readAssignments,
  wantedOn,
  writeSecurityOf,
  type Assignment,
  type AssignmentChange,
  type Wanted,
} from "./assignments.ts";
import type { Levels } from "./levels.ts";
import type { SendToSharePoint, SharePointFailure } from "./request.ts";

/** A list with the rights it ought to have. */
export interface ProtectableList {
  readonly name: string;
  readonly rights: ListRights;
  readonly closed: boolean;
  readonly partition?: PartitionKey;
}

/** What the rights of every list follow from. */
export interface SiteRights {
  readonly assignments: readonly Assignment[];
  readonly leadsId: number;
  readonly levels: Levels;
}

/** An OData string literal for a path. */
const quoted = (text: string): string => `'${encodeURIComponent(text.replaceAll("'", "''"))}'`;

export const addressOf = (name: string): string => `web/lists/getbytitle(${quoted(name)})`;

const EXPANDED = "roleassignments?$expand=Member,RoleDefinitionBindings";

export const readAssignmentsAt = async (
  send: SendToSharePoint,
  place: string,
): Promise<Result<readonly Assignment[], SharePointFailure>> => {
  const answer = await send({ method: "GET", path: `${place}/${EXPANDED}` });
  return answer.ok ? ok(readAssignments(answer.value)) : answer;
};

interface ListSettings {
  readonly inherits: boolean;
  readonly writeSecurity: unknown;
  readonly keepsVersions: boolean;
  readonly items: number;
}

const SETTINGS = "HasUniqueRoleAssignments,WriteSecurity,EnableVersioning,ItemCount";

const readSettings = async (send: SendToSharePoint, name: string): Promise<Result<ListSettings, SharePointFailure>> => {
  const answer = await send({ method: "GET", path: `${addressOf(name)}?$select=${SETTINGS}` });
  if (!answer.ok) return answer;
  const items = at(answer.value, "ItemCount");
  return ok({
    inherits: at(answer.value, "HasUniqueRoleAssignments") !== true,
    writeSecurity: at(answer.value, "WriteSecurity"),
    keepsVersions: at(answer.value, "EnableVersioning") === true,
    items: typeof items === "number" ? items : 0,
  });
};

const wantedFor = ({ rights, closed }: ProtectableList, { assignments, leadsId, levels }: SiteRights): Wanted =>
  wantedOn(closed ? CLOSED : rights, assignments, leadsId, levels);

/** Whether anything had to be changed. */
export const protectList = async (
  send: SendToSharePoint,
  list: ProtectableList,
  site: SiteRights,
): Promise<Result<boolean, SharePointFailure>> => {
  const place = addressOf(list.name);
  const before = await readSettings(send, list.name);
  if (!before.ok) return before;
  const { inherits, keepsVersions, writeSecurity } = before.value;
  const WriteSecurity = writeSecurityOf(list.rights, list.closed);
  if (inherits) {
    // With a copy of the site's rights, so that the list is at no moment open to more people, nor closed to its owners.
    const path = `${place}/breakroleinheritance(copyroleassignments=true,clearsubscopes=true)`;
    const broken = await send({ method: "POST", path });
    if (!broken.ok) return broken;
  }
  if (writeSecurity !== WriteSecurity || !keepsVersions) {
    const body = { WriteSecurity, EnableVersioning: true };
    const set = await send({ method: "MERGE", path: place, body });
    if (!set.ok) return set;
  }
  const present = await readAssignmentsAt(send, place);
  if (!present.ok) return present;
  const { give, take } = changesTo(wantedFor(list, site), present.value);
  const done = await carryOut(send, place, give, take);
  if (!done.ok) return done;
  return ok(inherits || writeSecurity !== WriteSecurity || !keepsVersions || give.length + take.length > 0);
};

const carryOut = async (
  send: SendToSharePoint,
  place: string,
  give: readonly AssignmentChange[],
  take: readonly AssignmentChange[],
): Promise<Result<void, SharePointFailure>> => {
  const step = (action: string, { principalId, level }: AssignmentChange) =>
    send({
      method: "POST",
      path: `${place}/roleassignments/${action}(principalid=${principalId},roledefid=${level.id})`,
    });
  for (const change of give) {
    const given = await step("addroleassignment", change);
    if (!given.ok) return given;
  }
  for (const change of take) {
    const taken = await step("removeroleassignment", change);
    // Taken by somebody else meanwhile.
    const isGone = !taken.ok && taken.error.type === "Declined" && taken.error.status === 404;
    if (!taken.ok && !isGone) return taken;
  }
  return ok(undefined);
};

/** @param site absent while the levels or the group of leads are missing: then every list is as open as the site */
export const inspectList = async (
  send: SendToSharePoint,
  list: ProtectableList,
  site: SiteRights | undefined,
): Promise<Result<ListInspection, SharePointFailure>> => {
  const settings = await readSettings(send, list.name);
  if (!settings.ok) return settings;
  const { inherits, keepsVersions, items, writeSecurity } = settings.value;
  const present = inherits ? ok([]) : await readAssignmentsAt(send, addressOf(list.name));
  if (!present.ok) return present;
  return ok({
    name: list.name,
    ...(list.partition === undefined ? {} : { partition: list.partition }),
    inherits,
    keepsVersions,
    items,
    wrongWriteSecurity: writeSecurity !== writeSecurityOf(list.rights, list.closed),
    deviations: inherits || !site ? [] : deviationsOf(wantedFor(list, site), present.value, site),
  });
};

const deviationsOf = (wanted: Wanted, present: readonly Assignment[], site: SiteRights): readonly Deviation[] => {
  const { give, take } = changesTo(wanted, present);
  const known = new Map([...site.assignments, ...present].map((one) => [one.principalId, one.name]));
  const held = new Map(present.map((one) => [one.principalId, one.levels.map(({ name }) => name)]));
  const principals = new Set([...give, ...take].map(({ principalId }) => principalId));
  return [...principals].map((id) => {
    const level = wanted.get(id);
    return {
      who: known.get(id) ?? String(id),
      has: held.get(id) ?? [],
      ...(level ? { wants: level.name } : {}),
    };
  });
};
