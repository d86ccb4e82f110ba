/** Lists of a site as they are stored. */
import type { Service } from "../service.ts";
import { fold } from "./values.ts";

export interface ListRow {
  readonly num: number;
  readonly id: string;
  readonly siteId: string;
  /** Last segment of the list's address, fixed at creation. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly template: string;
  readonly hidden: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly modifiedAt: string;
  readonly modifiedBy: string;
  readonly version: number;
  readonly lastItemId: number;
  readonly itemCount: number;
  /** Counts changes of items; delta tokens point into it. */
  readonly seq: number;
  readonly inherits: number;
  readonly writeSecurity: number;
  /** 0: changes keep no version. */
  readonly versioning: number;
  /** How many versions a row keeps, the current one included. */
  readonly versionLimit: number;
}

/** SQLite folds ASCII letters only, SharePoint all. Costs a look at every list, so it is tried last. */
const foldedTitle = (service: Service, siteId: string, title: string): ListRow | undefined => {
  // oxlint-disable-next-line no-control-regex -- whether there is anything but ASCII
  if (/^[\x00-\x7F]*$/.test(title)) return undefined;
  const wanted = fold(title);
  return service.db
    .all<ListRow>("SELECT * FROM lists WHERE siteId = ? ORDER BY num", siteId)
    .find(({ displayName }) => fold(displayName) === wanted);
};

/** The list that has this display name or, as issues report for renamed lists, this name in its address. */
export const listTitled = (service: Service, siteId: string, title: string): ListRow | undefined =>
  service.db.get<ListRow>("SELECT * FROM lists WHERE siteId = ? AND displayName = ? COLLATE NOCASE", siteId, title) ??
  foldedTitle(service, siteId, title) ??
  service.db.get<ListRow>("SELECT * FROM lists WHERE siteId = ? AND name = ? COLLATE NOCASE", siteId, title);

/** docs, "Get list": `/lists/{list-id}` or `/lists/{list-title}`. An id wins. */
export const findList = (service: Service, siteId: string, segment: string): ListRow | undefined =>
  service.db.get<ListRow>("SELECT * FROM lists WHERE siteId = ? AND id = ?", siteId, segment.toLowerCase()) ??
  listTitled(service, siteId, segment);

export const listByNum = (service: Service, num: number): ListRow | undefined =>
  service.db.get<ListRow>("SELECT * FROM lists WHERE num = ?", num);
