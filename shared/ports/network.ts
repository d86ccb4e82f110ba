export interface Network {
  /** Whether there surely is none. The opposite is never sure. */
  readonly isOffline: () => boolean;
  /** Calls back when there is none any more; the result ends it. */
  readonly onOffline: (listener: () => void) => () => void;
  /** Calls back when there is a network again after there was none; the result ends it. */
  readonly onOnline: (listener: () => void) => () => void;
}

export interface NetworkDep {
  readonly network: Network;
}
