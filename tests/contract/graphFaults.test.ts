/** What only a real service does: throttling, lost answers, small pages, wide filters, refused tokens, rows edited by hand. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { RowWarning } from "#shared/adapters/graph/repository/items.ts";
import { cycleKey, revision, rowOf, unitKey } from "#shared/domain/okr/ids.ts";
import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { OkrRepository, OkrWrite, WriteOutcome } from "#shared/ports/okrRepository.ts";
import { aCheckIn, aKeyResult, anObjective, aUnit } from "#tests/support/okrs.ts";
import { startEmptyHome, startHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";

let home: SimulatedHome;
let repository: OkrRepository;

beforeEach(async () => {
  home = await startHome({ unrecorded: true });
  repository = home.repositoryOf("lead");
});
afterEach(() => home.close());

const whole = { cycleKeys: [cycleKey("2026-q1")], units: "all" } as const;

const objectives = (count: number): readonly OkrWrite[] =>
  Array.from({ length: count }, (_, index) => ({ kind: "createObjective", objective: anObjective(index) }));

const types = (outcomes: readonly WriteOutcome[]): ReadonlySet<string> =>
  new Set(outcomes.map((outcome) => outcome.type));

const read = async (scope: Parameters<OkrRepository["readOkrs"]>[0] = whole): Promise<OkrSet> => {
  const set = await home.repositoryOf("facilitator").readOkrs(scope);
  if (!set.ok) throw new Error(`Not readable: ${JSON.stringify(set.error)}`);
  return set.value;
};

const faults = (...rules: readonly object[]): Promise<unknown> => home.server.sim("POST", "/faults", rules);
const settings = (change: object): Promise<unknown> => home.server.sim("POST", "/settings", change);

/** Site and list as Graph names them. */
const address = async (listName: string): Promise<{ readonly siteId: string; readonly listId: string }> => {
  const site = await home.server.call("GET", `/sites/${home.site}`);
  const siteId = String(site.body.id);
  const lists = await home.server.call("GET", `/sites/${siteId}/lists`);
  const found = lists.body.value.find((list: { displayName: string }) => list.displayName === listName);
  return { siteId, listId: String(found.id) };
};

describe("a service that is too busy", () => {
  it("[AG2][AG3] gets through a storm of 429 inside batches without losing or doubling a row", async () => {
    await faults({ match: "POST /items$", status: 429, share: 0.4, retryAfterSeconds: 3, seed: 7 });
    expect(types(await repository.write(objectives(90)))).toEqual(new Set(["Written"]));
    await faults();
    expect((await read()).objectives).toHaveLength(90);
    expect(home.clock.waited()).toBeGreaterThanOrEqual(3000);
  });

  it("[AG3] tells Busy with the time to wait when it does not end", async () => {
    await faults({ match: "GET /items", status: 503, retryAfterSeconds: 20 });
    expect(await repository.readOkrs(whole)).toEqual({ ok: false, error: { type: "Busy", retryAfterMs: 20_000 } });
  });

  it("[AG3] repeats a batch that was refused as a whole", async () => {
    await faults({ match: "POST /\\$batch", status: 503, count: 2 });
    expect(types(await repository.write(objectives(3)))).toEqual(new Set(["Written"]));
    expect((await read()).objectives).toHaveLength(3);
  });
});

describe("answers that never arrive", () => {
  it("[AG16][OR4] finds out that a create had been carried out", async () => {
    await repository.readFrame();
    await faults({ match: "POST /\\$batch", drop: "after", count: 1 });
    expect(types(await repository.write(objectives(40)))).toEqual(new Set(["Written"]));
    const set = await read();
    expect(set.objectives.map((objective) => objective.title).toSorted()).toHaveLength(40);
  });

  it("[OR7] finds out that a change had been carried out", async () => {
    const [created] = await repository.write(objectives(1));
    const basedOn = created?.type === "Written" ? (created.revision ?? revision("")) : revision("");
    await faults({ match: "POST /\\$batch", drop: "after", count: 1 });
    const change: OkrWrite = { kind: "changeObjective", id: anObjective(0).id, changes: { title: "Once" }, basedOn };
    const [outcome] = await repository.write([change]);
    expect(outcome).toMatchObject({ type: "Written" });
    const set = await read();
    expect(set.objectives.map((objective) => objective.title)).toEqual(["Once"]);
    expect(outcome).toMatchObject({ type: "Written", revision: set.revisions.get(anObjective(0).id) });
  });

  it("[AG8] tells Offline when the service cannot be reached at all", async () => {
    await faults({ match: "POST /\\$batch", drop: "before" });
    expect(await repository.readFrame()).toEqual({ ok: false, error: { type: "Offline" } });
    expect(await repository.write(objectives(1))).toEqual([{ type: "Failed", error: { type: "Offline" } }]);
  });
});

describe("keys that differ in case only", () => {
  it("[OR11] are refused, because the service takes them for the same, and nothing is overwritten", async () => {
    const germany = aUnit();
    await repository.write([{ kind: "saveUnit", unit: germany }]);
    const [outcome] = await repository.write([
      { kind: "saveUnit", unit: aUnit({ key: unitKey("DE"), name: "Delaware" }) },
    ]);
    expect(outcome).toMatchObject({ type: "Invalid" });
    expect(await repository.readFrame()).toMatchObject({ ok: true, value: { units: [germany] } });
  });
});

describe("reading much", () => {
  it("[OR2] reads to the end whatever a page holds", async () => {
    await settings({ maxPageSize: 7 });
    await repository.write([
      ...objectives(40),
      { kind: "createKeyResult", keyResult: aKeyResult(1, 1) },
      ...Array.from({ length: 30 }, (_, index): OkrWrite => ({ kind: "addCheckIn", checkIn: aCheckIn(index, 1) })),
    ]);
    const set = await read();
    expect([set.objectives.length, set.keyResults.length, set.checkIns.length]).toEqual([40, 1, 30]);
  });

  it("[AG15] reads a small unit of a large list by its index, and a whole large cycle without a filter", async () => {
    await settings({ listViewThreshold: 30 });
    const elsewhere = Array.from({ length: 50 }, (_, index): OkrWrite => ({
      kind: "createObjective",
      objective: anObjective(100 + index, { unitKey: unitKey("ke") }),
    }));
    await repository.write([...objectives(20), ...elsewhere]);
    await home.server.sim("DELETE", "/stats");
    expect((await read({ ...whole, units: [unitKey("de")] })).objectives).toHaveLength(20);
    expect(home.clock.waited()).toBeLessThan(1000);
    expect((await read({ ...whole, units: [unitKey("ke")] })).objectives).toHaveLength(50);
    expect((await read()).objectives).toHaveLength(70);
  });
});

describe("people without rights", () => {
  it("[AG8] tells an outsider Forbidden, reading and writing", async () => {
    const outsider = home.repositoryOf("outsider");
    expect(await outsider.readFrame()).toEqual({ ok: false, error: { type: "Forbidden" } });
    expect(await outsider.readOkrs(whole)).toEqual({ ok: false, error: { type: "Forbidden" } });
    expect(await outsider.write(objectives(1))).toEqual([{ type: "Failed", error: { type: "Forbidden" } }]);
    expect((await read()).objectives).toEqual([]);
  });

  it("[AG8] tells a reader of one list Forbidden for writing to it", async () => {
    await home.server.sim("POST", "/permissions", {
      ...(await address("Drumbeat Objectives")),
      roles: [{ kind: "everyone", level: "read" }],
    });
    expect(await repository.write(objectives(1))).toEqual([{ type: "Failed", error: { type: "Forbidden" } }]);
    expect(await repository.readOkrs(whole)).toMatchObject({ ok: true });
  });

  it("[AG8] tells what is missing where Drumbeat was never set up", async () => {
    const empty = await startEmptyHome();
    const frame = await empty.repositoryOf("lead").readFrame();
    const set = await empty.repositoryOf("lead").readOkrs(whole);
    await empty.close();
    expect(frame).toEqual({ ok: false, error: { type: "NotSetUp", missing: "Drumbeat Settings" } });
    expect(set).toEqual({ ok: false, error: { type: "NotSetUp", missing: "Drumbeat Settings" } });
  });
});

describe("rows and streams that others damaged", () => {
  it("[AG10] finds the lists again after they were made anew", async () => {
    await repository.write(objectives(1));
    const { siteId, listId } = await address("Drumbeat Objectives");
    await home.server.call("DELETE", `/sites/${siteId}/lists/${listId}`);
    expect(await repository.readOkrs(whole)).toMatchObject({ ok: false, error: { type: "NotSetUp" } });
    await home.provisioning.provision({});
    expect(await repository.readOkrs(whole)).toMatchObject({ ok: true, value: { objectives: [] } });
    expect(types(await repository.write(objectives(2)))).toEqual(new Set(["Written"]));
  });

  it("[AG14] leaves out a row that was spoilt by hand, and says which", async () => {
    await repository.write(objectives(3));
    const { siteId, listId } = await address("Drumbeat Objectives");
    await home.server.call("PATCH", `/sites/${siteId}/lists/${listId}/items/2/fields`, { Parents: "[{" });
    const warnings: RowWarning[] = [];
    const set = await home.repositoryOf("lead", (warning) => warnings.push(warning)).readOkrs(whole);
    expect(set.ok && set.value.objectives.length).toBe(2);
    expect(warnings).toEqual([{ list: "Drumbeat Objectives", itemId: "2", column: "Parents" }]);
  });

  const cursorAfterReading = async (reader: OkrRepository) => {
    const opened = await reader.openOkrs(whole);
    if (!opened.ok) throw new Error("not opened");
    return opened.value.cursors;
  };

  const removeFirst = async (): Promise<void> => {
    const { revisions } = await read();
    const { id } = anObjective(0);
    await repository.write([{ kind: "removeObjective", id, basedOn: revisions.get(id) ?? revision("") }]);
  };

  it("[AG17] starts again when a token is refused", async () => {
    const cursor = await cursorAfterReading(repository);
    await settings({ resync: "resyncChangesApplyDifferences" });
    expect(await repository.readChanges(cursor)).toEqual({
      ok: false,
      error: { type: "ResyncNeeded", partitions: [HOME_PARTITION] },
    });
  });

  it("[AG17] starts again when a page hides a removal behind an error", async () => {
    await repository.write(objectives(2));
    const cursor = await cursorAfterReading(repository);
    await settings({ deltaErrorElements: true });
    await removeFirst();
    expect(await repository.readChanges(cursor)).toEqual({
      ok: false,
      error: { type: "ResyncNeeded", partitions: [HOME_PARTITION] },
    });
  });

  it("[AG21] names the removed row to another reader, who goes on from a cursor that was kept", async () => {
    await repository.write(objectives(2));
    const cursors = await cursorAfterReading(repository);
    const removed = rowOf((await read()).revisions.get(anObjective(0).id) ?? revision(""));
    await removeFirst();
    const restarted = home.repositoryOf("lead");
    expect(await restarted.readChanges(cursors)).toMatchObject({ ok: true, value: { removed: [removed] } });
  });
});
