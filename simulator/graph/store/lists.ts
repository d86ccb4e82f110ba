/** Lists of a site as they are stored. */
import type { Service } from "../service.ts";

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
}

/** @param segment id, display name or address name */
export const findList = (service: Service, siteId: string, segment: string): ListRow | undefined =>
  service.db.get<ListRow>("SELECT * FROM lists WHERE siteId = ? AND id = ?", siteId, segment.toLowerCase()) ??
  service.db.get<ListRow>("SELECT * FROM lists WHERE siteId = ? AND displayName = ? COLLATE NOCASE", siteId, segment) ??
  service.db.get<ListRow>("SELECT * FROM lists WHERE siteId = ? AND name = ? COLLATE NOCASE", siteId, segment);

export const listByNum = (service: Service, num: number): ListRow | undefined =>
  service.db.get<ListRow>("SELECT * FROM lists WHERE num = ?", num);
