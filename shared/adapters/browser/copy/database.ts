import type { Dexie, Table } from "dexie";
import type { CycleKey, PartitionKey, Revision, RowRef, UnitKey } from "#shared/domain/okr/ids.ts";
import type { RecordId } from "#shared/domain/okr/okrSet.ts";
import type { CopiedFrame, CopiedInitiatives, CopiedPartition, CopiedRow } from "#shared/ports/copyStore.ts";

/** Raised when what is kept changes its shape: a copy of another shape is emptied, never read. */
const SHAPE = 3;
const PREFIX = "drumbeat-copy:";

export interface KeptRow {
  readonly row: RowRef;
  readonly id: RecordId;
  readonly kind: CopiedRow["kind"];
  readonly record: CopiedRow["record"];
  readonly revision: Revision;
  readonly partition: PartitionKey;
  readonly cycle: CycleKey;
  readonly unit: UnitKey;
  /** The step in which it came or was changed. */
  readonly step: number;
}

/** A row that was there. */
export interface GoneRow {
  readonly row: RowRef;
  readonly id: RecordId;
  readonly partition: PartitionKey;
  readonly step: number;
}

export interface About {
  readonly key: "about";
  readonly shape: number;
  readonly copy: string;
  readonly step: number;
}

export interface KeptFrame extends CopiedFrame {
  readonly key: "frame";
}

export interface KeptInitiatives extends CopiedInitiatives {
  readonly key: `initiatives/${string}`;
}

/** One person's copy. Compound indexes begin with the partition, because every question is about some of them. */
export interface CopyDatabase {
  readonly dexie: Dexie;
  readonly rows: Table<KeptRow, string>;
  readonly gone: Table<GoneRow, string>;
  readonly partitions: Table<CopiedPartition, string>;
  readonly notes: Table<About | KeptFrame | KeptInitiatives, string>;
}

/** Fetched apart from the page, which must be small at first. */
export const fetchDexie = async (): Promise<typeof Dexie> => (await import("dexie")).Dexie;

const tablesOf = (dexie: Dexie): CopyDatabase => {
  dexie.version(SHAPE).stores({
    rows: "row, id, [partition+cycle+unit], [partition+step]",
    gone: "row, step, [partition+step]",
    partitions: "key",
    notes: "key",
  });
  // Another window deletes it, or opens a newer shape of it; nothing here may hold that up.
  dexie.on("versionchange", () => {
    dexie.close();
    return false;
  });
  return {
    dexie,
    rows: dexie.table("rows"),
    gone: dexie.table("gone"),
    partitions: dexie.table("partitions"),
    notes: dexie.table("notes"),
  };
};

/** Runs the work in one transaction over everything. Dexie follows awaits only through a function that is declared async. */
export const transact = <T>({ dexie, ...tables }: CopyDatabase, mode: "r" | "rw", work: () => Promise<T>): Promise<T> =>
  dexie.transaction(mode, Object.values(tables), async () => work());

export const emptyDatabase = ({ rows, gone, partitions, notes }: CopyDatabase): Promise<unknown> =>
  Promise.all([rows.clear(), gone.clear(), partitions.clear(), notes.clear()]);

/** Empties what another version of Drumbeat left, and names what is empty. */
const prepare = (database: CopyDatabase, newName: () => string): Promise<void> =>
  transact(database, "rw", async () => {
    const about = await database.notes.get("about");
    if (about?.key === "about" && about.shape === SHAPE) return;
    await emptyDatabase(database);
    await database.notes.put({ key: "about", shape: SHAPE, copy: newName(), step: 0 });
  });

const openOnce = async (name: string, newName: () => string): Promise<CopyDatabase> => {
  const DexieClass = await fetchDexie();
  const database = tablesOf(new DexieClass(PREFIX + name));
  try {
    await database.dexie.open();
    await prepare(database, newName);
    return database;
  } catch (reason) {
    database.dexie.close();
    throw reason;
  }
};

/** Opens the copy of that name. One that cannot be read is thrown away: everything in it is on the server too. */
export const openDatabase = async (name: string, newName: () => string): Promise<CopyDatabase> => {
  try {
    return await openOnce(name, newName);
  } catch {
    const DexieClass = await fetchDexie();
    await DexieClass.delete(PREFIX + name);
    return openOnce(name, newName);
  }
};

/** Removes every copy on this device but the one of that name. */
export const deleteDatabases = async (except?: string): Promise<void> => {
  const DexieClass = await fetchDexie();
  const names = await DexieClass.getDatabaseNames();
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== PREFIX + (except ?? ""));
  await Promise.all(others.map((name) => DexieClass.delete(name)));
};
