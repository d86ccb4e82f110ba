import { describe, expect, it } from "@jest/globals";
import { createOkrSession, type OpenSession } from "#shared/application/okrSession.ts";
import type { Place } from "#shared/application/place.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import { err } from "#shared/domain/result.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { createManualDay } from "#tests/support/manualClock.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit, day } from "#tests/support/okrs.ts";

const frame = {
  cycles: [
    aCycle(),
    aCycle({ key: cycleKey("2026"), name: "2026", kind: "annual", end: day("2026-12-31") }),
    aCycle({ key: cycleKey("2025-q4"), name: "Q4 2025", start: day("2025-10-01"), end: day("2025-12-31") }),
  ],
  units: [
    aUnit({ key: unitKey("co"), name: "Company", levelKey: "company" }),
    aUnit({ parentKey: unitKey("co") }),
    aUnit({ key: unitKey("ke"), name: "Kenya", parentKey: unitKey("co") }),
    aUnit({ key: unitKey("berlin"), name: "Berlin", parentKey: unitKey("de") }),
  ],
};

const setUp = async (change: (repository: OkrRepository) => OkrRepository = (repository) => repository) => {
  const home = createMemoryHome(frame);
  const others = createMemoryOkrRepository(home, "Somebody else");
  await others.write([
    { kind: "createObjective", objective: anObjective(1) },
    { kind: "createKeyResult", keyResult: aKeyResult(1, 1) },
    { kind: "createObjective", objective: anObjective(2, { unitKey: unitKey("co"), cycleKey: cycleKey("2026") }) },
    { kind: "createObjective", objective: anObjective(3, { unitKey: unitKey("ke") }) },
    { kind: "createObjective", objective: anObjective(4, { unitKey: unitKey("berlin") }) },
    { kind: "createObjective", objective: anObjective(5, { cycleKey: cycleKey("2025-q4") }) },
  ]);
  const asked = { changes: 0 };
  const mine = createMemoryOkrRepository(home);
  const okrRepository = change({
    ...mine,
    readChanges: (since) => {
      asked.changes += 1;
      return mine.readChanges(since);
    },
  });
  const manual = createManualDay();
  const { clock, visibility } = manual;
  const session = createOkrSession({ okrRepository, ...manual });
  const opened = (): OpenSession => {
    const state = session.state.get();
    if (state.kind !== "ready") throw new Error(`The session is ${state.kind}`);
    return state;
  };
  const titles = (): readonly string[] => {
    const { okrs } = opened();
    return okrs.kind === "ready" ? okrs.set.objectives.map(({ title }) => title).toSorted() : [okrs.kind];
  };
  return { home, others, session, opened, titles, clock, visibility, asked };
};

const germany: Place = { unitKey: unitKey("de") };

describe("createOkrSession", () => {
  it("opens the wanted unit with what lies above and directly below it, in what runs now and around it", async () => {
    const { session, opened, titles } = await setUp();
    await session.start(germany);
    expect(opened().place).toEqual(germany);
    expect(titles()).toEqual(["Objective 1", "Objective 2", "Objective 4"]);
  });

  it("opens the top unit when nothing or something unknown is wanted", async () => {
    const { session, opened } = await setUp();
    await session.start({ unitKey: unitKey("mars"), cycleKey: cycleKey("never") });
    expect(opened().place).toEqual({ unitKey: "co" });
  });

  it("shows a past cycle alone", async () => {
    const { session, titles } = await setUp();
    await session.start({ ...germany, cycleKey: cycleKey("2025-q4") });
    expect(titles()).toEqual(["Objective 5"]);
  });

  it("says what is missing when nobody has made units or cycles yet", async () => {
    const session = createOkrSession({
      okrRepository: createMemoryOkrRepository(createMemoryHome()),
      ...createManualDay(),
    });
    await session.start({});
    expect(session.state.get().kind).toBe("empty");
  });

  it("hands on why it could not start, and starts when asked again", async () => {
    let down = true;
    const { session } = await setUp((repository) => ({
      ...repository,
      readFrame: () => (down ? Promise.resolve(err({ type: "Offline" })) : repository.readFrame()),
    }));
    await session.start(germany);
    expect(session.state.get()).toEqual({ kind: "failed", error: { type: "Offline" } });
    down = false;
    await session.start(germany);
    expect(session.state.get().kind).toBe("ready");
  });

  it("shows what others change while somebody looks, within one turn", async () => {
    const { session, others, opened, clock } = await setUp();
    await session.start(germany);
    await others.write([{ kind: "addCheckIn", checkIn: aCheckIn(1, 1, { value: 95 }) }]);
    await clock.pass(15_000);
    const { okrs } = opened();
    expect(okrs.kind === "ready" ? okrs.set.checkIns.map(({ value }) => value) : okrs.kind).toEqual([95]);
  });

  it("asks nothing while nobody looks, and at once when somebody looks again", async () => {
    const { session, asked, clock, visibility } = await setUp();
    await session.start(germany);
    visibility.set(false);
    await clock.pass(600_000);
    expect(asked.changes).toBe(0);
    visibility.set(true);
    await clock.pass(0);
    expect(asked.changes).toBe(1);
  });

  it("keeps what it shows when updates fail, says so, and waits as long as the service asks", async () => {
    let answer: "busy" | "fine" = "busy";
    const { session, opened, titles, asked, clock } = await setUp((repository) => ({
      ...repository,
      readChanges: async (since) => {
        const changes = await repository.readChanges(since);
        return answer === "busy" ? err({ type: "Busy", retryAfterMs: 60_000 }) : changes;
      },
    }));
    await session.start(germany);
    await clock.pass(15_000);
    expect(opened().connection).toBe("busy");
    expect(titles()).toHaveLength(3);
    await clock.pass(59_999);
    expect(asked.changes).toBe(1);
    answer = "fine";
    await clock.pass(1);
    expect(opened().connection).toBe("live");
  });

  it("reads everything again when the stream of changes broke", async () => {
    const { session, others, titles, clock, opened } = await setUp((repository) => ({
      ...repository,
      readChanges: () => Promise.resolve(err({ type: "ResyncNeeded", partitions: [] })),
    }));
    await session.start(germany);
    await others.write([{ kind: "createObjective", objective: anObjective(6) }]);
    await clock.pass(15_000);
    expect(titles()).toContain("Objective 6");
    expect(opened().connection).toBe("live");
  });

  it("drops the answer for a place that was left meanwhile", async () => {
    const waiting: (() => void)[] = [];
    let slow = false;
    const { session, opened, titles } = await setUp((repository) => ({
      ...repository,
      openOkrs: async (scope, known) => {
        if (slow) await new Promise<void>((resolve) => waiting.push(resolve));
        return repository.openOkrs(scope, known);
      },
    }));
    await session.start(germany);
    slow = true;
    const toKenya = session.goTo({ unitKey: unitKey("ke") });
    await Promise.resolve();
    slow = false;
    await session.goTo({ unitKey: unitKey("berlin") });
    for (const go of waiting) go();
    await toKenya;
    expect(opened().place.unitKey).toBe("berlin");
    expect(titles()).toEqual(["Objective 1", "Objective 2", "Objective 4"]);
  });

  it("shows a check-in at once that was just stored", async () => {
    const { session, opened } = await setUp();
    await session.start(germany);
    session.show(aCheckIn(7, 1));
    const { okrs } = opened();
    expect(okrs.kind === "ready" ? okrs.set.checkIns : okrs.kind).toEqual([aCheckIn(7, 1)]);
  });

  it("asks nothing any more once it is disposed", async () => {
    const { session, asked, clock, visibility } = await setUp();
    await session.start(germany);
    session.dispose();
    visibility.set(true);
    await clock.pass(60_000);
    expect(asked.changes).toBe(0);
  });
});
