import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createGraphHistory } from "#shared/adapters/graph/history.ts";
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import { nodeIds } from "#shared/adapters/node/ids.ts";
import { exportEverything } from "#shared/application/transfer/exportEverything.ts";
import { restore, type RestoreDeps } from "#shared/application/transfer/restore.ts";
import { logEntryId } from "#shared/domain/audit/logEntry.ts";
import { cycleKey, partitionKey, unitKey } from "#shared/domain/okr/ids.ts";
import type { Result } from "#shared/domain/result.ts";
import { readDocument, writeDocument, type ExportDocument } from "#shared/domain/transfer/document.ts";
import type { OkrWrite } from "#shared/ports/okrRepository.ts";
import {
  aCheckIn,
  aCycle,
  aKeyResult,
  anInitiative,
  anInitiativeOf,
  anObjective,
  aUnit,
  instant,
  lena,
} from "#tests/support/okrs.ts";
import { startEmptyHome, startHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";

const must = <T, E>(result: Result<T, E>): T => {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
};

const depsOf = (home: SimulatedHome): RestoreDeps => ({
  okrRepository: createGraphOkrRepository({ send: home.adminSend, homeSite: home.site }),
  history: createGraphHistory({ send: home.adminSend, homeSite: home.site }),
  provisioning: home.provisioning,
  clock: home.clock,
  ids: nodeIds,
});

const nextCycle = cycleKey("2026-q2");
const later = { cycleKey: nextCycle };
const farid = { id: lena.id, name: "Farid Haddad" };

const first: readonly OkrWrite[] = [
  { kind: "saveCycle", cycle: aCycle() },
  { kind: "saveUnit", unit: aUnit({ key: unitKey("all"), name: "شركة", levelKey: "company" }) },
  { kind: "saveUnit", unit: aUnit({ parentKey: unitKey("all") }) },
  {
    kind: "createObjective",
    objective: anObjective(1, { title: "=SUM(A1) 🎯 أسرع", why: "a\nb", owner: lena, start: aCycle().start }),
  },
  {
    kind: "createObjective",
    objective: anObjective(2, { stage: "draft", parents: [{ kind: "objective", id: anObjective(1).id }] }),
  },
  {
    kind: "createKeyResult",
    keyResult: aKeyResult(1, 1, { preScore: { commit: 92, target: 95, stretch: 97 }, weight: 60 }),
  },
  { kind: "createKeyResult", keyResult: aKeyResult(2, 2, { measure: { kind: "milestone", acceptance: "Signed" } }) },
  { kind: "addCheckIn", checkIn: aCheckIn(1, 1, { author: farid, note: "قال" }) },
  { kind: "addCheckIn", checkIn: aCheckIn(2, 1, { at: instant("2026-02-10T08:00:00.001Z") }) },
  {
    kind: "createInitiative",
    initiative: anInitiativeOf(1, 1, {
      owner: farid,
      due: aCycle().end,
      note: "قال",
      link: "https://tinycart.example",
    }),
  },
  {
    kind: "addLogEntry",
    entry: {
      id: logEntryId("00000000-0000-4000-8000-000000000001"),
      at: instant("2026-01-05T08:00:00.000Z"),
      author: farid,
      action: "publish",
      reason: "Agreed in the kick-off",
      recordId: anObjective(1).id,
      unitKey: unitKey("de"),
      cycleKey: aCycle().key,
      agreed: { objective: anObjective(1), keyResults: [aKeyResult(1, 1)] },
    },
  },
];

const second: readonly OkrWrite[] = [
  { kind: "createObjective", objective: anObjective(3, later) },
  { kind: "createKeyResult", keyResult: aKeyResult(3, 3, later) },
  { kind: "addCheckIn", checkIn: aCheckIn(3, 3, later) },
  {
    kind: "createInitiative",
    initiative: anInitiative(2, 3, { ...later, objectiveId: anObjective(3).id, state: "done" }),
  },
];

const write = async (home: SimulatedHome, writes: readonly OkrWrite[]): Promise<void> => {
  const outcomes = await depsOf(home).okrRepository.write(writes);
  expect(outcomes.map(({ type }) => type)).toEqual(writes.map(() => "Written"));
};

/** A site with a cycle in its home lists and a closed one with lists of its own. */
const fill = async (home: SimulatedHome): Promise<void> => {
  await write(home, first);
  const cycle = aCycle({ key: nextCycle, name: "Q2 2026" });
  const partition = { key: partitionKey("q2"), cycleKey: nextCycle, roots: [], closed: false };
  must(await home.provisioning.openCycle(cycle, [partition]));
  await write(home, second);
  must(await home.provisioning.closeCycle(nextCycle, true));
};

const exportOf = async (home: SimulatedHome): Promise<ExportDocument> => must(await exportEverything(depsOf(home))());

/** As it is after a journey through a file. */
const throughFile = (document: ExportDocument): ExportDocument =>
  must(readDocument([...writeDocument(document)].join("")));

let origin: SimulatedHome;
let document: ExportDocument;
beforeAll(async () => {
  origin = await startHome();
  await fill(origin);
  document = throughFile(await exportOf(origin));
});
afterAll(() => origin.close());

let target: SimulatedHome | undefined;
afterEach(() => target?.close());

const restoreTo = async (home: SimulatedHome, what = document) =>
  must(await restore(depsOf(home))(what, { author: lena }));

const counted = (made: number, present: number, more = {}) => ({ made, present, different: 0, refused: 0, ...more });

describe("export and restore", () => {
  it("[TR6] hold everything: every cycle, unit, level, partition, draft, objective, key result, check-in and log entry", () => {
    expect(document).toMatchObject({
      organisation: "Tinycart",
      cycles: [
        { key: "2026-q1", closed: false },
        { key: "2026-q2", closed: true },
      ],
      partitions: [{ key: "q2", closed: true }],
    });
    expect(document.levels.length).toBeGreaterThan(0);
    const lengths = [
      document.units,
      document.objectives,
      document.keyResults,
      document.checkIns,
      document.initiatives,
      document.log,
    ];
    expect(lengths.map(({ length }) => length)).toEqual([2, 3, 3, 3, 2, 1]);
  });

  it("[TR7] bring a fresh site to the same, with authors and moments", async () => {
    target = await startEmptyHome();
    const report = await restoreTo(target);
    expect(report.findings).toEqual([]);
    expect(report.counts).toEqual({
      cycles: counted(2, 0),
      units: counted(2, 0),
      objectives: counted(3, 0),
      keyResults: counted(3, 0),
      checkIns: counted(3, 0),
      initiatives: counted(2, 0),
      log: counted(1, 0),
    });
    const { log, exportedAt: _at, ...there } = await exportOf(target);
    const { log: logBefore, exportedAt: _before, ...wanted } = document;
    expect(there).toEqual(wanted);
    expect(log.filter(({ action }) => action !== "restore")).toEqual(logBefore);
    expect(log.filter(({ action }) => action === "restore")).toMatchObject([
      { author: lena, reason: "cycles 2, units 2, objectives 3, keyResults 3, checkIns 3, initiatives 2, log 1" },
    ]);
  });

  it("[TR8] may be repeated: what is there is counted, nothing is doubled, nothing is logged", async () => {
    target = await startEmptyHome();
    await restoreTo(target);
    const before = await exportOf(target);
    const again = await restoreTo(target);
    expect(again.findings).toEqual([]);
    expect(again.counts.objectives).toEqual(counted(0, 3));
    expect(again.counts.checkIns).toEqual(counted(0, 3));
    expect(again.counts.cycles).toEqual(counted(0, 2));
    expect({ ...(await exportOf(target)), exportedAt: before.exportedAt }).toEqual(before);
  });

  it("[TR8] finish what was stopped in the middle", async () => {
    target = await startEmptyHome();
    const stop = new AbortController();
    const options = { author: lena, signal: stop.signal, onProgress: (done: number) => done === 3 && stop.abort() };
    const stopped = must(
      await restore(depsOf(target))(document, { ...options, onProgress: (done) => void options.onProgress(done) }),
    );
    expect(stopped.findings.length).toBeGreaterThan(0);
    const rest = await restoreTo(target);
    expect(rest.findings).toEqual([]);
    const { log: _log, exportedAt: _at, ...there } = await exportOf(target);
    const { log: _logBefore, exportedAt: _before, ...wanted } = document;
    expect(there).toEqual(wanted);
  });

  it("[TR9] leave what differs as it is, and name it", async () => {
    target = await startHome();
    const mine = anObjective(1, { title: "Ours" });
    await write(target, [
      { kind: "saveCycle", cycle: aCycle({ name: "First quarter" }) },
      { kind: "saveUnit", unit: aUnit() },
      { kind: "createObjective", objective: mine },
    ]);
    const report = await restoreTo(target);
    expect(report.findings).toEqual([
      { kind: "cycles", id: "2026-q1", title: "Q1 2026", why: { type: "Different" } },
      { kind: "units", id: "de", title: "Germany", why: { type: "Different" } },
      { kind: "objectives", id: mine.id, title: document.objectives[0]?.title, why: { type: "Different" } },
    ]);
    expect((await exportOf(target)).objectives[0]).toEqual(mine);
  });

  it("[TR10] is for those who may write there", async () => {
    target = await startHome();
    const deps = { ...depsOf(target), okrRepository: target.repositoryOf("outsider") };
    expect(await restore(deps)(document, { author: lena })).toEqual({ ok: false, error: { type: "Forbidden" } });
  });
});
