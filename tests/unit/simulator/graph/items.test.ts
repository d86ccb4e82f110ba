import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type GraphServer, startGraph } from "#tests/support/graphServer.ts";
import { newList, personas } from "#tests/support/graphLists.ts";

const noon = Date.parse("2026-03-16T12:00:00.750Z");
let clock = noon;
let server: GraphServer;
beforeEach(async () => {
  clock = noon;
  server = await startGraph({ now: () => clock });
});
afterEach(() => server.close());

describe("rows", () => {
  it("[GR30] are created with their fields and read back with author, instants and eTag", async () => {
    const { add, path, siteId, id } = await newList(server);
    const { status, body } = await add({ Title: "Ship it", Value: 4 });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: "1",
      createdDateTime: "2026-03-16T12:00:00Z",
      createdBy: { user: { id: personas.facilitator, displayName: "Farid Haddad" } },
      parentReference: { id, siteId },
      fields: { Title: "Ship it", Value: 4, id: "1" },
    });
    expect(body.eTag).toMatch(/^"[0-9a-f-]{36},1"$/);
    const read = await server.call("GET", `${path}/items/1?$expand=fields($select=Title)`);
    expect(read.body).toMatchObject({ eTag: body.eTag, fields: { "@odata.etag": body.eTag, Title: "Ship it" } });
    expect(read.body.fields).not.toHaveProperty("Value");
    expect((await server.call("GET", `${path}/items/1`)).body).not.toHaveProperty("fields");
    expect((await server.call("GET", `${path}/items/9`)).body.error.code).toBe("itemNotFound");
  });

  it("[GR30] show only what the select names", async () => {
    const { add, path } = await newList(server);
    await add({ Title: "x" });
    const { body } = await server.call(
      "GET",
      `${path}/items?$select=id,sharepointIds&expand=fields(select=Title,Modified)`,
    );
    expect(Object.keys(body.value[0]).toSorted()).toEqual(["@odata.etag", "fields", "id", "sharepointIds"]);
    expect(Object.keys(body.value[0].fields).toSorted()).toEqual(["@odata.etag", "Modified", "Title"]);
    expect((await server.call("GET", `${path}/items?$expand=createdByUser`)).status).toBe(400);
    expect((await server.call("GET", `${path}/items?$expand=fields($select=Nope)`)).body.error.message).toBe(
      "Field 'Nope' is not recognized",
    );
  });

  it("[GR35] leave out empty fields, and null or an empty text empties one", async () => {
    const { add, path } = await newList(server);
    await add({ Title: "x", Key: "k", Value: 0 });
    const { body } = await server.call("PATCH", `${path}/items/1/fields`, { Key: null, Title: "" });
    expect(body).toMatchObject({ Value: 0 });
    expect(body).not.toHaveProperty("Key");
    expect(body).not.toHaveProperty("Title");
  });
});

const columns = [
  { name: "Short", text: { maxLength: 10 } },
  { name: "Done", boolean: {} },
  { name: "State", choice: { choices: ["on", "off"] } },
  { name: "Tags", choice: { choices: ["a", "b"], displayAs: "checkBoxes" } },
  { name: "Day", dateTime: { format: "dateOnly" } },
  { name: "At", dateTime: { format: "dateTime" } },
  { name: "Share", number: { minimum: 0, maximum: 1 } },
  { name: "Owner", personOrGroup: {} },
  { name: "Watchers", personOrGroup: { allowMultipleSelection: true } },
];

describe("values", () => {
  it("[GR31] keep single-line text within 255 characters", async () => {
    const { add } = await newList(server, columns);
    expect((await add({ Title: "x".repeat(255) })).status).toBe(201);
    const refused = await add({ Title: "x".repeat(256) });
    expect([refused.status, refused.body.error.code]).toEqual([400, "invalidRequest"]);
    expect((await add({ Short: "x".repeat(11) })).status).toBe(400);
  });

  it("[GR32] must fit the type of their column", async () => {
    const { add } = await newList(server, columns);
    const wrong = [
      { Share: "1" },
      { Share: 2 },
      { Done: "yes" },
      { State: "maybe" },
      { Day: "16.3.2026" },
      { At: 5 },
      { Title: 7 },
    ];
    const refused = await Promise.all(wrong.map((fields) => add(fields)));
    expect(refused.map(({ status, body }) => [status, body.error.code])).toEqual(
      wrong.map(() => [400, "invalidRequest"]),
    );
    expect((await add({ Share: 0.5, Done: false, State: "on" })).body.fields).toMatchObject({
      Share: 0.5,
      Done: false,
      State: "on",
    });
  });

  it("[GR39] are instants of UTC in whole seconds, dates their midnight", async () => {
    const { add } = await newList(server, columns);
    const { body } = await add({ At: "2026-03-01T10:00:00.999+02:00", Day: "2026-03-01T23:30:00Z" });
    expect(body.fields).toMatchObject({ At: "2026-03-01T08:00:00Z", Day: "2026-03-01T00:00:00Z" });
    expect((await add({ Day: "2026-03-05" })).body.fields.Day).toBe("2026-03-05T00:00:00Z");
  });

  it("[GR33] of unknown or computed fields are refused by name", async () => {
    const { add } = await newList(server, columns);
    expect((await add({ Nope: 1 })).body.error).toMatchObject({
      code: "invalidRequest",
      message: "Field 'Nope' is not recognized",
    });
    expect((await add({ Created: "2026-01-01T00:00:00Z" })).status).toBe(400);
  });
});

describe("values of several parts, of persons and of other rows", () => {
  it("[GR34] of several choices or persons name their type", async () => {
    const { add } = await newList(server, columns);
    const bare = await add({ Tags: ["a"] });
    expect([bare.status, bare.body.error.message]).toEqual([
      400,
      expect.stringMatching(/^A value without a type name was found/),
    ]);
    const typed = await add({ "Tags@odata.type": "Collection(Edm.String)", Tags: ["b", "a"] });
    expect(typed.body.fields.Tags).toEqual(["b", "a"]);
  });

  it("[GR34] of persons are rows of the site's user list, never object ids", async () => {
    const { add, path } = await newList(server, columns);
    const lookupId: string = (await add({})).body.fields.AuthorLookupId;
    expect((await add({ OwnerLookupId: personas.facilitator })).status).toBe(400);
    expect((await add({ OwnerLookupId: 4711 })).status).toBe(400);
    expect((await add({ Owner: lookupId })).status).toBe(400);
    const made = await add({
      OwnerLookupId: lookupId,
      "WatchersLookupId@odata.type": "Collection(Edm.Int32)",
      WatchersLookupId: [Number(lookupId)],
    });
    expect(made.body.fields).toMatchObject({
      OwnerLookupId: lookupId,
      Watchers: [{ LookupId: Number(lookupId), LookupValue: "Farid Haddad", Email: "farid.haddad@tinycart.example" }],
    });
    expect(made.body.fields).not.toHaveProperty("Owner");
    const named = await server.call("GET", `${path}/items/2?$expand=fields($select=Owner,Author)`);
    expect(named.body.fields).toMatchObject({ Owner: "Farid Haddad", Author: "Farid Haddad" });
  });

  it("[GR34] of a lookup are rows of another list", async () => {
    const target = await newList(server, [], "Cycles");
    await target.add({ Title: "2026" });
    const { add, path } = await newList(server, [
      { name: "Cycle", lookup: { listId: target.id, columnName: "Title" } },
    ]);
    expect((await add({ CycleLookupId: 1 })).body.fields.CycleLookupId).toBe("1");
    expect((await add({ CycleLookupId: 2 })).status).toBe(400);
    expect((await server.call("GET", `${path}/items/1/fields?$select=Cycle`)).body.Cycle).toBe("2026");
  });

  it("[GR36] of a unique column are refused a second time, without regard to case", async () => {
    const { add, path } = await newList(server, [
      { name: "OkrId", text: {}, indexed: true, enforceUniqueValues: true },
    ]);
    expect((await add({ OkrId: "Äb" })).status).toBe(201);
    const doubled = await add({ OkrId: "äB" });
    expect([doubled.status, doubled.body.error.code, doubled.body.error.message]).toEqual([
      400,
      "invalidRequest",
      "One or more fields with unique constraints already has the provided value.",
    ]);
    await add({ OkrId: "other" });
    await add({});
    expect((await add({})).status).toBe(201);
    expect((await server.call("PATCH", `${path}/items/2/fields`, { OkrId: "ÄB" })).status).toBe(400);
    expect((await server.call("PATCH", `${path}/items/1/fields`, { OkrId: "ÄB" })).status).toBe(200);
    await server.call("DELETE", `${path}/items/1`);
    expect((await add({ OkrId: "äb" })).status).toBe(201);
  });
});

describe("changes", () => {
  it("[GR37] with an outdated If-Match are answered 412 and change nothing", async () => {
    const { add, path } = await newList(server);
    const eTag: string = (await add({ Value: 1 })).body.eTag;
    const stale = { headers: { "if-match": '"00000000-0000-0000-0000-000000000000,1"' } };
    const attempts = [
      await server.call("PATCH", `${path}/items/1/fields`, { Value: 2 }, stale),
      await server.call("PATCH", `${path}/items/1`, { fields: { Value: 3 } }, stale),
      await server.call("DELETE", `${path}/items/1`, undefined, stale),
    ];
    expect(attempts.map(({ status }) => status)).toEqual([412, 412, 412]);
    const read = await server.call("GET", `${path}/items/1?$expand=fields`);
    expect([read.body.eTag, read.body.fields.Value]).toEqual([eTag, 1]);
    const changed = await server.call(
      "PATCH",
      `${path}/items/1`,
      { fields: { Value: 3 } },
      { headers: { "if-match": eTag } },
    );
    expect([changed.status, changed.body.eTag]).toEqual([200, eTag.replace(",1", ",2")]);
    expect(
      (await server.call("PATCH", `${path}/items/1/fields`, { Value: 4 }, { headers: { "if-match": eTag } })).status,
    ).toBe(412);
    expect((await server.call("DELETE", `${path}/items/1`, undefined, { headers: { "if-match": "*" } })).status).toBe(
      204,
    );
  });

  it("[GR38] leave versions behind, of which one can be restored", async () => {
    const { add, path } = await newList(server);
    await add({ Value: 1, Key: "a" });
    clock += 60_000;
    await server.call("PATCH", `${path}/items/1/fields`, { Value: 2, Key: null }, { user: personas.lead });
    const { body } = await server.call("GET", `${path}/items/1/versions?$expand=fields($select=Value,Key)`);
    expect(body.value).toMatchObject([
      {
        id: "2.0",
        lastModifiedDateTime: "2026-03-16T12:01:00Z",
        lastModifiedBy: { user: { id: personas.lead } },
        fields: { Value: 2 },
      },
      { id: "1.0", lastModifiedBy: { user: { id: personas.facilitator } }, fields: { Value: 1, Key: "a" } },
    ]);
    expect((await server.call("POST", `${path}/items/1/versions/1.0/restoreVersion`)).status).toBe(204);
    const fields = await server.call("GET", `${path}/items/1/fields`);
    expect(fields.body).toMatchObject({ Value: 1, Key: "a", _UIVersionString: "3.0" });
    expect((await server.call("GET", `${path}/items/1/versions/2.0?$expand=fields`)).body.fields).not.toHaveProperty(
      "Key",
    );
  });
});
