import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { NetworkDep } from "#shared/ports/network.ts";
import type { Cursors, OkrChanges, OkrRepositoryDep, Question, ResyncNeeded } from "#shared/ports/okrRepository.ts";
import type { PressureDep } from "#shared/ports/pressure.ts";
import type { VisibilityDep } from "#shared/ports/visibility.ts";
import type { CrowdDep } from "./crowd.ts";
import { isSlow, pauseMs, shareOfPause, type PaceFacts } from "./pollPace.ts";

export interface FeedListener {
  /** Reads everything that is followed, where no stream of it is known or one broke. `known` are those that go on. */
  readonly open: (known: Cursors) => Promise<Result<Cursors, AccessError>>;
  /** What is to be asked now; undefined, or absent: everything. */
  readonly question?: () => Question | undefined;
  readonly changed: (changes: OkrChanges) => void;
  /** What is shown was true at that moment, in milliseconds since 1970. `slow`: the next question comes later than usual. */
  readonly current: (asOf: number, slow: boolean) => void;
  readonly failed: (error: AccessError) => void;
  /** There is no network any more: nothing newer will come, and nobody has to wait for a question to find that out. */
  readonly offline?: () => void;
}

export interface ChangeFeed {
  /** From now on, asks in its own time. Without cursors the first thing it does is to open. */
  readonly follow: (from: Cursors | undefined, listener: FeedListener) => void;
  /** Asks now instead of at the next turn. */
  readonly ask: () => Promise<void>;
  readonly stop: () => void;
}

export interface ChanceDep {
  /** Numbers in [0, 1). */
  readonly chance: () => number;
}

/** Absent where nobody can tell: then only questions find it out. */
export type MaybeNetwork = Partial<NetworkDep>;

export interface NewsDep {
  /** Calls back when another window has found out what changed; the result ends it. */
  readonly onNews?: (listener: () => void) => () => void;
}

/** Milliseconds after a failure that may soon be over, and after another; longer when the service says so. */
const FAILED_PAUSE_MS = 20_000;
const REFUSED_PAUSE_MS = 60_000;
/** Within this time after a shortage everybody asks again, at a moment of their own. */
const SHORTAGE_SPREAD_MS = 30_000;
/** Each sign of shortage makes pauses twice as long, up to so many times; each answer takes a part of that back. */
const SLOWEST = 16;
const RECOVERING = 0.8;

const nothing = (): void => undefined;

const pauseAfter = (error: AccessError): number => {
  if (error.type === "Busy") return Math.max(error.retryAfterMs ?? 0, FAILED_PAUSE_MS);
  return error.type === "Offline" ? FAILED_PAUSE_MS : REFUSED_PAUSE_MS;
};

interface Following {
  readonly cursors: Cursors | undefined;
  /** Streams that go on while others are opened anew. */
  readonly known: Cursors;
  readonly listener: FeedListener;
}

/** The streams that go on; none, when it was not said which ones broke. */
const without = (cursors: Cursors, { partitions }: ResyncNeeded): Cursors =>
  new Map(partitions.length === 0 ? [] : [...cursors].filter(([key]) => !partitions.includes(key)));

/** Asks for changes made by others while somebody looks at the page, and not otherwise; the less the page is used, the rarer. */
// oxlint-disable-next-line max-lines-per-function -- one closure owns what is followed; its steps are short functions
export const createChangeFeed = (
  deps: OkrRepositoryDep & ClockDep & VisibilityDep & PressureDep & ChanceDep & NewsDep & CrowdDep & MaybeNetwork,
): ChangeFeed => {
  const { okrRepository, clock, visibility, pressure, chance } = deps;
  let following: Following | undefined;
  let asking: FeedListener | undefined;
  let cancelTimer: () => void = () => undefined;
  let forget: readonly (() => void)[] = [];
  let usedAt = clock.now();
  let askedAt = -Infinity;
  let backAt = -Infinity;
  let notBefore = -Infinity;
  let share = 1;
  let slowness = 1;

  const facts = (): PaceFacts => ({
    level: pressure.level(),
    unusedMs: clock.now() - usedAt,
    crowd: deps.crowd?.perMinute() ?? 0,
    slowness,
  });

  const plan = (): void => {
    cancelTimer();
    if (!following || asking === following.listener || !visibility.visible()) return;
    const now = clock.now();
    const pause = pauseMs(facts());
    if (pause === undefined) return;
    const due = Math.max(askedAt + pause * share, notBefore);
    cancelTimer = clock.after(Math.max(0, due - now), () => void ask());
  };

  const used = (): void => {
    usedAt = clock.now();
    plan();
  };

  const failed = (error: AccessError, { listener }: Following): void => {
    notBefore = clock.now() + pauseAfter(error);
    listener.failed(error);
    // The network came back while this question was still on its way out.
    if (error.type === "Offline" && backAt > askedAt) void ask();
    else plan();
  };

  const isAnswered = ({ listener }: Following): void => {
    slowness = Math.max(1, slowness * RECOVERING);
    listener.current(askedAt, isSlow(facts()));
  };

  const openAnew = async (mine: Following): Promise<void> => {
    const opened = await mine.listener.open(mine.known);
    if (!isFollowed(mine)) return;
    if (!opened.ok) return failed(opened.error, mine);
    following = { ...mine, cursors: opened.value };
    isAnswered(mine);
    plan();
  };

  const readOn = async (mine: Following, cursors: Cursors): Promise<void> => {
    const answer = await okrRepository.readChanges(cursors, mine.listener.question?.());
    if (!isFollowed(mine)) return;
    if (answer.ok) {
      following = { ...mine, cursors: answer.value.next };
      mine.listener.changed(answer.value);
      isAnswered(mine);
      return plan();
    }
    if (answer.error.type !== "ResyncNeeded") return failed(answer.error, mine);
    following = { ...mine, cursors: undefined, known: without(cursors, answer.error) };
    await ask();
  };

  /** False when the place was left meanwhile: the answer is dropped. */
  const isFollowed = ({ listener }: Following): boolean => {
    if (asking === listener) asking = undefined;
    return following?.listener === listener;
  };

  const ask = async (): Promise<void> => {
    if (!following || asking === following.listener) return;
    cancelTimer();
    asking = following.listener;
    askedAt = clock.now();
    share = shareOfPause(chance());
    await (following.cursors ? readOn(following, following.cursors) : openAnew(following));
  };

  const back = (): void => {
    backAt = clock.now();
    notBefore = -Infinity;
    // What looked like a shortage was the missing network.
    slowness = 1;
    if (visibility.visible()) void ask();
  };

  const listen = (): readonly (() => void)[] => [
    visibility.onChange((visible) => (visible ? used() : cancelTimer())),
    visibility.onUse(used),
    pressure.onChange((level) => {
      if (level !== "free") slowness = Math.min(SLOWEST, slowness * 2);
      else notBefore = Math.max(notBefore, clock.now() + chance() * SHORTAGE_SPREAD_MS);
      plan();
    }),
    deps.onNews?.(() => visibility.visible() && void ask()) ?? nothing,
    deps.network?.onOffline(() => following?.listener.offline?.()) ?? nothing,
    deps.network?.onOnline(back) ?? nothing,
  ];

  const stop = (): void => {
    following = undefined;
    cancelTimer();
    for (const end of forget) end();
    forget = [];
  };

  return {
    follow: (cursors, listener) => {
      stop();
      following = { cursors, known: new Map(), listener };
      forget = listen();
      plan();
    },
    ask,
    stop,
  };
};
