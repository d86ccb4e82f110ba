import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Scopes } from "#shared/ports/signIn.ts";
import { textAt } from "./json.ts";
import type { GraphCall, SendToGraph } from "./request/call.ts";
import { accessErrorOf } from "./request/failure.ts";
import { readPages } from "./request/pages.ts";

/** The site that holds the OKR lists, with the ids of its lists by display name. */
export interface Home {
  /** `/sites/{id}` */
  readonly sitePath: string;
  readonly listIds: ReadonlyMap<string, string>;
}

/** Of a site, to be followed by what is wanted of it. @param site `host:/sites/name` */
export const siteAddress = (site: string): string =>
  `/sites/${site.split("/").map(encodeURIComponent).join("/").replaceAll("%3A", ":")}:`;

/** Of a list by its title, so that nothing has to be looked up before. */
export const listAddress = (site: string, title: string): string =>
  `${siteAddress(site)}/lists/${encodeURIComponent(title)}`;

/** @param site `host:/sites/name` */
export const findHome = async (send: SendToGraph, site: string, scopes: Scopes): Promise<Result<Home, AccessError>> => {
  const address = siteAddress(site);
  const get = (path: string): GraphCall => ({ method: "GET", path, scopes });
  // Both in one batch: the lists can be had by the address of the site, before its id is known.
  const [found, lists] = await Promise.all([
    send(get(`${address.slice(0, -1)}?$select=id`)),
    readPages(send, get(`${address}/lists?$select=id,displayName`)),
  ]);
  if (!found.ok) return err(accessErrorOf(found.error, site));
  if (!lists.ok) return err(accessErrorOf(lists.error, site));
  const id = textAt(found.value.body, "id");
  if (id === undefined) return err({ type: "Unexpected", code: "siteWithoutId" });
  const listIds = new Map<string, string>();
  for (const list of lists.value.elements) {
    const listId = textAt(list, "id");
    const name = textAt(list, "displayName");
    if (listId !== undefined && name !== undefined) listIds.set(name, listId);
  }
  return ok({ sitePath: `/sites/${id}`, listIds });
};
