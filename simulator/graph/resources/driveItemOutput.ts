/** driveItem as Graph shows it. */
import { downloadAddress } from "../fileLinks.ts";
import { type Call, invalid, type JsonObject } from "../http/exchange.ts";
import type { Service } from "../service.ts";
import { childCount, driveIdOf, fileIdOf, type FileRow, findFile, nameOf, parentPath } from "../store/files.ts";
import { type SiteRow, siteUrl } from "../store/sites.ts";
import { identity } from "./people.ts";

const braced = (guid: string): string => `{${guid.toUpperCase()}}`;

export const driveETagOf = ({ guid, version }: Pick<FileRow, "guid" | "version">): string =>
  `"${braced(guid)},${version}"`;

/** Contents and metadata change together here, so the two tags count alike. */
export const cTagOf = ({ guid, version }: Pick<FileRow, "guid" | "version">): string =>
  `"c:${braced(guid)},${version}"`;

const mimeTypes: Readonly<Record<string, string>> = {
  csv: "text/csv",
  gz: "application/gzip",
  json: "application/json",
  txt: "text/plain",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};

/** SharePoint goes by the extension, not by the type that was sent. */
export const mimeTypeOf = (path: string): string =>
  mimeTypes[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ""] ?? "application/octet-stream";

const parentOf = (service: Service, site: SiteRow, file: FileRow): JsonObject => {
  const path = parentPath(file.path);
  const folder = path === "" ? undefined : findFile(service, site.id, path);
  const driveId = driveIdOf(site.id);
  return {
    driveType: "documentLibrary",
    driveId,
    ...(folder === undefined ? {} : { id: fileIdOf(folder), name: nameOf(path) }),
    path: `/drives/${driveId}/root:${path === "" ? "" : `/${encodeURI(path)}`}`,
    siteId: site.id,
  };
};

const address = (site: SiteRow, path: string): string => `${siteUrl(site)}/Shared%20Documents/${encodeURI(path)}`;

const whole = (service: Service, site: SiteRow, file: FileRow, serverOrigin: string): JsonObject => ({
  ...(file.folder === 1 ? {} : { "@microsoft.graph.downloadUrl": downloadAddress(service, serverOrigin, file) }),
  createdDateTime: file.createdAt,
  eTag: driveETagOf(file),
  id: fileIdOf(file),
  lastModifiedDateTime: file.modifiedAt,
  name: nameOf(file.path),
  webUrl: address(site, file.path),
  ...(file.folder === 1 ? {} : { cTag: cTagOf(file) }),
  size: file.size,
  createdBy: identity(service, file.createdBy),
  lastModifiedBy: identity(service, file.modifiedBy),
  parentReference: parentOf(service, site, file),
  fileSystemInfo: { createdDateTime: file.createdAt, lastModifiedDateTime: file.modifiedAt },
  ...(file.folder === 1
    ? { folder: { childCount: childCount(service, file) } }
    : { file: { mimeType: mimeTypeOf(file.path) } }),
});

const properties: ReadonlySet<string> = new Set([
  "id",
  "name",
  "size",
  "eTag",
  "cTag",
  "webUrl",
  "createdDateTime",
  "lastModifiedDateTime",
  "createdBy",
  "lastModifiedBy",
  "parentReference",
  "fileSystemInfo",
  "file",
  "folder",
]);

/** docs driveitem-get-content name the annotation itself; OneDrive documents and issues name `content.downloadUrl`. */
const downloadNames: ReadonlySet<string> = new Set(["@microsoft.graph.downloadUrl", "content.downloadUrl"]);

export const showFile = (
  service: Service,
  site: SiteRow,
  file: FileRow,
  { serverOrigin }: Pick<Call, "serverOrigin">,
  select: readonly string[] | undefined,
): JsonObject => {
  const body = whole(service, site, file, serverOrigin);
  if (select === undefined || select.includes("*")) return body;
  const wanted = new Set<string>();
  for (const name of select) {
    if (downloadNames.has(name)) wanted.add("@microsoft.graph.downloadUrl");
    else if (properties.has(name)) wanted.add(name);
    else invalid(`Could not find a property named '${name}' on type 'microsoft.graph.driveItem'.`);
  }
  return Object.fromEntries(Object.entries(body).filter(([name]) => wanted.has(name)));
};
