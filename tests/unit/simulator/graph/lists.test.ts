import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type GraphServer, startGraph } from "#tests/support/graphServer.ts";
import { homeOf, homeSite, newList } from "#tests/support/graphLists.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

let server: GraphServer;
beforeEach(async () => {
  server = await startGraph();
});
afterEach(() => server.close());

const generic = { template: "genericList" };

describe("sites", () => {
  it("[GR20] are found by path, by id, through their group, and the root site by its host", async () => {
    const { id } = await homeOf(server);
    const group = tinyWorld().groups[0]?.id;
    const same = await Promise.all(
      [homeSite.slice(0, -1), `/sites/${id}`, `/sites/${encodeURIComponent(id)}`, `/groups/${group}/sites/root`].map(
        (path) => server.call("GET", `${path}?$select=id`),
      ),
    );
    expect(same.map(({ body }) => body.id)).toEqual([id, id, id, id]);
    const root = await server.call("GET", "/sites/root");
    expect((await server.call("GET", "/sites/tinycart.sharepoint.example")).body.id).toBe(root.body.id);
    expect((await server.call("GET", "/sites/tinycart.sharepoint.example:/sites/none")).status).toBe(404);
    expect((await server.call("GET", "/sites?search=okr")).body.value).toHaveLength(1);
  });

  it("[GR20] give their lists below every form of address", async () => {
    await newList(server, [], "Cycles");
    const group = tinyWorld().groups[0]?.id;
    const found = await Promise.all(
      [`${homeSite}/lists/Cycles`, `/groups/${group}/sites/root/lists/Cycles`].map((path) => server.call("GET", path)),
    );
    expect(found.map(({ body }) => body.displayName)).toEqual(["Cycles", "Cycles"]);
  });
});

describe("lists", () => {
  it("[GR21] get their name from the server", async () => {
    const named = await server.call("POST", `${homeSite}/lists`, { name: "x", displayName: "X", list: generic });
    expect([named.status, named.body.error.message]).toEqual([
      400,
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    ]);
    const made = await server.call("POST", `${homeSite}/lists`, { displayName: "Key Results #1", list: generic });
    expect([made.status, made.body.name, made.body.webUrl]).toEqual([
      201,
      "Key Results 1",
      "https://tinycart.sharepoint.example/sites/okr-home/Lists/Key%20Results%201",
    ]);
  });

  it("[GR21] refuse a second list of the same name, and templates that are not emulated", async () => {
    await newList(server, [], "Cycles");
    const again = await server.call("POST", `${homeSite}/lists`, { displayName: "cycles", list: generic });
    expect([again.status, again.body.error.code]).toEqual([409, "nameAlreadyExists"]);
    expect(
      (await server.call("POST", `${homeSite}/lists`, { displayName: "D", list: { template: "documentLibrary" } }))
        .status,
    ).toBe(501);
  });

  it("[GR22] are filtered by display name only, renamed and deleted", async () => {
    const { path, id } = await newList(server, [], "Cycles");
    await newList(server, [], "Other");
    const filter = (text: string) => server.call("GET", `${homeSite}/lists?$filter=${encodeURIComponent(text)}`);
    expect((await filter("displayName eq 'cycles'")).body.value.map((list: { id: string }) => list.id)).toEqual([id]);
    const refused = await filter("name eq 'Cycles'");
    expect([refused.status, refused.body.error.message]).toEqual([
      400,
      "The provided filter statement is not supported",
    ]);
    const renamed = await server.call("PATCH", path, { displayName: "Periods" });
    expect([renamed.body.displayName, renamed.body.name]).toEqual(["Periods", "Cycles"]);
    expect((await server.call("GET", `${homeSite}/lists/Periods`)).body.id).toBe(id);
    expect((await server.call("DELETE", path)).status).toBe(204);
    expect((await server.call("GET", path)).status).toBe(404);
  });
});

const columnNames = async (path: string, query = ""): Promise<readonly string[]> =>
  ((await server.call("GET", `${path}/columns${query}`)).body.value as readonly { name: string }[]).map(
    (column) => column.name,
  );

describe("columns", () => {
  it("[GR23] have exactly one facet", async () => {
    const { path } = await newList(server, []);
    const post = (body: object) => server.call("POST", `${path}/columns`, body);
    for (const body of [{ name: "A" }, { name: "A", text: {}, number: {} }]) {
      const { status, body: answer } = await post(body);
      expect([status, answer.error.message]).toEqual([400, "Unable to determine type of provided column definition"]);
    }
    expect((await post({ name: "A", currency: {} })).status).toBe(501);
    const made = await post({ name: "A", choice: { choices: ["x", "y"] } });
    expect([made.status, made.body.choice]).toEqual([
      201,
      { allowTextEntry: false, choices: ["x", "y"], displayAs: "dropDownMenu" },
    ]);
    expect((await post({ name: "a", text: {} })).status).toBe(409);
    const patched = await server.call("PATCH", `${path}/columns/${made.body.id}`, {
      choice: { choices: ["x", "y", "z"] },
    });
    expect(patched.body.choice.choices).toEqual(["x", "y", "z"]);
    expect((await server.call("PATCH", `${path}/columns/A`, { number: {} })).status).toBe(400);
  });

  it("[GR24] are indexed where their type allows it, and unique only when indexed", async () => {
    const { path, add } = await newList(server, [
      { name: "A", text: {} },
      { name: "N", text: { allowMultipleLines: true } },
    ]);
    const patch = (name: string, body: object) => server.call("PATCH", `${path}/columns/${name}`, body);
    expect((await patch("N", { indexed: true })).status).toBe(400);
    expect((await patch("A", { enforceUniqueValues: true })).body.error.message).toBe(
      "This field must be indexed to enforce unique values",
    );
    await add({ A: "same" });
    await add({ A: "same" });
    expect((await patch("A", { indexed: true, enforceUniqueValues: true })).status).toBe(400);
    expect((await patch("A", { indexed: true })).body.indexed).toBe(true);
    expect((await server.call("GET", `${path}/items?$filter=fields/A eq 'same'`)).body.value).toHaveLength(2);
  });

  it("[GR25] are listed though hidden only when the select names `hidden`", async () => {
    const { path } = await newList(server, [{ name: "A", text: {}, hidden: true }]);
    expect(await columnNames(path)).not.toContain("A");
    expect(await columnNames(path, "?$select=name,hidden")).toContain("A");
  });

  it("[GR26] of the list POST lose their default value, and on a switch are not made at all", async () => {
    const column = { name: "A", text: {}, defaultValue: { value: "x" } };
    const first = await newList(server, [column], "First");
    expect((await server.call("GET", `${first.path}/columns/A`)).body.defaultValue).toBeUndefined();
    await server.call("POST", `${first.path}/columns`, { ...column, name: "B" });
    expect((await first.add({})).body.fields).toMatchObject({ B: "x" });
    await server.sim("POST", "/settings", { dropListColumns: true });
    const second = await newList(server, [column], "Second");
    expect(await columnNames(second.path)).toEqual(expect.not.arrayContaining(["A"]));
    expect(await columnNames(second.path)).toContain("Title");
  });

  it("[GR27] take their values with them, and a pair X and XId breaks the writes of both", async () => {
    const { path, add, rows } = await newList(server, [{ name: "A", text: {} }]);
    await add({ A: "old" });
    expect((await server.call("DELETE", `${path}/columns/A`)).status).toBe(204);
    await server.call("POST", `${path}/columns`, { name: "A", text: {} });
    expect((await rows(""))[0]).not.toHaveProperty("A");
    await server.call("POST", `${path}/columns`, { name: "Boss", personOrGroup: {} });
    await server.call("POST", `${path}/columns`, { name: "BossId", text: {} });
    const broken = await add({ BossId: "x" });
    expect([broken.status, broken.body.error.message]).toEqual([500, "General exception while processing"]);
  });
});

describe("lists by title", () => {
  it("[GR28] take every call that lists by id take, whatever the case of the title and the form of the site's address", async () => {
    const { siteId } = await newList(server, [{ name: "Value", number: {} }], "Über Ziele");
    const group = tinyWorld().groups[0]?.id;
    const forms = [homeSite, `/sites/${siteId}`, `/groups/${group}/sites/root`].map(
      (site) => `${site}/lists/${encodeURIComponent("ÜBER ziele")}/items`,
    );
    const made: number[] = [];
    for (const items of forms) made.push((await server.call("POST", items, { fields: { Value: 1 } })).status);
    expect(made).toEqual([201, 201, 201]);
    const [items = ""] = forms;
    expect((await server.call("PATCH", `${items}/1/fields`, { Value: 2 })).body).toMatchObject({ Value: 2 });
    expect((await server.call("DELETE", `${items}/2`)).status).toBe(204);
    expect((await server.call("GET", `${items}/1/versions`)).body.value).toHaveLength(2);
    const inner = { id: "1", method: "GET", url: `${items}/3?$expand=fields($select=Value)` };
    const batch = await server.call("POST", "/$batch", { requests: [inner] });
    expect(batch.body.responses[0]).toMatchObject({ status: 200, body: { fields: { Value: 1 } } });
  });

  it("[GR28] carry the title on into links", async () => {
    const list = await newList(server, [{ name: "Value", number: {} }], "Key Results");
    await list.add({ Value: 1 });
    await list.add({ Value: 2 });
    const titled = `${homeSite}/lists/key%20results/items`;
    const page = await server.call("GET", `${titled}?$top=1`);
    expect(String(page.body["@odata.nextLink"])).toContain("/lists/key%20results/items?");
    expect((await server.call("GET", page.body["@odata.nextLink"])).body.value).toMatchObject([{ id: "2" }]);
    const delta = await server.call("GET", `${titled}/delta`);
    await list.add({ Value: 3 });
    expect((await server.call("GET", delta.body["@odata.deltaLink"])).body.value).toMatchObject([{ id: "3" }]);
  });

  it("[GR28] give way to an id", async () => {
    const first = await newList(server, [], "First");
    await newList(server, [], first.id);
    expect((await server.call("GET", `${homeSite}/lists/${first.id}`)).body.displayName).toBe("First");
  });
});
