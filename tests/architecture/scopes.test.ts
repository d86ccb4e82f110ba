/**
 * Every Graph call is allowed by the permissions of its feature, and no feature asks for more than one of its calls needs.
 * Reads Microsoft's published table beside the project; passes over with a message where that folder is absent.
 */
import { nodeIds } from "#shared/adapters/node/ids.ts";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createGraphChannels } from "#shared/adapters/graph/channels.ts";
import { createGraphDirectory, readMe } from "#shared/adapters/graph/directory.ts";
import { createProvisioning } from "#shared/adapters/graph/provision/provision.ts";
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import type { GraphCall, SendToGraph } from "#shared/adapters/graph/request/call.ts";
import { scopesOf } from "#shared/adapters/graph/scopes.ts";
import { emptyOkrSet } from "#shared/domain/okr/okrSet.ts";
import { leaseHolder } from "#shared/ports/leases.ts";
import { createGraphLeases } from "#shared/adapters/graph/leases.ts";
import { createGraphRollUps } from "#shared/adapters/graph/rollUps.ts";
import { createGraphSnapshots } from "#shared/adapters/graph/snapshots/graphSnapshots.ts";
import { cycleKey, partitionKey, revision } from "#shared/domain/okr/ids.ts";
import { isAllowedBy, marksOf, templateOf, type PermissionTable } from "../../scripts/traffic/permissions.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit, instant } from "#tests/support/okrs.ts";
import { testAppId } from "#tests/support/graphServer.ts";
import { startEmptyHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";

const TABLE = join(__dirname, "..", "..", "..", "shared", "schemas", "graph-permissions.json");

const table = existsSync(TABLE) ? (JSON.parse(readFileSync(TABLE, "utf8")) as PermissionTable) : undefined;

const marksFor = ({ method, path }: GraphCall): ReadonlyMap<string, string> =>
  table ? marksOf(table, method, path) : new Map();

let home: SimulatedHome;
const calls: GraphCall[] = [];

const recorded =
  (send: SendToGraph): SendToGraph =>
  (call, signal) => {
    calls.push(call);
    return send(call, signal);
  };

/** What one client does on behalf of all. */
const keepForAll = async (send: SendToGraph): Promise<void> => {
  const where = { send, homeSite: home.site };
  const cycles = [aCycle().key];
  const rollUps = createGraphRollUps(where);
  const kept = await rollUps.read(cycles);
  if (kept.ok) await rollUps.write([], new Map([[aCycle().key, instant("2026-02-02T08:00:00Z")]]), kept.value);
  const leases = createGraphLeases(where);
  const lease = await leases.take("upkeep", leaseHolder("me"), 1000);
  if (lease.ok) await leases.give(lease.value);
  const snapshots = createGraphSnapshots(where);
  const asOf = instant("2026-02-02T08:00:00Z");
  await snapshots.write({ asOf, cycleKeys: cycles, set: emptyOkrSet, cursors: new Map() });
  await snapshots.read();
};

const useEverything = async (): Promise<void> => {
  const send = recorded(home.sendAs("lead"));
  const provisioning = createProvisioning({ send: recorded(home.adminSend), homeSite: home.site });
  await provisioning.provision({ grantTo: { appId: testAppId, name: "Drumbeat" } });
  const next = aCycle({ key: cycleKey("2026-q2") });
  await provisioning.openCycle(next, [{ key: partitionKey("2026-q2"), cycleKey: next.key, roots: [], closed: false }]);
  await provisioning.closeCycle(next.key, true);
  const repository = createGraphOkrRepository({ send, homeSite: home.site });
  await repository.readFrame();
  const cursor = await repository.openOkrs({ cycleKeys: [aCycle().key], units: "all" });
  const basedOn = revision('"x,1"');
  await repository.write([
    { kind: "saveCycle", cycle: aCycle() },
    { kind: "saveUnit", unit: aUnit() },
    { kind: "createObjective", objective: anObjective(1) },
    { kind: "createKeyResult", keyResult: aKeyResult(1, 1) },
    { kind: "addCheckIn", checkIn: aCheckIn(1, 1) },
  ]);
  await repository.write([
    { kind: "changeObjective", id: anObjective(1).id, changes: { title: "x" }, basedOn },
    { kind: "removeKeyResult", id: aKeyResult(1, 1).id, basedOn },
  ]);
  await repository.readOkrs({ cycleKeys: [cycleKey("2026-q1")], units: "all" });
  if (cursor.ok) await repository.readChanges(cursor.value.cursors);
  await keepForAll(send);
  await createGraphDirectory(send).searchPeople("Le");
  await readMe(send);
  const channels = createGraphChannels(send, nodeIds);
  const teams = await channels.myTeams();
  const teamId = teams.ok ? (teams.value[0]?.id ?? "") : "";
  const [channel] = await channels.channelsOf(teamId).then((found) => (found.ok ? found.value : []));
  if (channel) await channels.post(channel, { type: "AdaptiveCard" }, "");
};

beforeAll(async () => {
  if (!table) console.warn(`${TABLE} is not there: the permissions of Graph calls were not checked.`);
  home = await startEmptyHome();
  await useEverything();
});
afterAll(() => home.close());

describe("permissions", () => {
  it("are exercised by a call of every kind", () => {
    expect([...new Set(calls.map(({ method, path }) => `${method} ${templateOf(path)}`))].toSorted()).toEqual([
      "DELETE /sites/{id}/lists/{id}/items/{id}",
      "GET /me",
      "GET /me/joinedteams",
      "GET /sites/{id}",
      "GET /sites/{id}/drive/root:/{id}",
      "GET /sites/{id}/lists",
      "GET /sites/{id}/lists/{id}/columns",
      "GET /sites/{id}/lists/{id}/items",
      "GET /sites/{id}/lists/{id}/items/delta",
      "GET /sites/{id}/lists/{id}/items/{id}",
      "GET /sites/{id}/permissions",
      "GET /teams/{id}/channels",
      "GET /users",
      "PATCH /sites/{id}/lists/{id}/items/{id}/fields",
      "POST /sites/{id}/drive/root:/{id}:/createuploadsession",
      "POST /sites/{id}/lists",
      "POST /sites/{id}/lists/{id}/items",
      "POST /teams/{id}/channels/{id}/messages",
    ]);
  });

  it("cover every call", () => {
    if (!table) return;
    const covered = ({ method, path, scopes }: GraphCall): boolean =>
      scopes.some((scope) => isAllowedBy(table, method, path, scope));
    expect(calls.filter((call) => !covered(call)).map(({ method, path, scopes }) => [method, path, scopes])).toEqual(
      [],
    );
    const writing = calls.filter(({ method, scopes }) => method !== "GET" && scopes.includes("Sites.Selected"));
    const wide = scopesOf("okrs", "all");
    expect(writing.filter((call) => !wide.every((scope) => marksFor(call).has(scope)))).toEqual([]);
  });

  it("are the least that some call of their feature needs", () => {
    if (!table) return;
    const features = ["provisioning", "people", "me", "myTeams", "channels", "channelMessage"] as const;
    const excessive = features.flatMap((feature) => {
      const asked = scopesOf(feature);
      const own = calls.filter(({ scopes }) => scopes.join(" ") === asked.join(" "));
      return asked.filter((scope) => !own.some((call) => marksFor(call).get(scope)?.startsWith("least")));
    });
    expect(excessive).toEqual([]);
  });
});
