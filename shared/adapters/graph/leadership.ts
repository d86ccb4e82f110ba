import { versionOf, type Revision } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { person } from "#shared/domain/transfer/records.ts";
import { listOf, objectOf } from "#shared/domain/transfer/shape.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Leadership, LeadershipRegister } from "#shared/ports/leadership.ts";
import type { Scopes } from "#shared/ports/signIn.ts";
import { parseJson } from "./json.ts";
import { leaderCodec, type Leader } from "./lists/leaders.ts";
import { TEXT_LIMIT } from "./lists/columns.ts";
import { createItems, formOf, type Items, type Stored } from "./repository/items.ts";
import { rackOf } from "./repository/racks.ts";
import { ensure } from "./repository/rowWrites.ts";
import type { SendToGraph } from "./request/call.ts";
import { accessErrorOf } from "./request/failure.ts";
import { scopesOf, type SiteAccess } from "./scopes.ts";

export interface LeadershipOptions {
  readonly send: SendToGraph;
  /** `host:/sites/name` */
  readonly homeSite: string;
  readonly siteAccess?: SiteAccess;
}

interface Deps {
  readonly send: SendToGraph;
  readonly items: Items<Leader>;
}

const leaderOf =
  (role: Leader["role"]) =>
  (who: Person): Leader => ({
    key: `${role} ${who.id || (who.upn ?? who.name)}`.slice(0, TEXT_LIMIT),
    role,
    person: who,
  });

const leadersOf = ({ leads, owners }: Leadership): ReadonlyMap<string, Leader> =>
  new Map([...leads.map(leaderOf("lead")), ...owners.map(leaderOf("owner"))].map((one) => [one.key, one]));

const readRows = async ({ items }: Deps): Promise<Result<readonly Stored<Leader>[], AccessError>> => {
  const rows = await items.read(undefined);
  return rows.ok ? rows : err(accessErrorOf(rows.error, items.listName));
};

const put = async ({ send, items }: Deps, leader: Leader): Promise<AccessError | undefined> => {
  const saved = await ensure({ send }, rackOf(items, leaderCodec), { key: leader.key, record: leader });
  if (saved.type === "Written") return undefined;
  return saved.type === "Failed" ? saved.error : { type: "Unexpected", code: `leadership${saved.type}` };
};

const forget = async ({ send, items }: Deps, revision: Revision): Promise<AccessError | undefined> => {
  const headers = { "If-Match": versionOf(revision) };
  const removed = await send(items.call("DELETE", `/items/${items.itemIdOf(revision) ?? ""}`, { headers }));
  const isGone = !removed.ok && removed.error.type === "Refused" && removed.error.status === 404;
  return removed.ok || isGone ? undefined : accessErrorOf(removed.error, items.listName);
};

const isSame = (one: Leader, other: Leader): boolean =>
  one.person.name === other.person.name && one.person.upn === other.person.upn;

/** Only what differs is written: in a large organisation hardly anybody changes. */
const writeRows = async (deps: Deps, leadership: Leadership): Promise<Result<void, AccessError>> => {
  const rows = await readRows(deps);
  if (!rows.ok) return rows;
  const wanted = leadersOf(leadership);
  const known = new Map(rows.value.map(({ record }) => [record.key, record]));
  const done = await Promise.all([
    ...[...wanted.values()]
      .filter((leader) => {
        const stored = known.get(leader.key);
        return !stored || !isSame(stored, leader);
      })
      .map((leader) => put(deps, leader)),
    ...rows.value.filter(({ record }) => !wanted.has(record.key)).map(({ revision }) => forget(deps, revision)),
  ]);
  const failure = done.find((one) => one !== undefined);
  return failure ? err(failure) : ok(undefined);
};

const depsOf = (send: SendToGraph, site: string, scopes: Scopes): Deps => ({
  send,
  items: createItems(
    formOf(leaderCodec, (row) => row.key),
    { send, site, scopes, onWarning: () => undefined },
  ),
});

export const createLeadershipRegister = ({
  send,
  homeSite: site,
  siteAccess = "selected",
}: LeadershipOptions): LeadershipRegister => {
  const deps = depsOf(send, site, scopesOf("okrs", siteAccess));
  return {
    read: async () => {
      const rows = await readRows(deps);
      if (!rows.ok) return rows;
      const named = (role: Leader["role"]): readonly Person[] =>
        rows.value.flatMap(({ record }) => (record.role === role ? [record.person] : []));
      return ok(rows.value.length === 0 ? undefined : { leads: named("lead"), owners: named("owner") });
    },
    write: (leadership) => writeRows(deps, leadership),
  };
};

const storedShape = objectOf<Leadership>({ leads: listOf(person), owners: listOf(person) });

/** Until schema 2 they stood in one cell, as JSON. */
export const moveLeadership = async (
  { send, site, scopes }: { readonly send: SendToGraph; readonly site: string; readonly scopes: Scopes },
  text: string,
): Promise<Result<void, AccessError>> => {
  const read = storedShape(parseJson(text), "");
  // What cannot be read is written anew with the next change of the leads.
  return read.ok ? writeRows(depsOf(send, site, scopes), read.value) : ok(undefined);
};
