export interface Network {
  /** Calls back when there is a network again after there was none; the result ends it. */
  readonly onOnline: (listener: () => void) => () => void;
}

export interface NetworkDep {
  readonly network: Network;
}
