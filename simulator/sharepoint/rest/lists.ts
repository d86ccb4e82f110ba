/** Settings of a list that Graph does not show. */
import { userMask } from "../../graph/access.ts";
import { type JsonObject, noContent, ok, type Reply } from "../../graph/http/exchange.ts";
import { right, showMask } from "../../graph/roles/basePermissions.ts";
import { instant } from "../../graph/service.ts";
import type { ListRow } from "../../graph/store/lists.ts";
import { bodyOf, demandAt, listOf, placeOf, projected, type RestCall, type RestRoute } from "./call.ts";
import { badValue, notSimulated } from "./refusals.ts";

const shown = (list: ListRow): JsonObject => ({
  BaseTemplate: 100,
  Created: list.createdAt,
  Description: list.description,
  EnableMinorVersions: false,
  EnableModeration: false,
  EnableVersioning: list.versioning === 1,
  Hidden: list.hidden === 1,
  Id: list.id,
  ItemCount: list.itemCount,
  LastItemModifiedDate: list.modifiedAt,
  MajorVersionLimit: list.versionLimit,
  Title: list.displayName,
});

/** Only when selected. */
const onRequest = (call: RestCall, list: ListRow): JsonObject => ({
  EffectiveBasePermissions: showMask(userMask(call.service, call.caller.oid, placeOf(call))),
  HasUniqueRoleAssignments: list.inherits === 0,
  ReadSecurity: 1,
  WriteSecurity: list.writeSecurity,
});

const get = (call: RestCall): Reply => {
  const list = listOf(call);
  demandAt(call, placeOf(call), right.viewListItems);
  return ok(projected(call, shown(list), onRequest(call, list)));
};

const choice = (body: JsonObject, name: string, allowed: readonly number[], before: number): number => {
  const value = body[name];
  if (value === undefined) return before;
  return allowed.find((known) => known === value) ?? badValue(name);
};

const versioningOf = (body: JsonObject, before: number): number => {
  const value = body["EnableVersioning"];
  if (value === undefined) return before;
  return typeof value === "boolean" ? Number(value) : badValue("EnableVersioning");
};

const limitOf = (body: JsonObject, before: number): number => {
  const value = body["MajorVersionLimit"];
  if (value === undefined) return before;
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 50_000
    ? Number(value)
    : badValue("MajorVersionLimit");
};

/** docs "Working with lists and list items with REST"; WriteSecurity and ReadSecurity as in MS-WSSFO2: 1 all, 2 own, 4 none. */
const merge = (call: RestCall): Reply => {
  const list = listOf(call);
  demandAt(call, placeOf(call), right.manageLists);
  const body = bodyOf(call, ["WriteSecurity", "ReadSecurity", "EnableVersioning", "MajorVersionLimit"]);
  if (choice(body, "ReadSecurity", [1, 2], 1) === 2) return notSimulated("ReadSecurity 2");
  call.service.db.run(
    "UPDATE lists SET writeSecurity = ?, versioning = ?, versionLimit = ?, modifiedAt = ?, modifiedBy = ?, version = version + 1 WHERE num = ?",
    choice(body, "WriteSecurity", [1, 2, 4], list.writeSecurity),
    versioningOf(body, list.versioning),
    limitOf(body, list.versionLimit),
    instant(call.service.now()),
    call.caller.oid,
    list.num,
  );
  return noContent;
};

export const listRoutes: readonly RestRoute[] = [
  { method: "GET", shape: "web/lists()", query: ["select"], handle: get },
  { method: "MERGE", shape: "web/lists()", handle: merge },
];
