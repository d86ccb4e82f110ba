/** Permission levels: `roledefinitions`. */
import { created, type JsonObject, ok, type Reply, textOr } from "../../graph/http/exchange.ts";
import { isObject } from "../../graph/http/exchange.ts";
import { readMask, right, showMask } from "../../graph/roles/basePermissions.ts";
import {
  addRoleDefinition,
  type RoleDefinition,
  roleDefinition,
  roleDefinitionNamed,
  roleDefinitions,
} from "../../graph/roles/roleDefinitions.ts";
import { bodyOf, demandAt, projected, type RestCall, type RestRoute, selector, webPlace } from "./call.ts";
import { badValue, nameInUse, noLevel } from "./refusals.ts";

export const showDefinition = (definition: RoleDefinition): JsonObject => ({
  BasePermissions: showMask(definition.mask),
  Description: definition.description,
  Hidden: definition.hidden,
  Id: definition.id,
  Name: definition.name,
  Order: definition.order,
  RoleTypeKind: definition.kind,
});

const list = (call: RestCall): Reply => {
  demandAt(call, webPlace(call), right.viewListItems);
  return ok({
    value: roleDefinitions(call.service, call.site.id).map((each) => projected(call, showDefinition(each))),
  });
};

const one = (call: RestCall): Reply => {
  demandAt(call, webPlace(call), right.viewListItems);
  const args = selector(call);
  const name = args["name"];
  const found =
    name === undefined
      ? roleDefinition(call.service, call.site.id, Number(args[""]))
      : roleDefinitionNamed(call.service, call.site.id, name);
  return ok(projected(call, showDefinition(found ?? noLevel(name ?? args[""] ?? ""))));
};

const add = (call: RestCall): Reply => {
  demandAt(call, webPlace(call), right.managePermissions);
  const body = bodyOf(call, ["BasePermissions", "Description", "Name", "Order"]);
  const name = textOr(body["Name"]).trim();
  if (name === "") return badValue("Name");
  const given = isObject(body["BasePermissions"]) ? body["BasePermissions"] : {};
  const mask = readMask(given["High"], given["Low"]) ?? badValue("BasePermissions");
  if (roleDefinitionNamed(call.service, call.site.id, name) !== undefined) return nameInUse();
  const order = typeof body["Order"] === "number" ? body["Order"] : 0;
  const description = textOr(body["Description"]);
  return created(showDefinition(addRoleDefinition(call.service, call.site.id, { name, description, order, mask })));
};

export const definitionRoutes: readonly RestRoute[] = [
  { method: "GET", shape: "web/roledefinitions", query: ["select"], handle: list },
  { method: "GET", shape: "web/roledefinitions()", query: ["select"], handle: one },
  { method: "POST", shape: "web/roledefinitions", handle: add },
];
