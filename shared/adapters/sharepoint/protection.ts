import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type {
  ListInspection,
  ProtectedList,
  ProtectedPartition,
  Protection,
  ProtectionInspection,
  ProtectionReport,
} from "#shared/ports/protection.ts";
import { homeLists, partitionLists } from "../graph/lists/all.ts";
import { addLead, ensureLeadsGroup, findLeadsGroup, LEADS_GROUP, readLeads, removeLead } from "./leads.ts";
import { ensureLevels, findLevels } from "./levels.ts";
import { inspectList, protectList, readAssignmentsAt, type ProtectableList, type SiteRights } from "./lists.ts";
import { prove } from "./proof.ts";
import { accessErrorOf, type SendToSharePoint, type SharePointFailure } from "./request.ts";

/** Every list of the site with the rights that its declaration gives it. */
const listsOf = (partitions: readonly ProtectedPartition[]): readonly ProtectableList[] => [
  ...homeLists.map(({ displayName, rights }) => ({ name: displayName, rights, closed: false })),
  ...partitions.flatMap(listsOfPartition),
];

const listsOfPartition = ({ key, closed }: ProtectedPartition): readonly ProtectableList[] =>
  partitionLists(key).map(({ displayName, rights }) => ({ name: displayName, rights, closed, partition: key }));

/** Lists that are worked on at once: each is a few short calls, one after the other. */
const AT_ONCE = 4;

const forEachList = async <T>(
  lists: readonly ProtectableList[],
  work: (list: ProtectableList) => Promise<Result<T, SharePointFailure>>,
): Promise<Result<readonly T[], AccessError>> => {
  const results: T[] = [];
  for (let start = 0; start < lists.length; start += AT_ONCE) {
    const slice = lists.slice(start, start + AT_ONCE);
    const worked = await Promise.all(slice.map(work));
    for (const [index, result] of worked.entries()) {
      if (!result.ok) return err(accessErrorOf(result.error, slice[index]?.name ?? ""));
      results.push(result.value);
    }
  }
  return ok(results);
};

const forLeads = async <T>(work: Promise<Result<T, SharePointFailure>>): Promise<Result<T, AccessError>> => {
  const result = await work;
  return result.ok ? result : err(accessErrorOf(result.error, LEADS_GROUP));
};

export const createProtection = (send: SendToSharePoint): Protection => ({
  protect: (partitions) => protect(send, listsOf(partitions)),
  protectPartition: (partition) => protect(send, listsOfPartition(partition)),
  inspect: (partitions, candidates) => inspect(send, listsOf(partitions), candidates),
  leads: () => forLeads(readLeads(send)),
  addLead: async (person) => {
    const added = await forLeads(addLead(send, person));
    return added.ok ? ok(undefined) : added;
  },
  removeLead: async (lead) => {
    const removed = await forLeads(removeLead(send, lead));
    return removed.ok ? ok(undefined) : removed;
  },
});

const readSite = async (send: SendToSharePoint): Promise<Result<SiteRights, SharePointFailure>> => {
  const levels = await ensureLevels(send);
  if (!levels.ok) return levels;
  const leadsId = await ensureLeadsGroup(send);
  if (!leadsId.ok) return leadsId;
  const assignments = await readAssignmentsAt(send, "web");
  if (!assignments.ok) return assignments;
  return ok({ levels: levels.value, leadsId: leadsId.value, assignments: assignments.value });
};

const protect = async (
  send: SendToSharePoint,
  lists: readonly ProtectableList[],
): Promise<Result<ProtectionReport, AccessError>> => {
  const site = await readSite(send);
  if (!site.ok) return err(accessErrorOf(site.error, LEADS_GROUP));
  const done = await forEachList(lists, async (list): Promise<Result<ProtectedList, SharePointFailure>> => {
    const mended = await protectList(send, list, site.value);
    return mended.ok ? ok({ name: list.name, mended: mended.value }) : mended;
  });
  return done.ok ? ok({ lists: done.value }) : done;
};

/** Changes nothing: what is missing is undefined. */
const lookAtSite = async (send: SendToSharePoint): Promise<Result<SiteRights | undefined, SharePointFailure>> => {
  const levels = await findLevels(send);
  if (!levels.ok) return levels;
  const leadsId = await findLeadsGroup(send);
  if (!leadsId.ok) return leadsId;
  const assignments = await readAssignmentsAt(send, "web");
  if (!assignments.ok) return assignments;
  const { levels: known } = levels.value;
  return ok(
    known === undefined || leadsId.value === undefined
      ? undefined
      : { levels: known, leadsId: leadsId.value, assignments: assignments.value },
  );
};

interface Inspected {
  readonly list: ProtectableList;
  readonly found: ListInspection;
}

/** That a list is missing is told by who looks at the structure; here it has no rights to look at. */
const inspectIfThere = async (
  send: SendToSharePoint,
  list: ProtectableList,
  site: SiteRights | undefined,
): Promise<Result<Inspected | undefined, SharePointFailure>> => {
  const found = await inspectList(send, list, site);
  if (found.ok) return ok({ list, found: found.value });
  return found.error.type === "Declined" && found.error.status === 404 ? ok(undefined) : found;
};

const inspect = async (
  send: SendToSharePoint,
  lists: readonly ProtectableList[],
  candidates: readonly string[],
): Promise<Result<ProtectionInspection, AccessError>> => {
  const site = await lookAtSite(send);
  if (!site.ok) return err(accessErrorOf(site.error, LEADS_GROUP));
  const inspected = await forEachList(lists, (list) => inspectIfThere(send, list, site.value));
  if (!inspected.ok) return inspected;
  const present = inspected.value.filter((one) => one !== undefined);
  const leads = site.value === undefined ? ok([]) : await readLeads(send);
  if (!leads.ok) return err(accessErrorOf(leads.error, LEADS_GROUP));
  const proofs = await prove(
    send,
    present.map(({ list }) => list),
    leads.value,
    candidates,
  );
  if (!proofs.ok) return err(accessErrorOf(proofs.error, LEADS_GROUP));
  return ok({
    leads: site.value === undefined ? undefined : leads.value,
    lists: present.map(({ found }) => found),
    proofs: proofs.value,
  });
};
