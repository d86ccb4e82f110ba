/** Opening views of a big company: by one of its teams, and every row of it. */
import { allColumns, filterOf } from "./queries.ts";
import { findHome } from "#shared/adapters/graph/home.ts";
import { listTitle } from "#shared/adapters/graph/lists/titles.ts";
import { scopesOf } from "#shared/adapters/graph/scopes.ts";
import { findPartitions } from "#shared/domain/partition/partition.ts";
import type { Shelf } from "#shared/domain/partition/rows.ts";
import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import { createPace } from "#shared/adapters/graph/request/pace.ts";
import { nodeClock } from "#shared/adapters/node/clock.ts";
import { createCompanions } from "#shared/application/companions.ts";
import { createOkrSession } from "#shared/application/okrSession.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Clock } from "#shared/ports/clock.ts";
import { leaseHolder } from "#shared/ports/leases.ts";
import type { OkrRepository, OkrScope } from "#shared/ports/okrRepository.ts";
import { copyOf } from "#tests/support/copies.ts";
import { createManualVisibility } from "#tests/support/manualClock.ts";
import { createMemoryCopyDisk, createMemoryCopyStore } from "#tests/support/memoryCopyStore.ts";
import { composeUpkeep } from "../../../teams-app/composeUpkeep.ts";
import { RUNS, type BenchGraph, type Cost, type FreshDevice } from "../graph.ts";
import { line, print } from "../lines.ts";
import { ALL_ROWS, COMPANY, fillCompany, KEY_RESULTS, QUARTER, TEAM } from "./company.ts";
import type { Peer, Query } from "./peers/peer.ts";
import { plainPeer } from "./peers/plain.ts";
import { pnpPeer } from "./peers/pnp.ts";

const SHELVES: readonly Shelf[] = ["objectives", "keyResults", "drafts", "checkIns"];
const team: OkrScope = { cycleKeys: [QUARTER], units: [TEAM.key] };
const company: OkrScope = { cycleKeys: [QUARTER], units: "all" };
/** Resource units of a query, and of the start of a stream of changes. */
const QUERY_UNITS = 2;
const TEAM_UNITS = SHELVES.length * (QUERY_UNITS + QUERY_UNITS);

/** How the product opens a view. */
interface Ours {
  readonly name: string;
  readonly job: () => Promise<unknown>;
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

const tell = ({ name, limit }: Ours, cost: Cost, peer: Peer, theirs: Cost): void => {
  const against = `${name}, against ${peer.name}`;
  print(line(against, "seconds", cost.seconds, { peer: theirs.seconds }));
  print(line(against, "calls", cost.calls, { peer: theirs.calls, limit: limit.calls }));
  print(line(against, "requests", cost.requests, { peer: theirs.requests }));
  const units = { peer: theirs.resourceUnits, limit: limit.resourceUnits };
  print(line(against, "resource units", cost.resourceUnits, units));
  print(line(against, "bytes", cost.bytes, { peer: theirs.bytes }));
};

/** Peers have nothing but queries: they make the same ones whatever of ours they are compared with. */
const compare = async (
  graph: BenchGraph,
  ours: readonly Ours[],
  queries: readonly Query[],
  rows: number,
): Promise<void> => {
  const peers = [pnpPeer, plainPeer];
  const reads = peers.map((peer) => async (): Promise<void> => {
    expectRows(`read by ${peer.name}`, await peer.read(graph, queries), rows);
  });
  const costs = await graph.medians([...ours.map(({ job }) => job), ...reads]);
  for (const [at, one] of ours.entries()) {
    for (const [peerAt, peer] of peers.entries()) {
      const [cost, theirs] = [costs[at], costs[ours.length + peerAt]];
      if (cost && theirs) tell(one, cost, peer, theirs);
    }
  }
};

/** How many batches of 20 so many requests take. */
const batchesOf = (requests: number): number => Math.ceil(requests / 20);

/** A morning in the quarter, so that it is what runs. */
const clockInQuarter = (): Clock => {
  const behindMs = Date.now() - Date.UTC(2026, 1, 16, 9);
  return { ...nodeClock, now: () => nodeClock.now() - behindMs };
};

/** Opens the board of the company on a device that knows the frame, until its own OKRs and the figures below it show. */
const showCompany = async ({ okrRepository, rollUps }: FreshDevice, frame: Frame): Promise<number> => {
  const clock = clockInQuarter();
  const disk = { ...createMemoryCopyDisk(), frame: { frame, asOf: clock.now() } };
  const { leading, along } = createCompanions({ clock });
  const copy = copyOf(leading(okrRepository), { copyStore: createMemoryCopyStore(disk), clock });
  const { pressure } = createPace(clock);
  const visibility = createManualVisibility();
  const session = createOkrSession({
    okrRepository: copy,
    copy,
    rollUps: along(rollUps),
    clock,
    pressure,
    visibility,
    chance: Math.random,
  });
  const shown = new Promise<number>((resolve) => {
    session.state.subscribe(() => {
      const now = session.state.get();
      const isRead = now.kind === "ready" && now.okrs.kind === "ready";
      if (isRead && now.below?.kind === "counted") resolve(now.below.branches.size);
    });
  });
  await session.start({ unitKey: COMPANY });
  const branches = await shown;
  session.dispose();
  return branches;
};

export const benchOpens = async (graph: BenchGraph): Promise<void> => {
  await fillCompany(graph);
  const frame = await graph.device().okrRepository.readFrame();
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
  const upkeep = await composeUpkeep(graph.connect(), graph.site, leaseHolder("bench"))();
  if (upkeep.type !== "Done") throw new Error(`Not kept up: ${JSON.stringify(upkeep)}`);
  /** The frame is known from an earlier visit; nothing else is. */
  const freshDevice = (): FreshDevice => {
    const device = graph.device();
    device.okrRepository.knowFrame(frame.value);
    return device;
  };
  // Devices that have just read the frame, and with it where streams begin.
  const ready: FreshDevice[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const device = graph.device();
    await device.okrRepository.readFrame();
    ready.push(device);
  }
  const copied = copyOf(freshDevice().okrRepository);
  await countOf(copied, team);
  const teamRows = 5 * (1 + 4 * 3);
  const openTeam =
    (what: string, repository: () => OkrRepository): Ours["job"] =>
    async () =>
      expectRows(what, await countOf(repository(), team), teamRows);
  await compare(
    graph,
    [
      {
        name: "cold team view",
        job: openTeam("cold team view", () => (ready.pop() ?? graph.device()).okrRepository),
        limit: { calls: 1, resourceUnits: SHELVES.length * QUERY_UNITS },
      },
      {
        name: "cold team view where nobody keeps the beginnings of streams",
        job: openTeam("cold team view", () => freshDevice().okrRepository),
        limit: { calls: 1, resourceUnits: TEAM_UNITS },
      },
      {
        name: "warm team view",
        job: openTeam("warm team view", () => copied),
        limit: { calls: 1, resourceUnits: SHELVES.length },
      },
    ],
    queriesOf(ofScope(team.cycleKeys, team.units).keys(), filterOf("UnitKey", TEAM.key)),
    teamRows,
  );

  const allQueries = queriesOf(ofScope(company.cycleKeys, company.units).keys());
  // The address of a file, its bytes, and a question to each list about what happened since.
  const allLimit = { calls: 2 + batchesOf(allQueries.length), resourceUnits: 2 + allQueries.length };
  await compare(
    graph,
    [
      {
        name: "cold company from roll-ups (peers read every row)",
        job: async () =>
          expectRows("roll-ups", await showCompany(freshDevice(), frame.value), frame.value.units.length),
        // Its own OKRs of quarter and year as of any team, and a query of figures for each of the two.
        limit: { calls: 1, resourceUnits: 2 * TEAM_UNITS + 2 * QUERY_UNITS },
      },
      {
        name: "every row of the company",
        job: async () => expectRows("company", await countOf(freshDevice().okrRepository, company), ALL_ROWS),
        limit: allLimit,
      },
      {
        name: "how every key result of the company stands (peers read every row)",
        job: async () => {
          const set = await freshDevice().okrRepository.readOkrs(company, "standing");
          expectRows("standing", set.ok ? set.value.keyResults.length : 0, KEY_RESULTS);
        },
        limit: allLimit,
      },
    ],
    allQueries,
    ALL_ROWS,
  );
};
