import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type GraphServer, startGraph } from "#tests/support/graphServer.ts";
import { personas } from "#tests/support/graphLists.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

// The directory cannot be changed through Graph here, so one world serves every test of this file.
let server: GraphServer;
beforeAll(async () => {
  server = await startGraph();
});
afterAll(() => server.close());

const get = async (path: string, headers: Record<string, string> = {}) =>
  await server.call("GET", path, undefined, { headers });
const names = async (path: string, headers: Record<string, string> = {}): Promise<readonly string[]> =>
  ((await get(path, headers)).body.value as readonly { displayName: string }[]).map((each) => each.displayName);
const filtered = (filter: string, headers: Record<string, string> = {}): Promise<readonly string[]> =>
  names(`/users?$filter=${encodeURIComponent(filter)}`, headers);
const eventual = { consistencylevel: "eventual" };

describe("people", () => {
  it("[GR10] shows the caller and anybody by id or address with Graph's default properties", async () => {
    const me = (await get("/me")).body;
    expect(me).toMatchObject({
      id: personas.facilitator,
      displayName: "Farid Haddad",
      mail: "farid.haddad@tinycart.example",
    });
    expect(me).not.toHaveProperty("country");
    expect((await get("/users/MILO.brandt@tinycart.example?$select=id,country")).body).toEqual({
      "@odata.context": expect.any(String),
      id: personas.member,
      country: "DE",
    });
    expect((await get("/users/nobody@tinycart.example")).body.error.code).toBe("Request_ResourceNotFound");
  });

  it("[GR11] filters by equality, prefix, list and combination", async () => {
    expect(await filtered("mail eq 'lena.kruger@tinycart.example'")).toEqual(["Lena Krüger"]);
    expect(await filtered("startswith(displayName,'to')")).toEqual(["Tomás O'Hara"]);
    expect(await filtered("surname eq 'O''Hara'")).toEqual(["Tomás O'Hara"]);
    expect(await filtered(`id in ('${personas.sponsor}','${personas.admin}')`)).toEqual(["Sanne Visser", "Ada Quist"]);
    expect(await filtered("startswith(givenName,'Ya') or startswith(mail,'ada')")).toEqual([
      "Ada Quist",
      "Yael Ben-Ami",
    ]);
  });

  it("[GR11] refuses filters the directory does not know", async () => {
    expect((await get("/users?$filter=officeLocation eq 'x'")).status).toBe(400);
    expect((await get("/users?$filter=startswith(displayName")).status).toBe(400);
    expect((await get("/users?$filter=contains(displayName,'a')")).status).toBe(501);
  });

  it("[GR11] pages with opaque links", async () => {
    const seen: string[] = [];
    let next: string | undefined = "/users?$top=3&$select=displayName";
    let pages = 0;
    while (next !== undefined) {
      const { body } = await server.call("GET", next);
      pages += 1;
      seen.push(...(body.value as readonly { displayName: string }[]).map((each) => each.displayName));
      next = body["@odata.nextLink"] as string | undefined;
    }
    expect([pages, seen]).toEqual([3, tinyWorld().users.map((user) => user.displayName)]);
  });

  it("[GR12] wants ConsistencyLevel for search, counting and inequality", async () => {
    expect((await get('/users?$search="displayName:ben"')).status).toBe(400);
    expect(await names('/users?$search="displayName:ben"', eventual)).toEqual(["Yael Ben-Ami"]);
    expect(await names('/users?$search="displayName:mil bra"', eventual)).toEqual(["Milo Brandt"]);
    expect((await get("/users?$filter=country ne 'DE'")).status).toBe(400);
    const counted = await get("/users?$filter=country ne 'DE'&$count=true&$top=1", eventual);
    expect(counted.body["@odata.count"]).toBe(6);
  });
});

describe("groups", () => {
  it("[GR13] lists the groups of the caller, all groups, members and owners", async () => {
    expect(await names("/me/memberOf")).toEqual(["OKR Home"]);
    expect(await names("/me/transitiveMemberOf?$select=displayName")).toEqual(["OKR Home"]);
    expect(await names("/groups?$filter=groupTypes/any(c:c eq 'Unified')&$orderby=displayName")).toEqual([
      "Germany",
      "OKR Home",
      "Supply Chain",
    ]);
    const group = tinyWorld().groups[1];
    expect(await names(`/groups/${group?.id}/owners`)).toEqual(["Lena Krüger"]);
    expect(await names(`/groups/${group?.id}/members`)).toEqual(["Sanne Visser", "Lena Krüger", "Milo Brandt"]);
    expect((await get(`/groups/${group?.id}?$select=mail`)).body.mail).toBe("germany@tinycart.example");
  });

  it("[GR13] counts an owner among the members of a group", async () => {
    const group = tinyWorld().groups[0];
    const members = await names(`/groups/${group?.id}/members`);
    expect(members).toContain("Farid Haddad");
    expect(new Set(members).size).toBe(members.length);
  });

  it("[GR14] has no photos", async () => {
    const photos = await Promise.all(
      ["/me/photo/$value", "/me/photo", `/users/${personas.lead}/photo/$value`].map((path) => get(path)),
    );
    expect(photos.map(({ status, body }) => [status, body.error.code])).toEqual(
      photos.map(() => [404, "ImageNotFound"]),
    );
  });
});
