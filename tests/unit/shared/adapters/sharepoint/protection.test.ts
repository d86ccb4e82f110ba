import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { homeLists, partitionLists } from "#shared/adapters/graph/lists/all.ts";
import { createProtection } from "#shared/adapters/sharepoint/protection.ts";
import { partitionKey, personId } from "#shared/domain/okr/ids.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { Protection, ProtectionInspection } from "#shared/ports/protection.ts";
import type { PersonaKey } from "#simulator/world/types.ts";
import { aCycle } from "#tests/support/okrs.ts";
import { restOf } from "#tests/support/sharePoint.ts";
import { startHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";

const NO_PARTITIONS = [] as const;

let home: SimulatedHome;
let protection: Protection;
beforeEach(async () => {
  home = await startHome();
  ({ protection } = home);
});
afterEach(() => home.close());

const must = <T, E>(result: Result<T, E>): T => {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
};

const personOf = (persona: PersonaKey) => {
  const user = home.world.users.find(({ id }) => id === home.world.personas[persona]);
  return {
    id: personId(user?.id ?? ""),
    name: user?.displayName ?? "",
    upn: user?.userPrincipalName ?? "",
  };
};

const makeLead = async (): Promise<void> => {
  must(await protection.addLead(personOf("lead")));
};

const inspect = async (): Promise<ProtectionInspection> =>
  must(await protection.inspect(NO_PARTITIONS, [personOf("admin").upn, personOf("lead").upn, personOf("member").upn]));

/** `r`, `ra`, `racd`: what SharePoint lets the person do with the rows of each list. */
const rightsBy = ({ proofs }: ProtectionInspection, role: "member" | "lead"): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (proofs.find((proof) => proof.role === role)?.lists ?? []).map(({ name, may }) => [
      name,
      `${may.read ? "r" : ""}${may.add ? "a" : ""}${may.change ? "c" : ""}${may.remove ? "d" : ""}`,
    ]),
  );

describe("protecting the lists of a site", () => {
  it("[PT1] leaves members to read what was agreed, to add check-ins, to write initiatives and to draft; leads change what was agreed", async () => {
    must(await protection.protect(NO_PARTITIONS));
    await makeLead();
    const inspection = await inspect();
    expect(rightsBy(inspection, "member")).toMatchObject({
      "Drumbeat Settings": "r",
      "Drumbeat Cycles": "r",
      "Drumbeat Objectives": "r",
      "Drumbeat Key Results": "r",
      "Drumbeat Drafts": "racd",
      "Drumbeat Check-ins": "ra",
      "Drumbeat Initiatives": "racd",
      "Drumbeat Log": "r",
    });
    expect(rightsBy(inspection, "lead")).toMatchObject({
      "Drumbeat Settings": "r",
      "Drumbeat Cycles": "racd",
      "Drumbeat Objectives": "racd",
      "Drumbeat Key Results": "racd",
      "Drumbeat Drafts": "racd",
      "Drumbeat Check-ins": "ra",
      "Drumbeat Initiatives": "racd",
      "Drumbeat Log": "ra",
    });
  });

  it("[PT2] says before that every list is open, and nothing is wrong any more after", async () => {
    const before = await inspect();
    expect(before.leads).toBeUndefined();
    expect(before.lists.map(({ name }) => name)).toEqual(homeLists.map(({ displayName }) => displayName));
    expect(before.lists.every(({ inherits }) => inherits)).toBe(true);
    const done = must(await protection.protect(NO_PARTITIONS));
    expect(done.lists.every(({ mended }) => mended)).toBe(true);
    const after = await inspect();
    expect(after.leads).toEqual([]);
    for (const list of after.lists) {
      expect(list).toMatchObject({ inherits: false, deviations: [], wrongWriteSecurity: false, keepsVersions: true });
    }
    for (const { lists } of after.proofs) for (const { may, ought } of lists) expect(may).toEqual(ought);
  });

  it("[PT2] asks about a lead who is no owner, because an owner may do everything whatever a list says", async () => {
    must(await protection.protect(NO_PARTITIONS));
    must(await protection.addLead(personOf("admin")));
    expect((await inspect()).proofs.map(({ role }) => role)).toEqual(["member"]);
    await makeLead();
    const { proofs } = await inspect();
    expect(proofs.map(({ role, person }) => [role, person.upn])).toEqual([
      ["member", personOf("member").upn],
      ["lead", personOf("lead").upn],
    ]);
  });

  it("[PT3] may be run again: it changes nothing where nothing differs, and mends what somebody opened", async () => {
    must(await protection.protect(NO_PARTITIONS));
    const again = must(await protection.protect(NO_PARTITIONS));
    expect(again.lists.filter(({ mended }) => mended)).toEqual([]);
    const rest = restOf(home.server);
    const list = "web/lists/getbytitle('Drumbeat Objectives')";
    const contribute = 1_073_741_827;
    const given = await rest(
      "POST",
      `${list}/roleassignments/addroleassignment(principalid=5,roledefid=${contribute})`,
    );
    expect(given.status).toBe(200);
    expect((await rest("MERGE", list, { WriteSecurity: 2, EnableVersioning: false })).status).toBe(204);
    const found = (await inspect()).lists.find(({ name }) => name === "Drumbeat Objectives");
    expect(found).toMatchObject({
      wrongWriteSecurity: true,
      keepsVersions: false,
      deviations: [{ who: "OKR Home Members", has: ["Read", "Contribute"], wants: "Read" }],
    });
    const mended = must(await protection.protect(NO_PARTITIONS));
    expect(mended.lists.filter((one) => one.mended).map(({ name }) => name)).toEqual(["Drumbeat Objectives"]);
    expect((await inspect()).lists.find(({ name }) => name === "Drumbeat Objectives")).toMatchObject({
      wrongWriteSecurity: false,
      keepsVersions: true,
      deviations: [],
    });
  });

  it("[PT4] opens no list to anybody whom the site is not open to", async () => {
    must(await protection.protect(NO_PARTITIONS));
    const rest = restOf(home.server);
    const outsider = encodeURIComponent(`'i:0#.f|membership|${personOf("outsider").upn}'`);
    for (const { displayName } of homeLists) {
      const list = `web/lists/getbytitle('${encodeURIComponent(displayName)}')`;
      const mask = await rest("GET", `${list}/getusereffectivepermissions(@u)?@u=${outsider}`);
      expect(mask.body).toEqual({ High: "0", Low: "0" });
    }
  });

  it("[PT5] is for owners: others are told so, and nothing is changed", async () => {
    expect(await createProtection(home.restAs("member")).protect(NO_PARTITIONS)).toEqual({
      ok: false,
      error: { type: "Forbidden" },
    });
    expect((await inspect()).lists.every(({ inherits }) => inherits)).toBe(true);
  });

  it("[PT6] keeps the leads: added once, by name, and removed", async () => {
    must(await protection.protect(NO_PARTITIONS));
    await makeLead();
    await makeLead();
    const [lead, ...more] = must(await protection.leads());
    expect(more).toEqual([]);
    expect(lead?.person).toEqual(personOf("lead"));
    if (!lead) throw new Error("nobody leads");
    must(await protection.removeLead(lead));
    must(await protection.removeLead(lead));
    expect(await protection.leads()).toEqual(ok([]));
  });
});

describe("closing a partition", () => {
  it("[PT7] leaves its four lists to be read by everybody but owners, and opening gives back what was", async () => {
    const key = partitionKey("fy26-q1");
    const partition = { key, cycleKey: aCycle().key, roots: [], closed: false };
    must(await home.provisioning.openCycle(aCycle(), [partition]));
    const rights = async (closed: boolean): Promise<Readonly<Record<string, string>>[]> => {
      const inspection = must(await protection.inspect([{ key, closed }], [personOf("member").upn]));
      for (const { deviations, wrongWriteSecurity } of inspection.lists) {
        expect([deviations, wrongWriteSecurity]).toEqual([[], false]);
      }
      return [rightsBy(inspection, "member"), rightsBy(inspection, "lead")];
    };
    must(await protection.protect([{ key, closed: false }]));
    await makeLead();
    const open = await rights(false);
    expect(open[1]?.["Drumbeat fy26-q1 Objectives"]).toBe("racd");
    must(await protection.protectPartition({ key, closed: true }));
    for (const who of await rights(true)) {
      for (const { displayName } of partitionLists(key)) expect(who[displayName]).toBe("r");
    }
    must(await protection.protectPartition({ key, closed: false }));
    expect(await rights(false)).toEqual(open);
  });
});
