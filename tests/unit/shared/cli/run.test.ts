import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeClock } from "#shared/adapters/node/clock.ts";
import { run } from "#shared/cli/run.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Clock } from "#shared/ports/clock.ts";
import { bearerFor } from "#tests/support/graphServer.ts";
import { startEmptyHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";

let home: SimulatedHome;
let folder: string;

beforeAll(async () => {
  home = await startEmptyHome();
  folder = await mkdtemp(join(tmpdir(), "okr-"));
});
afterAll(async () => {
  await home.close();
  await rm(folder, { recursive: true });
});

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly said: string;
}

const okr = async (args: readonly string[], env: Record<string, string> = {}, clock?: Clock): Promise<Ran> => {
  const out: string[] = [];
  const said: string[] = [];
  const status = await run(args, env, { print: (text) => out.push(text), say: (text) => said.push(text) }, clock);
  return { status, out: out.join("\n"), said: said.join("\n") };
};

const online = (user = home.world.personas.admin): readonly string[] => [
  "--graph",
  `${home.server.origin}/graph.microsoft.com`,
  "--site",
  home.site,
  "--token",
  bearerFor(user),
];

/** The real time, except that waits longer than the limit are over at once. Milliseconds. */
const clockThatSkips = (limitMs: number): Clock & { readonly skipped: () => number } => {
  let skippedMs = 0;
  return {
    now: () => nodeClock.now() + skippedMs,
    skipped: () => skippedMs,
    after: (ms, call) =>
      nodeClock.after(ms > limitMs ? 0 : ms, () => {
        if (ms > limitMs) skippedMs += ms;
        call();
      }),
  };
};

const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

const CSV = [
  "cycle,id,parent_id,kind,text,owner,start,target,unit,current",
  "2026-Q1,O1,,objective,Shelves are never empty,lena.kruger@tinycart.example,,,,",
  '2026-Q1,K1,O1,key result,"=Raise on-time delivery, 🚚",Tomás O\'Hara,90%,96%,%,92.5%',
  "2026-Q1,K2,O1,key result,إقامة متاجر جديدة,,0,12,stores,",
  `2026-Q1,K3,O1,key result,${"x".repeat(300)},,0,1,n,`,
  "2026-Q1,K4,none,key result,Belongs to nothing,,0,1,n,",
  ",,,,,,,,,",
].join("\r\n");

const stored = async (): Promise<OkrSet> => {
  const set = await home.repositoryOf("lead").readOkrs({ cycleKeys: [cycleKey("2026-q1")], units: "all" });
  if (!set.ok) throw new Error(JSON.stringify(set.error));
  return set.value;
};

describe("okr", () => {
  it("[CL3] says what is wrong with a file that cannot be read, or holds nothing", async () => {
    const noEnding = await okr(["import", await file("plan", CSV), "--dry-run"]);
    expect(noEnding).toMatchObject({ status: 1, out: "" });
    expect(noEnding.said).toContain("ends in .csv or .xlsx");
    const empty = await okr(["import", await file("empty.csv", ""), "--dry-run", "--json"]);
    expect(empty).toEqual({
      status: 0,
      out: '{"imported":0,"rejected":[],"skipped":[]}',
      said: "The file has no rows below its header.",
    });
  });

  it("[CL1] says how it is used, and what was wrong with the usage", async () => {
    const help = await okr(["help"]);
    expect(help.status).toBe(0);
    for (const command of ["import", "export", "provision", "check"]) expect(help.out).toContain(command);
    expect(await okr([])).toEqual(help);
    for (const [args, message] of [
      [["fly"], 'There is no command "fly".'],
      [["import"], "Name one file to import."],
      [["import", "a.csv", "b.csv"], "Name one file to import."],
      [["import", "a.csv", "--out", "x"], '"import" has no option --out.'],
      [["export", "--format", "pdf"], '"pdf" is not a format; there are json, csv, xlsx.'],
      [["export", "--format", "xlsx"], "A workbook needs a file: --out FILE"],
      [["check", "--port", "x", "--user", "admin"], '"x" is not a port.'],
      [["check", "--wings"], "Unknown option '--wings'.\nnpm run"],
      [
        ["import", "a.csv", "--locale", "not a language"],
        '"not a language" is not a language; write it like en-GB or de.',
      ],
    ] as const) {
      const ran = await okr(args);
      expect([ran.status, ran.out]).toEqual([2, ""]);
      expect(ran.said).toContain(message);
    }
  });

  it("[CL2] tries an import without any connection and accounts for every row", async () => {
    const path = await file("trial.csv", CSV);
    const ran = await okr(["import", path, "--dry-run", "--json"]);
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.out)).toEqual({
      imported: 3,
      rejected: [
        { row: 5, reason: "The text has 300 characters; at most 255 fit" },
        { row: 6, reason: "The parent “none” does not exist" },
      ],
      skipped: [{ row: 7, reason: "The row is empty" }],
    });
  });

  it("[CL3] says why it cannot begin", async () => {
    const path = await file("some.csv", CSV);
    const cases = [
      [["import", join(folder, "none.csv"), "--dry-run"], /There is no file .*none\.csv/],
      [["import", await file("okrs.pdf", "x"), "--dry-run"], /"\.pdf" files cannot be read/],
      [["import", await file("okrs.xlsx", "not a workbook"), "--dry-run"], /not an Excel workbook/],
      [["import", path], /Say who you are/],
      [["import", path, "--token", "t"], /Say which site/],
      [["export", "--token", "t", "--site", "nonsense"], /is not a site/],
      [["export", "--token", "t", "--site", "h:/sites/x", "--graph", "http://example.org"], /not an https address/],
      [["check", ...online()], /npm run -s okr -- provision/],
      [["check", ...online(home.world.personas.outsider)], /no right/],
      [["check", ...online().slice(0, -1), "expired"], /The token is not valid/],
    ] as const;
    for (const [args, message] of cases) {
      const ran = await okr(args);
      expect([ran.status, ran.out]).toEqual([1, ""]);
      expect(ran.said).toMatch(message);
    }
  });
});

describe("okr, with a home site", () => {
  it("[CL4] sets the site up, imports, and finds nothing to do the second time", async () => {
    const provisioned = await okr(["provision", "--organisation", "Tinycart", ...online()]);
    expect(provisioned.status).toBe(0);
    expect(provisioned.out).toContain("Drumbeat Objectives: created");
    const path = await file("okrs.csv", CSV);
    const first = await okr(["import", path, "--json", ...online()]);
    expect(first).toMatchObject({ status: 0 });
    expect(JSON.parse(first.out)).toMatchObject({ imported: 3, rejected: [{ row: 5 }, { row: 6 }] });
    const set = await stored();
    expect(set.objectives).toMatchObject([
      { title: "Shelves are never empty", owner: { id: home.world.personas.lead, name: "Lena Krüger" } },
    ]);
    expect(set.keyResults.map(({ title }) => title).toSorted()).toEqual(
      ["=Raise on-time delivery, 🚚", "إقامة متاجر جديدة"].toSorted(),
    );
    expect(set.keyResults.find(({ title }) => title.startsWith("=Raise"))).toMatchObject({
      owner: { name: "Tomás O'Hara" },
      measure: { kind: "metric", direction: "up", unit: "%", baseline: 90, target: 96 },
    });
    expect(set.checkIns).toMatchObject([{ value: 92.5, author: { id: home.world.personas.admin } }]);
    const second = await okr(["import", path, "--json", ...online()]);
    expect(JSON.parse(second.out)).toMatchObject({
      imported: 0,
      skipped: [{ row: 2 }, { row: 3 }, { row: 4 }, { row: 7 }],
    });
    expect(await stored()).toEqual(set);
  });

  it("[CL5] exports what can be imported again without changing anything", async () => {
    const before = await stored();
    for (const format of ["csv", "xlsx"]) {
      const path = join(folder, `export.${format}`);
      expect(await okr(["export", "--format", format, "--out", path, ...online()])).toMatchObject({
        status: 0,
        out: "",
      });
      const again = await okr(["import", path, "--json", ...online()]);
      expect(JSON.parse(again.out)).toEqual({
        imported: 0,
        rejected: [],
        skipped: [2, 3, 4].map((row) => ({ row, reason: "The row was imported before" })),
      });
      expect(await stored()).toEqual(before);
    }
    expect(await readFile(join(folder, "export.csv"), "utf8")).toContain(`"'=Raise on-time delivery, 🚚"`);
    const json = await okr(["export", ...online()]);
    expect(JSON.parse(json.out)).toMatchObject({ organisation: "Tinycart", objectives: before.objectives });
    expect((await okr(["export", "--cycle", "never", ...online()])).status).toBe(1);
  });

  it("[CL6] says what is wrong with what is stored", async () => {
    const ran = await okr(["check", "--json", ...online()]);
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ counts: { error: 0 }, unread: [] });
    expect((await okr(["check", ...online()])).out).toMatch(/0 errors, \d+ warnings, \d+ remarks$/);
  });

  it("[CL7] reports rows whose writing was refused, and takes the others", async () => {
    await home.server.sim("POST", "/faults", [{ match: "POST /items$", status: 400, count: 1 }]);
    const path = await file("more.csv", CSV.replaceAll("O1", "P1").replaceAll(",K", ",L"));
    const ran = await okr(["import", path, "--json", ...online()]);
    const report = JSON.parse(ran.out);
    expect(ran.status).toBe(1);
    expect(ran.said).toContain("The objective “Shelves are never empty” was not stored: ");
    expect(report.imported + report.rejected.length + report.skipped.length).toBe(6);
    expect(report.rejected.map(({ row }: { row: number }) => row)).toEqual([2, 3, 4, 5, 6]);
    const again = await okr(["import", path, "--json", ...online()]);
    expect(JSON.parse(again.out)).toMatchObject({ imported: 3 });
  });

  it("[CL7] says also of what no row speaks of that it was refused", async () => {
    await home.server.sim("POST", "/faults", [{ match: "POST /items$", status: 400, count: 1 }]);
    const path = await file("next.csv", "cycle,id,kind,text\n2031-Q3,N1,objective,Look further ahead");
    const ran = await okr(["import", path, ...online()]);
    expect(ran.status).toBe(1);
    expect(ran.said).toContain("The cycle “Q3 2031” was not stored: ");
    expect((await okr(["import", path, ...online()])).status).toBe(0);
  });

  it("[CL9] speaks of no wait where nobody asked for one", async () => {
    const ran = await okr(["check", ...online()]);
    expect(ran.said).not.toContain("asks to wait");
  });

  it("[CL9] waits as long as the service asks, and says so", async () => {
    await home.server.sim("POST", "/faults", [
      { match: "POST /items$", status: 429, retryAfterSeconds: 280, count: 1 },
    ]);
    const path = await file("busy.csv", CSV.replaceAll("O1", "Q1").replaceAll(",K", ",M"));
    const clock = clockThatSkips(60_000);
    const ran = await okr(["import", path, "--json", ...online()], {}, clock);
    expect(JSON.parse(ran.out)).toMatchObject({ imported: 3 });
    expect(ran.status).toBe(0);
    expect(ran.said).toMatch(/The service asks to wait (2[89]|3[0-4])\d seconds/);
    expect(clock.skipped()).toBeGreaterThanOrEqual(280_000);
  });
});
