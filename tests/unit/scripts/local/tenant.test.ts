import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { readTenant } from "../../../../scripts/local/tenant.ts";

const folder = mkdtempSync(join(tmpdir(), "tenant-"));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (text: string) => {
  const file = join(folder, "tenant.json");
  writeFileSync(file, text);
  return readTenant(file);
};

const tenant = { clientId: "c", tenantId: "t", homeSite: "contoso.sharepoint.com:/sites/okr", appId: "a" };

describe("tenant.json", () => {
  it("is handed on as it is", () => {
    expect(read(JSON.stringify(tenant))).toEqual({ ok: true, value: tenant });
  });

  it.each([
    ["{ clientId }", /tenant\.json cannot be read: .*JSON/],
    ["[]", /lacks "clientId"/],
    ["null", /must hold an object/],
    [JSON.stringify({ ...tenant, homeSite: "" }), /lacks "homeSite"/],
  ])("that says %s is refused in words", (text, words) => {
    const answer = read(text);
    expect(answer.ok ? "" : answer.error).toMatch(words);
  });

  it("that cannot be opened is refused in words", () => {
    const answer = readTenant(join(folder, "none.json"));
    expect(answer.ok ? "" : answer.error).toMatch(/none\.json cannot be read/);
  });
});
