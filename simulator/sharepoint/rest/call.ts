/** One request to SharePoint's REST service, and what it may do. */
import { userMask, type Place } from "../../graph/access.ts";
import type { CallerClaims } from "../../graph/contract.ts";
import { isObject, type JsonObject, type Reply } from "../../graph/http/exchange.ts";
import { includes, levelMasks, type Mask } from "../../graph/roles/basePermissions.ts";
import type { Service } from "../../graph/service.ts";
import { findList, type ListRow } from "../../graph/store/lists.ts";
import type { SiteRow } from "../../graph/store/sites.ts";
import type { Step } from "./address.ts";
import { badValue, denied, noList, notSimulated } from "./refusals.ts";

export interface RestCall {
  readonly service: Service;
  readonly caller: CallerClaims;
  readonly site: SiteRow;
  readonly steps: readonly Step[];
  /** Parsed JSON; undefined when there was none. */
  readonly body: unknown;
  readonly select: readonly string[] | undefined;
  readonly expand: readonly string[];
}

export interface RestRoute {
  readonly method: "GET" | "POST" | "MERGE";
  /** As `RestAddress.shape`. */
  readonly shape: string;
  /** Query options besides aliases, lower case without `$`. */
  readonly query?: readonly ("select" | "expand")[];
  readonly handle: (call: RestCall) => Reply;
}

/** Delegated permissions of "Office 365 SharePoint Online". */
const maskOfScope: Readonly<Record<string, Mask>> = {
  "AllSites.Read": levelMasks.read,
  "AllSites.Write": levelMasks.contribute,
  "AllSites.Manage": levelMasks.edit,
  "AllSites.FullControl": levelMasks.fullControl,
};

/** What the caller may do: the rights of the person cut with those of the app. */
const callerMask = ({ service, caller }: RestCall, place: Place): Mask =>
  userMask(service, caller.oid, place) &
  caller.scp.reduce<Mask>((mask, scope) => mask | (maskOfScope[scope] ?? 0n), 0n);

export const demandAt = (call: RestCall, place: Place, wanted: Mask): void => {
  if (!includes(callerMask(call, place), wanted)) denied();
};

export const webPlace = ({ site }: RestCall): Place => ({ siteId: site.id });

/** What the second step names in brackets: a list, a group, a level. */
export const selector = ({ steps }: RestCall): Readonly<Record<string, string>> => steps[1]?.args ?? {};

export const listOf = (call: RestCall): ListRow => {
  const { service, site } = call;
  const args = selector(call);
  return findList(service, site.id, args[""] ?? args["title"] ?? "") ?? noList();
};

/** The site itself, or the list that the address names. */
export const placeOf = (call: RestCall): Place =>
  call.steps[1]?.name === "lists" ? { siteId: call.site.id, list: listOf(call) } : webPlace(call);

export const argument = ({ steps }: RestCall, name: string): string =>
  steps.at(-1)?.args[name] ?? badValue(`the parameter ${name === "" ? "in brackets" : name}`);

export const numberArgument = (call: RestCall, name: string): number => {
  const text = argument(call, name);
  return /^\d{1,10}$/.test(text) ? Number(text) : badValue(`the parameter ${name}`);
};

export const bodyOf = (call: RestCall, known: readonly string[]): JsonObject => {
  if (!isObject(call.body)) return badValue("the body");
  for (const name of Object.keys(call.body)) if (!known.includes(name)) notSimulated(`the property '${name}'`);
  return call.body;
};

/** Keeps what was selected; a property that is not kept here may well exist in SharePoint. */
export const projected = (call: RestCall, entity: JsonObject, optional: JsonObject = {}): JsonObject => {
  if (call.select === undefined) return entity;
  const all: JsonObject = { ...entity, ...optional };
  const names = Object.keys(all);
  return Object.fromEntries(
    call.select.map((wanted) => {
      const name = names.find((known) => known.toLowerCase() === wanted.toLowerCase());
      return name === undefined ? notSimulated(`the property '${wanted}'`) : [name, all[name]];
    }),
  );
};

/** What actions without a result answer. */
export const nothing: Reply = { status: 200, body: { "odata.null": true } };
