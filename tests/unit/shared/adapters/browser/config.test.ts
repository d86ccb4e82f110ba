import { describe, expect, it } from "@jest/globals";
import { readConfiguration } from "#shared/adapters/browser/config.ts";

const complete = { clientId: "c", tenantId: "t", homeSite: "host:/sites/okr", appId: "a" };
const graph = "https://graph.microsoft.com";

describe("readConfiguration", () => {
  it("needs no more than four values", () => {
    expect(readConfiguration(complete, "drumbeat.example")).toEqual({
      ok: true,
      value: { ...complete, graphOrigin: graph, validMessageOrigins: [] },
    });
  });

  it.each([undefined, null, "x", 3])("refuses what is not an object: %j", (raw) => {
    expect(readConfiguration(raw, "localhost")).toEqual({ ok: false, error: { type: "ConfigurationUnreadable" } });
  });

  it.each(["clientId", "tenantId", "homeSite", "appId"])("names a missing %s", (missing) => {
    expect(readConfiguration({ ...complete, [missing]: "" }, "localhost")).toEqual({
      ok: false,
      error: { type: "ConfigurationIncomplete", missing },
    });
  });

  it.each([
    ["graphOrigin", "https://graph.example"],
    ["sharePointOrigin", "https://contoso.sharepoint.com"],
    ["authorityMetadata", "{}"],
    ["cloudDiscoveryMetadata", "{}"],
    ["validMessageOrigins", ["https://evil.example"]],
  ])("takes %s only on this computer: elsewhere it could send tokens to a stranger", (field, value) => {
    const raw = { ...complete, [field]: value };
    expect(readConfiguration(raw, "localhost")).toMatchObject({ ok: true, value: { [field]: value } });
    for (const host of ["drumbeat.example", "localhost.example", "127.0.0.1"]) {
      expect(readConfiguration(raw, host)).toEqual({ ok: false, error: { type: "ConfigurationForbidden", field } });
    }
  });
});
