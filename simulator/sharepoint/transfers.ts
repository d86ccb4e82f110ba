/**
 * Addresses that need no token: files are fetched from them and, in an upload session, sent to them.
 * docs driveitem-get-content and driveitem-createuploadsession.
 */
import express, { type Request, type RequestHandler } from "express";
import { fileOfToken } from "../graph/fileLinks.ts";
import { noContent, notFound, ok, refuse, Refusal, type Reply } from "../graph/http/exchange.ts";
import { mimeTypeOf } from "../graph/resources/driveItemOutput.ts";
import { commitUpload, showSession } from "../graph/resources/driveItems.ts";
import type { Service } from "../graph/service.ts";
import { type FileRow, readBytes } from "../graph/store/files.ts";
import { addFragment, endUpload, findUpload, type UploadRow, uploadedBytes } from "../graph/store/uploads.ts";
import { type Exchange, serverOriginOf } from "./exchange.ts";

type Handle = (service: Service, request: Request) => Reply;

const part = (request: Request, name: string): string => String(request.params[name]);

/** docs: each range but the last is a multiple of this. */
const fragmentUnit = 327_680;
const largestFragment = 60 * 1024 * 1024;

interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** One range of `Range: bytes=`; "all" for what cannot be read, as RFC 9110 allows; undefined when it lies outside. */
const spanOf = (header: string | undefined, size: number): Span | "all" | undefined => {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return "all";
  if (first === "") return size === 0 ? undefined : { start: Math.max(0, size - Number(last)), end: size };
  const end = last === "" ? size : Math.min(size, Number(last) + 1);
  return Number(first) < end ? { start: Number(first), end } : undefined;
};

const contentHeaders = (file: FileRow): Readonly<Record<string, string>> => ({
  "Content-Type": mimeTypeOf(file.path),
  "Accept-Ranges": "bytes",
  "Cache-Control": "private, max-age=0",
});

const download: Handle = (service, request) => {
  const found = fileOfToken(service, part(request, "token"));
  // Unverified: reports name 401 for addresses whose time is over.
  if (found.type === "refused") return refuse(401, "unauthenticated", "The address is not valid or no longer so.");
  if (found.type === "gone") return notFound("The resource could not be found.");
  const { file } = found;
  const headers = contentHeaders(file);
  const span = spanOf(request.get("range"), file.size);
  if (span === undefined) return { status: 416, headers: { ...headers, "Content-Range": `bytes */${file.size}` } };
  if (span === "all") return { status: 200, headers, body: readBytes(service, file, 0, file.size) };
  return {
    status: 206,
    headers: { ...headers, "Content-Range": `bytes ${span.start}-${span.end - 1}/${file.size}` },
    body: readBytes(service, file, span.start, span.end),
  };
};

const uploadOf = (service: Service, request: Request): UploadRow => {
  // docs: with an Authorization header the call "may result in an HTTP 401".
  if (request.get("authorization") !== undefined)
    return refuse(401, "unauthenticated", "The address of an upload session takes no Authorization header.");
  return findUpload(service, part(request, "id")) ?? notFound("The upload session was not found.");
};

interface Fragment extends Span {
  readonly total: number;
}

const fragmentOf = (request: Request, bytes: Buffer): Fragment => {
  const [, first, last, whole] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.get("content-range") ?? "") ?? [];
  if (first === undefined) return refuse(400, "invalidRequest", "The Content-Range header is missing or malformed.");
  const fragment = { start: Number(first), end: Number(last) + 1, total: Number(whole) };
  if (fragment.end - fragment.start !== bytes.length || fragment.end > fragment.total)
    return refuse(400, "invalidRequest", "The Content-Range does not agree with the body.");
  return fragment;
};

const demandNext = (upload: UploadRow, { start, end, total }: Fragment): void => {
  if (upload.total !== null && upload.total !== total)
    refuse(400, "invalidRequest", "The size of the file differs from that of the earlier ranges.");
  if (start < upload.received) refuse(416, "invalidRange", "The uploaded fragment has already been received.");
  if (start > upload.received) refuse(400, "invalidRequest", "The uploaded fragment does not follow the last one.");
  if (end < total && (end - start) % fragmentUnit !== 0)
    refuse(400, "invalidRequest", "The size of a range must be a multiple of 320 KiB.");
};

const receive: Handle = (service, request) => {
  const upload = uploadOf(service, request);
  const bytes: Buffer = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
  const fragment = fragmentOf(request, bytes);
  demandNext(upload, fragment);
  const next = addFragment(service, upload, bytes, fragment.total);
  if (next.received < fragment.total) return { status: 202, body: showSession(next) };
  const reply = commitUpload(service, next, uploadedBytes(service, next.id), serverOriginOf(request));
  endUpload(service, next.id);
  return reply;
};

const status: Handle = (service, request) => ok(showSession(uploadOf(service, request)));

const cancel: Handle = (service, request) => {
  endUpload(service, uploadOf(service, request).id);
  return noContent;
};

const tooLarge = new Refusal(413, "RequestEntityTooLarge", "A range has less than 60 MiB.");

export const createTransfers = (service: Service, { run, refuseAs }: Exchange): express.Router => {
  const router = express.Router();
  const body = express.raw({ type: () => true, limit: largestFragment });
  const serve =
    (operation: string, handle: Handle): RequestHandler =>
    (request, response) =>
      run(request, response, { operation, units: 0 }, async () =>
        service.db.transaction(() => handle(service, request)),
      );
  router.get("/download/:token", serve("GET /sharepoint/download", download));
  router.put("/upload/:id", body, serve("PUT /sharepoint/upload", receive));
  router.get("/upload/:id", serve("GET /sharepoint/upload", status));
  router.delete("/upload/:id", serve("DELETE /sharepoint/upload", cancel));
  router.use(refuseAs("entity.too.large", tooLarge));
  return router;
};
