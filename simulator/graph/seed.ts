/** Turns a simulated organisation into rows: users, groups, members, channels, sites, rights. OKRs are none of its business. */
import { isDeepStrictEqual } from "node:util";
import type { World, WorldGroup } from "../world/types.ts";
import type { GraphOptions } from "./contract.ts";
import { writeGrant } from "./resources/permissions.ts";
import { assign, siteScope } from "./roles/assignments.ts";
import {
  addMember,
  addSiteGroup,
  membersGroup,
  ownersGroup,
  type Principal,
  visitorsGroup,
} from "./roles/principals.ts";
import { type Level, levelId } from "./roles/roleDefinitions.ts";
import { instant } from "./service.ts";
import type { Database } from "./store/database.ts";
import { guidOf } from "./store/names.ts";

export interface Seeding {
  readonly db: Database;
  readonly now: () => number;
  readonly homeSiteGrants: NonNullable<GraphOptions["homeSiteGrants"]>;
}

const createdAt = "2024-01-08T08:00:00Z";

const insertUsers = (db: Database, world: World): void => {
  for (const [index, user] of world.users.entries())
    db.run(
      "INSERT INTO users (id, ord, outsider, json) VALUES (?, ?, ?, ?)",
      user.id,
      index,
      Number(world.outsiderIds.includes(user.id)),
      JSON.stringify(user),
    );
};

const insertPeople = (db: Database, group: WorldGroup): void => {
  const put = (kind: string, userId: string, index: number): void => {
    db.run(
      "INSERT OR IGNORE INTO group_people (groupId, userId, kind, ord) VALUES (?, ?, ?, ?)",
      group.id,
      userId,
      kind,
      index,
    );
  };
  for (const [index, id] of group.ownerIds.entries()) put("owner", id, index);
  // Graph counts the owners of a Microsoft 365 group among its members.
  for (const [index, id] of [...group.memberIds, ...group.ownerIds].entries()) put("member", id, index);
};

const insertGroup = (db: Database, world: World, group: WorldGroup, index: number): void => {
  const { id, displayName, description, mailNickname, visibility } = group;
  const json = {
    id,
    displayName,
    description,
    mailNickname,
    mail: `${mailNickname}@${world.tenant.domain}`,
    visibility,
    createdDateTime: createdAt,
  };
  db.run("INSERT INTO groups (id, ord, json) VALUES (?, ?, ?)", id, index, JSON.stringify(json));
  insertPeople(db, group);
  for (const [position, channel] of group.channels.entries())
    db.run(
      "INSERT INTO channels (id, teamId, ord, displayName, createdAt) VALUES (?, ?, ?, ?, ?)",
      channel.id,
      id,
      position,
      channel.displayName,
      createdAt,
    );
};

const insertSite = (
  db: Database,
  world: World,
  path: string,
  name: string,
  displayName: string,
  group?: WorldGroup,
): string => {
  const host = world.tenant.sharePointHost;
  const id = `${host},${guidOf(`${host}${path} collection`)},${guidOf(`${host}${path} web`)}`;
  db.run(
    "INSERT INTO sites (id, host, path, name, displayName, description, groupId, createdAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    id,
    host,
    path,
    name,
    displayName,
    group?.description ?? "",
    group?.id ?? null,
    createdAt,
  );
  return id;
};

const everyone: Principal = { kind: "everyone", id: "" };

/** The three groups of every site, with the levels they have from the start. */
const insertSiteGroups = (seeding: Seeding, siteId: string, name: string): void => {
  const put = (id: number, role: string, level: Level): void => {
    const description = `Use this group to grant people ${role.toLowerCase()} permissions to the SharePoint site: ${name}`;
    addSiteGroup(seeding, { siteId, id, title: `${name} ${role}`, description, ownerId: ownersGroup });
    assign(seeding, siteScope(siteId), { kind: "group", id: String(id) }, levelId(seeding, siteId, level));
  };
  put(ownersGroup, "Owners", "fullControl");
  put(visitorsGroup, "Visitors", "read");
  put(membersGroup, "Members", "edit");
};

const insertGroupSite = (seeding: Seeding, world: World, group: WorldGroup): string => {
  const { db } = seeding;
  const siteId = insertSite(db, world, `/sites/${group.mailNickname}`, group.mailNickname, group.displayName, group);
  insertSiteGroups(seeding, siteId, group.displayName);
  addMember(seeding, siteId, ownersGroup, { kind: "owners", id: group.id });
  addMember(seeding, siteId, membersGroup, { kind: "members", id: group.id });
  // The site of a public group admits everyone but outsiders as members.
  if (group.visibility === "Public") addMember(seeding, siteId, membersGroup, everyone);
  return siteId;
};

const insertHome = (seeding: Seeding, world: World, siteId: string): void => {
  addMember(seeding, siteId, membersGroup, everyone);
  addMember(seeding, siteId, ownersGroup, { kind: "user", id: world.personas.admin });
  for (const { appId, displayName, role } of seeding.homeSiteGrants)
    writeGrant(seeding, siteScope(siteId), appId, displayName, role);
};

export const worldOf = (db: Database): string | undefined =>
  db.get<{ value: string }>("SELECT value FROM meta WHERE name = 'world'")?.value;

/**
 * Does nothing when this very organisation is there already, so that a restart keeps everything.
 * @throws when the file holds another organisation: mixing two would be a bug of the caller
 */
export const seedTenant = (seeding: Seeding, world: World): void => {
  const { db } = seeding;
  const identity = { name: world.name, seed: world.seed, tenant: world.tenant.id };
  const present = worldOf(db);
  if (present !== undefined) {
    if (!isDeepStrictEqual(JSON.parse(present), identity))
      throw new Error(`the store holds another organisation: ${present}`);
    return;
  }
  db.transaction(() => {
    insertUsers(db, world);
    for (const [index, group] of world.groups.entries()) insertGroup(db, world, group, index);
    const root = insertSite(db, world, "", "", world.tenant.displayName);
    insertSiteGroups(seeding, root, world.tenant.displayName);
    addMember(seeding, root, visitorsGroup, everyone);
    for (const group of world.groups) {
      const siteId = insertGroupSite(seeding, world, group);
      if (group.mailNickname === world.homeGroup) insertHome(seeding, world, siteId);
    }
    db.run("INSERT INTO meta (name, value) VALUES ('world', ?)", JSON.stringify(identity));
    db.run("INSERT INTO meta (name, value) VALUES ('seededAt', ?)", instant(seeding.now()));
  });
};
