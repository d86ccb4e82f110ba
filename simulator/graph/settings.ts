/** Behaviour that a test or an operator may change while the simulator runs: `POST /sim/settings`. */

type ResyncCode = "resyncChangesApplyDifferences" | "resyncChangesUploadDifferences";

export interface Settings {
  /** Items per page without `$top`. */
  readonly defaultPageSize: number;
  /** Larger pages are capped silently; 7 makes every reader page. */
  readonly maxPageSize: number;
  /** Rows that a list query may touch before SharePoint refuses. */
  readonly listViewThreshold: number;
  readonly resourceUnitsPerMinute: number;
  readonly resourceUnitsPerDay: number;
  readonly requestsPerUserPer5Minutes: number;
  readonly channelPostsPerSecond: number;
  /** Milliseconds added to every outer request. */
  readonly latencyMs: number;
  /** Lists are made without the columns of the POST, as docs issue #11966 reports. */
  readonly dropListColumns: boolean;
  /** Deleted items appear in delta as error elements, as msgraph-sdk-typescript #544 reports. */
  readonly deltaErrorElements: boolean;
  /** Milliseconds after which a delta token is refused with 410. */
  readonly deltaTokenLifetimeMs: number;
  /** Milliseconds for which a download address is good; the documents say an hour, and a few minutes. */
  readonly downloadUrlLifetimeMs: number;
  /** Setting a code makes every delta token given out so far answer 410 with it. */
  readonly resync: ResyncCode | null;
  /** Order of the answers of a batch. */
  readonly shuffleSeed: number;
}

export const defaultSettings: Settings = {
  defaultPageSize: 200,
  maxPageSize: 5000,
  listViewThreshold: 5000,
  resourceUnitsPerMinute: 5000,
  resourceUnitsPerDay: 4_800_000,
  requestsPerUserPer5Minutes: 3000,
  channelPostsPerSecond: 4,
  latencyMs: 0,
  dropListColumns: false,
  deltaErrorElements: false,
  deltaTokenLifetimeMs: 30 * 24 * 60 * 60 * 1000,
  downloadUrlLifetimeMs: 60 * 60 * 1000,
  resync: null,
  shuffleSeed: 1,
};

type SettingsChange =
  | { readonly type: "changed"; readonly settings: Settings }
  | { readonly type: "rejected"; readonly name: string; readonly reason: string };

const resyncCodes: ReadonlySet<unknown> = new Set([
  "resyncChangesApplyDifferences",
  "resyncChangesUploadDifferences",
  null,
]);

const problem = (name: string, value: unknown): string | undefined => {
  const known: unknown = (defaultSettings as unknown as Readonly<Record<string, unknown>>)[name];
  if (known === undefined) return "there is no such setting";
  if (name === "resync") return resyncCodes.has(value) ? undefined : "expected a resync code or null";
  if (typeof value !== typeof known) return `expected a ${typeof known}`;
  if (typeof value === "number" && !(Number.isFinite(value) && value >= 0)) return "expected a number of at least 0";
  if (name.endsWith("PageSize") && value === 0) return "a page holds at least one element";
  return undefined;
};

/** Applies all of the change or nothing of it. */
export const changeSettings = (settings: Settings, change: Readonly<Record<string, unknown>>): SettingsChange => {
  for (const [name, value] of Object.entries(change)) {
    const reason = problem(name, value);
    if (reason !== undefined) return { type: "rejected", name, reason };
  }
  return { type: "changed", settings: { ...settings, ...change } };
};
