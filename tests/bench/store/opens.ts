/** Opening views of a big company: by one of its teams, and every row of it. */
import { allColumns, filterOf } from "./queries.ts";
import { findHome } from "#shared/adapters/graph/home.ts";
import { listTitle } from "#shared/adapters/graph/lists/titles.ts";
import { scopesOf } from "#shared/adapters/graph/scopes.ts";
import { findPartitions } from "#shared/domain/partition/partition.ts";
import type { Shelf } from "#shared/domain/partition/rows.ts";
import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import type { OkrRepository, OkrScope } from "#shared/ports/okrRepository.ts";
import { copyOf } from "#tests/support/copies.ts";
import type { BenchGraph, Cost } from "../graph.ts";
import { line, print } from "../lines.ts";
import { ALL_ROWS, fillCompany, QUARTER, TEAM } from "./company.ts";
import type { Query } from "./peers/peer.ts";
import { plainPeer } from "./peers/plain.ts";
import { pnpPeer } from "./peers/pnp.ts";

const SHELVES: readonly Shelf[] = ["objectives", "keyResults", "drafts", "checkIns"];
const team: OkrScope = { cycleKeys: [QUARTER], units: [TEAM.key] };
const company: OkrScope = { cycleKeys: [QUARTER], units: "all" };
/** A query is 2 units, and so is the start of a stream of changes. */
const TEAM_UNITS = SHELVES.length * (2 + 2);

interface Ours {
  readonly name: string;
  readonly cost: Cost;
  readonly limit: { readonly calls: number; readonly resourceUnits: number };
}

const countOf = async (repository: OkrRepository, scope: OkrScope): Promise<number> => {
  const opened = await repository.openOkrs(scope);
  if (!opened.ok) throw new Error(`Not opened: ${JSON.stringify(opened.error)}`);
  const { objectives, keyResults, checkIns } = opened.value.set;
  return objectives.length + keyResults.length + checkIns.length;
};

const expectRows = (what: string, found: number, wanted: number): void => {
  if (found !== wanted) throw new Error(`${what}: ${found} rows instead of ${wanted}`);
};

const compare = async (
  graph: BenchGraph,
  { name, cost, limit }: Ours,
  queries: readonly Query[],
  rows: number,
): Promise<void> => {
  for (const peer of [pnpPeer, plainPeer]) {
    let found = 0;
    const theirs = await graph.median(async () => {
      found = await peer.read(graph, queries);
    });
    expectRows(`${name} by ${peer.name}`, found, rows);
    const against = `${name}, against ${peer.name}`;
    print(line(against, "seconds", cost.seconds, { peer: theirs.seconds }));
    print(line(against, "calls", cost.calls, { peer: theirs.calls, limit: limit.calls }));
    print(line(against, "requests", cost.requests, { peer: theirs.requests }));
    const units = { peer: theirs.resourceUnits, limit: limit.resourceUnits };
    print(line(against, "resource units", cost.resourceUnits, units));
    print(line(against, "bytes", cost.bytes, { peer: theirs.bytes }));
  }
};

export const benchOpens = async (graph: BenchGraph): Promise<void> => {
  await fillCompany(graph);
  const frame = await graph.repository().readFrame();
  if (!frame.ok) throw new Error(`No frame: ${JSON.stringify(frame.error)}`);
  const home = await findHome(graph.adminSend, graph.site, scopesOf("provisioning"));
  if (!home.ok) throw new Error(`No home: ${JSON.stringify(home.error)}`);
  const { ofScope } = findPartitions(frame.value);
  const siteId = home.value.sitePath.replace("/sites/", "");
  const queriesOf = (partitions: Iterable<PartitionKey>, filter?: string): readonly Query[] =>
    [...partitions].flatMap((key) =>
      SHELVES.map((shelf) => ({
        siteId,
        listId: home.value.listIds.get(listTitle(key, shelf)) ?? "",
        fields: allColumns(shelf),
        ...(filter === undefined ? {} : { filter }),
      })),
    );
  /** The frame is known from the tab's configuration or an earlier visit; nothing else is. */
  const freshRepository = (): OkrRepository => {
    const repository = graph.repository();
    repository.knowFrame(frame.value);
    return repository;
  };

  const teamQueries = queriesOf(ofScope(team.cycleKeys, team.units).keys(), filterOf("UnitKey", TEAM.key));
  const teamRows = 5 * (1 + 4 * 3);
  const cold = await graph.median(async () => {
    expectRows("cold team view", await countOf(freshRepository(), team), teamRows);
  });
  const limit = { calls: 1, resourceUnits: TEAM_UNITS };
  await compare(graph, { name: "cold team view", cost: cold, limit }, teamQueries, teamRows);

  const copied = copyOf(freshRepository());
  await countOf(copied, team);
  const warm = await graph.median(async () => {
    expectRows("warm team view", await countOf(copied, team), teamRows);
  });
  const warmLimit = { calls: 1, resourceUnits: SHELVES.length };
  await compare(graph, { name: "warm team view", cost: warm, limit: warmLimit }, teamQueries, teamRows);

  const allQueries = queriesOf(ofScope(company.cycleKeys, company.units).keys());
  const all = await graph.median(async () => {
    expectRows("every row of the company", await countOf(freshRepository(), company), ALL_ROWS);
  });
  const allLimit = { calls: 3, resourceUnits: 2 + allQueries.length };
  await compare(graph, { name: "every row of the company", cost: all, limit: allLimit }, allQueries, ALL_ROWS);
};
