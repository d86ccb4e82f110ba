/** Sites and the people a site knows (its User Information List). */
import type { DirectoryUser } from "../directory.ts";
import { notFound } from "../http/exchange.ts";
import type { Service } from "../service.ts";

export interface SiteRow {
  /** `host,collection guid,web guid` */
  readonly id: string;
  readonly host: string;
  /** `/sites/name`, or "" for the root site. */
  readonly path: string;
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly groupId: string | null;
  readonly createdAt: string;
}

const missing = (): never => notFound("Requested site could not be found");

/**
 * @param segment `root`, a site id, a host, `host:/sites/name`, or `group:id` for the site of a group
 */
export const siteFor = (service: Service, segment: string): SiteRow => {
  const { db } = service;
  if (segment === "root") return db.get<SiteRow>("SELECT * FROM sites WHERE path = ''") ?? missing();
  if (segment.startsWith("group:"))
    return db.get<SiteRow>("SELECT * FROM sites WHERE groupId = ?", segment.slice(6)) ?? missing();
  const [host = "", path] = segment.split(":");
  if (path !== undefined || !segment.includes(",")) {
    const plain = (path ?? "").replace(/\/$/, "").toLowerCase();
    return (
      db.get<SiteRow>("SELECT * FROM sites WHERE lower(host) = ? AND lower(path) = ?", host.toLowerCase(), plain) ??
      missing()
    );
  }
  return db.get<SiteRow>("SELECT * FROM sites WHERE id = ?", segment.toLowerCase()) ?? missing();
};

export const siteUrl = (site: SiteRow): string => `https://${site.host}${site.path}`;

/** Row of a user in the site's User Information List; made when the user first touches the site. */
export const lookupIdOf = (service: Pick<Service, "db">, siteId: string, userId: string): number => {
  const { db } = service;
  const known = db.get<{ lookupId: number }>(
    "SELECT lookupId FROM site_users WHERE siteId = ? AND userId = ?",
    siteId,
    userId,
  );
  if (known !== undefined) return known.lookupId;
  const last = db.get<{ last: number | null }>(
    "SELECT max(lookupId) AS last FROM site_users WHERE siteId = ?",
    siteId,
  )?.last;
  // The first rows of a real site belong to the system account and to SharePoint groups.
  const lookupId = (last ?? 5) + 1;
  db.run("INSERT INTO site_users (siteId, lookupId, userId) VALUES (?, ?, ?)", siteId, lookupId, userId);
  return lookupId;
};

export const userOfLookup = (service: Service, siteId: string, lookupId: number): DirectoryUser | undefined => {
  const row = service.db.get<{ userId: string }>(
    "SELECT userId FROM site_users WHERE siteId = ? AND lookupId = ?",
    siteId,
    lookupId,
  );
  return row === undefined ? undefined : service.directory().userById.get(row.userId);
};
