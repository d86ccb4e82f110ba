import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "#shared/cli/run.ts";
import type { PersonaKey } from "#simulator/world/types.ts";
import { bearerFor } from "#tests/support/graphServer.ts";
import { startEmptyHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";

// Each goes through several commands, every one of them through real requests.
jest.setTimeout(60_000);

let home: SimulatedHome;
let second: SimulatedHome;
let folder: string;

beforeAll(async () => {
  home = await startEmptyHome();
  second = await startEmptyHome();
  folder = await mkdtemp(join(tmpdir(), "okr-admin-"));
});
afterAll(async () => {
  await home.close();
  await second.close();
  await rm(folder, { recursive: true });
});

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly said: string;
}

const okr = async (...args: readonly string[]): Promise<Ran> => {
  const out: string[] = [];
  const said: string[] = [];
  const status = await run(args, {}, { print: (text) => out.push(text), say: (text) => said.push(text) });
  return { status, out: out.join("\n"), said: said.join("\n") };
};

const graphOnly = (at: SimulatedHome = home, persona: PersonaKey = "admin"): readonly string[] => [
  "--graph",
  `${at.server.origin}/graph.microsoft.com`,
  "--site",
  at.site,
  "--token",
  bearerFor(at.world.personas[persona]),
];

const online = (at: SimulatedHome = home, persona: PersonaKey = "admin"): readonly string[] => [
  ...graphOnly(at, persona),
  "--sharepoint",
  `${at.server.origin}/sharepoint`,
  "--sharepoint-token",
  bearerFor(at.world.personas[persona], ["AllSites.FullControl"]),
];

const upnOf = (persona: PersonaKey): string =>
  home.world.users.find(({ id }) => id === home.world.personas[persona])?.userPrincipalName ?? "";

const PLAN = [
  "cycle,id,parent_id,kind,text,owner,start,target,unit,current",
  "2026-Q1,O1,,objective,Shelves are never empty,milo.brandt@tinycart.example,,,,",
  "2026-Q1,K1,O1,key result,Raise on-time delivery,,90%,96%,%,92.5%",
].join("\r\n");

describe("okr for owners", () => {
  it("[CL10] says that rights were not set when there is no token for SharePoint", async () => {
    const ran = await okr("provision", "--organisation", "Tinycart", ...graphOnly());
    expect(ran.status).toBe(0);
    expect(ran.said).toContain("Rights were not set");
    const lead = await okr("provision", "--lead", upnOf("lead"), ...graphOnly());
    expect(lead.status).toBe(1);
    expect(lead.said).toContain("A token for SharePoint itself is needed");
  });

  it("[CL10] says what letting an app in takes where that is refused, and the lists are there all the same", async () => {
    await home.server.sim("POST", "/faults", [{ match: "POST /permissions$", status: 403 }]);
    const ran = await okr("provision", "--grant", "8f6a2f0e-7d0f-4a3c-9c1b-0f8f5f0f7a11", ...graphOnly());
    await home.server.sim("POST", "/faults", []);
    expect(ran.status).toBe(1);
    expect(ran.said).toContain("takes the permission Sites.FullControl.All and somebody who owns the site");
    expect((await okr("check", ...online())).status).toBe(0);
  });

  it("[CL11] names what is wrong with the site, mends it, and ends with a status that tells", async () => {
    const path = join(folder, "plan.csv");
    await writeFile(path, PLAN);
    expect((await okr("import", path, ...online())).status).toBe(0);
    const open = await okr("health", ...online());
    expect(open.status).toBe(3);
    expect(open.out).toContain("error    “Drumbeat Objectives” has the rights of the site.");
    expect(open.out).toContain("npm run -s okr -- health --mend");
    const mended = await okr("health", "--mend", "--json", ...online());
    expect(mended.status).toBe(0);
    expect(JSON.parse(mended.out)).toMatchObject({ findings: [{ code: "nobodyLeads" }] });
    expect((await okr("health", ...online())).out).toContain("provision --lead ADDRESS");
    expect((await okr("provision", "--lead", upnOf("lead"), ...online())).status).toBe(0);
    const fine = await okr("health", ...online());
    expect(fine.status).toBe(0);
    expect(fine.out).toContain("everything is as it should be");
    expect(fine.out).toContain("asked    SharePoint about milo.brandt@tinycart.example, a member");
    const member = await okr("health", ...online(home, "member"));
    expect([member.status, member.out.includes("Only an owner of the site may look at rights")]).toEqual([0, true]);
  });

  it("[CL12] exports everything, restores it elsewhere, and finds nothing to do the second time", async () => {
    const path = join(folder, "all.json");
    const exported = await okr("export", "--all", "--out", path, ...online());
    expect(exported).toMatchObject({ status: 0, out: "" });
    expect(exported.said).toContain("1 objectives, 1 key results, 1 check-ins");
    const restored = await okr("restore", path, "--json", ...online(second));
    expect(restored.status).toBe(0);
    expect(JSON.parse(restored.out)).toMatchObject({
      findings: [],
      counts: { objectives: { made: 1, present: 0 }, checkIns: { made: 1, present: 0 } },
    });
    const again = await okr("restore", path, ...online(second));
    expect(again.out).toContain("objectives: 0 restored, 1 there already");
    const before = JSON.parse(await readFile(path, "utf8")) as object;
    const there = JSON.parse((await okr("export", "--all", ...online(second))).out) as { log: { action: string }[] };
    expect({ ...there, log: there.log.filter(({ action }) => action !== "restore"), exportedAt: "" }).toEqual({
      ...before,
      log: expect.arrayContaining([]),
      exportedAt: "",
    });
    expect((await okr("health", ...online(second))).status).toBe(0);
    const workbook = join(folder, "all.xlsx");
    expect((await okr("export", "--all", "--out", workbook, ...online())).status).toBe(0);
    expect((await readFile(workbook)).subarray(0, 2).toString()).toBe("PK");
  });

  it("[CL12] says why a file cannot be restored", async () => {
    const file = async (name: string, text: string): Promise<string> => {
      const path = join(folder, name);
      await writeFile(path, text);
      return path;
    };
    for (const [path, words] of [
      [join(folder, "none.json"), "cannot be read"],
      [await file("a.json", "{"), "not JSON"],
      [await file("b.json", "[]"), "no export of everything"],
      [await file("c.json", '{"format":"drumbeat-export","version":99}'), "written by a newer program (version 99)"],
      [await file("d.json", '{"format":"drumbeat-export","version":1}'), "exportedAt must be"],
    ] as const) {
      const ran = await okr("restore", path, ...online(second));
      expect([ran.status, ran.out]).toEqual([1, ""]);
      expect(ran.said).toContain(words);
    }
  });

  it("[CL13] says who changed what", async () => {
    const { objectives, keyResults } = JSON.parse((await okr("export", ...online())).out) as {
      objectives: { id: string }[];
      keyResults: { id: string }[];
    };
    const ran = await okr("history", keyResults[0]?.id ?? "", ...online());
    expect(ran.out).toContain("Ada Quist made the objective “Shelves are never empty”");
    const json = JSON.parse((await okr("history", objectives[0]?.id ?? "", "--json", ...online())).out) as unknown[];
    expect(json).toHaveLength(2);
    const none = await okr("history", "nothing", ...online());
    expect([none.status, none.out]).toEqual([1, ""]);
  });

  it("[CL14] closes a cycle and opens it again, and says what that does not do", async () => {
    const closed = await okr("close", "2026-q1", ...online());
    expect([closed.status, closed.out]).toEqual([0, "Q1 2026 is closed."]);
    expect(closed.said).toContain("lists that other cycles use");
    expect((await okr("close", "2026-q1", "--reopen", ...online())).out).toBe("Q1 2026 is open again.");
    expect((await okr("close", "2099-q1", ...online())).status).toBe(1);
    expect((await okr("close", "2026-q1", ...online(home, "member"))).status).toBe(1);
  });

  it("[CL1] says what was wrong with the usage", async () => {
    for (const [args, message] of [
      [["restore"], "Name one file to restore."],
      [["history"], "Name one objective by its id."],
      [["close"], "Name one cycle by its key."],
      [["health", "now"], '"health" takes no "now".'],
      [["export", "--all", "--format", "csv"], "Everything does not fit into one table"],
      [["export", "--all", "--cycle", "x"], "leave --cycle out"],
      [["check", "--all"], '"check" has no option --all.'],
    ] as const) {
      const ran = await okr(...args);
      expect([ran.status, ran.out]).toEqual([2, ""]);
      expect(ran.said).toContain(message);
    }
  });
});
