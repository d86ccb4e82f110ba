import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** A saved workbook. `version` counts saves from 1; a save names the version it is based on. */
export interface StoredWorkbook {
  readonly user: string;
  readonly name: string;
  readonly version: number;
  /** ISO 8601 instant of the save. */
  readonly savedAt: string;
  /** The model's own snapshot; the store does not look inside. */
  readonly snapshot: unknown;
}

export type SaveOutcome =
  | { readonly type: "Saved"; readonly version: number; readonly savedAt: string }
  /** Somebody (another window) saved in between; `stored` is what they left. */
  | { readonly type: "StaleVersion"; readonly stored: StoredWorkbook | undefined };

export interface WorkbookStore {
  readonly load: (user: string, name: string) => Promise<StoredWorkbook | undefined>;
  /** Names of the person's workbooks, sorted. */
  readonly list: (user: string) => Promise<readonly string[]>;
  /** `basedOn` 0 means "there is none yet". */
  readonly save: (user: string, name: string, basedOn: number, snapshot: unknown) => Promise<SaveOutcome>;
}

interface Options {
  readonly directory: string;
  readonly now: () => number;
}

/** Names come from people and become file names only as a digest. */
const fileName = (user: string, name: string): string =>
  `${createHash("sha256")
    .update(JSON.stringify([user, name]))
    .digest("hex")
    .slice(0, 32)}.json`;

const isMissing = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "ENOENT";

const read = async (path: string): Promise<StoredWorkbook | undefined> => {
  try {
    return JSON.parse(await readFile(path, "utf8")) as StoredWorkbook;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** Written beside and renamed, so that a process killed half-way leaves either the old or the new file. */
const writeDurably = async (directory: string, path: string, text: string): Promise<void> => {
  const temporary = join(directory, `.${randomUUID()}.tmp`);
  const handle = await open(temporary, "w");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};

/** Workbooks as one JSON file each. Opens nothing for longer than a call, so the directory may be removed at any time. */
export const createWorkbookStore = ({ directory, now }: Options): WorkbookStore => {
  let lastSave: Promise<unknown> = Promise.resolve();

  const saveNow = async (user: string, name: string, basedOn: number, snapshot: unknown): Promise<SaveOutcome> => {
    await mkdir(directory, { recursive: true });
    const path = join(directory, fileName(user, name));
    const stored = await read(path);
    if ((stored?.version ?? 0) !== basedOn) return { type: "StaleVersion", stored };
    const next: StoredWorkbook = {
      user,
      name,
      version: basedOn + 1,
      savedAt: new Date(now()).toISOString(),
      snapshot,
    };
    await writeDurably(directory, path, JSON.stringify(next));
    return { type: "Saved", version: next.version, savedAt: next.savedAt };
  };

  return {
    load: (user, name) => read(join(directory, fileName(user, name))),
    list: async (user) => {
      const files = await readdir(directory).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
      const workbooks = await Promise.all(
        files.filter((file) => file.endsWith(".json")).map((file) => read(join(directory, file))),
      );
      return workbooks.flatMap((workbook) => (workbook?.user === user ? [workbook.name] : [])).sort();
    },
    save: (user, name, basedOn, snapshot) => {
      // One save at a time: comparing the version and writing the file must not interleave with another save.
      const result = lastSave.then(() => saveNow(user, name, basedOn, snapshot));
      lastSave = result.catch(() => undefined);
      return result;
    },
  };
};
