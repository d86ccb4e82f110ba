import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { PinnedTab, TabSettings } from "./wire.ts";

interface StoredTab extends PinnedTab {
  readonly channelId: string;
}

export interface PinnedTabs {
  readonly ofChannels: (channelIds: readonly string[]) => Readonly<Record<string, readonly PinnedTab[]>>;
  readonly channelOf: (tabId: string) => string | undefined;
  readonly add: (channelId: string, settings: TabSettings) => PinnedTab;
  /** Undefined when the tab is no longer there. */
  readonly change: (tabId: string, settings: TabSettings) => PinnedTab | undefined;
  readonly remove: (tabId: string) => void;
  readonly clear: () => void;
}

const withoutChannel = ({ channelId: _channel, ...tab }: StoredTab): PinnedTab => tab;

const load = (file: string): readonly StoredTab[] => {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as readonly StoredTab[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
};

/** The tabs pinned to channels, in one small file: a rename is atomic, so a killed process leaves the old or the new. [TS24] */
export const openPinnedTabs = (dataDir: string): PinnedTabs => {
  const file = path.join(dataDir, "teams-tabs.json");
  let tabs = load(file);

  const save = (next: readonly StoredTab[]): void => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(next, undefined, 1));
    renameSync(`${file}.new`, file);
    tabs = next;
  };

  return {
    ofChannels: (channelIds) =>
      Object.fromEntries(
        channelIds.map((id) => [id, tabs.filter(({ channelId }) => channelId === id).map(withoutChannel)] as const),
      ),
    channelOf: (tabId) => tabs.find(({ id }) => id === tabId)?.channelId,
    add: (channelId, settings) => {
      const tab = { ...settings, id: randomUUID(), channelId };
      save([...tabs, tab]);
      return withoutChannel(tab);
    },
    change: (tabId, settings) => {
      const known = tabs.find(({ id }) => id === tabId);
      if (known === undefined) return undefined;
      const tab = { ...settings, id: tabId, channelId: known.channelId };
      save(tabs.map((one) => (one.id === tabId ? tab : one)));
      return withoutChannel(tab);
    },
    remove: (tabId) => save(tabs.filter(({ id }) => id !== tabId)),
    clear: () => save([]),
  };
};
