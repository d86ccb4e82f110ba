import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createStructure } from "#shared/adapters/graph/provision/inspect.ts";
import { createProtection } from "#shared/adapters/sharepoint/protection.ts";
import { checkHealth, type HealthDeps, type HealthReport } from "#shared/application/health/checkHealth.ts";
import { mendOf, severityOf, type Finding, type FindingCode } from "#shared/application/health/findings.ts";
import { usageOf } from "#shared/application/health/sizes.ts";
import { partitionKey, personId } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { Result } from "#shared/domain/result.ts";
import type { PersonaKey } from "#simulator/world/types.ts";
import { allScopes, bearerFor, testAppId } from "#tests/support/graphServer.ts";
import { aCycle, anObjective, aUnit } from "#tests/support/okrs.ts";
import { restOf } from "#tests/support/sharePoint.ts";
import { startEmptyHome, startHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";

const must = <T, E>(result: Result<T, E>): T => {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
};

let home: SimulatedHome;
afterEach(() => home.close());

const personOf = (persona: PersonaKey): Person => {
  const user = home.world.users.find(({ id }) => id === home.world.personas[persona]);
  return { id: personId(user?.id ?? ""), name: user?.displayName ?? "", upn: user?.userPrincipalName ?? "" };
};

const depsAs = (persona: PersonaKey): HealthDeps => {
  const send = persona === "admin" ? home.adminSend : home.sendAs(persona);
  return {
    okrRepository: home.repositoryOf(persona),
    structure: createStructure({ send, homeSite: home.site }),
    protection: createProtection(home.restAs(persona)),
  };
};

const look = async (persona: PersonaKey = "admin", more: Partial<HealthDeps> = {}): Promise<HealthReport> =>
  must(await checkHealth({ ...depsAs(persona), ...more })({ appId: testAppId }));

const codes = ({ findings }: HealthReport): readonly FindingCode[] => findings.map(({ code }) => code);
const only = (report: HealthReport, code: FindingCode): readonly Finding[] =>
  report.findings.filter((finding) => finding.code === code);

/** As an administrator leaves it: protected, with a lead, and with an objective of a plain member. */
const makeHealthy = async (): Promise<void> => {
  home = await startHome();
  must(await home.protection.protect([]));
  must(await home.protection.addLead(personOf("lead")));
  const outcomes = await home.repositoryOf("facilitator").write([
    { kind: "saveCycle", cycle: aCycle() },
    { kind: "saveUnit", unit: aUnit() },
    { kind: "createObjective", objective: anObjective(1, { owner: personOf("member") }) },
  ]);
  expect(outcomes.map(({ type }) => type)).toEqual(["Written", "Written", "Written"]);
};

describe("the health of a site", () => {
  it("[HE2] says that nothing was ever set up", async () => {
    home = await startEmptyHome();
    const report = await look();
    expect(codes(report)).toEqual(["neverSetUp"]);
    expect(report.schema).toBeUndefined();
  });

  it("[HE1] [HE3] finds nothing where all is well, and proves it by a member and a lead", async () => {
    await makeHealthy();
    const report = await look();
    expect(report.findings).toEqual([]);
    expect(report.proved).toEqual([
      { role: "member", name: personOf("member").upn },
      { role: "lead", name: personOf("lead").name },
    ]);
    expect(report.sizes).toContainEqual({ list: "Drumbeat Objectives", items: 1, limit: 5000, isFilling: false });
    expect(report.schema).toBe(report.supported);
  });

  it("[HE3] finds members also where all OKRs lie in partitions", async () => {
    home = await startHome();
    const partition = { key: partitionKey("q1"), cycleKey: aCycle().key, roots: [], closed: false };
    must(await home.provisioning.openCycle(aCycle(), [partition]));
    must(await home.protection.protect([partition]));
    must(await home.protection.addLead(personOf("lead")));
    await home
      .repositoryOf("facilitator")
      .write([{ kind: "createObjective", objective: anObjective(1, { owner: personOf("member") }) }]);
    const report = await look();
    expect(report.findings).toEqual([]);
    expect(report.proved).toContainEqual({ role: "member", name: personOf("member").upn });
  });

  it("[HE3] says where nobody was found to prove it by", async () => {
    home = await startHome();
    must(await home.protection.protect([]));
    expect((await look()).findings).toEqual([{ code: "nobodyLeads" }, { code: "notProved", role: "member" }]);
  });
});

describe("a site that is not as it should be", () => {
  beforeEach(makeHealthy);

  it("[HE2] [HE7] names missing lists and columns and lost indexes; setting up mends them", async () => {
    const { body } = await home.server.call("GET", `/sites/${home.site}:/lists`);
    const listId = (name: string): string =>
      body.value.find((list: { displayName: string }) => list.displayName === name).id;
    const site = body.value[0].parentReference.siteId as string;
    const path = (name: string): string => `/sites/${site}/lists/${listId(name)}`;
    // Somebody at work on the site with another program: Drumbeat itself removes neither lists nor columns.
    const owner = { bearer: bearerFor(home.world.personas.admin, allScopes, "another app") };
    await home.server.call("DELETE", path("Drumbeat Log"), undefined, owner);
    const columns = await home.server.call("GET", `${path("Drumbeat Objectives")}/columns`);
    const columnId = (name: string): string =>
      columns.body.value.find((column: { name: string }) => column.name === name).id;
    const column = (name: string): string => `${path("Drumbeat Objectives")}/columns/${columnId(name)}`;
    await home.server.call("DELETE", column("Why"), undefined, owner);
    await home.server.call("PATCH", column("UnitKey"), { indexed: false }, owner);
    const report = await look();
    expect(report.findings).toEqual([
      { code: "columnsMissing", list: "Drumbeat Objectives", columns: ["Why"] },
      { code: "columnsDiffer", list: "Drumbeat Objectives", columns: ["UnitKey"] },
      { code: "listMissing", list: "Drumbeat Log" },
    ]);
    expect(report.findings.map(mendOf)).toEqual(["setUp", "setUp", "setUp"]);
    must(await home.provisioning.provision({}));
    expect([...new Set(codes(await look()))]).toEqual(["listOpen", "disproved"]);
    must(await home.protection.protect([]));
    expect((await look()).findings).toEqual([]);
  });

  it("[HE3] [HE7] names opened lists, and proves what that means; protecting mends it", async () => {
    const rest = restOf(home.server);
    await rest("POST", "web/lists/getbytitle('Drumbeat Objectives')/resetroleinheritance");
    await rest("MERGE", "web/lists/getbytitle('Drumbeat Drafts')", { WriteSecurity: 1 });
    await rest("MERGE", "web/lists/getbytitle('Drumbeat Check-ins')", { EnableVersioning: false });
    const report = await look();
    expect(codes(report)).toEqual(["listOpen", "anyRowMayBeChanged", "disproved", "noVersions"]);
    expect(only(report, "disproved")).toMatchObject([
      { role: "member", list: "Drumbeat Objectives", may: { change: true }, ought: { read: true, change: false } },
    ]);
    expect(report.findings.map(mendOf)).toEqual(["protect", "protect", "protect", "protect"]);
    must(await home.protection.protect([]));
    expect((await look()).findings).toEqual([]);
  });

  it("[HE5] names a cycle and lists that disagree about being closed", async () => {
    const cycle = aCycle({ key: aCycle().key, name: "Q1" });
    const partition = { key: partitionKey("p"), cycleKey: cycle.key, roots: [aUnit().key], closed: true };
    await home.repositoryOf("admin").write([{ kind: "savePartition", partition }]);
    const report = await look();
    expect(only(report, "closedButOpen")).toEqual([
      { code: "closedButOpen", cycleKey: cycle.key, closed: false, partition: partition.key },
    ]);
    expect(only(report, "listMissing")).toHaveLength(5);
  });

  it("[HE6] tells a member what can be told, and why not more", async () => {
    const report = await look("member");
    expect(report.findings).toEqual([
      { code: "rightsUnknown", error: { type: "Forbidden" } },
      { code: "grantUnknown", error: { type: "Forbidden" } },
    ]);
    expect(report.sizes).toEqual([]);
    expect(await checkHealth(depsAs("outsider"))({})).toEqual({ ok: false, error: { type: "Forbidden" } });
  });

  it("[HE7] names an app that nobody let in, and that the service is busy, the worst first", async () => {
    const pressure = { level: () => "tight" as const, onChange: () => () => undefined };
    const other = await checkHealth({ ...depsAs("admin"), pressure })({ appId: "another app" });
    expect(must(other).findings).toEqual([
      { code: "appNotGranted", appId: "another app" },
      { code: "throttled", level: "tight" },
    ]);
    expect(must(other).findings.map(severityOf)).toEqual(["warning", "info"]);
  });

  it("[HE8] is not changed by looking", async () => {
    const state = async () =>
      (await home.server.sim("GET", "/stats")).body.byOperation as Readonly<Record<string, number>>;
    const before = await state();
    await look();
    const after = await state();
    const asked = Object.keys(after).filter((operation) => after[operation] !== before[operation]);
    expect(asked.filter((operation) => !operation.startsWith("GET "))).toEqual([]);
    expect(asked.length).toBeGreaterThan(5);
  });
});

describe("sizes", () => {
  it.each([
    ["Drumbeat Objectives", 3999, 5000, false],
    ["Drumbeat q1-emea Key Results", 4000, 5000, true],
    ["Drumbeat Drafts", 5000, 5000, true],
    ["Drumbeat Check-ins", 5_000_000, 30_000_000, false],
    ["Drumbeat Units", 24_000_000, 30_000_000, true],
  ])("[HE4] %s with %i rows", (name, items, limit, isFilling) => {
    const list = { name, inherits: false, deviations: [], wrongWriteSecurity: false, keepsVersions: true, items };
    expect(usageOf(list)).toEqual({ list: name, items, limit, isFilling });
  });
});
