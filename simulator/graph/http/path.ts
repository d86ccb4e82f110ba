/** Path segments of a request below the version. */

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** `/drive/root:/a/b.json:/content` names an item by its path; docs, "Addressing driveItems". The path becomes one segment. */
const withDrivePath = (path: string): readonly string[] => {
  const [, before, item, after] = /^(.*\/drive\/root:)\/([^:]+)(?::(\/.*)?)?$/i.exec(path) ?? [];
  if (before === undefined || item === undefined) return path.split("/").filter(Boolean).map(decode);
  return [...withDrivePath(before), decode(item), ...withDrivePath(after ?? "")];
};

/**
 * A site addressed by path (`/sites/host:/sites/x:/lists`) and the site of a group (`/groups/{id}/sites/root/lists`)
 * become one segment each, so that every site route is written once.
 */
export const segmentsOf = (pathname: string): readonly string[] => {
  const path = pathname.replaceAll(/%3A/gi, ":").replaceAll(/%2C/gi, ",");
  const byPath = /^\/sites\/([^/:]+):\/([^:]*):?(\/.*)?$/i.exec(path);
  if (byPath !== null) {
    const [, host = "", site = "", rest = ""] = byPath;
    return ["sites", `${decode(host)}:/${decode(site).replace(/\/$/, "")}`, ...withDrivePath(rest)];
  }
  const ofGroup = /^\/groups\/([^/]+)\/sites\/root(\/.*)?$/i.exec(path);
  if (ofGroup !== null) {
    const [, group = "", rest = ""] = ofGroup;
    return ["sites", `group:${decode(group)}`, ...withDrivePath(rest)];
  }
  return withDrivePath(path);
};
