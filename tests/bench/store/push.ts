/** 2,000 changed key results on their way into SharePoint, without faults and with them. */
import type { Revision } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { OkrWrite } from "#shared/ports/okrRepository.ts";
import { aCycle, aKeyResult, anObjective, aUnit } from "#tests/support/okrs.ts";
import type { BenchGraph, Cost } from "../graph.ts";
import { line, print } from "../lines.ts";
import type { Peer, RowChange } from "./peers/peer.ts";
import { plainPeer } from "./peers/plain.ts";
import { pnpPeer } from "./peers/pnp.ts";

const OBJECTIVES = 100;
const PER_OBJECTIVE = 20;
const ROWS = OBJECTIVES * PER_OBJECTIVE;
const peers: readonly Peer[] = [pnpPeer, plainPeer];

/** Faults as the service shows them: one in ten inner requests refused, and beside them errors and cut connections. */
const weather: readonly { readonly name: string; readonly faults: readonly object[] }[] = [
  { name: "push 2,000 rows", faults: [] },
  {
    name: "push 2,000 rows, 10 % answered 429",
    faults: [{ match: "PATCH /items/", status: 429, share: 0.1, seed: 7, retryAfterSeconds: 1 }],
  },
  {
    name: "push 2,000 rows, 10 % answered 429, 503 and dropped connections besides",
    faults: [
      { match: "PATCH /items/", status: 429, share: 0.1, seed: 7, retryAfterSeconds: 1 },
      { match: "PATCH /items/", status: 503, share: 0.02, seed: 11, retryAfterSeconds: 1 },
      { match: "POST /\\$batch", drop: "before", share: 0.03, seed: 13 },
      { match: "POST /\\$batch", drop: "after", share: 0.03, seed: 17 },
    ],
  },
];

const fill = async (graph: BenchGraph): Promise<void> => {
  const objectives = Array.from({ length: OBJECTIVES }, (_, n) => anObjective(n));
  const writes: readonly OkrWrite[] = [
    { kind: "saveCycle", cycle: aCycle() },
    { kind: "saveUnit", unit: aUnit() },
    ...objectives.map((objective): OkrWrite => ({ kind: "createObjective", objective })),
    ...Array.from({ length: ROWS }, (_, n): OkrWrite => ({
      kind: "createKeyResult",
      keyResult: aKeyResult(n, n % OBJECTIVES),
    })),
  ];
  const outcomes = await graph.device().okrRepository.write(writes);
  const bad = outcomes.find(({ type }) => type !== "Written");
  if (bad) throw new Error(`Not filled: ${JSON.stringify(bad)}`);
};

interface Row extends RowChange {
  readonly title: string;
  readonly okrId: string;
}

const textAt = (value: unknown, name: string): string =>
  String((value as Readonly<Record<string, unknown>> | undefined)?.[name]);

/** The rows as they are now, read without the product. */
const rowsOf = async (graph: BenchGraph): Promise<readonly Row[]> => {
  const site = await graph.look(`/sites/${graph.site}?$select=id`);
  const siteId = textAt(site, "id");
  const lists = (await graph.look(`/sites/${siteId}/lists?$select=id,displayName`))["value"] as readonly object[];
  const listId = textAt(
    lists.find((list) => textAt(list, "displayName") === "Drumbeat Key Results"),
    "id",
  );
  const listPath = `/sites/${siteId}/lists/${listId}`;
  const page = await graph.look(`${listPath}/items?$select=id,eTag&$expand=fields($select=OkrId,Title)&$top=5000`);
  return (page["value"] as readonly Readonly<Record<string, unknown>>[]).map((item) => ({
    listPath,
    siteId,
    listId,
    itemId: textAt(item, "id"),
    etag: textAt(item, "eTag"),
    fields: {},
    title: textAt(item["fields"], "Title"),
    okrId: textAt(item["fields"], "OkrId"),
  }));
};

const cycleKeys = [aCycle().key];

const pushOurs = async (graph: BenchGraph, title: string): Promise<Cost> => {
  const repository = graph.device().okrRepository;
  const read = await repository.readOkrs({ cycleKeys, units: "all" });
  if (!read.ok) throw new Error("Not readable");
  const { keyResults, revisions } = read.value;
  const basedOn = ({ id }: KeyResult): Revision => revisions.get(id) ?? ("" as Revision);
  const writes = keyResults.map((keyResult): OkrWrite => ({
    kind: "changeKeyResult",
    id: keyResult.id,
    changes: { title },
    basedOn: basedOn(keyResult),
  }));
  return graph.measure(() => repository.write(writes));
};

const pushPeer = async (graph: BenchGraph, peer: Peer, title: string): Promise<Cost> => {
  const rows = (await rowsOf(graph)).map((row) => ({ ...row, fields: { Title: title } }));
  return graph.measure(() => peer.push(graph, rows));
};

const lost = async (graph: BenchGraph, title: string): Promise<number> =>
  (await rowsOf(graph)).filter((row) => row.title !== title).length;

/** Every row is one request of two units, twenty to a call. */
const limits = { calls: ROWS / 20, requests: ROWS, resourceUnits: ROWS * 2 };

export const benchPush = async (graph: BenchGraph): Promise<void> => {
  await fill(graph);
  for (const { name, faults } of weather) {
    const ourTitle = `${name}, ours`;
    const ours = await graph.withFaults(faults, () => pushOurs(graph, ourTitle));
    const oursLost = await lost(graph, ourTitle);
    const isClear = faults.length === 0;
    for (const peer of peers) {
      const title = `${name}, ${peer.name}`;
      const theirs = await graph.withFaults(faults, () => pushPeer(graph, peer, title));
      const against = `${name}, against ${peer.name}`;
      const limit = (amount: number) => (isClear ? { limit: amount } : {});
      print(line(against, "seconds", ours.seconds, { peer: theirs.seconds }));
      print(line(against, "calls", ours.calls, { peer: theirs.calls, ...limit(limits.calls) }));
      print(line(against, "requests", ours.requests, { peer: theirs.requests, ...limit(limits.requests) }));
      const units = { peer: theirs.resourceUnits, ...limit(limits.resourceUnits) };
      print(line(against, "resource units", ours.resourceUnits, units));
      print(line(`${against}, not written`, "rows", oursLost, { peer: await lost(graph, title), limit: 0 }));
    }
  }
};
