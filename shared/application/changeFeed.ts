import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { Cursors, OkrChanges, OkrRepositoryDep, ResyncNeeded } from "#shared/ports/okrRepository.ts";
import type { VisibilityDep } from "#shared/ports/visibility.ts";

/** `live` while changes by others arrive; otherwise why they do not at the moment. */
export type Connection = "live" | "offline" | "busy" | "lost";

export interface FeedListener {
  readonly changed: (changes: OkrChanges) => void;
  readonly connection: (connection: Connection) => void;
  /** The stream broke; read everything again. */
  readonly resync: () => void;
}

export interface ChangeFeed {
  readonly follow: (from: Cursors, listener: FeedListener) => void;
  /** Asks now instead of at the next turn. */
  readonly ask: () => Promise<void>;
  readonly stop: () => void;
  readonly dispose: () => void;
}

/** Milliseconds between two questions while somebody looks. Three resource units each. */
const LOOKING_EVERY_MS = 5_000;
/** After a failure, or longer when the service says so. */
const FAILED_EVERY_MS = 20_000;

/** Asks for changes made by others while somebody looks at the page, and not otherwise. */
export const createChangeFeed = ({
  okrRepository,
  clock,
  visibility,
}: OkrRepositoryDep & ClockDep & VisibilityDep): ChangeFeed => {
  let following: { readonly cursors: Cursors; readonly listener: FeedListener } | undefined;
  let cancelTimer: () => void = () => undefined;
  let asking: FeedListener | undefined;

  const schedule = (ms: number): void => {
    cancelTimer();
    if (visibility.visible()) cancelTimer = clock.after(ms, () => void ask());
  };

  const failed = (error: AccessError | ResyncNeeded, listener: FeedListener): void => {
    if (error.type === "ResyncNeeded") {
      following = undefined;
      return listener.resync();
    }
    listener.connection(connectionOf(error));
    schedule(error.type === "Busy" ? Math.max(error.retryAfterMs ?? 0, FAILED_EVERY_MS) : FAILED_EVERY_MS);
  };

  const ask = async (): Promise<void> => {
    if (!following || asking === following.listener) return;
    const { cursors, listener } = following;
    asking = listener;
    const answer = await okrRepository.readChanges(cursors);
    if (asking === listener) asking = undefined;
    // An answer for a place that was left meanwhile is dropped.
    if (following?.listener !== listener) return;
    if (!answer.ok) return failed(answer.error, listener);
    following = { cursors: answer.value.next, listener };
    listener.changed(answer.value);
    listener.connection("live");
    schedule(LOOKING_EVERY_MS);
  };

  const stop = (): void => {
    following = undefined;
    cancelTimer();
  };

  const forgetVisibility = visibility.onChange((visible) => {
    if (visible) void ask();
    else cancelTimer();
  });

  return {
    follow: (cursors, listener) => {
      following = { cursors, listener };
      schedule(LOOKING_EVERY_MS);
    },
    ask,
    stop,
    dispose: () => {
      stop();
      forgetVisibility();
    },
  };
};

const connectionOf = (error: AccessError): Connection => {
  if (error.type === "Offline") return "offline";
  return error.type === "Busy" ? "busy" : "lost";
};
