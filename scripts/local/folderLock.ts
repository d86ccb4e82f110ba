import { join } from "node:path";
import Database from "libsql";

const isBusy = (problem: unknown): boolean =>
  problem instanceof Error && "code" in problem && String(problem.code).startsWith("SQLITE_BUSY");

/**
 * Keeps a second process away from a data folder. The lock is the operating system's, so that one that was killed holds
 * nothing back. Undefined when another holds it; otherwise a function that gives it up.
 */
export const lockFolder = (folder: string): (() => void) | undefined => {
  const database = new Database(join(folder, "lock.db"), { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (problem) {
    database.close();
    if (isBusy(problem)) return undefined;
    throw problem;
  }
  return () => {
    database.close();
  };
};
