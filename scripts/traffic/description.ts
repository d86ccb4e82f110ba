/**
 * What the conformance kit's description of Graph leaves out although Microsoft documents it: files of a site by their path.
 * The kit takes deviations from one file only, so its own and these are joined in a temporary one.
 */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Operation {
  readonly method: string;
  /** What follows the path of the item. */
  readonly suffix: string;
  readonly type: string | null;
  readonly source: string;
  readonly operation: object;
}

const item = { $ref: "#/components/schemas/microsoft.graph.driveItem" };
const answers = (schema: object): object => ({ "2XX": { content: { "application/json": { schema } } } });

const operations: readonly Operation[] = [
  {
    method: "GET",
    suffix: "",
    type: "microsoft.graph.driveItem",
    source: "docs driveitem-get",
    operation: { parameters: [{ name: "$select", in: "query", schema: { type: "string" } }], responses: answers(item) },
  },
  {
    method: "DELETE",
    suffix: "",
    type: null,
    source: "docs driveitem-delete",
    operation: { responses: { "2XX": {} } },
  },
  {
    method: "GET",
    suffix: "/content",
    type: null,
    source: "docs driveitem-get-content",
    operation: { responses: { "2XX": {} } },
  },
  {
    method: "PUT",
    suffix: "/content",
    type: null,
    source: "docs driveitem-put-content",
    operation: { requestBody: { content: { "application/octet-stream": {} } }, responses: answers(item) },
  },
  {
    method: "POST",
    suffix: "/createUploadSession",
    type: null,
    source: "docs driveitem-createuploadsession",
    operation: { requestBody: { content: { "application/json": { schema: {} } } }, responses: answers({}) },
  },
];

/** The kit's templates have one segment a parameter, so each depth of folders needs its own. */
const depths = [1, 2, 3, 4, 5, 6] as const;

const additions = {
  addOperations: depths.flatMap((depth) => {
    const path = Array.from({ length: depth }, (_, index) => `{part-${index + 1}}`).join("/");
    return operations.map(({ suffix, ...operation }) => ({
      ...operation,
      path: `/sites/{site-id}/drive/root:/${path}${suffix}`,
    }));
  }),
  allowQuery: [
    {
      name: "@microsoft.graph.conflictBehavior",
      path: "/drive/root:/.*/(content|createUploadSession)$",
      source: "docs resources/driveitem: 'should be included in the URL'",
    },
  ],
  suppress: [
    {
      code: "query.select",
      path: "/drive/root:/",
      match: "@microsoft.graph.downloadUrl|content.downloadUrl",
      source: "docs driveitem-get-content: '?select=id,@microsoft.graph.downloadUrl'",
    },
  ],
};

type Deviations = Readonly<Record<string, unknown>>;

const listIn = (deviations: Deviations, name: string): readonly unknown[] => {
  const list = deviations[name];
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
};

/**
 * Arguments for `check-conformance.mjs`.
 * @param kit folder of the conformance kit
 */
export const withFiles = (kit: string): readonly string[] => {
  const own = JSON.parse(readFileSync(join(kit, "conformance-overrides.json"), "utf8")) as Deviations;
  const joined = Object.fromEntries(
    Object.entries(additions).map(([name, more]) => [name, [...listIn(own, name), ...more]]),
  );
  const file = join(mkdtempSync(join(tmpdir(), "graph-description-")), "overrides.json");
  writeFileSync(file, JSON.stringify({ ...own, ...joined }));
  return ["--overrides", file];
};
