/** The company from one file and what changed since. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import { createGraphSnapshots } from "#shared/adapters/graph/snapshots/graphSnapshots.ts";
import { cycleKey, revision, rowOf, unitKey } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import { placeOfRow } from "#shared/domain/partition/rows.ts";
import type { OkrRepository, OkrScope, OkrWrite } from "#shared/ports/okrRepository.ts";
import type { Snapshots } from "#shared/ports/snapshots.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, instant } from "#tests/support/okrs.ts";
import { bearerFor } from "#tests/support/graphServer.ts";
import { startHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";
import {
  addCheckIn,
  byId,
  create,
  createKeyResult,
  createObjective,
  partitionsOfQ1,
  read,
} from "./okrRepository/common.ts";

let home: SimulatedHome;
let writer: OkrRepository;
let snapshots: Snapshots;
/** Requests to addresses without token. */
let transfers: { readonly headers: Headers }[];

const watched: typeof fetch = (input, init) => {
  transfers.push({ headers: new Headers(init?.headers) });
  return fetch(input, init);
};

beforeEach(async () => {
  home = await startHome();
  await home.provisioning.openCycle(aCycle(), partitionsOfQ1);
  writer = home.repositoryOf("lead");
  transfers = [];
  snapshots = createGraphSnapshots({ send: home.sendAs("lead"), homeSite: home.site, fetch: watched });
});
afterEach(() => home.close());

const company: OkrScope = { cycleKeys: [cycleKey("2026-q1")], units: "all" };
const kenya = { unitKey: unitKey("ke") };

const fill = () =>
  create(
    writer,
    createObjective(1),
    createKeyResult(1, 1),
    addCheckIn(1, 1),
    createObjective(2, kenya),
    createKeyResult(2, 2, kenya),
    createObjective(3, { stage: "draft" }),
    createObjective(4),
  );

const take = async (scope: OkrScope = company): Promise<void> => {
  const opened = await writer.openOkrs(scope);
  if (!opened.ok) throw new Error("not opened");
  const { set, cursors } = opened.value;
  const { cycleKeys } = scope;
  const written = await snapshots.write({ asOf: instant("2026-02-02T08:00:00Z"), cycleKeys, set, cursors });
  expect(written).toEqual({ ok: true, value: undefined });
};

const reader = async (): Promise<OkrRepository> => {
  const repository = createGraphOkrRepository({ send: home.sendAs("member"), homeSite: home.site, snapshots });
  await repository.readFrame();
  return repository;
};

const sorted = ({ objectives, keyResults, checkIns }: OkrSet) => [byId(objectives), byId(keyResults), byId(checkIns)];

const calls = async (): Promise<number> => Number((await home.server.sim("GET", "/stats")).body.outer);

describe("a snapshot", () => {
  it("[AG35] is read as it was written, and none where there is none", async () => {
    expect(await snapshots.read()).toEqual({ ok: true, value: undefined });
    await fill();
    await take();
    const kept = await snapshots.read();
    if (!kept.ok || !kept.value) throw new Error("no snapshot");
    expect(kept.value.asOf).toBe("2026-02-02T08:00:00.000Z");
    expect(sorted(kept.value.set)).toEqual(sorted(await read(writer)));
    expect(transfers.every(({ headers }) => !headers.has("authorization"))).toBe(true);
    await create(writer, createObjective(5));
    await take();
    const again = await snapshots.read();
    expect(again.ok && again.value?.set.objectives).toHaveLength(5);
  });

  it("[AG34] opens the company with its address, its bytes and one batch of changes", async () => {
    const revisions = await fill();
    await take();
    await writer.write([
      {
        kind: "changeObjective",
        id: anObjective(1).id,
        changes: { title: "Later" },
        basedOn: revisions[0] ?? revision(""),
      },
      { kind: "removeObjective", id: anObjective(4).id, basedOn: revisions[6] ?? revision("") },
      createObjective(6, kenya),
      addCheckIn(2, 1),
    ]);
    const repository = await reader();
    transfers = [];
    await home.server.sim("DELETE", "/stats");
    const opened = await repository.openOkrs(company);
    // The simulator counts the bytes among its outer requests, too.
    expect([await calls(), transfers.length]).toEqual([3, 1]);
    if (!opened.ok) throw new Error("not opened");
    const direct = await read(writer);
    expect(sorted(opened.value.set)).toEqual(sorted(direct));
    for (const { id } of direct.objectives) expect(opened.value.set.revisions.get(id)).toBe(direct.revisions.get(id));
    expect([...opened.value.cursors.keys()].toSorted()).toEqual(["2026-q1", "2026-q1-ke"]);
    const nothing = { objectives: [], keyResults: [], checkIns: [], removed: [] };
    expect(await repository.readChanges(opened.value.cursors)).toMatchObject({ ok: true, value: nothing });
    const set = await repository.readOkrs(company);
    expect(set.ok && sorted(set.value)).toEqual(sorted(direct));
  });

  it("[AG34] leaves to the lists what it does not hold: other cycles, and streams that broke", async () => {
    await fill();
    await take();
    const lastYear = { cycleKey: cycleKey("2025") };
    await create(writer, createObjective(7, lastYear), createKeyResult(7, 7, lastYear), createObjective(8));
    const repository = await reader();
    const both = await repository.openOkrs({ ...company, cycleKeys: [cycleKey("2026-q1"), cycleKey("2025")] });
    expect(both.ok && both.value.set.objectives).toHaveLength(6);
    expect(both.ok && both.value.set.keyResults).toContainEqual(aKeyResult(7, 7, lastYear));
    await home.server.sim("POST", "/settings", { resync: "resyncChangesApplyDifferences" });
    const fresh = await repository.readOkrs(company);
    expect(fresh.ok && fresh.value.objectives).toHaveLength(5);
    expect(fresh.ok && fresh.value.checkIns).toEqual([aCheckIn(1, 1)]);
  });

  it("[AG40] tells how everything stands from a smaller file, also after what it holds was removed or changed", async () => {
    const reading = (n: number, day: number, value: number): OkrWrite =>
      addCheckIn(n, 1, { at: instant(`2026-03-${day}T09:00:00Z`), value });
    await fill();
    await create(writer, reading(2, 12, 92), reading(3, 13, 93), reading(4, 14, 94));
    await take();
    const standing = await snapshots.read("standing");
    expect(standing.ok && standing.value?.set.checkIns).toMatchObject([{ value: 94 }]);
    const repository = await reader();
    const told = async (): Promise<readonly (number | undefined)[]> => {
      const set = await repository.readOkrs(company, "standing");
      if (!set.ok) throw new Error("not read");
      expect(sorted({ ...set.value, checkIns: [] })).toEqual(sorted({ ...(await read(writer)), checkIns: [] }));
      return set.value.checkIns
        .filter(({ keyResultId }) => keyResultId === aKeyResult(1, 1).id)
        .map(({ value }) => value);
    };
    expect(await told()).toEqual([94]);
    await create(writer, reading(5, 15, 95));
    expect(new Set(await told())).toEqual(new Set([94, 95]));
    // Somebody with the rights of an owner, in the browser.
    const rows = standing.ok ? standing.value?.set.revisions.get(aCheckIn(4, 1).id) : undefined;
    const item = placeOfRow(rowOf(rows ?? revision("")))?.item;
    const path = `/sites/${home.site}:/lists/Drumbeat 2026-q1 Check-ins/items/${item}`;
    await home.server.send("DELETE", path, undefined, {
      authorization: `Bearer ${bearerFor(home.world.personas.admin)}`,
    });
    expect(new Set(await told())).toEqual(new Set([92, 92.5, 93, 95]));
  });

  it("[AG35] counts as none when its bytes are spoilt or cannot be had", async () => {
    await fill();
    await take();
    const path = `/sites/${home.site}:/drive/root:/Drumbeat/open-cycles.json.gz:/content`;
    const spoilt = await home.server.send("PUT", path, "no gzip", {
      authorization: `Bearer ${bearerFor(home.world.personas.admin)}`,
    });
    expect(spoilt.status).toBe(200);
    const repository = await reader();
    const set = await repository.readOkrs(company);
    expect(set.ok && set.value.objectives).toHaveLength(4);
    const offline = createGraphSnapshots({
      send: home.sendAs("lead"),
      homeSite: home.site,
      fetch: () => Promise.reject(new Error("unreachable")),
    });
    expect(await offline.read()).toEqual({ ok: true, value: undefined });
    expect(
      await offline.write({
        asOf: instant("2026-02-02T08:00:00Z"),
        cycleKeys: [],
        set: await read(writer),
        cursors: new Map(),
      }),
    ).toEqual({
      ok: false,
      error: { type: "Offline" },
    });
  });
});
