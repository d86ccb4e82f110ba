/** Any interleaving of edits by three people and of what windows ask, with streams that break: the copy ends as the server is. */
import { describe, expect, it, jest } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { SHELVES } from "#shared/domain/partition/rows.ts";
import { err } from "#shared/domain/result.ts";
import type { OkrRepository, OkrScope } from "#shared/ports/okrRepository.ts";
import { copyOf, noLocks } from "#tests/support/copies.ts";
import { carryOut, editedFrame, edits, firstEdits, inOrder, scopeOf } from "#tests/support/editing.ts";
import { followingWindow, type FollowingWindow } from "#tests/support/followingWindow.ts";
import { createMemoryCopyDisk, createMemoryCopyStore } from "#tests/support/memoryCopyStore.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";

jest.setTimeout(300_000);

const scopes: readonly OkrScope[] = [scopeOf("de"), scopeOf("ke"), scopeOf("co", "de"), scopeOf("co", "de", "ke")];

const looks = fc.record({
  window: fc.nat(1),
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constant("poll" as const) },
    { weight: 3, arbitrary: fc.subarray([...SHELVES]) },
    fc.nat(scopes.length - 1),
  ),
});
type Look = typeof looks extends fc.Arbitrary<infer L> ? L : never;

interface Weather {
  readonly scheduler: fc.Scheduler;
  /** One for each question about changes: whether its streams broke. */
  readonly breaks: boolean[];
  readonly clock: { nowMs: number };
}

/** Every question waits before it arrives and again before its answer does; time goes on meanwhile. */
const slowly = (remote: OkrRepository, { scheduler, breaks, clock }: Weather): OkrRepository => {
  const passing =
    <A extends readonly unknown[], R>(name: string, ask: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      await scheduler.schedule(Promise.resolve(), `${name} is asked`);
      clock.nowMs += 4000;
      const answer = await ask(...given);
      await scheduler.schedule(Promise.resolve(), `${name} is answered`);
      return answer;
    };
  return {
    ...remote,
    readFrame: passing("frame", remote.readFrame),
    readOkrs: passing("rows", remote.readOkrs),
    openOkrs: passing("rows", remote.openOkrs),
    write: passing("writes", remote.write),
    readChanges: passing("changes", async (since, question) => {
      if (breaks.pop() !== true) return remote.readChanges(since, question);
      return err({ type: "ResyncNeeded", partitions: [...since.keys()].slice(0, 1) });
    }),
  };
};

const follow = async (windows: readonly FollowingWindow[], some: readonly Look[]): Promise<void> => {
  for (const { window, what } of some) {
    const one = windows[window];
    if (typeof what === "number") await one?.lookAt(scopes[what] ?? scopeOf("de"));
    else await one?.poll(what === "poll" ? undefined : what);
  }
};

const inTurn = async <T>(items: readonly T[], use: (item: T) => Promise<void>): Promise<void> => {
  for (const item of items) await use(item);
};

describe("a copy among three people who edit, and two windows without locks", () => {
  it("[LC13] ends as the server is, on the screen and for whoever opens it next", async () => {
    const people = fc.array(fc.array(edits, { maxLength: 8 }), { minLength: 3, maxLength: 3 });
    const looking = fc.array(fc.array(looks, { maxLength: 8 }), { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        people,
        looking,
        fc.array(fc.boolean()),
        async (scheduler, work, seen, breaks) => {
          const home = createMemoryHome(editedFrame);
          const server = createMemoryOkrRepository(home);
          for (const edit of firstEdits) await carryOut(server, edit);
          const weather: Weather = { scheduler, breaks: [...breaks], clock: { nowMs: 1_000_000 } };
          const clock = { now: () => weather.clock.nowMs, after: () => () => undefined };
          const disk = createMemoryCopyDisk();
          const openWindow = (remote: OkrRepository): FollowingWindow =>
            followingWindow(copyOf(remote, { copyStore: createMemoryCopyStore(disk), locks: noLocks, clock }));
          const windows = [openWindow(slowly(server, weather)), openWindow(slowly(server, weather))];
          await scheduler.waitFor(
            Promise.all([
              ...work.map((some, n) =>
                inTurn(some, (edit) => carryOut(slowly(createMemoryOkrRepository(home, `Person ${n}`), weather), edit)),
              ),
              ...seen.map((some) => follow(windows, some)),
            ]),
          );
          weather.breaks.length = 0;
          const held = async (scope: OkrScope) => {
            const set = await server.readOkrs(scope);
            return set.ok && inOrder(set.value);
          };
          for (const window of windows) {
            weather.clock.nowMs += 60_000;
            // The first may find a broken stream, and the second what happened while it was opened anew.
            await scheduler.waitFor(window.poll());
            await scheduler.waitFor(window.poll());
            const { set, scope } = window.shown();
            expect(inOrder(set)).toEqual(await held(scope));
          }
          weather.clock.nowMs += 60_000;
          const next = openWindow(server);
          for (const scope of scopes) {
            await next.lookAt(scope);
            await next.poll();
            expect(inOrder(next.shown().set)).toEqual(await held(scope));
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
