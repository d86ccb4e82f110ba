/** Upload sessions that have not ended, with the bytes received so far. */
import type { Service } from "../service.ts";
import { newGuid } from "./names.ts";

export type ConflictBehavior = "fail" | "replace";

export interface UploadRow {
  /** Also the secret in the session's address. */
  readonly id: string;
  readonly siteId: string;
  readonly path: string;
  readonly userId: string;
  readonly conflict: ConflictBehavior;
  /** For the links of the item that the last fragment answers with. */
  readonly linkBase: string;
  /** Bytes of the whole file, as the first fragment tells; null before it. */
  readonly total: number | null;
  /** Bytes received so far, without a gap. */
  readonly received: number;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

const uploadLifetimeMs = 24 * 60 * 60 * 1000;

export const openUpload = (
  service: Service,
  upload: Pick<UploadRow, "siteId" | "path" | "userId" | "conflict" | "linkBase">,
): UploadRow => {
  const row: UploadRow = {
    ...upload,
    id: newGuid(),
    total: null,
    received: 0,
    expiresAt: service.now() + uploadLifetimeMs,
  };
  service.db.run(
    "INSERT INTO uploads (id, siteId, path, userId, conflict, linkBase, total, received, expiresAt) VALUES (?, ?, ?, ?, ?, ?, NULL, 0, ?)",
    row.id,
    row.siteId,
    row.path,
    row.userId,
    row.conflict,
    row.linkBase,
    row.expiresAt,
  );
  return row;
};

export const endUpload = (service: Service, id: string): void => {
  service.db.run("DELETE FROM upload_fragments WHERE upload = ?", id);
  service.db.run("DELETE FROM uploads WHERE id = ?", id);
};

/** Undefined when there is none of this id or its time is over. */
export const findUpload = (service: Service, id: string): UploadRow | undefined => {
  const row = service.db.get<UploadRow>("SELECT * FROM uploads WHERE id = ?", id);
  if (row === undefined || row.expiresAt > service.now()) return row;
  endUpload(service, id);
  return undefined;
};

/** Keeps the next fragment and gives the session more time, as the documents say each fragment does. */
export const addFragment = (service: Service, upload: UploadRow, bytes: Uint8Array, total: number): UploadRow => {
  const next: UploadRow = {
    ...upload,
    total,
    received: upload.received + bytes.length,
    expiresAt: service.now() + uploadLifetimeMs,
  };
  service.db.run(
    "INSERT INTO upload_fragments (upload, start, bytes) VALUES (?, ?, ?)",
    upload.id,
    upload.received,
    bytes,
  );
  service.db.run(
    "UPDATE uploads SET total = ?, received = ?, expiresAt = ? WHERE id = ?",
    next.total,
    next.received,
    next.expiresAt,
    upload.id,
  );
  return next;
};

export const uploadedBytes = (service: Service, id: string): Buffer =>
  Buffer.concat(
    service.db
      .all<{ bytes: ArrayBuffer }>("SELECT bytes FROM upload_fragments WHERE upload = ? ORDER BY start", id)
      .map((row) => Buffer.from(row.bytes)),
  );
