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
import { cycleKey, revision } from "#shared/domain/okr/ids.ts";
import { isAllowedBy, marksOf, templateOf, type PermissionTable } from "../../scripts/traffic/permissions.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit } from "#tests/support/okrs.ts";
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

const useEverything = async (): Promise<void> => {
  const send = recorded(home.sendAs("lead"));
  await createProvisioning({ send: recorded(home.adminSend), homeSite: home.site }).provision({
    grantTo: { appId: testAppId, name: "Drumbeat" },
  });
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
      "GET /sites/{id}/lists",
      "GET /sites/{id}/lists/{id}/columns",
      "GET /sites/{id}/lists/{id}/items",
      "GET /sites/{id}/lists/{id}/items/delta",
      "GET /sites/{id}/lists/{id}/items/{id}",
      "GET /sites/{id}/permissions",
      "GET /teams/{id}/channels",
      "GET /users",
      "PATCH /sites/{id}/lists/{id}/items/{id}/fields",
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
