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

export interface PushPeer {
  readonly name: string;
  /** How many rounds it took until every row was said to be written. */
  readonly push: (service: Service, rows: readonly RowChange[]) => Promise<number>;
}
