import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { allScopes, bearerFor, type GraphServer, startGraph, testAppId } from "#tests/support/graphServer.ts";
import { homeOf, homeSite, newList, personas, type TestList } from "#tests/support/graphLists.ts";
import { levels, restOf } from "#tests/support/sharePoint.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

let server: GraphServer;
beforeEach(async () => {
  server = await startGraph({ homeSiteGrants: [{ appId: testAppId, displayName: "Test", role: "write" }] });
});
afterEach(() => server.close());

const permit = async (list: TestList, body: object): Promise<void> => {
  const { status } = await server.sim("POST", "/permissions", { siteId: list.siteId, listId: list.id, ...body });
  if (status !== 200) throw new Error("the permissions were not set");
};

/** Every way to write a row, as statuses: PATCH fields, PATCH item, DELETE, POST, and PATCH inside a batch. */
const writes = async (list: TestList, item: string, user: string): Promise<readonly number[]> => {
  const at = `${list.path}/items/${item}`;
  const inner = {
    id: "1",
    method: "PATCH",
    url: `${at}/fields`,
    headers: { "Content-Type": "application/json" },
    body: { Value: 3 },
  };
  const batch = await server.call("POST", "/$batch", { requests: [inner] }, { user });
  return [
    (await server.call("PATCH", `${at}/fields`, { Value: 1 }, { user })).status,
    (await server.call("PATCH", at, { fields: { Value: 2 } }, { user })).status,
    batch.body.responses[0].status,
    (await list.add({ Value: 4 }, { user })).status,
    (await server.call("DELETE", at, undefined, { user })).status,
  ];
};

const allowed = [200, 200, 200, 201, 204];
const denied = [403, 403, 403, 403, 403];

describe("rights of people", () => {
  it("[GR60] on the home site everybody but outsiders reads and contributes", async () => {
    const list = await newList(server);
    await list.add({ Value: 0 });
    expect(await writes(list, "1", personas.member)).toEqual(allowed);
    const outside = await server.call("GET", homeSite, undefined, { user: personas.outsider });
    expect([outside.status, outside.body.error]).toMatchObject([
      403,
      { code: "accessDenied", message: "Access denied" },
    ]);
    expect((await server.call("GET", `${list.path}/items`, undefined, { user: personas.outsider })).status).toBe(403);
  });

  it("[GR60] on the site of a private group only its members do anything", async () => {
    const germany = `/groups/${tinyWorld().groups[1]?.id}/sites/root`;
    expect((await server.call("GET", germany, undefined, { user: personas.member })).status).toBe(200);
    expect((await server.call("GET", germany, undefined, { user: personas.facilitator })).status).toBe(403);
  });

  it("[GR61] follow the role assignments of a list that no longer inherits", async () => {
    const list = await newList(server);
    await list.add({ Value: 0 });
    const germany = tinyWorld().groups[1]?.id;
    await permit(list, {
      roles: [
        { kind: "everyone", level: "read" },
        { kind: "owners", id: germany, level: "contribute" },
        { kind: "user", id: personas.facilitator, level: "fullControl" },
      ],
    });
    expect((await server.call("GET", `${list.path}/items/1`, undefined, { user: personas.member })).status).toBe(200);
    expect(await writes(list, "1", personas.member)).toEqual(denied);
    expect(await writes(list, "1", personas.lead)).toEqual(allowed);
    expect((await server.call("DELETE", list.path, undefined, { user: personas.lead })).status).toBe(403);
    await permit(list, { inherit: true });
    expect((await list.add({ Value: 1 }, { user: personas.member })).status).toBe(201);
  });

  it("[GR61] with the level addView allow to add and read, nothing else", async () => {
    const list = await newList(server);
    await list.add({ Value: 0 });
    await permit(list, { roles: [{ kind: "everyone", level: "addView" }] });
    expect(await writes(list, "1", personas.member)).toEqual([403, 403, 403, 201, 403]);
  });

  it("[GR62] are cut by WriteSecurity to own rows or to none, save for who may override", async () => {
    const list = await newList(server);
    await list.add({ Value: 0 });
    await list.add({ Value: 0 }, { user: personas.member });
    await permit(list, {
      writeSecurity: 2,
      roles: [
        { kind: "everyone", level: "contribute" },
        { kind: "user", id: personas.lead, level: "contributeOverride" },
      ],
    });
    expect(await writes(list, "1", personas.member)).toEqual([403, 403, 403, 201, 403]);
    expect(await writes(list, "2", personas.member)).toEqual(allowed);
    expect(await writes(list, "1", personas.lead)).toEqual(allowed);
    await permit(list, { writeSecurity: 4 });
    const own = String((await list.add({ Value: 0 }, { user: personas.member })).body.id);
    expect(await writes(list, own, personas.member)).toEqual([403, 403, 403, 201, 403]);
  });
});

describe("every way to write a row", () => {
  const rest = () => restOf(server);
  const json = { "Content-Type": "application/json" };

  /** Statuses of PATCH fields, PATCH item, restoreVersion, POST and DELETE; each alone, then each inside a batch. */
  const doors = async (list: TestList, rows: readonly [string, string], user: string): Promise<readonly number[]> => {
    const calls = (row: string): readonly { method: string; url: string; body?: object }[] => [
      { method: "PATCH", url: `${list.path}/items/${row}/fields`, body: { Value: 7 } },
      { method: "PATCH", url: `${list.path}/items/${row}`, body: { fields: { Value: 8 } } },
      { method: "POST", url: `${list.path}/items/${row}/versions/1.0/restoreVersion` },
      { method: "POST", url: `${list.path}/items`, body: { fields: { Value: 9 } } },
      { method: "DELETE", url: `${list.path}/items/${row}` },
    ];
    const alone: number[] = [];
    for (const { method, url, body } of calls(rows[0]))
      alone.push((await server.call(method, url, body, { user })).status);
    const requests = calls(rows[1]).map(({ body, ...call }, index) => ({
      ...call,
      id: String(index),
      ...(body === undefined ? {} : { headers: json, body }),
    }));
    const { body } = await server.call("POST", "/$batch", { requests }, { user });
    const inside = (body.responses as readonly { id: string; status: number }[])
      .toSorted((a, b) => Number(a.id) - Number(b.id))
      .map(({ status }) => status);
    return [...alone, ...inside];
  };

  const both = (statuses: readonly number[]): readonly number[] => [...statuses, ...statuses];
  const open = both([200, 200, 204, 201, 204]);
  const shut = both([403, 403, 403, 403, 403]);
  const addOnly = both([403, 403, 403, 201, 403]);

  const rowsBy = async (list: TestList, user: string): Promise<[string, string]> => [
    String((await list.add({ Value: 0 }, { user })).body.id),
    String((await list.add({ Value: 0 }, { user })).body.id),
  ];

  it("[GR65] asks a site's group for its rights, as soon as somebody is in it and no longer than that", async () => {
    const list = await newList(server);
    const at = `web/lists(guid'${list.id}')`;
    const rows = await rowsBy(list, personas.facilitator);
    const leads = (await rest()("POST", "web/sitegroups", { Title: "Drumbeat Leads" })).body.Id as number;
    await rest()("POST", `${at}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`);
    const give = (principal: number, level: number) =>
      rest()("POST", `${at}/roleassignments/addroleassignment(principalid=${principal},roledefid=${level})`);
    await give(5, levels.read);
    await give(leads, levels.contribute);
    expect(await doors(list, rows, personas.lead)).toEqual(shut);
    const users = `web/sitegroups(${leads})/users`;
    const lead = await rest()("POST", users, { LoginName: "lena.kruger@tinycart.example" });
    expect(await doors(list, rows, personas.member)).toEqual(shut);
    expect(await doors(list, rows, personas.lead)).toEqual(open);
    const others = await rowsBy(list, personas.lead);
    await rest()("POST", `${users}/removebyid(${lead.body.Id})`);
    expect(await doors(list, others, personas.lead)).toEqual(shut);
  });

  it.each([
    [1, open, open],
    [2, addOnly, open],
    [4, addOnly, addOnly],
  ])("[GR65] minds WriteSecurity %d, for others' rows and for one's own", async (writeSecurity, others, own) => {
    const list = await newList(server);
    const foreign = await rowsBy(list, personas.facilitator);
    const mine = await rowsBy(list, personas.member);
    const lifted = await rowsBy(list, personas.facilitator);
    const at = `web/lists(guid'${list.id}')`;
    expect((await rest()("MERGE", at, { WriteSecurity: writeSecurity })).status).toBe(204);
    expect(await doors(list, foreign, personas.member)).toEqual(others);
    expect(await doors(list, mine, personas.member)).toEqual(own);
    expect(await doors(list, lifted, personas.facilitator)).toEqual(open);
  });

  it("[GR65] lets an added level add and read, and another pass WriteSecurity", async () => {
    const list = await newList(server);
    const rows = await rowsBy(list, personas.facilitator);
    const at = `web/lists(guid'${list.id}')`;
    const level = async (name: string, low: number): Promise<number> =>
      (await rest()("POST", "web/roledefinitions", { Name: name, BasePermissions: { High: "432", Low: String(low) } }))
        .body.Id as number;
    // Read with AddListItems (2), Contribute with CancelCheckout (256), which the pages call "Override List Behaviors".
    const addView = await level("Add + View", 138_612_833 + 2);
    const override = await level("Contribute + Override List Behaviors", 1_011_028_719 + 256);
    await rest()("MERGE", at, { WriteSecurity: 2 });
    await rest()("POST", `${at}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`);
    const lead = await rest()("POST", "web/ensureuser", { logonName: "lena.kruger@tinycart.example" });
    const give = (principal: number, definition: number) =>
      rest()("POST", `${at}/roleassignments/addroleassignment(principalid=${principal},roledefid=${definition})`);
    await give(5, addView);
    expect(await doors(list, rows, personas.member)).toEqual(addOnly);
    expect(await doors(list, rows, personas.lead)).toEqual(addOnly);
    await give(Number(lead.body.Id), override);
    expect(await doors(list, rows, personas.lead)).toEqual(open);
  });

  it("[GR66] begins with lists that one may see", async () => {
    const list = await newList(server, [], "Secret");
    await newList(server, [], "Open");
    await permit(list, { roles: [{ kind: "user", id: personas.facilitator, level: "fullControl" }] });
    const seen = async (user: string): Promise<readonly string[]> =>
      (
        (await server.call("GET", `${homeSite}/lists`, undefined, { user })).body.value as readonly {
          displayName: string;
        }[]
      ).map(({ displayName }) => displayName);
    expect(await seen(personas.member)).toEqual(["Open"]);
    expect(await seen(personas.facilitator)).toEqual(["Secret", "Open"]);
    expect((await server.call("GET", list.path, undefined, { user: personas.member })).status).toBe(403);
  });
});

describe("rights of applications", () => {
  const selected = (user: string, appid = testAppId) => ({ bearer: bearerFor(user, ["Sites.Selected"], appid) });

  it("[GR63] with Sites.Selected are the grant of the site cut with the rights of the user", async () => {
    const list = await newList(server);
    expect((await list.add({ Value: 1 }, selected(personas.member))).status).toBe(201);
    expect((await list.add({ Value: 1 }, selected(personas.outsider))).status).toBe(403);
    expect((await list.add({ Value: 1 }, selected(personas.member, "another-app"))).status).toBe(403);
    expect((await server.call("GET", "/sites/root", undefined, selected(personas.member))).status).toBe(403);
    const column = await server.call(
      "POST",
      `${list.path}/columns`,
      { name: "X", text: {} },
      selected(personas.facilitator),
    );
    expect(column.status).toBe(403);
  });

  it("[GR64] are granted on a site or list by who has full control, to applications only", async () => {
    const list = await newList(server);
    const { path } = await homeOf(server);
    const application = { id: "e0000000-0000-4000-8000-000000000009", displayName: "Other" };
    const grant = { roles: ["read"], grantedToV2: { application } };
    expect((await server.call("POST", `${path}/permissions`, grant, { user: personas.member })).status).toBe(403);
    const user = { user: { id: personas.member } };
    expect((await server.call("POST", `${path}/permissions`, { ...grant, grantedToV2: user })).status).toBe(400);
    const made = await server.call("POST", `${path}/permissions`, grant);
    expect([made.status, made.body.roles, made.body.grantedToV2]).toEqual([201, ["read"], { application }]);
    const other = selected(personas.member, application.id);
    expect((await server.call("GET", `${list.path}/items`, undefined, other)).status).toBe(200);
    expect((await list.add({}, other)).status).toBe(403);
    expect((await server.call("DELETE", `${path}/permissions/${made.body.id}`)).status).toBe(204);
    expect((await server.call("GET", `${list.path}/items`, undefined, other)).status).toBe(403);
    expect((await server.call("POST", `${list.path}/permissions`, grant)).status).toBe(201);
    const bearer = bearerFor(personas.member, ["Lists.SelectedOperations.Selected"], application.id);
    expect((await server.call("GET", `${list.path}/items`, undefined, { bearer })).status).toBe(200);
  });

  it("[GR2] reach no further than their scopes, whatever the user may do", async () => {
    const list = await newList(server);
    const bearer = bearerFor(personas.admin, ["Sites.Read.All"]);
    expect((await server.call("GET", `${list.path}/items`, undefined, { bearer })).status).toBe(200);
    expect((await list.add({}, { bearer })).body.error.message).toContain("Missing scope permissions");
    const manage = {
      bearer: bearerFor(
        personas.admin,
        allScopes.filter((scope) => !/Manage|FullControl/.test(scope)),
      ),
    };
    expect(
      (await server.call("POST", `${homeSite}/lists`, { displayName: "X", list: { template: "genericList" } }, manage))
        .status,
    ).toBe(403);
  });
});
