/**
 * Files of a site's document library, addressed by path: docs driveitem-get, driveitem-put-content, driveitem-get-content,
 * driveitem-createuploadsession, driveitem-delete.
 */
import { demand, type Right } from "../access.ts";
import { downloadAddress, uploadAddress } from "../fileLinks.ts";
import {
  type Call,
  invalid,
  isObject,
  type JsonObject,
  noContent,
  notEmulated,
  notFound,
  ok,
  onlyProperties,
  refuse,
  type Reply,
} from "../http/exchange.ts";
import { entity } from "../odata/paging.ts";
import { instant, type Service } from "../service.ts";
import { deleteFile, ensureFolders, type FileRow, findFile, nameOf, writeFile } from "../store/files.ts";
import { type SiteRow, siteFor } from "../store/sites.ts";
import { type ConflictBehavior, openUpload, type UploadRow } from "../store/uploads.ts";
import { cTagOf, driveETagOf, showFile } from "./driveItemOutput.ts";
import { param, type Route, type RouteCall } from "./route.ts";

interface FilePlace {
  readonly site: SiteRow;
  readonly path: string;
}

/** Names that SharePoint refuses: support, "Invalid file names and file types in OneDrive and SharePoint". */
const badName = (name: string): boolean => /["*:<>?\\|]|^\s|\s$|^\.\.?$/.test(name) || name === "";

const placeOf = (service: Service, call: RouteCall, right: Right): FilePlace => {
  const site = siteFor(service, param(call, "site"));
  demand(service, call.caller, { siteId: site.id, files: true }, right);
  const path = param(call, "path").replaceAll(/^\/+|\/+$/g, "");
  if (path.split("/").some(badName)) return invalid("The provided name cannot contain these characters.");
  return { site, path };
};

const fileAt = (service: Service, { site, path }: FilePlace): FileRow =>
  findFile(service, site.id, path) ?? notFound("The resource could not be found.");

const changed = (): never =>
  refuse(412, "resourceModified", "The resource has changed since the caller last read it; usually an eTag mismatch");

const names = (header: string, file: FileRow): boolean =>
  header === "*" || header === driveETagOf(file) || header === cTagOf(file);

/** docs: an eTag or a cTag; 412 when it does not match. A file that is not there matches nothing. */
const demandFileMatch = (call: Call, file: FileRow | undefined): void => {
  const wanted = call.headers["if-match"];
  if (wanted !== undefined && (file === undefined || !names(wanted, file))) changed();
};

const driveContext = (site: SiteRow): string => `sites('${encodeURIComponent(site.id)}')/drive/root`;

const getFile = (service: Service, call: RouteCall): Reply => {
  const place = placeOf(service, call, "read");
  const file = fileAt(service, place);
  const known = call.headers["if-none-match"];
  // docs driveitem-get: 304 when the tag is the current one.
  if (known !== undefined && names(known, file)) return { status: 304 };
  return ok(entity(call, driveContext(place.site), showFile(service, place.site, file, call, call.options.select)));
};

const getContent = (service: Service, call: RouteCall): Reply => {
  const file = fileAt(service, placeOf(service, call, "read"));
  const known = call.headers["if-none-match"];
  if (known !== undefined && names(known, file)) return { status: 304 };
  if (file.folder === 1) return refuse(400, "notSupported", "The item is a folder and has no content.");
  return { status: 302, headers: { Location: downloadAddress(service, call.serverOrigin, file) } };
};

const conflictOf = (value: unknown, standard: ConflictBehavior): ConflictBehavior => {
  if (value === undefined || value === null) return standard;
  if (value === "fail" || value === "replace") return value;
  return value === "rename"
    ? notEmulated("the conflict behavior 'rename'")
    : invalid(`${JSON.stringify(value)} is no conflict behavior.`);
};

/** The option in the address; names of options compare without case. */
const conflictInQuery = (call: Call): string | undefined =>
  [...call.query].find(([name]) => name.toLowerCase() === "@microsoft.graph.conflictbehavior")?.[1];

const nameTaken = (): never => refuse(409, "nameAlreadyExists", "An item with the same name already exists.");

/** Bytes of the body: raw, or in a batch the base64 (of addresses or plain) that the batch documents name. */
const bytesOf = (call: Call): Uint8Array => {
  if (call.body instanceof Uint8Array) return call.body;
  if (typeof call.body === "string") return Buffer.from(call.body, "base64url");
  return call.body === undefined ? Buffer.alloc(0) : notEmulated("a JSON object as the contents of a file in a batch");
};

const demandReplaceable = (service: Service, { site, path }: FilePlace, conflict: ConflictBehavior): void => {
  const before = findFile(service, site.id, path);
  if (before?.folder === 1) nameTaken();
  if (before !== undefined && conflict === "fail") nameTaken();
};

const put = (
  service: Service,
  { site, path }: FilePlace,
  bytes: Uint8Array,
  userId: string,
): { readonly file: FileRow; readonly isNew: boolean } => {
  const writing = { userId, at: instant(service.now()) };
  const isNew = findFile(service, site.id, path) === undefined;
  if (!ensureFolders(service, site.id, path, writing)) return invalid("A folder of the path is a file.");
  return { file: writeFile(service, site.id, path, bytes, writing), isNew };
};

const putContent = (service: Service, call: RouteCall): Reply => {
  const place = placeOf(service, call, "add");
  const before = findFile(service, place.site.id, place.path);
  if (before !== undefined) demand(service, call.caller, { siteId: place.site.id, files: true }, "edit");
  if (call.headers["if-none-match"] !== undefined) return notEmulated("If-None-Match on an upload");
  demandFileMatch(call, before);
  demandReplaceable(service, place, conflictOf(conflictInQuery(call), "replace"));
  const { file, isNew } = put(service, place, bytesOf(call), call.caller.oid);
  const body = entity(call, driveContext(place.site), showFile(service, place.site, file, call, undefined));
  return { status: isNew ? 201 : 200, body };
};

const sessionOptions = (call: Call, path: string): ConflictBehavior => {
  const body = isObject(call.body) ? call.body : {};
  onlyProperties(body, ["item", "deferCommit"], "the upload session");
  if (body["deferCommit"] === true) return notEmulated("deferCommit");
  const item = isObject(body["item"]) ? body["item"] : {};
  for (const name of Object.keys(item))
    if (!["@microsoft.graph.conflictBehavior", "name", "fileSize", "@odata.type"].includes(name))
      return notEmulated(`the property '${name}' of an uploaded item`);
  // docs: the path must contain the name that the body gives.
  if (item["name"] !== undefined && item["name"] !== nameOf(path))
    return invalid("The name in the body is not that of the path.");
  return conflictOf(item["@microsoft.graph.conflictBehavior"] ?? conflictInQuery(call), "fail");
};

export const showSession = (upload: UploadRow): JsonObject => ({
  expirationDateTime: new Date(upload.expiresAt).toISOString(),
  nextExpectedRanges: [`${upload.received}-`],
});

const createSession = (service: Service, call: RouteCall): Reply => {
  const place = placeOf(service, call, "add");
  const before = findFile(service, place.site.id, place.path);
  if (before !== undefined) demand(service, call.caller, { siteId: place.site.id, files: true }, "edit");
  demandFileMatch(call, before);
  const unwanted = call.headers["if-none-match"];
  if (unwanted !== undefined && before !== undefined && names(unwanted, before)) changed();
  const conflict = sessionOptions(call, place.path);
  demandReplaceable(service, place, conflict);
  const upload = openUpload(service, {
    siteId: place.site.id,
    path: place.path,
    userId: call.caller.oid,
    conflict,
    linkBase: call.linkBase,
  });
  return ok({
    "@odata.context": `${call.linkBase}/$metadata#microsoft.graph.uploadSession`,
    ...showSession(upload),
    uploadUrl: uploadAddress(call.serverOrigin, upload.id),
  });
};

/** Makes the file of a session whose bytes are all there; a name taken meanwhile is a conflict, as the documents say. */
export const commitUpload = (service: Service, upload: UploadRow, bytes: Uint8Array, serverOrigin: string): Reply => {
  const site = siteFor(service, upload.siteId);
  const place = { site, path: upload.path };
  demandReplaceable(service, place, upload.conflict);
  const { file, isNew } = put(service, place, bytes, upload.userId);
  const links = { linkBase: upload.linkBase, serverOrigin };
  const item = showFile(service, site, file, links, undefined);
  const context = `${upload.linkBase}/$metadata#${driveContext(site)}/$entity`;
  return { status: isNew ? 201 : 200, body: { "@odata.context": context, ...item } };
};

const removeFile = (service: Service, call: RouteCall): Reply => {
  const file = fileAt(service, placeOf(service, call, "delete"));
  demandFileMatch(call, file);
  deleteFile(service, file);
  return noContent;
};

const item = "/sites/{site}/drive/root:/{path}";
const conflictOption = "@microsoft.graph.conflictbehavior";

export const driveRoutes: readonly Route[] = [
  { method: "GET", path: item, scopes: [], query: ["select"], units: 1, handle: getFile },
  { method: "DELETE", path: item, scopes: [], units: 2, handle: removeFile },
  { method: "GET", path: `${item}/content`, scopes: [], units: 1, handle: getContent },
  { method: "PUT", path: `${item}/content`, scopes: [], query: [conflictOption], units: 2, handle: putContent },
  {
    method: "POST",
    path: `${item}/createUploadSession`,
    scopes: [],
    query: [conflictOption],
    units: 2,
    handle: createSession,
  },
];
