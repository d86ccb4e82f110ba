/**
 * A push through the real adapter and the simulated service, in bad weather, its process killed before and after any call; and
 * somebody who follows it in the same weather, and whose stream of changes breaks: 410, and pages with an error among their rows.
 */
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import type { NewEntry } from "#shared/application/outbox/entries.ts";
import { createOutbox } from "#shared/application/outbox/outbox.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { OkrRepository, OkrWrite } from "#shared/ports/okrRepository.ts";
import { copyOf, createMemoryLocks } from "../copies.ts";
import { inOrder } from "../editing.ts";
import { followingWindow } from "../followingWindow.ts";
import { createMemoryHome, type MemoryHome } from "../memoryHome.ts";
import { createMemoryOutboxDisk, createMemoryOutboxStore } from "../memoryOutboxStore.ts";
import { aKeyResult, anObjective } from "../okrs.ts";
import { startHome, type SimulatedHome } from "../simulatedHome.ts";
import { createChance, type Chance } from "./chance.ts";
import { createLife, storeOf } from "./mortal.ts";
import { FORTY } from "./play.ts";
import { pushOf, type Sizes } from "./scene.ts";

export interface GraphStorm {
  readonly seed: number;
  readonly sizes?: Sizes;
  /** Chance to be killed before and after each call to Graph and each step of the outbox's storage. */
  readonly killShare: number;
}

export interface Weathered {
  /** Everything that was lost or doubled. */
  readonly problems: readonly string[];
  readonly rows: number;
  readonly kills: number;
  /** How often somebody else asked what had changed. */
  readonly looks: number;
}

/** Every storm ends. */
const STORM_LIVES = 12;
const MOST_LIVES = 30;
const WHOLE = { cycleKeys: [anObjective(0).cycleKey], units: "all" } as const;

const weatherOf = (seed: number): readonly object[] => [
  { match: "POST /items$", status: 429, share: 0.1, retryAfterSeconds: 1, seed },
  { match: "/items", status: 503, share: 0.05, retryAfterSeconds: 1, seed: seed + 1 },
  { match: "PATCH /items", status: 409, share: 0.05, seed: seed + 2 },
  { match: "PATCH /items", status: 412, share: 0.05, seed: seed + 3 },
  { match: "POST /\\$batch", status: 503, share: 0.05, seed: seed + 4 },
  { match: "POST /\\$batch", drop: "after", share: 0.1, seed: seed + 5 },
  { match: "POST /\\$batch", drop: "before", share: 0.05, seed: seed + 6 },
  { match: "GET .*/delta", status: 410, share: 0.1, seed: seed + 7 },
];

const readWhole = async (repository: OkrRepository): Promise<OkrSet> => {
  const set = await repository.readOkrs(WHOLE);
  if (!set.ok) throw new Error(`Not readable: ${JSON.stringify(set.error)}`);
  return set.value;
};

/** What is there at first, with the revisions that Graph gave it. */
const fillGraph = async (repository: OkrRepository, sizes: Sizes): Promise<MemoryHome> => {
  await repository.write([
    ...Array.from({ length: sizes.objectives }, (_, n): OkrWrite => ({
      kind: "createObjective",
      objective: anObjective(n),
    })),
    ...Array.from({ length: sizes.keyResults }, (_, n): OkrWrite => ({
      kind: "createKeyResult",
      keyResult: aKeyResult(n, n % sizes.objectives),
    })),
  ]);
  const { objectives, keyResults, revisions } = await readWhole(repository);
  const seen = createMemoryHome();
  const row = <T extends (typeof objectives)[number] | (typeof keyResults)[number]>(record: T) => {
    const revision = revisions.get(record.id);
    if (revision === undefined) throw new Error("A record came without its revision");
    return { record, revision, modifiedBy: "" };
  };
  for (const record of objectives) seen.objectives.set(record.id, row(record));
  for (const record of keyResults) seen.keyResults.set(record.id, row(record));
  return seen;
};

const PUSHED = [
  "createObjective",
  "createKeyResult",
  "addCheckIn",
  "changeObjective",
  "changeKeyResult",
  "removeKeyResult",
] as const;
type Pushed = Extract<OkrWrite, { readonly kind: (typeof PUSHED)[number] }>;

const isPushed = (write: OkrWrite): write is Pushed => PUSHED.some((kind) => kind === write.kind);

const said = (isSo: boolean, problem: string): readonly string[] => (isSo ? [problem] : []);

const lost = ({ objectives, keyResults, checkIns }: OkrSet, entries: readonly NewEntry[]): readonly string[] => {
  const records = new Map<string, object>([...objectives, ...keyResults, ...checkIns].map((one) => [one.id, one]));
  const differs = (id: string, wanted: object): boolean => {
    const stored = records.get(id) as Readonly<Record<string, unknown>> | undefined;
    return (
      !stored || Object.entries(wanted).some(([key, value]) => JSON.stringify(stored[key]) !== JSON.stringify(value))
    );
  };
  return entries.flatMap(({ write }): readonly string[] => {
    if (!isPushed(write)) return [`nobody asked for ${write.kind}`];
    switch (write.kind) {
      case "createObjective":
        return said(differs(write.objective.id, {}), `objective ${write.objective.id} is missing`);
      case "createKeyResult":
        return said(differs(write.keyResult.id, {}), `key result ${write.keyResult.id} is missing`);
      case "addCheckIn":
        return said(differs(write.checkIn.id, write.checkIn), `check-in ${write.checkIn.id} is missing or differs`);
      case "changeObjective":
      case "changeKeyResult":
        return said(differs(write.id, write.changes), `a change of ${write.id} was not stored`);
      case "removeKeyResult":
        return said(records.has(write.id), `${write.id} was not removed`);
    }
  });
};

/** Rows in the lists themselves, so that a doubled one is found that a reading would pass over. */
const doubled = async (home: SimulatedHome, expected: Readonly<Record<string, number>>): Promise<readonly string[]> => {
  const site = await home.server.call("GET", `/sites/${home.site}`);
  const { body } = await home.server.call("GET", `/sites/${site.body.id}/lists`);
  const counts = await Promise.all(
    Object.entries(expected).map(async ([name, count]) => {
      const list = body.value.find((one: { readonly displayName: string }) => one.displayName === name);
      const items = await home.server.call("GET", `/sites/${site.body.id}/lists/${list.id}/items?$top=5000`);
      const found = Number(items.body.value.length);
      return found === count ? [] : [`${name} holds ${found} rows instead of ${count}`];
    }),
  );
  return counts.flat();
};

/** Calls of the pusher between two looks of the onlooker. */
const CALLS_A_LOOK = 15;

/** Somebody with a copy on their device, who looks on while others push. */
const createOnlooker = async (home: SimulatedHome) => {
  const window = followingWindow(copyOf(home.repositoryOf("member")));
  await window.lookAt(WHOLE);
  let [calls, looks] = [0, 0];
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    looks += 1;
    await window.poll();
    looking = undefined;
  };
  return {
    looks: () => looks,
    /** Told of each call of the pusher. */
    called: (): void => {
      calls += 1;
      if (calls % CALLS_A_LOOK === 0) looking ??= look();
    },
    /** Whether they see in the end what the lists hold. */
    seesAll: async (held: OkrSet): Promise<boolean> => {
      await looking;
      // One to find out that the stream broke, one to read on.
      await window.poll();
      await window.poll();
      return JSON.stringify(inOrder(window.shown().set)) === JSON.stringify(inOrder(held));
    },
  };
};

interface Push {
  readonly home: SimulatedHome;
  readonly onCall: () => void;
  readonly entries: readonly NewEntry[];
  readonly chance: Chance;
  readonly killShare: number;
}

/** Lives one after the other until the push is done; how many of them were killed. */
const seeThrough = async ({ home, onCall, entries, chance, killShare }: Push): Promise<number> => {
  const disk = createMemoryOutboxDisk();
  const answer = home.sendAs("lead");
  const send: typeof answer = (call, signal) => {
    onCall();
    return answer(call, signal);
  };
  let [kills, made] = [0, 0];
  for (let lives = 0; lives < MOST_LIVES; lives += 1) {
    if (lives === STORM_LIVES) await home.server.sim("POST", "/faults", []);
    const life = createLife(() => lives < STORM_LIVES && chance.happens(killShare));
    const outbox = createOutbox(
      {
        okrRepository: createGraphOkrRepository({
          send: (call, signal) => life.step(() => send(call, signal)),
          homeSite: home.site,
        }),
        outboxStore: storeOf(createMemoryOutboxStore(disk), life),
        clock: { now: () => Date.UTC(2026, 1, 10) + lives * 1000, after: () => () => undefined },
        ids: { guid: () => `made ${(made += 1)}` },
        locks: createMemoryLocks(),
      },
      "outbox",
    );
    const live = async (): Promise<void> => {
      await outbox.load();
      await outbox.add(entries);
      const { failure } = await outbox.run();
      // A person has 3,000 requests in five minutes; a storm needs more of them, so whoever is told to wait does.
      const askedMs = failure?.type === "Busy" ? (failure.retryAfterMs ?? 0) : 0;
      await new Promise<void>((resolve) => home.clock.after(askedMs, resolve));
    };
    await Promise.race([live(), life.ended]);
    if (life.isOver()) kills += 1;
    life.end();
    outbox.dispose();
    const left = [...disk.entries.values()];
    if (left.length === entries.length && left.every(({ state }) => state.type === "done")) return kills;
  }
  throw new Error("The push was never finished");
};

export const stormOverGraph = async ({ seed, sizes = FORTY, killShare }: GraphStorm): Promise<Weathered> => {
  const home = await startHome({ unrecorded: true, now: "shared" });
  try {
    const chance = createChance(seed);
    const seen = await fillGraph(home.repositoryOf("lead"), sizes);
    const entries = pushOf(seen, sizes, { number: 1, chance });
    const onlooker = await createOnlooker(home);
    await home.server.sim("POST", "/faults", weatherOf(seed));
    await home.server.sim("POST", "/settings", { deltaErrorElements: true });
    const kills = await seeThrough({ home, onCall: onlooker.called, entries, chance, killShare });
    await home.server.sim("POST", "/faults", []);
    await home.server.sim("POST", "/settings", { deltaErrorElements: false });
    const found = await doubled(home, {
      "Drumbeat Objectives": sizes.objectives + sizes.newObjectives,
      "Drumbeat Key Results": sizes.keyResults + sizes.newKeyResults - sizes.removals,
      "Drumbeat Check-ins": sizes.checkIns,
    });
    const set = await readWhole(home.repositoryOf("facilitator"));
    const blind = said(!(await onlooker.seesAll(set)), "whoever follows sees something else than the lists hold");
    const problems = [...found, ...lost(set, entries), ...blind]
      .slice(0, 5)
      .map((problem) => `seed ${seed}: ${problem}`);
    return { problems, rows: entries.length, kills, looks: onlooker.looks() };
  } finally {
    await home.close();
  }
};
