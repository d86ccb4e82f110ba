import { describe, expect, it } from "@jest/globals";
import { coverageOf } from "../../../../scripts/traffic/coverage.ts";
import type { PermissionTable } from "../../../../scripts/traffic/permissions.ts";
import { callsIn, linesOfApps } from "../../../../scripts/traffic/recording.ts";

const table: PermissionTable = {
  permissions: {
    "User.Read": { pathSets: [{ methods: ["GET"], paths: { "/me": "least" } }] },
    "Channel.ReadBasic.All": { pathSets: [{ methods: ["GET"], paths: { "/teams/{id}/channels": "least" } }] },
    "Sites.Manage.All": { pathSets: [{ methods: ["POST"], paths: { "/sites/{site-id}/lists": "least" } }] },
  },
};
const features = {
  me: ["User.Read"],
  okrs: ["Sites.Selected"],
  setup: ["Sites.Manage.All"],
  grant: ["Sites.FullControl.All"],
};

const uncovered = (...calls: readonly (readonly [method: string, path: string])[]): readonly string[] =>
  coverageOf(
    table,
    features,
    calls.map(([method, path]) => ({ method, path, app: "product" })),
  ).uncovered;

describe("coverage of the recorded calls", () => {
  it("finds calls that no feature asks a permission for, each kind once", () => {
    expect(
      uncovered(
        ["GET", "/me?$select=id"],
        ["GET", "/teams/1/channels"],
        ["GET", "/teams/2/channels"],
        ["PATCH", "/me"],
      ),
    ).toEqual(["GET /teams/{id}/channels", "PATCH /me"]);
  });

  it("lets a granted site be read and its rows be written, not its lists and grants be changed", () => {
    const site = "/sites/contoso.sharepoint.com:/sites/okr:";
    expect(
      uncovered(["GET", "/sites/a,b,c/lists"], ["PATCH", "/sites/a,b,c/lists/l/items/7/fields"], ["GET", site]),
    ).toEqual([]);
    expect(uncovered(["POST", "/sites/a,b,c/lists/l/columns"], ["PATCH", "/sites/a,b,c/lists/l"])).toEqual([
      "POST /sites/{id}/lists/{id}/columns",
      "PATCH /sites/{id}/lists/{id}",
    ]);
  });

  it("says which features allow a call", () => {
    const call = (method: string, path: string) => ({ method, path, app: "product" });
    const { covered } = coverageOf(table, features, [
      call("POST", "/sites/s/lists"),
      call("POST", "/sites/s/permissions"),
    ]);
    expect([...covered]).toEqual([
      ["POST /sites/{id}/lists", ["setup"]],
      ["POST /sites/{id}/permissions", ["grant"]],
    ]);
  });
});

describe("the recording", () => {
  const line = (app: string | undefined, path: string, requestBody?: object): string =>
    JSON.stringify({ method: requestBody ? "POST" : "GET", path, app, requestBody });
  const recording = [
    line("product", "/v1.0/me"),
    line("teams", "/v1.0/teams/1/channels/2/messages"),
    line(undefined, "/v1.0/me"),
    line("product", "/v1.0/$batch", { requests: [{ id: "1", method: "DELETE", url: "/sites/s/lists/l/items/1" }] }),
    "",
  ].join("\n");

  it("is cut to the product's own calls, refused ones among them", () => {
    expect(linesOfApps(recording, ["product"])).toHaveLength(3);
  });

  it("is opened up where calls travel in a batch", () => {
    expect(callsIn(linesOfApps(recording, ["product"]))).toEqual([
      { method: "GET", path: "/me", app: "product" },
      { method: "GET", path: "/me", app: undefined },
      { method: "DELETE", path: "/sites/s/lists/l/items/1", app: "product" },
    ]);
  });
});
