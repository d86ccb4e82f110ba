import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createGraphHistory } from "#shared/adapters/graph/history.ts";
import type { SendToGraph } from "#shared/adapters/graph/request/call.ts";
import { initiativeRows, readHistory } from "#shared/application/history/readHistory.ts";
import type { HistoryEvent } from "#shared/domain/audit/history.ts";
import { logEntryId, type LogEntry } from "#shared/domain/audit/logEntry.ts";
import { revision, type Revision } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Result } from "#shared/domain/result.ts";
import type { OkrRepository, OkrWrite } from "#shared/ports/okrRepository.ts";
import { aCycle, aKeyResult, anInitiative, anObjective, aUnit, instant, lena } from "#tests/support/okrs.ts";
import { startHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";

let home: SimulatedHome;
let repository: OkrRepository;
beforeAll(async () => {
  home = await startHome();
  repository = home.repositoryOf("facilitator");
});
afterAll(() => home.close());

const must = <T, E>(result: Result<T, E>): T => {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
};

const write = async (...writes: readonly OkrWrite[]): Promise<void> => {
  const outcomes = await repository.write(writes);
  expect(outcomes.map(({ type }) => type)).toEqual(writes.map(() => "Written"));
};

const read = async (): Promise<OkrSet> => must(await repository.readOkrs({ cycleKeys: [aCycle().key], units: "all" }));

const objective = anObjective(1, { stage: "draft" });
const keyResult = aKeyResult(1, 1);

const entry = (n: number, action: LogEntry["action"], more: Partial<LogEntry> = {}): LogEntry => ({
  id: logEntryId(`00000000-0000-4000-8000-00000000000${n}`),
  at: instant(`2026-03-16T12:00:0${n}.000Z`),
  author: lena,
  action,
  reason: "Marketing is late",
  recordId: objective.id,
  ...more,
});

const revisionsOf = ({ revisions }: OkrSet): readonly Revision[] => [...revisions.values()];

const historyNow = async (send: SendToGraph = home.sendAs("member")): Promise<readonly HistoryEvent[]> => {
  const history = createGraphHistory({ send, homeSite: home.site });
  return must(await readHistory({ history })(objective.id, revisionsOf(await read())));
};

describe("history from SharePoint", () => {
  it("[HI1] [HI4] tells versions of drafts, publishing, changes after it and unlocking, with who and why", async () => {
    await write(
      { kind: "saveCycle", cycle: aCycle() },
      { kind: "saveUnit", unit: aUnit() },
      { kind: "createObjective", objective },
      { kind: "createKeyResult", keyResult },
    );
    const drafted = await read();
    const basedOn = (set: OkrSet, id: typeof objective.id | typeof keyResult.id): Revision =>
      set.revisions.get(id) ?? revision("");
    await write({
      kind: "changeObjective",
      id: objective.id,
      changes: { title: "Half the returns" },
      basedOn: basedOn(drafted, objective.id),
    });
    const asDraft = await historyNow();
    expect(asDraft.map(({ by }) => by.name)).toEqual(["Farid Haddad", "Farid Haddad", "Farid Haddad"]);
    const [changed, ...made] = asDraft.toSorted((a, b) => a.type.localeCompare(b.type));
    expect(made.map(({ type }) => type)).toEqual(["made", "made"]);
    expect(changed).toMatchObject({
      fields: [{ field: "title", before: "Objective 1", after: "Half the returns" }],
    });

    const ready = await read();
    const titled = { ...objective, title: "Half the returns" };
    const published = { ...titled, stage: "active" as const };
    await write({
      kind: "publishObjective",
      objective: published,
      keyResults: [keyResult],
      basedOn: Object.fromEntries(ready.revisions),
      entry: entry(1, "publish", { agreed: { objective: published, keyResults: [keyResult] } }),
    });
    const after = await read();
    await write({
      kind: "changeKeyResult",
      id: keyResult.id,
      changes: { weight: 40 },
      basedOn: basedOn(after, keyResult.id),
    });
    const whilePublished = await historyNow();
    expect(whilePublished).toHaveLength(2);
    expect(whilePublished).toContainEqual(
      expect.objectContaining({ type: "changed", fields: [{ field: "weight", after: 40 }] }),
    );
    expect(whilePublished).toContainEqual(
      expect.objectContaining({ type: "logged", entry: expect.objectContaining({ action: "publish" }) }),
    );
    const open = await read();
    const weighed = { ...keyResult, weight: 40 };
    await write({
      kind: "unlockObjective",
      objective: titled,
      keyResults: [weighed],
      basedOn: Object.fromEntries(open.revisions),
      entry: entry(2, "unlock", { agreed: { objective: titled, keyResults: [weighed] } }),
    });
    const [unlocked, ...earlier] = await historyNow();
    expect(unlocked).toMatchObject({
      type: "logged",
      entry: { action: "unlock", reason: "Marketing is late", author: lena },
      changes: [
        { subject: { kind: "objective" }, fields: [{ field: "stage", before: "active", after: "draft" }] },
        { subject: { kind: "keyResult" }, fields: [{ field: "weight", after: 40 }] },
      ],
    });
    expect(earlier.map(({ type }) => type)).toEqual(["logged"]);
  });

  it("[HI5] costs one exchange", async () => {
    const before = (await home.server.sim("GET", "/stats")).body;
    const set = await read();
    const between = (await home.server.sim("GET", "/stats")).body;
    const history = createGraphHistory({ send: home.sendAs("member"), homeSite: home.site });
    must(await readHistory({ history })(objective.id, revisionsOf(set)));
    const after = (await home.server.sim("GET", "/stats")).body;
    expect(between.outer).toBeGreaterThan(before.outer);
    expect(after.outer - between.outer).toBe(1);
  });

  it("[HI5] hands on why it cannot be read", async () => {
    const history = createGraphHistory({ send: home.sendAs("outsider"), homeSite: home.site });
    expect(await readHistory({ history })(objective.id, [])).toEqual({ ok: false, error: { type: "Forbidden" } });
  });

  it("[HI6] tells what became of an initiative, by the same versions", async () => {
    const initiative = anInitiative(1, 1, { state: "notStarted" });
    await write({ kind: "createInitiative", initiative });
    const scope = { cycleKeys: [aCycle().key], units: "all" } as const;
    const before = must(await repository.readInitiatives(scope));
    const basedOn = before.revisions.get(initiative.id) ?? revision("");
    await write({ kind: "changeInitiative", id: initiative.id, changes: { state: "done", note: "Signed" }, basedOn });
    const after = must(await repository.readInitiatives(scope));
    const history = createGraphHistory({ send: home.sendAs("member"), homeSite: home.site });
    const events = must(
      await readHistory({ history })(initiative.objectiveId, initiativeRows(after, initiative.objectiveId)),
    );
    expect(events.filter(({ type }) => type !== "logged")).toMatchObject([
      {
        type: "changed",
        by: { name: "Farid Haddad" },
        subject: { kind: "initiative", title: "Initiative 1" },
        fields: [
          { field: "state", before: "notStarted", after: "done" },
          { field: "note", before: "", after: "Signed" },
        ],
      },
      { type: "made", subject: { id: initiative.id } },
    ]);
  });
});
