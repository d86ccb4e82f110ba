/** Users, groups and memberships, held in memory: they change only when a tenant is seeded. */
import type { Database } from "./store/database.ts";

export interface DirectoryUser {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly userPrincipalName: string;
  readonly mail: string;
  readonly jobTitle: string;
  readonly country: string;
  readonly preferredLanguage: string;
}

export interface DirectoryGroup {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly mailNickname: string;
  readonly mail: string;
  readonly visibility: "Public" | "Private";
  readonly createdDateTime: string;
}

export interface Directory {
  readonly users: readonly DirectoryUser[];
  readonly groups: readonly DirectoryGroup[];
  readonly userById: ReadonlyMap<string, DirectoryUser>;
  /** By lower-case user principal name. */
  readonly userByUpn: ReadonlyMap<string, DirectoryUser>;
  readonly groupById: ReadonlyMap<string, DirectoryGroup>;
  readonly membersOf: ReadonlyMap<string, readonly string[]>;
  readonly ownersOf: ReadonlyMap<string, readonly string[]>;
  /** Ids of the groups that count a user among their members; owners of a Microsoft 365 group are members as well. */
  readonly groupsOf: ReadonlyMap<string, readonly string[]>;
  readonly outsiders: ReadonlySet<string>;
}

const append = (map: Map<string, string[]>, key: string, value: string): void => {
  const present = map.get(key);
  if (present === undefined) map.set(key, [value]);
  else if (!present.includes(value)) present.push(value);
};

export const loadDirectory = (db: Database): Directory => {
  const rows = db.all<{ json: string; id: string; outsider: number }>(
    "SELECT id, outsider, json FROM users ORDER BY ord",
  );
  const users = rows.map((row) => JSON.parse(row.json) as DirectoryUser);
  const groups = db
    .all<{ json: string }>("SELECT json FROM groups ORDER BY ord")
    .map((row) => JSON.parse(row.json) as DirectoryGroup);
  const membersOf = new Map<string, string[]>();
  const ownersOf = new Map<string, string[]>();
  const groupsOf = new Map<string, string[]>();
  const people = db.all<{ groupId: string; userId: string; kind: string }>(
    "SELECT groupId, userId, kind FROM group_people ORDER BY groupId, kind, ord",
  );
  for (const { groupId, userId, kind } of people) {
    append(kind === "owner" ? ownersOf : membersOf, groupId, userId);
    append(groupsOf, userId, groupId);
  }
  return {
    users,
    groups,
    userById: new Map(users.map((user) => [user.id, user])),
    userByUpn: new Map(users.map((user) => [user.userPrincipalName.toLowerCase(), user])),
    groupById: new Map(groups.map((group) => [group.id, group])),
    membersOf,
    ownersOf,
    groupsOf,
    outsiders: new Set(rows.filter((row) => row.outsider === 1).map((row) => row.id)),
  };
};
