import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { type Answer, type GraphServer, startGraph } from "#tests/support/graphServer.ts";
import { newList, type TestList } from "#tests/support/graphLists.ts";

let clock = Date.parse("2026-03-16T12:00:00Z");
let server: GraphServer;
beforeEach(async () => {
  server = await startGraph({ now: () => clock });
});
afterEach(() => server.close());

interface Change {
  readonly id?: string;
  readonly deleted?: { readonly state: string };
  readonly fields?: Readonly<Record<string, unknown>>;
}

interface Round {
  readonly changes: readonly Change[];
  readonly deltaLink: string;
  readonly pages: number;
}

const follow = async (start: string): Promise<Round> => {
  const changes: Change[] = [];
  let next = start;
  for (let pages = 1; ; pages += 1) {
    const { status, body }: Answer = await server.call("GET", next);
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    changes.push(...(body.value as readonly Change[]));
    const deltaLink = body["@odata.deltaLink"] as string | undefined;
    if (deltaLink !== undefined) return { changes, deltaLink, pages };
    next = String(body["@odata.nextLink"]);
  }
};

const deltaOf = (list: TestList, query = "$expand=fields($select=Value)"): string =>
  `${list.path}/items/delta?${query}`;

describe("delta", () => {
  it("[GR50] tells everything first and then only what changed, deletions as facets", async () => {
    const list = await newList(server);
    for (const Value of [1, 2, 3]) await list.add({ Value });
    const first = await follow(deltaOf(list, "$expand=fields($select=Value)&$top=2"));
    expect([first.pages, first.changes.map((change) => change.fields?.["Value"])]).toEqual([2, [1, 2, 3]]);
    expect((await follow(first.deltaLink)).changes).toEqual([]);
    await server.call("PATCH", `${list.path}/items/2/fields`, { Value: 20 });
    await server.call("DELETE", `${list.path}/items/3`);
    const second = await follow(first.deltaLink);
    expect(second.changes).toMatchObject([
      { id: "2", fields: { Value: 20 } },
      { id: "3", deleted: { state: "deleted" } },
    ]);
    expect((await follow(first.deltaLink)).changes).toEqual(second.changes);
  });

  it("[GR51] starts with nothing at token=latest", async () => {
    const list = await newList(server);
    await list.add({ Value: 1 });
    const latest = await follow(deltaOf(list, "token=latest"));
    expect([latest.changes, latest.pages]).toEqual([[], 1]);
    await list.add({ Value: 2 });
    expect((await follow(latest.deltaLink)).changes.map(({ id }) => id)).toEqual(["2"]);
  });

  it("[GR52] puts an error element in the place of a deletion on a switch", async () => {
    const list = await newList(server);
    await list.add({ Value: 1 });
    const { deltaLink } = await follow(deltaOf(list));
    await server.call("DELETE", `${list.path}/items/1`);
    await server.sim("POST", "/settings", { deltaErrorElements: true });
    expect((await follow(deltaLink)).changes).toEqual([
      { error: { code: "InternalServerError", message: "Cannot write a deleted resource" } },
    ]);
  });

  it("[GR53] answers 410 with a fresh start in Location when the token is too old or a resync is asked for", async () => {
    const list = await newList(server);
    await list.add({ Value: 1 });
    const { deltaLink } = await follow(deltaOf(list));
    await server.sim("POST", "/settings", { resync: "resyncChangesUploadDifferences" });
    const gone = await server.call("GET", deltaLink);
    expect([gone.status, gone.body.error.code]).toEqual([410, "resyncChangesUploadDifferences"]);
    const again = await follow(gone.headers.get("location") ?? "");
    expect(again.changes).toMatchObject([{ id: "1", fields: { Value: 1 } }]);
    expect((await follow(again.deltaLink)).changes).toEqual([]);
    await server.sim("POST", "/settings", { resync: null, deltaTokenLifetimeMs: 60_000 });
    clock += 60_001;
    expect((await server.call("GET", again.deltaLink)).body.error.code).toBe("resyncChangesApplyDifferences");
    expect((await server.call("GET", deltaOf(list, "token=nonsense"))).status).toBe(400);
  });

  it("[GR54] knows $select, $expand and $top only", async () => {
    const list = await newList(server);
    for (const query of ["$filter=fields/Value eq 1", "$orderby=fields/Value", "$count=true"])
      expect((await server.call("GET", deltaOf(list, query))).status).toBe(501);
    expect((await server.call("GET", `${list.path}/items/delta()?$select=id&$top=1`)).status).toBe(200);
  });
});

type Step = { readonly kind: "add" | "change" | "delete" | "sync"; readonly pick: number };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("add", "change", "delete", "sync"),
  pick: fc.nat({ max: 50 }),
});

describe("a copy kept by delta", () => {
  it("[GR55] equals the list after every synchronisation, whatever happened in between", async () => {
    let lists = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const list = await newList(server, undefined, `List ${(lists += 1)}`);
        const truth = new Map<string, number>();
        const copy = new Map<string, unknown>();
        let link = deltaOf(list, "$expand=fields($select=Value)&$top=3");
        for (const [index, { kind, pick }] of [...steps, { kind: "sync" as const, pick: 0 }].entries()) {
          const id = [...truth.keys()][pick % Math.max(1, truth.size)];
          if (kind === "add") truth.set(String((await list.add({ Value: index })).body.id), index);
          else if (kind === "change" && id !== undefined) {
            await server.call("PATCH", `${list.path}/items/${id}/fields`, { Value: index });
            truth.set(id, index);
          } else if (kind === "delete" && id !== undefined) {
            await server.call("DELETE", `${list.path}/items/${id}`);
            truth.delete(id);
          } else if (kind === "sync") {
            const round = await follow(link);
            link = round.deltaLink;
            for (const change of round.changes)
              if (change.deleted === undefined) copy.set(String(change.id), change.fields?.["Value"]);
              else copy.delete(String(change.id));
            expect(copy).toEqual(truth);
          }
        }
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
