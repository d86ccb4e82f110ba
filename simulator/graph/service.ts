/** What every part of the simulated Graph needs: the store, the clock, the directory and the current settings. */
import type { Directory } from "./directory.ts";
import type { Settings } from "./settings.ts";
import type { Database } from "./store/database.ts";

export interface Service {
  readonly db: Database;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly settings: () => Settings;
  readonly directory: () => Directory;
  /** Counts how often a resync was asked for; delta tokens of an earlier count are refused. */
  readonly resyncEpoch: () => number;
}

/** Graph writes instants of SharePoint without fractions of a second. */
export const instant = (epochMs: number): string => `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
