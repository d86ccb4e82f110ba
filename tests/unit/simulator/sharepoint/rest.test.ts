import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { bearerFor, type GraphServer, startGraph } from "#tests/support/graphServer.ts";
import { newList, personas, type TestList } from "#tests/support/graphLists.ts";
import { type CallRest, levels, loginOf, restOf } from "#tests/support/sharePoint.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

const world = tinyWorld();
const upn = (id: string): string => world.users.find((user) => user.id === id)?.userPrincipalName ?? "";

let server: GraphServer;
let rest: CallRest;
let list: TestList;
let at: string;
beforeEach(async () => {
  server = await startGraph();
  rest = restOf(server);
  list = await newList(server);
  at = `web/lists(guid'${list.id}')`;
});
afterEach(() => server.close());

const full = { High: "2147483647", Low: "4294967295" };

describe("the REST service", () => {
  it("[SR10] takes tokens for SharePoint only, and says why it refuses one", async () => {
    expect((await rest("GET", "web/sitegroups")).status).toBe(200);
    const graph = await rest("GET", "web/sitegroups", undefined, { bearer: bearerFor(personas.admin) });
    expect([graph.status, graph.body]).toEqual([401, { error_description: "Invalid audience Uri." }]);
    for (const bearer of ["expired", "invalid"])
      expect((await rest("GET", "web/sitegroups", undefined, { bearer })).status).toBe(401);
    const bearer = bearerFor(personas.admin, ["AllSites.FullControl"]);
    expect((await server.call("GET", "/me", undefined, { bearer })).status).toBe(401);
  });

  it("[SR11] does no more than the permission of the token and the rights of the person allow", async () => {
    const statuses = async (sending: { user?: string; scopes?: readonly string[] }): Promise<readonly number[]> => [
      (await rest("GET", at, undefined, sending)).status,
      (await rest("MERGE", at, { WriteSecurity: 1 }, sending)).status,
      (await rest("GET", `${at}/roleassignments`, undefined, sending)).status,
      (
        await rest(
          "POST",
          `${at}/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=true)`,
          undefined,
          sending,
        )
      ).status,
    ];
    expect(await statuses({ scopes: ["AllSites.Read"] })).toEqual([200, 403, 403, 403]);
    expect(await statuses({ scopes: ["AllSites.Manage"] })).toEqual([200, 204, 403, 403]);
    expect(await statuses({ user: personas.member })).toEqual([200, 204, 403, 403]);
    expect(await statuses({ user: personas.outsider })).toEqual([403, 403, 403, 403]);
    expect(await statuses({})).toEqual([200, 204, 200, 200]);
    const refused = await rest("GET", `${at}/roleassignments`, undefined, { user: personas.member });
    expect(refused.body["odata.error"]).toEqual({
      code: "-2147024891, System.UnauthorizedAccessException",
      message: { lang: "en-US", value: expect.stringContaining("Access denied.") },
    });
  });

  it("[SR12] names what it does not know: addresses, options, properties, other formats", async () => {
    const unknown = await rest("POST", "contextinfo");
    expect([unknown.status, unknown.body["odata.error"].message.value]).toEqual([
      501,
      expect.stringContaining("POST _api/contextinfo"),
    ]);
    const refusals = await Promise.all([
      rest("GET", "web/lists"),
      rest("GET", `${at}?$expand=RoleAssignments`),
      rest("GET", `${at}?$select=NoCrawl`),
      rest("MERGE", at, { Title: "New" }),
      rest("MERGE", at, { ReadSecurity: 2 }),
      rest("GET", `${at}/roleassignments?$expand=Member/Users`),
      rest("GET", at, undefined, { headers: { accept: "application/json;odata=verbose" } }),
      rest("MERGE", at, { WriteSecurity: 1 }, { headers: { "if-match": '"1"' } }),
    ]);
    expect(refusals.map(({ status }) => status)).toEqual([501, 501, 501, 501, 501, 501, 501, 501]);
    const missing = await rest("GET", "web/lists(guid'00000000-0000-4000-8000-000000000000')");
    expect([missing.status, missing.body["odata.error"].code]).toEqual([
      404,
      "-2130575322, Microsoft.SharePoint.SPException",
    ]);
    expect((await restOf(server, "/sites/none")("GET", "web/sitegroups")).status).toBe(404);
  });

  it("[SR13] is throttled, cut and counted with Graph", async () => {
    await server.sim("DELETE", "/stats");
    await rest("GET", at);
    const { body } = await server.sim("GET", "/stats");
    expect(body).toMatchObject({ outer: 1, resourceUnits: 5, byOperation: { "GET /_api/web/lists()": 1 } });
    await server.sim("POST", "/faults", [{ match: "GET /_api/", status: 503, retryAfterSeconds: 1, count: 1 }]);
    expect((await rest("GET", at)).status).toBe(503);
    await server.sim("POST", "/settings", { resourceUnitsPerMinute: 1 });
    const throttled = await rest("GET", at);
    expect([throttled.status, Number(throttled.headers.get("retry-after"))]).toEqual([429, expect.any(Number)]);
  });
});

describe("levels and groups", () => {
  it("[SR14] shows the levels of every site, and adds others from their base permissions", async () => {
    const { body } = await rest("GET", "web/roledefinitions");
    const named = new Map((body.value as readonly { Name: string; Id: number }[]).map((each) => [each.Name, each]));
    expect(named.get("Full Control")).toMatchObject({ Id: 1_073_741_829, BasePermissions: full, RoleTypeKind: 5 });
    expect(named.get("Contribute")).toMatchObject({ BasePermissions: { High: "432", Low: "1011028719" } });
    expect([...named.keys()]).toEqual(["Full Control", "Design", "Edit", "Contribute", "Read", "Limited Access"]);
    const level = { Name: "Add + View", Description: "d", BasePermissions: { High: "176", Low: "138612835" } };
    const made = await rest("POST", "web/roledefinitions", level);
    expect([made.status, made.body]).toMatchObject([201, { ...level, Hidden: false, RoleTypeKind: 0 }]);
    expect((await rest("GET", `web/roledefinitions(${made.body.Id})`)).body).toEqual(made.body);
    expect((await rest("GET", "web/roledefinitions/getbyname('add%20%2B%20view')")).body).toEqual(made.body);
    expect((await rest("POST", "web/roledefinitions", level)).status).toBe(400);
    expect((await rest("POST", "web/roledefinitions", { Name: "X" })).status).toBe(400);
    expect((await rest("POST", "web/roledefinitions", { ...level, Name: "X" }, { user: personas.member })).status).toBe(
      403,
    );
    expect((await rest("GET", "web/roledefinitions(1)")).status).toBe(404);
  });

  it("[SR15] shows the three groups of every site with the Microsoft 365 group in them", async () => {
    const titles = await Promise.all(
      ["owner", "visitor", "member"].map((role) => rest("GET", `web/associated${role}group?$select=Id,Title`)),
    );
    expect(titles.map(({ body }) => body)).toEqual([
      { Id: 3, Title: "OKR Home Owners" },
      { Id: 4, Title: "OKR Home Visitors" },
      { Id: 5, Title: "OKR Home Members" },
    ]);
    const members = await rest("GET", "web/sitegroups(5)/users");
    expect(members.body.value).toMatchObject([
      { LoginName: `c:0o.c|federateddirectoryclaimprovider|${world.groups[0]?.id}`, PrincipalType: 4 },
      { LoginName: expect.stringContaining("c:0-.f|rolemanager|spo-grid-all-users/"), PrincipalType: 4 },
    ]);
    const owners = await rest("GET", "web/sitegroups(3)/users");
    expect(owners.body.value).toMatchObject([
      { LoginName: `c:0o.c|federateddirectoryclaimprovider|${world.groups[0]?.id}_o` },
      { LoginName: loginOf(upn(personas.admin)), UserPrincipalName: upn(personas.admin), PrincipalType: 1 },
    ]);
  });

  it("[SR15] makes groups, and lets their owner and the site's owners say who is in them", async () => {
    const made = await rest("POST", "web/sitegroups", { Title: "Drumbeat Leads", Description: "Publish" });
    expect([made.status, made.body]).toMatchObject([201, { Title: "Drumbeat Leads", PrincipalType: 8 }]);
    const users = `web/sitegroups(${made.body.Id})/users`;
    const added = await rest("POST", users, { LoginName: loginOf(upn(personas.lead)) });
    expect([added.status, added.body.Title]).toEqual([201, "Lena Krüger"]);
    await rest("POST", users, { LoginName: loginOf(upn(personas.lead)) });
    const members = async (): Promise<readonly string[]> =>
      ((await rest("GET", users)).body.value as readonly { Title: string }[]).map(({ Title }) => Title);
    expect(await members()).toEqual(["Lena Krüger"]);
    expect((await rest("POST", users, { LoginName: "nobody@x" })).status).toBe(404);
    const byMember = { user: personas.member };
    expect((await rest("POST", users, { LoginName: upn(personas.member) }, byMember)).status).toBe(403);
    expect((await rest("POST", "web/sitegroups", { Title: "Mine" }, byMember)).status).toBe(403);
    expect((await rest("POST", "web/sitegroups", { Title: "drumbeat leads" })).status).toBe(400);
    expect((await rest("GET", "web/sitegroups/getbyname('Drumbeat%20Leads')")).body.Id).toBe(made.body.Id);
    expect((await rest("POST", `${users}/removebyid(${added.body.Id})`)).status).toBe(200);
    expect(await members()).toEqual([]);
    expect((await rest("POST", `${users}/removebyid(${added.body.Id})`)).status).toBe(404);
    expect((await rest("GET", "web/sitegroups(99)")).status).toBe(404);
  });

  it("[SR16] gives everybody one number on the site, the one that person columns know", async () => {
    const byClaim = `web/ensureuser('${encodeURIComponent(loginOf(upn(personas.member)))}')`;
    const first = await rest("POST", byClaim);
    expect(first.body).toMatchObject({ Email: upn(personas.member), UserId: { NameId: personas.member } });
    const again = await rest("POST", "web/ensureuser", { logonName: upn(personas.member) });
    expect(again.body.Id).toBe(first.body.Id);
    const row = await list.add({ Key: "a" }, { user: personas.member });
    expect(Number(row.body.fields.AuthorLookupId)).toBe(first.body.Id);
    const group = await rest("POST", "web/ensureuser", {
      logonName: `c:0o.c|federateddirectoryclaimprovider|${world.groups[1]?.id}_o`,
    });
    expect(group.body).toMatchObject({ Title: "Germany Owners", PrincipalType: 4 });
    expect(group.body.Id).not.toBe(first.body.Id);
    expect((await rest("POST", "web/ensureuser('nobody')")).status).toBe(404);
  });
});

describe("permissions of a list", () => {
  const breakUp = (copy: boolean) =>
    rest("POST", `${at}/breakroleinheritance(copyRoleAssignments=${copy}, clearSubscopes=true)`);
  const assignments = async (): Promise<readonly unknown[]> =>
    (await rest("GET", `${at}/roleassignments?$expand=Member,RoleDefinitionBindings`)).body.value as readonly unknown[];
  const add = (principal: number, level: number) =>
    rest("POST", `${at}/roleassignments/addroleassignment(principalid=${principal},roledefid=${level})`);
  const isUnique = async (): Promise<unknown> =>
    (await rest("GET", `${at}?$select=HasUniqueRoleAssignments`)).body.HasUniqueRoleAssignments;

  it("[SR17] are those of the site, until they are copied or begun anew, and again after a reset", async () => {
    expect(await isUnique()).toBe(false);
    expect(await assignments()).toMatchObject([
      { PrincipalId: 3, Member: { Title: "OKR Home Owners" }, RoleDefinitionBindings: [{ Name: "Full Control" }] },
      { PrincipalId: 4, RoleDefinitionBindings: [{ Name: "Read" }] },
      { PrincipalId: 5, RoleDefinitionBindings: [{ Name: "Edit" }] },
    ]);
    const refused = await add(5, levels.read);
    expect([refused.status, refused.body["odata.error"].message.value]).toEqual([
      400,
      "This operation is not allowed on an object that inherits permissions.",
    ]);
    const broken = await breakUp(true);
    expect([broken.status, broken.body]).toEqual([200, { "odata.null": true }]);
    expect([await isUnique(), (await assignments()).length]).toEqual([true, 3]);
    expect((await rest("POST", `${at}/resetroleinheritance()`)).status).toBe(200);
    expect(await isUnique()).toBe(false);
    await breakUp(false);
    expect(await assignments()).toMatchObject([
      { Member: { LoginName: loginOf(upn(personas.admin)) }, RoleDefinitionBindings: [{ Name: "Full Control" }] },
    ]);
  });

  it("[SR17] are several levels for one principal, given and taken one by one", async () => {
    await breakUp(true);
    expect((await add(5, levels.read)).status).toBe(200);
    await add(5, levels.read);
    const names = async (): Promise<unknown> =>
      (await assignments()).find((each) => (each as { PrincipalId: number }).PrincipalId === 5);
    expect(await names()).toMatchObject({ RoleDefinitionBindings: [{ Name: "Edit" }, { Name: "Read" }] });
    const remove = (level: number) =>
      rest("POST", `${at}/roleassignments/removeroleassignment(principalid=5, roledefid=${level})`);
    expect((await remove(1_073_741_830)).status).toBe(200);
    expect(await names()).toMatchObject({ RoleDefinitionBindings: [{ Name: "Read" }] });
    expect((await remove(1_073_741_830)).status).toBe(404);
    expect((await add(99, levels.read)).status).toBe(404);
    expect((await add(5, 1)).status).toBe(404);
  });

  it("[SR17] are changed on the site in the same way", async () => {
    const made = await rest("POST", "web/sitegroups", { Title: "Leads" });
    const path = `web/roleassignments/addroleassignment(principalid=${made.body.Id},roledefid=${levels.read})`;
    expect((await rest("POST", path)).status).toBe(200);
    const { body } = await rest("GET", "web/roleassignments?$expand=Member");
    expect((body.value as readonly { Member: { Title: string } }[]).at(-1)?.Member.Title).toBe("Leads");
  });

  it("[SR18] decide at once what Graph lets a person do", async () => {
    await list.add({ Value: 1 });
    const write = async (user: string): Promise<number> =>
      (await server.call("PATCH", `${list.path}/items/1/fields`, { Value: 2 }, { user })).status;
    expect(await write(personas.member)).toBe(200);
    await breakUp(true);
    await rest("POST", `${at}/roleassignments/removeroleassignment(principalid=5,roledefid=1073741830)`);
    await add(5, levels.read);
    const leads = await rest("POST", "web/sitegroups", { Title: "Drumbeat Leads" });
    await add(Number(leads.body.Id), levels.contribute);
    expect([await write(personas.member), await write(personas.lead)]).toEqual([403, 403]);
    await rest("POST", `web/sitegroups(${leads.body.Id})/users`, { LoginName: upn(personas.lead) });
    expect([await write(personas.member), await write(personas.lead), await write(personas.facilitator)]).toEqual([
      403, 200, 200,
    ]);
  });

  it("[SR19] are told for a person as base permissions, to who may enumerate them", async () => {
    const of = (user: string, sending = {}) =>
      rest(
        "GET",
        `${at}/getusereffectivepermissions(@u)?@u='${encodeURIComponent(loginOf(upn(user)))}'`,
        undefined,
        sending,
      );
    expect((await of(personas.admin)).body).toEqual(full);
    expect((await of(personas.member)).body).toEqual({ High: "432", Low: "1011030767" });
    expect((await of(personas.outsider)).body).toEqual({ High: "0", Low: "0" });
    expect((await of(personas.member, { user: personas.member })).status).toBe(403);
    const own = await rest("GET", `${at}?$select=EffectiveBasePermissions`, undefined, { user: personas.member });
    expect(own.body).toEqual({ EffectiveBasePermissions: { High: "432", Low: "1011030767" } });
  });
});

describe("settings of a list", () => {
  it("[SR20] are shown when selected and merged by each of the three ways", async () => {
    const select = `${at}?$select=WriteSecurity,ReadSecurity,EnableVersioning,MajorVersionLimit,Title`;
    expect((await rest("GET", select)).body).toEqual({
      WriteSecurity: 1,
      ReadSecurity: 1,
      EnableVersioning: true,
      MajorVersionLimit: 50,
      Title: "Test",
    });
    expect((await rest("MERGE", at, { WriteSecurity: 2 })).status).toBe(204);
    expect((await rest("PATCH", at, { MajorVersionLimit: 500 })).status).toBe(204);
    const tunnelled = { headers: { "x-http-method": "MERGE", "if-match": "*" } };
    expect((await rest("POST", "web/lists/getbytitle('test')", { EnableVersioning: false }, tunnelled)).status).toBe(
      204,
    );
    expect((await rest("GET", select)).body).toMatchObject({
      WriteSecurity: 2,
      EnableVersioning: false,
      MajorVersionLimit: 500,
    });
    for (const body of [{ WriteSecurity: 3 }, { EnableVersioning: 1 }, { MajorVersionLimit: 0 }])
      expect((await rest("MERGE", at, body)).status).toBe(400);
    expect((await rest("GET", at)).body).not.toHaveProperty("WriteSecurity");
  });

  it("[SR21] decide whether changes leave versions, and how many", async () => {
    await list.add({ Value: 0 });
    const change = async (times: number): Promise<void> => {
      for (let value = 1; value <= times; value += 1)
        await server.call("PATCH", `${list.path}/items/1/fields`, { Value: value });
    };
    const kept = async (): Promise<readonly string[]> =>
      (
        (await server.call("GET", `${list.path}/items/1/versions`)).body.value as readonly { readonly id: string }[]
      ).map(({ id }) => id);
    await rest("MERGE", at, { MajorVersionLimit: 3 });
    await change(4);
    expect(await kept()).toEqual(["5.0", "4.0", "3.0"]);
    await rest("MERGE", at, { EnableVersioning: false });
    await change(2);
    expect(await kept()).toEqual(["7.0"]);
  });
});
