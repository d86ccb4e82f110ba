/** Files and folders of a site's document library. Paths compare without case, as all names in SharePoint do. */
import { createHash } from "node:crypto";
import type { Service } from "../service.ts";
import { newGuid } from "./names.ts";
import { fold } from "./values.ts";

export interface FileRow {
  readonly num: number;
  readonly siteId: string;
  /** The path folded to lower case. */
  readonly key: string;
  /** `Folder/Name.json`; "" is the root. */
  readonly path: string;
  readonly guid: string;
  /** 1 for a folder. */
  readonly folder: number;
  readonly version: number;
  /** Bytes. */
  readonly size: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly modifiedAt: string;
  readonly modifiedBy: string;
}

export const findFile = (service: Service, siteId: string, path: string): FileRow | undefined =>
  service.db.get<FileRow>("SELECT * FROM files WHERE siteId = ? AND key = ?", siteId, fold(path));

export const fileByNum = (service: Service, num: number): FileRow | undefined =>
  service.db.get<FileRow>("SELECT * FROM files WHERE num = ?", num);

export const parentPath = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

export const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Who writes, and when: an instant without fractions. */
export interface Writing {
  readonly userId: string;
  readonly at: string;
}

const insert = (service: Service, siteId: string, path: string, folder: boolean, { userId, at }: Writing): void => {
  service.db.run(
    "INSERT INTO files (siteId, key, path, guid, folder, version, size, createdAt, createdBy, modifiedAt, modifiedBy) VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?)",
    siteId,
    fold(path),
    path,
    newGuid(),
    Number(folder),
    at,
    userId,
    at,
    userId,
  );
};

/** Makes what is missing of a path's folders. False when one of them is a file. */
export const ensureFolders = (service: Service, siteId: string, path: string, writing: Writing): boolean => {
  const parent = parentPath(path);
  if (parent === "") return true;
  const known = findFile(service, siteId, parent);
  if (known !== undefined) return known.folder === 1;
  if (!ensureFolders(service, siteId, parent, writing)) return false;
  insert(service, siteId, parent, true, writing);
  return true;
};

/** Creates the file or replaces its contents; its folders must be there. */
export const writeFile = (
  service: Service,
  siteId: string,
  path: string,
  bytes: Uint8Array,
  writing: Writing,
): FileRow => {
  if (findFile(service, siteId, path) === undefined) insert(service, siteId, path, false, writing);
  const before = findFile(service, siteId, path);
  if (before === undefined) throw new Error("an inserted file was not found");
  service.db.run(
    "UPDATE files SET version = version + 1, size = ?, modifiedAt = ?, modifiedBy = ? WHERE num = ?",
    bytes.length,
    writing.at,
    writing.userId,
    before.num,
  );
  service.db.run("INSERT OR REPLACE INTO file_contents (file, bytes) VALUES (?, ?)", before.num, bytes);
  return findFile(service, siteId, path) ?? before;
};

/** @param end exclusive */
export const readBytes = (service: Service, file: FileRow, start: number, end: number): Buffer => {
  const row = service.db.get<{ bytes: ArrayBuffer | null }>(
    "SELECT substr(bytes, ?, ?) AS bytes FROM file_contents WHERE file = ?",
    start + 1,
    end - start,
    file.num,
  );
  return Buffer.from(row?.bytes ?? new ArrayBuffer(0));
};

/** A folder goes with everything in it. */
export const deleteFile = (service: Service, { siteId, key, num }: FileRow): void => {
  const inside = service.db
    .all<{ num: number; key: string }>("SELECT num, key FROM files WHERE siteId = ?", siteId)
    .filter((other) => other.num === num || other.key.startsWith(`${key}/`));
  for (const each of inside) {
    service.db.run("DELETE FROM file_contents WHERE file = ?", each.num);
    service.db.run("DELETE FROM files WHERE num = ?", each.num);
  }
};

/** The number of things directly in a folder. */
export const childCount = (service: Service, { siteId, path }: FileRow): number =>
  service.db
    .all<{ path: string }>("SELECT path FROM files WHERE siteId = ?", siteId)
    .filter((other) => fold(parentPath(other.path)) === fold(path)).length;

/** Opaque in SharePoint; here made of the ids it stands for, so that it is the same after a restart. */
export const driveIdOf = (siteId: string): string =>
  `b!${createHash("sha512").update(`${siteId} documents`).digest().subarray(0, 48).toString("base64url")}`;

export const fileIdOf = ({ guid }: Pick<FileRow, "guid">): string => `01${guid.replaceAll("-", "").toUpperCase()}`;
