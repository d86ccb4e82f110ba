/** Which principal of a site has which levels on a list, and which it ought to have. Pure. */
import type { ListRights, RowRights } from "../graph/lists/rights.ts";
import { at, listAt, textAt } from "../graph/json.ts";
import { includes, readLevel, RIGHT, type Level, type Levels, type Mask } from "./levels.ts";

export interface Assignment {
  readonly principalId: number;
  readonly name: string;
  /** Without Limited Access, which SharePoint gives and takes by itself. */
  readonly levels: readonly Level[];
}

/** Of an answer to `roleassignments?$expand=Member,RoleDefinitionBindings`. */
export const readAssignments = (answer: unknown): readonly Assignment[] =>
  listAt(answer, "value").flatMap((entry) => {
    const principalId = at(entry, "PrincipalId");
    if (typeof principalId !== "number") return [];
    const levels = listAt(entry, "RoleDefinitionBindings")
      .map(readLevel)
      .filter((level) => level !== undefined)
      .filter((level) => !level.isLimitedAccess);
    return [{ principalId, name: textAt(entry, "Member", "Title") ?? String(principalId), levels }];
  });

/** The one level that each principal ought to have. */
export type Wanted = ReadonlyMap<number, Level>;

const levelFor = (rights: RowRights, levels: Levels): Level => {
  switch (rights) {
    case "read":
      return levels.read;
    case "add":
      return levels.add;
    case "change":
      return levels.contribute;
  }
};

/**
 * From who may do what on the site: whoever manages its permissions keeps everything, whoever edits it gets the members' part,
 * whoever reads it reads. So no list is open to anybody whom the site is not open to.
 */
export const wantedOn = (rights: ListRights, site: readonly Assignment[], leadsId: number, levels: Levels): Wanted => {
  const wanted = new Map<number, Level>();
  for (const { principalId, levels: held } of site) {
    const mask = held.reduce<Mask>((all, level) => all | level.mask, 0n);
    const level = memberLevel(mask, rights, levels);
    if (level) wanted.set(principalId, level);
  }
  const isBound = rights.leads === "change" && rights.changes === "own";
  wanted.set(leadsId, isBound ? levels.lead : levelFor(rights.leads, levels));
  return wanted;
};

const memberLevel = (mask: Mask, rights: ListRights, levels: Levels): Level | undefined => {
  if (includes(mask, RIGHT.manage)) return levels.fullControl;
  if (includes(mask, RIGHT.add)) return levelFor(rights.members, levels);
  return includes(mask, RIGHT.view) ? levels.read : undefined;
};

/** Once its cycle is over, a list is only read. */
export const CLOSED: ListRights = { members: "read", leads: "read", changes: "all" };

/** `[MS-LISTSWS]` WriteSecurity: 1 everybody's rows, 2 only own ones, 4 none. */
export const writeSecurityOf = ({ changes }: ListRights, closed: boolean): 1 | 2 | 4 => {
  if (closed) return 4;
  return changes === "own" ? 2 : 1;
};

export interface AssignmentChange {
  readonly principalId: number;
  readonly level: Level;
}

/** Giving comes before taking, so that nobody is locked out in between. */
export const changesTo = (
  wanted: Wanted,
  present: readonly Assignment[],
): { readonly give: readonly AssignmentChange[]; readonly take: readonly AssignmentChange[] } => {
  const held = new Map(present.map(({ principalId, levels }) => [principalId, levels]));
  const give = [...wanted]
    .filter(([principalId, level]) => !held.get(principalId)?.some(({ id }) => id === level.id))
    .map(([principalId, level]) => ({ principalId, level }));
  const take = present.flatMap(({ principalId, levels }) =>
    levels.filter(({ id }) => id !== wanted.get(principalId)?.id).map((level) => ({ principalId, level })),
  );
  return { give, take };
};
