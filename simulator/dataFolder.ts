/**
 * Where a simulator keeps its data, and the snapshot a reset goes back to.
 *
 *     <folder>/graph.db        the Graph store
 *     <folder>/sign-in.db      keys, consents, sessions
 *     <folder>/teams/          tabs pinned to channels
 *     <folder>/excel/          workbooks
 *     <folder>/snapshot/       the same four, as they were when the snapshot was taken
 */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";

const databases = ["graph.db", "sign-in.db"] as const;
const folders = ["teams", "excel"] as const;

export interface DataFolder {
  readonly graphFile: string;
  readonly signInFile: string;
  readonly teamsFolder: string;
  readonly excelFolder: string;
  readonly hasSnapshot: () => boolean;
  /** May run while the services are in use: each database is copied as of one moment. */
  readonly takeSnapshot: () => void;
  /** Only while nothing has the files open. */
  readonly restoreSnapshot: () => void;
}

/** A consistent copy of a database that others may be writing to. */
const copyDatabase = (from: string, to: string): void => {
  if (!existsSync(from)) return;
  const database = new Database(from);
  try {
    database.prepare("VACUUM INTO ?").run(to);
  } finally {
    database.close();
  }
};

const removeDatabase = (file: string): void => {
  for (const suffix of ["", "-wal", "-shm", "-info"]) rmSync(file + suffix, { force: true });
};

const copyFolder = (from: string, to: string): void => {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
};

export const openDataFolder = (folder: string): DataFolder => {
  mkdirSync(folder, { recursive: true });
  const snapshot = join(folder, "snapshot");
  return {
    graphFile: join(folder, "graph.db"),
    signInFile: join(folder, "sign-in.db"),
    teamsFolder: join(folder, "teams"),
    excelFolder: join(folder, "excel"),
    hasSnapshot: () => existsSync(snapshot),
    takeSnapshot: () => {
      const fresh = `${snapshot}.new`;
      rmSync(fresh, { recursive: true, force: true });
      mkdirSync(fresh);
      for (const name of databases) copyDatabase(join(folder, name), join(fresh, name));
      for (const name of folders) copyFolder(join(folder, name), join(fresh, name));
      rmSync(snapshot, { recursive: true, force: true });
      renameSync(fresh, snapshot);
    },
    restoreSnapshot: () => {
      const present = new Set(readdirSync(snapshot));
      for (const name of databases) {
        removeDatabase(join(folder, name));
        if (present.has(name)) cpSync(join(snapshot, name), join(folder, name));
      }
      for (const name of folders) copyFolder(join(snapshot, name), join(folder, name));
    },
  };
};
