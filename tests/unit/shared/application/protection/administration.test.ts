import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createGraphHistory } from "#shared/adapters/graph/history.ts";
import { createLeadershipRegister } from "#shared/adapters/graph/leadership.ts";
import { cycleKey, partitionKey } from "#shared/domain/okr/ids.ts";
import { err, ok } from "#shared/domain/result.ts";
import type { OkrWrite } from "#shared/ports/okrRepository.ts";
import type { PersonaKey } from "#simulator/world/types.ts";
import { must, startBareHome, startProtectedHome, type ProtectedHome } from "#tests/support/protectedHome.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit } from "#tests/support/okrs.ts";
import { restOf } from "#tests/support/sharePoint.ts";

let home: ProtectedHome;
afterEach(() => home.close());

const actions = async () => {
  const log = must(
    await createGraphHistory({ send: home.sendAs("member"), homeSite: home.site }).readLog("everything"),
  );
  return log.map(({ action, author, cycleKey: cycle }) => [action, author.name, cycle].filter(Boolean).join(" "));
};

const register = () => createLeadershipRegister({ send: home.sendAs("member"), homeSite: home.site });

const outcomes = async (persona: PersonaKey, ...writes: readonly OkrWrite[]): Promise<readonly string[]> =>
  (await home.repositoryOf(persona).write(writes)).map((outcome) =>
    outcome.type === "Failed" ? outcome.error.type : outcome.type,
  );

describe("setting up", () => {
  beforeEach(async () => {
    home = await startBareHome();
  });

  it("[LK6] makes lists with their rights, and writes down who leads and who owns", async () => {
    const admin = home.administrationAs("admin");
    const report = must(await admin.setUp({ organisation: "Tinycart" }));
    expect(report.rights.map(({ name }) => name)).toEqual(report.lists.map(({ name }) => name));
    expect(await register().read()).toEqual(ok({ leads: [], owners: [home.personOf("admin")] }));
    expect(await actions()).toEqual(["repair Ada Quist"]);
    const again = must(await home.administrationAs("facilitator").setUp({}));
    expect(again.rights.filter(({ mended }) => mended)).toEqual([]);
    expect(await register().read()).toEqual(
      ok({ leads: [], owners: [home.personOf("admin"), home.personOf("facilitator")] }),
    );
    expect(await actions()).toEqual(["repair Ada Quist"]);
  });

  it("[LK10] is for owners: others are told so", async () => {
    expect(await home.administrationAs("member").setUp({})).toEqual(err({ type: "Forbidden" }));
    must(await home.administrationAs("admin").setUp({}));
    expect(await home.administrationAs("member").protect()).toEqual(err({ type: "Forbidden" }));
    expect(await home.administrationAs("member").addLead(home.personOf("member"))).toEqual(err({ type: "Forbidden" }));
    expect(await outcomes("member", { kind: "createObjective", objective: anObjective(1) })).toEqual(["Forbidden"]);
  });

  it("[LK10] leaves a cycle open that somebody cannot close where rights were never set", async () => {
    must(await home.provisioning.provision({}));
    const partition = { key: partitionKey("q1"), cycleKey: aCycle().key, roots: [], closed: false };
    must(await home.provisioning.openCycle(aCycle(), [partition]));
    expect(await home.administrationAs("member").closeCycle(aCycle().key)).toEqual(err({ type: "Forbidden" }));
    const frame = must(await home.repositoryOf("member").readFrame());
    expect([frame.cycles, frame.partitions]).toEqual([[aCycle()], [partition]]);
  });

  it("[LK6] says nothing about leads where rights were never set", async () => {
    must(await home.provisioning.provision({}));
    expect(await register().read()).toEqual(ok(undefined));
  });
});

describe("cycles", () => {
  const key = cycleKey("2026-q2");
  const cycle = aCycle({ key, name: "Q2 2026" });
  const partition = { key: partitionKey("q2"), cycleKey: key, roots: [], closed: false };
  const objective = anObjective(1, { cycleKey: key, stage: "draft" });

  beforeEach(async () => {
    home = await startProtectedHome();
    await outcomes("lead", { kind: "saveUnit", unit: aUnit() });
  });

  it("[LK7] open with lists that have their rights already", async () => {
    must(await home.administrationAs("admin").openCycle(cycle, [partition]));
    expect(await actions()).toContain("openCycle Ada Quist 2026-q2");
    const rest = restOf(home.server);
    const { body } = await rest(
      "GET",
      "web/lists/getbytitle('Drumbeat q2 Objectives')?$select=HasUniqueRoleAssignments",
    );
    expect(body).toEqual({ HasUniqueRoleAssignments: true });
    const active = anObjective(2, { cycleKey: key });
    expect(await outcomes("member", { kind: "createObjective", objective })).toEqual(["Written"]);
    expect(await outcomes("member", { kind: "createObjective", objective: active })).toEqual(["Forbidden"]);
    expect(await outcomes("lead", { kind: "createObjective", objective: active })).toEqual(["Written"]);
  });

  it("[LK8] close in one step, for leads as well, and open again", async () => {
    const admin = home.administrationAs("admin");
    must(await admin.openCycle(cycle, [partition]));
    const inCycle = { cycleKey: key };
    const writes: readonly OkrWrite[] = [
      { kind: "createObjective", objective: anObjective(3, inCycle) },
      { kind: "createKeyResult", keyResult: aKeyResult(3, 3, inCycle) },
    ];
    expect(await outcomes("lead", ...writes)).toEqual(["Written", "Written"]);
    expect(await admin.closeCycle(key)).toEqual(ok({ isLocked: true }));
    const frame = must(await home.repositoryOf("member").readFrame());
    expect(frame.cycles.find((one) => one.key === key)?.closed).toBe(true);
    expect(frame.partitions).toEqual([{ ...partition, closed: true }]);
    const checkIn = aCheckIn(3, 3, inCycle);
    for (const persona of ["member", "lead"] as const) {
      expect(
        await outcomes(
          persona,
          { kind: "createObjective", objective },
          { kind: "createObjective", objective: anObjective(4, inCycle) },
          { kind: "addCheckIn", checkIn },
        ),
      ).toEqual(["Forbidden", "Forbidden", "Forbidden"]);
    }
    const set = must(await home.repositoryOf("member").readOkrs({ cycleKeys: [key], units: "all" }));
    expect(set.objectives).toHaveLength(1);
    expect(await admin.reopenCycle(key)).toEqual(ok({ isLocked: false }));
    expect(await outcomes("member", { kind: "addCheckIn", checkIn })).toEqual(["Written"]);
    expect(await outcomes("member", { kind: "createObjective", objective: anObjective(5, inCycle) })).toEqual([
      "Forbidden",
    ]);
    expect(await actions()).toEqual(
      expect.arrayContaining(["closeCycle Ada Quist 2026-q2", "reopenCycle Ada Quist 2026-q2"]),
    );
  });

  it("[LK9] say that they cannot be locked alone where other cycles share their lists", async () => {
    const admin = home.administrationAs("admin");
    must(await admin.openCycle(aCycle(), []));
    expect(await admin.closeCycle(aCycle().key)).toEqual(ok({ isLocked: false }));
    const frame = must(await home.repositoryOf("member").readFrame());
    expect(frame.cycles).toEqual([aCycle({ closed: true })]);
  });

  it("[LK10] are closed by owners alone", async () => {
    must(await home.administrationAs("admin").openCycle(cycle, [partition]));
    for (const persona of ["member", "lead"] as const) {
      expect(await home.administrationAs(persona).closeCycle(key)).toEqual(err({ type: "Forbidden" }));
    }
    const frame = must(await home.repositoryOf("member").readFrame());
    expect(frame.cycles.map(({ closed }) => closed)).toEqual([false]);
    expect(frame.partitions).toEqual([partition]);
  });
});
