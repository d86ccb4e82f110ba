/** Path segments of a request below the version. */

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
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
    return [
      "sites",
      `${decode(host)}:/${decode(site).replace(/\/$/, "")}`,
      ...rest.split("/").filter(Boolean).map(decode),
    ];
  }
  const ofGroup = /^\/groups\/([^/]+)\/sites\/root(\/.*)?$/i.exec(path);
  if (ofGroup !== null) {
    const [, group = "", rest = ""] = ofGroup;
    return ["sites", `group:${decode(group)}`, ...rest.split("/").filter(Boolean).map(decode)];
  }
  return path.split("/").filter(Boolean).map(decode);
};
