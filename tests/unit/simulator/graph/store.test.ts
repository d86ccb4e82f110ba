import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import Database from "libsql";
import { startGraph } from "#tests/support/graphServer.ts";
import { homeSite, newList, personas } from "#tests/support/graphLists.ts";
import { writeUntilKilled } from "#tests/support/graphWriter.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "graph-store-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const script = `import("./tests/support/graphWriter.ts").then((writer) => writer.${writeUntilKilled.name}(process.argv[1]))`;

/** Ids of the rows that a writing process was promised before it was killed. */
const promisedUntilKilled = async (dataFile: string, wanted: number): Promise<readonly string[]> => {
  const writer = spawn(process.execPath, ["--import", "tsx", "--eval", script, dataFile], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(writer, "close");
  let printed = "";
  writer.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
    if (printed.split("\n").length > wanted) writer.kill("SIGKILL");
  });
  await closed;
  return printed.split("\n").slice(0, -1);
};

describe("the store", () => {
  it("[GR95] keeps every acknowledged write when the process is killed", async () => {
    const dataFile = join(folder, "graph.db");
    const promised = await promisedUntilKilled(dataFile, 25);
    expect(promised.length).toBeGreaterThanOrEqual(25);
    const server = await startGraph({ dataFile });
    const { body } = await server.call("GET", `${homeSite}/lists/Test/items?$top=5000&$select=id`);
    const kept = new Set((body.value as readonly { id: string }[]).map(({ id }) => id));
    expect(promised.filter((id) => !kept.has(id))).toEqual([]);
    expect((await server.call("POST", `${homeSite}/lists/Test/items`, { fields: { Title: "after" } })).status).toBe(
      201,
    );
    await server.close();
  }, 60_000);

  it("[GR96] keeps everything over a restart, delta tokens included, and seeds an organisation once", async () => {
    const dataFile = join(folder, "graph.db");
    const first = await startGraph({ dataFile });
    const list = await newList(first);
    await list.add({ Value: 1 });
    const link = new URL(String((await first.call("GET", `${list.path}/items/delta`)).body["@odata.deltaLink"]));
    await first.close();
    const second = await startGraph({ dataFile });
    expect(second.graph.isSeeded()).toBe(true);
    await second.call("POST", `${list.path}/items`, { fields: { Value: 2 } });
    const delta = await second.call("GET", `${second.origin}${link.pathname}${link.search}`);
    expect(delta.body.value).toMatchObject([{ id: "2" }]);
    expect((await second.call("GET", "/users")).body.value).toHaveLength(8);
    await expect(second.graph.seedTenant({ ...tinyWorld(), name: "another" })).rejects.toThrow("another organisation");
    await second.close();
  }, 60_000);

  it("[GR96] takes a file of an earlier form, in which levels were names and lists had no limit of versions", async () => {
    const dataFile = join(folder, "graph.db");
    const first = await startGraph({ dataFile });
    const list = await newList(first);
    await list.add({ Value: 1 });
    await first.close();
    const old = new Database(dataFile);
    const num = (old.prepare("SELECT num FROM lists").get() as { readonly num: number }).num;
    old.exec(`
      DELETE FROM assignments;
      CREATE TABLE roles (scope TEXT NOT NULL, kind TEXT NOT NULL, principal TEXT NOT NULL, level TEXT NOT NULL,
        PRIMARY KEY (scope, kind, principal)) WITHOUT ROWID;
      INSERT INTO roles VALUES ('site:${list.siteId}', 'everyone', '', 'edit'), ('list:${num}', 'everyone', '', 'read'),
        ('list:${num}', 'user', '${personas.lead}', 'contribute'), ('list:${num}', 'user', '${personas.admin}', 'none');
      UPDATE lists SET inherits = 0;
      ALTER TABLE lists DROP COLUMN versioning;
      ALTER TABLE lists DROP COLUMN versionLimit;`);
    old.close();
    for (let start = 0; start < 2; start += 1) {
      const server = await startGraph({ dataFile });
      const write = async (user: string): Promise<number> =>
        (await server.call("PATCH", `${list.path}/items/1/fields`, { Value: 2 }, { user })).status;
      expect([await write(personas.lead), await write(personas.member), await write(personas.admin)]).toEqual([
        200, 403, 403,
      ]);
      expect((await server.call("GET", `${homeSite}/lists`, undefined, { user: personas.member })).status).toBe(200);
      await server.close();
    }
  }, 60_000);

  it("[GR97] takes rows in bulk with their authors and dates, all of a call or none, without throttling", async () => {
    const server = await startGraph();
    const list = await newList(server);
    const item = { fields: { Key: "a" }, createdBy: personas.lead, createdDateTime: "2025-02-03T04:05:06.789Z" };
    const send = (items: readonly object[]) =>
      server.sim("POST", "/items", { siteId: list.siteId, listId: list.id, items });
    expect((await send([item, { ...item, fields: { Nope: 1 } }])).status).toBe(400);
    expect((await send([item, { ...item, createdBy: "nobody" }])).status).toBe(400);
    expect((await send(Array.from({ length: 3000 }, () => item))).body).toEqual({ inserted: 3000 });
    const { body } = await server.call("GET", `${list.path}/items?$top=5000`);
    expect(body.value).toHaveLength(3000);
    expect(body.value[0]).toMatchObject({
      createdDateTime: "2025-02-03T04:05:06Z",
      createdBy: { user: { id: personas.lead } },
    });
    await server.close();
  }, 60_000);

  it("[GR36] [GR97] refuses a bulk with a value that is there already or twice in itself, and indexes the others", async () => {
    const server = await startGraph();
    const list = await newList(server, [
      { name: "OkrId", text: {}, indexed: true, enforceUniqueValues: true },
      { name: "Value", number: {}, indexed: true },
    ]);
    const numbers = Array.from({ length: 130 }, (_, index) => index);
    await list.addAll(numbers.map((number) => ({ OkrId: `Row ${number}`, Value: number % 10 })));
    await expect(list.addAll([{ OkrId: "new" }, { OkrId: "NEW" }])).rejects.toThrow("unique constraints");
    await expect(list.addAll([{ OkrId: "other" }, { OkrId: "row 129" }])).rejects.toThrow("unique constraints");
    await list.addAll([{}, {}]);
    expect(await list.rows("$filter=fields/OkrId eq 'row 77'")).toMatchObject([{ OkrId: "Row 77", Value: 7 }]);
    expect(await list.rows("$filter=fields/Value eq 3&$top=100")).toHaveLength(13);
    expect(await list.rows("$top=500")).toHaveLength(132);
    await server.close();
  });
});
