/**
 * Which delegated permission each Graph call needs, by Microsoft's published table (`graph-permissions.json` of
 * microsoft-graph-devx-content), with the gaps of that table that its copy's README lists.
 */
export interface PermissionTable {
  readonly permissions: Readonly<
    Record<
      string,
      {
        readonly pathSets: readonly {
          readonly methods: readonly string[];
          /** Path to a mark that begins with "least" when this is the least privileged permission for it. */
          readonly paths: Readonly<Record<string, string>>;
        }[];
      }
    >
  >;
}

const shape = (path: string): string =>
  path
    .replace(/\?.*$/u, "")
    .replace(/^\/sites\/[^/]+:\/[^:]+:?/u, "/sites/{id}")
    .replace(/\(\)$/u, "")
    .replace(/\/drive\/root:\/[^:]+/u, "/drive/root:/{id}")
    .replaceAll(/\{[^}]*\}/gu, "{id}")
    .toLowerCase();

/** With `{id}` in place of every id: those are the segments after the names of collections. */
export const templateOf = (path: string): string =>
  shape(path).replaceAll(
    /\/(sites|lists|items|columns|users|teams|channels|groups|messages)\/(?!delta$)[^/]+/gu,
    "/$1/{id}",
  );

/** Calls that the table knows in another form only: by the id of a file, not by its path. */
const MISSING: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  // docs driveitem-createuploadsession: "/sites/{siteId}/drive/items/{itemId}/createUploadSession" and by path
  "POST /sites/{id}/drive/root:/{id}:/createuploadsession": [
    ["Files.ReadWrite", "least"],
    ["Files.ReadWrite.All", ""],
    ["Sites.ReadWrite.All", ""],
  ],
};

/** The permissions that allow a call, each with its mark. */
export const marksOf = (table: PermissionTable, method: string, path: string): ReadonlyMap<string, string> => {
  const wanted = templateOf(path);
  const marks = new Map<string, string>();
  for (const [name, { pathSets }] of Object.entries(table.permissions)) {
    for (const { methods, paths } of pathSets) {
      if (!methods.includes(method)) continue;
      for (const [known, mark] of Object.entries(paths)) if (shape(known) === wanted) marks.set(name, mark);
    }
  }
  for (const [name, mark] of MISSING[`${method} ${wanted}`] ?? []) marks.set(name, mark);
  return marks;
};

/** Calls that change the site rather than its rows need more than the role `write`, which the app is granted. */
const CHANGES_THE_SITE = /\/(permissions|lists|columns)(\/\{id\})?$/u;

/** The table lists `Sites.Selected` for calls about grants only; it holds for all of a site that was granted. */
const isAllowedOnGrantedSite = (method: string, path: string): boolean => {
  const template = templateOf(path);
  return template.startsWith("/sites/{id}") && (method === "GET" || !CHANGES_THE_SITE.test(template));
};

export const isAllowedBy = (table: PermissionTable, method: string, path: string, scope: string): boolean => {
  if (scope === "Sites.Selected") return isAllowedOnGrantedSite(method, path);
  // Missing in the table; documented under "Create permission" of sites.
  if (method === "POST" && templateOf(path) === "/sites/{id}/permissions") return scope === "Sites.FullControl.All";
  return marksOf(table, method, path).has(scope);
};
