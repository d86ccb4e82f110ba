import { afterEach, describe, expect, it } from "@jest/globals";
import { createProvisioning } from "#shared/adapters/graph/provision/provision.ts";
import { SCHEMA_VERSION } from "#shared/adapters/graph/provision/schema.ts";
import { homeLists } from "#shared/adapters/graph/lists/all.ts";
import { SETTING_KEYS } from "#shared/adapters/graph/lists/settings.ts";
import { scopesOf } from "#shared/adapters/graph/scopes.ts";
import { ok } from "#shared/domain/result.ts";
import type { ProvisionedList } from "#shared/ports/provisioning.ts";
import type { OkrWrite } from "#shared/ports/okrRepository.ts";
import { isDraft } from "#shared/domain/partition/rows.ts";
import { aKeyResult, anObjective } from "#tests/support/okrs.ts";
import { testAppId } from "#tests/support/graphServer.ts";
import { startEmptyHome, startHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";

let home: SimulatedHome;

afterEach(() => home.close());

const names = homeLists.map((list) => list.displayName);

const untouched = (created: boolean): readonly ProvisionedList[] =>
  names.map((name) => ({ name, created, repairedColumns: [], unusableColumns: [] }));

const reportOf = async (): Promise<Map<string, ProvisionedList>> => {
  const report = await home.provisioning.provision({});
  if (!report.ok) throw new Error(JSON.stringify(report.error));
  return new Map(report.value.lists.map((list) => [list.name, list]));
};

/** `/sites/{id}/lists/{id}` of one of our lists. */
const pathOf = async (name: string): Promise<string> => {
  const site = await home.server.call("GET", `/sites/${home.site}`);
  const lists = await home.server.call("GET", `/sites/${site.body.id}/lists`);
  return `/sites/${site.body.id}/lists/${lists.body.value.find((list: { displayName: string }) => list.displayName === name).id}`;
};

const columnId = async (list: string, name: string): Promise<string> => {
  const columns = await home.server.call("GET", `${list}/columns`);
  return String(columns.body.value.find((column: { name: string }) => column.name === name).id);
};

describe("provisioning", () => {
  it("[AG10] makes every list on a new site, and nothing the second time", async () => {
    home = await startEmptyHome();
    expect(await home.provisioning.provision({ organisation: "Tinycart" })).toEqual(
      ok({ lists: untouched(true), schema: SCHEMA_VERSION }),
    );
    expect(await home.provisioning.provision({})).toEqual(
      ok({ lists: untouched(false), schema: SCHEMA_VERSION, schemaBefore: SCHEMA_VERSION }),
    );
    expect(await home.repositoryOf("member").readFrame()).toMatchObject({
      ok: true,
      value: { organisation: "Tinycart", units: [], cycles: [] },
    });
  });

  it("[AG10] keeps earlier choices unless new ones are made", async () => {
    home = await startHome();
    const levels = [{ key: "division", name: "Division" }];
    await home.provisioning.provision({ levels });
    await home.provisioning.provision({});
    await home.provisioning.provision({ organisation: "Tinycart Group" });
    expect(await home.repositoryOf("member").readFrame()).toMatchObject({
      ok: true,
      value: { organisation: "Tinycart Group", levels },
    });
  });

  it("[AG10] adds columns that the service silently left out", async () => {
    home = await startEmptyHome();
    await home.server.sim("POST", "/settings", { dropListColumns: true });
    const lists = await reportOf();
    expect(lists.get("Drumbeat Check-ins")).toEqual({
      name: "Drumbeat Check-ins",
      created: true,
      repairedColumns: [
        "OkrId",
        "KrId",
        "UnitKey",
        "CycleKey",
        "At",
        "ByOid",
        "ByName",
        "ByUpn",
        "Value",
        "Confidence",
        "Note",
      ],
      unusableColumns: [],
    });
    expect(await reportOf()).toEqual(new Map(untouched(false).map((list) => [list.name, list])));
  });

  it("[AG10] mends columns that were removed, or lost their index or their uniqueness", async () => {
    home = await startHome();
    const list = await pathOf("Drumbeat Objectives");
    await home.server.call("DELETE", `${list}/columns/${await columnId(list, "Stage")}`);
    await home.server.call("PATCH", `${list}/columns/${await columnId(list, "UnitKey")}`, { indexed: false });
    await home.server.call("PATCH", `${list}/columns/${await columnId(list, "OkrId")}`, { enforceUniqueValues: false });
    const lists = await reportOf();
    expect(lists.get("Drumbeat Objectives")?.repairedColumns.toSorted()).toEqual(["OkrId", "Stage", "UnitKey"]);
    expect((await reportOf()).get("Drumbeat Objectives")?.repairedColumns).toEqual([]);
  });

  it("[AG10] leaves a column of another kind to a person", async () => {
    home = await startHome();
    const list = await pathOf("Drumbeat Key Results");
    await home.server.call("DELETE", `${list}/columns/${await columnId(list, "Weight")}`);
    await home.server.call("POST", `${list}/columns`, { name: "Weight", text: {} });
    expect((await reportOf()).get("Drumbeat Key Results")).toMatchObject({
      repairedColumns: [],
      unusableColumns: ["Weight"],
    });
  });

  it("[AG10] needs nobody to wait when two administrators begin at once", async () => {
    home = await startEmptyHome();
    const reports = await Promise.all([home.provisioning.provision({}), home.provisioning.provision({})]);
    expect(reports.map((report) => report.ok)).toEqual([true, true]);
    const lists = await home.server.call("GET", `/sites/${home.site}:/lists`);
    const ours = lists.body.value.filter((list: { displayName: string }) => list.displayName.startsWith("Drumbeat"));
    expect(ours).toHaveLength(names.length);
  });
});

describe("letting the app into the site", () => {
  it("[AG20] happens once, and is what Sites.Selected needs", async () => {
    home = await startEmptyHome({ granted: false });
    await home.provisioning.provision({});
    expect(await home.repositoryOf("lead").readFrame()).toEqual({ ok: false, error: { type: "Forbidden" } });
    const grantTo = { appId: testAppId, name: "Drumbeat" };
    expect(await home.provisioning.provision({ grantTo })).toMatchObject({ ok: true });
    expect(await home.repositoryOf("lead").readFrame()).toMatchObject({ ok: true });
    expect(await home.provisioning.provision({ grantTo })).toMatchObject({ ok: true });
    const site = await home.server.call("GET", `/sites/${home.site}`, undefined, { user: home.world.personas.admin });
    const grants = await home.server.call("GET", `/sites/${site.body.id}/permissions`, undefined, {
      user: home.world.personas.admin,
    });
    expect(grants.body.value).toMatchObject([{ roles: ["write"], grantedToV2: { application: { id: testAppId } } }]);
  });
});

describe("provisioning over other versions", () => {
  it("[AG11] leaves lists of a newer version alone", async () => {
    home = await startHome();
    const send = home.sendAs("admin");
    const list = await pathOf("Drumbeat Settings");
    const rows = await home.server.call("GET", `${list}/items?$expand=fields`);
    const row = rows.body.value.find(
      (item: { fields: { SettingKey: string } }) => item.fields.SettingKey === SETTING_KEYS.schema,
    );
    await home.server.call("PATCH", `${list}/items/${row.id}/fields`, { SettingText: "7" });
    expect(await home.provisioning.provision({})).toEqual({
      ok: false,
      error: { type: "NewerSchema", found: 7, supported: SCHEMA_VERSION },
    });
    expect(await home.repositoryOf("lead").readFrame()).toEqual({
      ok: false,
      error: { type: "Unexpected", code: "newerSchema" },
    });
    expect(await send({ method: "GET", path: `${list}/items/${row.id}`, scopes: scopesOf("okrs") })).toMatchObject({
      ok: true,
    });
  });

  it("[AG11] upgrades an older version step by step and writes the version last", async () => {
    home = await startHome();
    const steps: number[] = [];
    const [next, last] = [SCHEMA_VERSION + 1, SCHEMA_VERSION + 2];
    const upgrade = (schema: number, failAt?: number) =>
      createProvisioning({
        send: home.adminSend,
        homeSite: home.site,
        schema,
        migrations: [next - 1, next, last, last + 1].map((to) => ({
          to,
          run: () => {
            steps.push(to);
            return Promise.resolve(
              to === failAt ? { ok: false as const, error: { type: "Offline" as const } } : ok(undefined),
            );
          },
        })),
      }).provision({});
    expect(await upgrade(last, last)).toEqual({ ok: false, error: { type: "Offline" } });
    expect(await upgrade(last)).toMatchObject({ ok: true, value: { schemaBefore: SCHEMA_VERSION, schema: last } });
    expect(await upgrade(last)).toMatchObject({ ok: true, value: { schemaBefore: last, schema: last } });
    expect(steps).toEqual([next, last, next, last]);
  });

  it("[AG11] moves the drafts of schema 1 out of what is published, again after an interruption", async () => {
    home = await startHome({ unrecorded: true });
    const repository = home.repositoryOf("lead");
    const writes: readonly OkrWrite[] = [
      { kind: "createObjective", objective: anObjective(1) },
      { kind: "createKeyResult", keyResult: aKeyResult(1, 1) },
      { kind: "createObjective", objective: anObjective(2) },
    ];
    await repository.write(writes);
    const objectives = await pathOf("Drumbeat Objectives");
    const settings = await pathOf("Drumbeat Settings");
    await home.server.call("PATCH", `${objectives}/items/1/fields`, { Stage: "draft" });
    const older = async (): Promise<void> => {
      const rows = await home.server.call("GET", `${settings}/items?$expand=fields`);
      const schema = rows.body.value.find(
        (item: { fields: { SettingKey: string } }) => item.fields.SettingKey === SETTING_KEYS.schema,
      );
      await home.server.call("PATCH", `${settings}/items/${schema.id}/fields`, { SettingText: "1" });
    };
    await older();
    await home.server.sim("POST", "/faults", [{ match: "DELETE /items", status: 403, count: 1 }]);
    expect(await home.provisioning.provision({})).toMatchObject({ ok: false });
    expect(await home.provisioning.provision({})).toMatchObject({ ok: true, value: { schemaBefore: 1 } });
    const set = await repository.readOkrs({ cycleKeys: [anObjective(1).cycleKey], units: "all" });
    if (!set.ok) throw new Error("not read");
    const drafts = [...set.value.revisions].filter(([, of]) => isDraft(of)).map(([id]) => id);
    expect(drafts.toSorted()).toEqual([anObjective(1).id, aKeyResult(1, 1).id]);
    expect(set.value.objectives).toHaveLength(2);
    const left = await home.server.call("GET", `${objectives}/items`);
    expect(left.body.value).toHaveLength(1);
  });

  it("[AG8] tells somebody without the right", async () => {
    home = await startEmptyHome();
    const provisioning = createProvisioning({ send: home.sendAs("member"), homeSite: home.site });
    expect(await provisioning.provision({})).toEqual({ ok: false, error: { type: "Forbidden" } });
    const elsewhere = createProvisioning({
      send: home.adminSend,
      homeSite: `${home.world.tenant.sharePointHost}:/sites/none`,
    });
    expect(await elsewhere.provision({})).toMatchObject({ ok: false, error: { type: "NotSetUp" } });
  });
});
