/** What Save in the configuration page would pin. */
export interface Pinned {
  /** Target of the place, see `targetOf`; without a cycle it follows the current one. */
  readonly target: string;
  readonly name: string;
}

/** How the host pins a tab to a channel. */
export interface TabConfiguration {
  /** What the tab is pinned to already; empty for a new one. */
  readonly current: () => Promise<string>;
  /** Save becomes possible and would pin this. */
  readonly choose: (pinned: Pinned) => void;
}
