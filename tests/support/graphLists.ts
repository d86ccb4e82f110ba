/** Lists of the simulated Graph for tests. */
import { type Answer, type CallOptions, type GraphServer } from "./graphServer.ts";
import { tinyWorld } from "./worlds.ts";

export const { personas } = tinyWorld();

export const homeSite = "/sites/tinycart.sharepoint.example:/sites/okr-home:";

/** The home site's id and its address by id. */
export const homeOf = async (server: GraphServer): Promise<{ readonly id: string; readonly path: string }> => {
  const { body } = await server.call("GET", homeSite);
  const id = String(body.id);
  return { id, path: `/sites/${id}` };
};

export interface TestList {
  readonly id: string;
  readonly siteId: string;
  /** Address below the version. */
  readonly path: string;
  readonly add: (fields: object, options?: CallOptions) => Promise<Answer>;
  /** Fields of all rows that the query selects, following the links. */
  readonly rows: (query: string, options?: CallOptions) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Adds many rows at once. */
  readonly addAll: (fields: readonly object[]) => Promise<void>;
}

const defaultColumns = [
  { name: "Key", text: {}, indexed: true },
  { name: "Value", number: {}, indexed: true },
  { name: "Note", text: { allowMultipleLines: true } },
];

/** A list on the home site, made by the facilitator. */
export const newList = async (
  server: GraphServer,
  columns: readonly object[] = defaultColumns,
  displayName = "Test",
): Promise<TestList> => {
  const home = await homeOf(server);
  const made = await server.call("POST", `${home.path}/lists`, {
    displayName,
    columns,
    list: { template: "genericList" },
  });
  if (made.status !== 201) throw new Error(`the list was not made: ${JSON.stringify(made.body)}`);
  const id = String(made.body.id);
  const path = `${home.path}/lists/${id}`;
  return {
    id,
    siteId: home.id,
    path,
    add: (fields, options) => server.call("POST", `${path}/items`, { fields }, options),
    rows: async (query, options) => {
      const rows: Record<string, unknown>[] = [];
      let next: string | undefined = `${path}/items?$expand=fields&${query}`;
      while (next !== undefined) {
        const { status, body }: Answer = await server.call("GET", next, undefined, options);
        if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
        for (const item of body.value as readonly { fields: Record<string, unknown> }[]) rows.push(item.fields);
        next = body["@odata.nextLink"] as string | undefined;
      }
      return rows;
    },
    addAll: async (fields) => {
      const items = fields.map((each) => ({
        fields: each,
        createdBy: personas.member,
        createdDateTime: "2026-01-05T09:00:00Z",
      }));
      const { status, body } = await server.sim("POST", "/items", { siteId: home.id, listId: id, items });
      if (status !== 200) throw new Error(JSON.stringify(body));
    },
  };
};
