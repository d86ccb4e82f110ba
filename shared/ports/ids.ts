export interface Ids {
  /** A new random GUID in lower case. */
  readonly guid: () => string;
}

export interface IdsDep {
  readonly ids: Ids;
}
