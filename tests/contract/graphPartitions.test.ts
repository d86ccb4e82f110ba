/** How the Graph repository spreads OKRs over lists: what it costs, and that nothing is lost on the way from one to another. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import { createGraphRollUps } from "#shared/adapters/graph/rollUps.ts";
import { createGraphStreamStarts } from "#shared/adapters/graph/streamStarts.ts";
import { createCompanions } from "#shared/application/companions.ts";
import { instantOf } from "#shared/domain/day.ts";
import type { SendToGraph } from "#shared/adapters/graph/request/call.ts";
import { logEntryId } from "#shared/domain/audit/logEntry.ts";
import { cycleKey, partitionKey, revision, rowOf, unitKey } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import { isDraft, placeOfRow } from "#shared/domain/partition/rows.ts";
import { err } from "#shared/domain/result.ts";
import type { OkrRepository, OkrWrite } from "#shared/ports/okrRepository.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit, guid, instant, lena } from "#tests/support/okrs.ts";
import { copyOf } from "#tests/support/copies.ts";
import { createManualClock } from "#tests/support/manualClock.ts";
import { startHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";
import { byId, create, createKeyResult, createObjective, partitionsOfQ1, read, types } from "./okrRepository/common.ts";

let home: SimulatedHome;
let repository: OkrRepository;

beforeEach(async () => {
  home = await startHome();
  repository = home.repositoryOf("lead");
});
afterEach(() => home.close());

const openQ1 = () => home.provisioning.openCycle(aCycle(), partitionsOfQ1);

interface Stats {
  readonly outer: number;
  readonly inner: number;
  readonly resourceUnits: number;
}

const costOf = async (work: () => Promise<unknown>): Promise<Stats> => {
  await home.server.sim("DELETE", "/stats");
  await work();
  const { outer, inner, resourceUnits } = (await home.server.sim("GET", "/stats")).body as Stats;
  return { outer, inner, resourceUnits };
};

const germany = { cycleKeys: [cycleKey("2026-q1")], units: [unitKey("de")] };
const kenya = { unitKey: unitKey("ke") };

const partitionOf = (set: OkrSet, id: Parameters<OkrSet["revisions"]["get"]>[0]): string | undefined =>
  placeOfRow(rowOf(set.revisions.get(id) ?? revision("")))?.partition;

describe("what opening costs", () => {
  it("[AG30] reads the frame in one exchange, and opens a unit's scope in one", async () => {
    await openQ1();
    expect(await costOf(() => repository.readFrame())).toEqual({ outer: 1, inner: 5, resourceUnits: 10 });
    expect(await costOf(() => repository.openOkrs(germany))).toEqual({ outer: 1, inner: 8, resourceUnits: 16 });
    const both = { ...germany, units: [unitKey("de"), unitKey("ke")] };
    expect(await costOf(() => repository.openOkrs(both))).toEqual({ outer: 1, inner: 16, resourceUnits: 32 });
  });

  it("[AG22][LV10] opens a scope of several partitions through the copy, with figures read along, in one exchange", async () => {
    await openQ1();
    const clock = createManualClock();
    const { leading, along } = createCompanions({ clock });
    const where = { send: home.sendAs("member"), homeSite: home.site };
    const copy = copyOf(leading(createGraphOkrRepository(where)), { clock });
    await copy.readFrame();
    const figures = along(createGraphRollUps(where));
    const both = { ...germany, units: [unitKey("de"), unitKey("ke")] };
    const open = () => Promise.all([figures.read(both.cycleKeys), copy.openOkrs(both)]);
    expect(await costOf(open)).toEqual({ outer: 1, inner: 17, resourceUnits: 34 });
  });

  it("[AG30] needs no frame that is known from before, and no new streams", async () => {
    await openQ1();
    const frame = await repository.readFrame();
    const opened = await repository.openOkrs(germany);
    if (!frame.ok || !opened.ok) throw new Error("not opened");
    const another = home.repositoryOf("member");
    another.knowFrame(frame.value);
    expect(await costOf(() => another.openOkrs(germany, opened.value.cursors))).toEqual({
      outer: 1,
      inner: 4,
      resourceUnits: 8,
    });
    expect(await costOf(() => another.readChanges(opened.value.cursors))).toEqual({
      outer: 1,
      inner: 4,
      resourceUnits: 4,
    });
  });

  it("[AG36] begins no streams where somebody keeps their beginnings for all, unless they are old or broken", async () => {
    await openQ1();
    const opened = await repository.openOkrs({ ...germany, units: "all" });
    if (!opened.ok) throw new Error("not opened");
    const streamStarts = createGraphStreamStarts({ send: home.sendAs("lead"), homeSite: home.site });
    const keep = async (asOfMs: number): Promise<void> => {
      const known = await streamStarts.read();
      if (!known.ok) throw new Error("not read");
      const asOf = instantOf(asOfMs);
      const starts = new Map([...opened.value.cursors].map(([key, cursor]) => [key, { cursor, asOf }] as const));
      expect(await streamStarts.write(starts, known.value)).toEqual({ ok: true, value: undefined });
    };
    await keep(Date.now() - 60_000);
    await create(repository, createObjective(1));
    const another = home.repositoryOf("member");
    await another.readFrame();
    const warm = await another.openOkrs(germany);
    expect(await costOf(() => another.openOkrs(germany))).toEqual({ outer: 1, inner: 4, resourceUnits: 8 });
    const changes = warm.ok ? await another.readChanges(warm.value.cursors) : warm;
    expect(changes.ok && changes.value.objectives).toEqual([anObjective(1)]);
    await home.server.sim("POST", "/settings", { resync: "resyncChangesApplyDifferences" });
    expect(warm.ok && (await another.readChanges(warm.value.cursors))).toMatchObject({ ok: false });
    expect(await costOf(() => another.openOkrs(germany))).toMatchObject({ outer: 1, inner: 8 });
    await keep(Date.now() - 3 * 60 * 60 * 1000);
    await another.readFrame();
    expect(await costOf(() => another.openOkrs(germany))).toMatchObject({ outer: 1, inner: 8 });
  });

  it("[AG30] loses no change that happens while it opens", async () => {
    const frame = await repository.readFrame();
    const begin = home.sendAs("member");
    let writing: Promise<unknown> | undefined;
    // The service carries out one batch after the other; a change between two of them is what may get lost.
    const send: SendToGraph = async (call, signal) => {
      const answer = await begin(call, signal);
      writing ??= repository.write([createObjective(1), createKeyResult(1, 1)]);
      await writing;
      return answer;
    };
    const late = createGraphOkrRepository({ send, homeSite: home.site });
    if (frame.ok) late.knowFrame(frame.value);
    // More than one batch can hold.
    const opened = await late.openOkrs({ ...germany, units: Array.from({ length: 90 }, (_, n) => unitKey(`u${n}`)) });
    if (!opened.ok) throw new Error("not opened");
    const changes = await late.readChanges(opened.value.cursors);
    expect(changes.ok && changes.value.objectives).toEqual([anObjective(1)]);
  });
});

describe("cycles with partitions", () => {
  it("[AG33] are opened with their lists, and opening again repairs what is missing", async () => {
    const first = await openQ1();
    const titles = ["Objectives", "Key Results", "Drafts", "Check-ins", "Initiatives"];
    const wanted = ["2026-q1-ke", "2026-q1"].flatMap((key) => titles.map((title) => `Drumbeat ${key} ${title}`));
    expect(first.ok && first.value.map(({ name }) => name)).toEqual(wanted);
    expect(first.ok && first.value.every(({ created }) => created)).toBe(true);
    const again = await openQ1();
    expect(again.ok && again.value.some(({ created }) => created)).toBe(false);
    expect(await repository.readFrame()).toMatchObject({
      ok: true,
      value: { cycles: [aCycle()], partitions: partitionsOfQ1 },
    });
    const report = await home.provisioning.provision({});
    expect(report.ok && report.value.lists.map(({ name }) => name)).toEqual(expect.arrayContaining(wanted));
  });

  it("[AG33] are refused when they lie elsewhere already, or were opened otherwise", async () => {
    await create(repository, createObjective(1));
    expect(await openQ1()).toEqual({ ok: false, error: { type: "CycleInUse" } });
    const next = aCycle({ key: cycleKey("2026-q2") });
    const plan = [{ key: partitionKey("2026-q2"), cycleKey: next.key, roots: [], closed: false }];
    expect(await home.provisioning.openCycle(next, plan)).toMatchObject({ ok: true });
    expect(await home.provisioning.openCycle(next, [])).toEqual({
      ok: false,
      error: { type: "OtherPlan", partitions: plan },
    });
  });

  it("[AG33] are marked as closed with all their partitions", async () => {
    await openQ1();
    expect(await home.provisioning.closeCycle(aCycle().key, true)).toMatchObject({ ok: true });
    const frame = await repository.readFrame();
    expect(frame.ok && frame.value.partitions.map(({ closed }) => closed)).toEqual([true, true]);
    expect(frame.ok && frame.value.cycles).toEqual([aCycle({ closed: true })]);
  });
});

describe("where records lie", () => {
  it("[AG32] is their partition, and another one after they moved to another unit", async () => {
    await openQ1();
    const [objective = revision(""), keyResult = revision("")] = await create(
      repository,
      createObjective(1),
      createKeyResult(1, 1),
      createObjective(2, kenya),
    );
    const before = await read(repository);
    expect(before.objectives.map(({ id }) => partitionOf(before, id))).toEqual(["2026-q1-ke", "2026-q1"]);
    const opened = await repository.openOkrs({ ...germany, units: "all" });
    const outcomes = await repository.write([
      { kind: "changeObjective", id: anObjective(1).id, changes: { ...kenya, title: "Moved" }, basedOn: objective },
      { kind: "changeKeyResult", id: aKeyResult(1, 1).id, changes: kenya, basedOn: keyResult },
    ]);
    expect(types(outcomes)).toEqual(["Written", "Written"]);
    const after = await read(home.repositoryOf("facilitator"));
    expect(byId(after.objectives)).toEqual([anObjective(1, { ...kenya, title: "Moved" }), anObjective(2, kenya)]);
    const formerly = [{ unitKey: unitKey("de"), cycleKey: cycleKey("2026-q1") }];
    expect(after.keyResults).toEqual([aKeyResult(1, 1, { ...kenya, formerly })]);
    expect(partitionOf(after, anObjective(1).id)).toBe("2026-q1-ke");
    const changes = opened.ok ? await repository.readChanges(opened.value.cursors) : opened;
    if (!changes.ok) throw new Error("not followed");
    expect(changes.value.removed.toSorted()).toEqual([rowOf(objective), rowOf(keyResult)].toSorted());
    expect(changes.value.objectives).toEqual([anObjective(1, { ...kenya, title: "Moved" })]);
  });

  it("[AG32] stays the same when the unit is put below another one", async () => {
    const [top, apart] = [aUnit({ key: unitKey("co") }), aUnit({ key: unitKey("ke"), parentKey: unitKey("co") })];
    const ops = aUnit({ key: unitKey("ke-ops"), parentKey: apart.key });
    const saving = [top, apart, ops].map((unit): OkrWrite => ({ kind: "saveUnit", unit }));
    await repository.write(saving);
    await openQ1();
    await repository.readFrame();
    await create(repository, createObjective(1, { unitKey: ops.key }));
    await repository.write([{ kind: "saveUnit", unit: { ...ops, parentKey: top.key } }]);
    const reader = home.repositoryOf("member");
    const set = await read(reader, { ...germany, units: [ops.key] });
    expect(set.objectives).toEqual([anObjective(1, { unitKey: ops.key })]);
  });

  it("[AG32] passes over nobody who changed the record on its way", async () => {
    await openQ1();
    const [basedOn = revision("")] = await create(repository, createObjective(1));
    const { id } = anObjective(1);
    const member = home.sendAs("lead");
    let theirs: Promise<unknown> | undefined;
    const send: SendToGraph = async (call, signal) => {
      if (call.method === "DELETE") {
        const change: OkrWrite = { kind: "changeObjective", id, changes: { why: "Because", title: "Theirs" }, basedOn };
        theirs ??= home.repositoryOf("facilitator").write([change]);
        await theirs;
      }
      return member(call, signal);
    };
    const mover = createGraphOkrRepository({ send, homeSite: home.site });
    const [outcome] = await mover.write([
      { kind: "changeObjective", id, changes: { ...kenya, title: "Mine" }, basedOn },
    ]);
    expect(outcome).toMatchObject({ type: "Stale", stored: { ...kenya, title: "Theirs", why: "Because" } });
    const set = await read(repository);
    expect(set.objectives).toEqual([anObjective(1, { ...kenya, title: "Theirs", why: "Because" })]);
  });
});

/** A process that ends after so many requests: what it sends then goes nowhere. */
const dyingAfter = (requests: number, send: SendToGraph): SendToGraph => {
  let left = requests;
  return (call, signal) => {
    left -= 1;
    return left < 0 ? Promise.resolve(err({ type: "Offline" })) : send(call, signal);
  };
};

describe("a move that is interrupted", () => {
  const moves = async (kind: "publishObjective" | "unlockObjective"): Promise<OkrWrite> => {
    const set = await read(repository);
    const stage = kind === "publishObjective" ? "active" : "draft";
    const [objective = anObjective(1)] = set.objectives;
    return {
      kind,
      objective: { ...objective, stage, title: `Title of ${kind}` },
      keyResults: set.keyResults,
      basedOn: Object.fromEntries(set.revisions),
      entry: {
        id: logEntryId(guid("2", kind === "publishObjective" ? 901 : 902)),
        at: instant("2026-01-05T09:00:00Z"),
        author: lena,
        action: kind === "publishObjective" ? "publish" : "unlock",
        reason: "",
      },
    };
  };

  /** More than either move takes. */
  const STEPS = 14;
  const deaths = (["publishObjective", "unlockObjective"] as const).flatMap((kind) =>
    Array.from({ length: STEPS + 1 }, (_, requests) => ({ kind, requests })),
  );

  it.each(deaths)(
    "[AG31] is found whole and completed by repeating it: $kind after $requests requests",
    async (death) => {
      const { kind, requests } = death;
      const drafts = [createObjective(1, { stage: "draft" }), createKeyResult(1, 1), createKeyResult(2, 1)];
      await create(repository, ...drafts);
      if (kind === "unlockObjective") await repository.write([await moves("publishObjective")]);
      const write = await moves(kind);
      const frame = await repository.readFrame();
      const mortal = createGraphOkrRepository({
        send: dyingAfter(requests, home.sendAs("lead")),
        homeSite: home.site,
      });
      if (frame.ok) mortal.knowFrame(frame.value);
      const [interrupted] = await mortal.write([write]);
      if (requests === 0 || requests === STEPS) {
        expect(interrupted?.type).toBe(requests === 0 ? "Failed" : "Written");
      }
      const meanwhile = await read(home.repositoryOf("member"));
      expect(byId(meanwhile.keyResults)).toEqual([aKeyResult(1, 1), aKeyResult(2, 1)]);
      expect(meanwhile.objectives).toHaveLength(1);
      expect(types(await home.repositoryOf("lead").write([write]))).toEqual(["Written"]);
      const set = await read(home.repositoryOf("member"));
      expect(set.objectives.map(({ title }) => title)).toEqual([`Title of ${kind}`]);
      expect(byId(set.keyResults)).toEqual([aKeyResult(1, 1), aKeyResult(2, 1)]);
      expect(new Set([...set.revisions.values()].map(isDraft))).toEqual(new Set([kind === "unlockObjective"]));
    },
  );

  it("[AG31] leaves no draft behind that would come to light when the published row is removed", async () => {
    await create(repository, createObjective(1, { stage: "draft" }), createKeyResult(1, 1));
    await repository.write([await moves("publishObjective")]);
    await repository.write([{ kind: "addCheckIn", checkIn: aCheckIn(1, 1) }]);
    const { revisions } = await read(repository);
    const basedOn = revisions.get(anObjective(1).id) ?? revision("");
    await repository.write([{ kind: "removeObjective", id: anObjective(1).id, basedOn }]);
    expect((await read(repository)).objectives).toEqual([]);
  });
});
