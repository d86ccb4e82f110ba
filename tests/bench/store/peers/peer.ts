/** One changed row, as any client of Graph sees it. */
export interface RowChange {
  /** `/sites/{id}/lists/{id}` */
  readonly listPath: string;
  readonly siteId: string;
  readonly listId: string;
  readonly itemId: string;
  readonly etag: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Service {
  readonly graphOrigin: string;
  readonly bearer: string;
}

/** Rows of one list that a filter selects, with the fields that are wanted; without a filter, all of them. */
export interface Query {
  readonly siteId: string;
  readonly listId: string;
  readonly fields: readonly string[];
  readonly filter?: string;
}

export interface Peer {
  readonly name: string;
  /** How many rows came. A client that can also learns where the changes of each list go on. */
  readonly read: (service: Service, queries: readonly Query[]) => Promise<number>;
  /** How many rounds it took until every row was said to be written. */
  readonly push: (service: Service, rows: readonly RowChange[]) => Promise<number>;
}
