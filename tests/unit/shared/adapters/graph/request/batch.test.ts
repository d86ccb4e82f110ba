import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import {
  BATCH_SIZE,
  createBatchExecutor,
  type BatchRequest,
  type PostBatch,
} from "#shared/adapters/graph/request/batch.ts";
import { err, ok } from "#shared/domain/result.ts";
import { createFastClock } from "#tests/support/fastClock.ts";
import { fine, get, post, scopes, service } from "#tests/support/batchService.ts";

describe("createBatchExecutor", () => {
  it("[AG1] sends what is asked in one moment together, at most twenty at a time", async () => {
    const { send, batches } = service(fine);
    await Promise.all(Array.from({ length: 45 }, (_, index) => send(get(`/a/${index}`))));
    expect(batches.map((batch) => batch.length)).toEqual([20, 20, 5]);
  });

  it("[AG1] names bodies as JSON and leaves requests without a body bare", async () => {
    const { send, batches } = service(fine);
    await Promise.all([send(get("/a")), send({ ...post("/b"), headers: { "If-Match": '"x,1"' } })]);
    expect(batches[0]).toEqual([
      { id: "1", method: "GET", url: "/a" },
      {
        id: "2",
        method: "POST",
        url: "/b",
        headers: { "If-Match": '"x,1"', "Content-Type": "application/json" },
        body: { path: "/b" },
      },
    ]);
  });

  it("[AG1] never mixes calls of different permissions, nor those that must happen once with others", async () => {
    const { send, batches } = service(fine);
    await Promise.all([
      send(get("/a")),
      send({ ...get("/b"), scopes: ["User.Read"] }),
      send(get("/c")),
      send(post("/d", { once: true })),
    ]);
    expect(batches.map((batch) => batch.map((request) => request.url))).toEqual([["/a", "/c"], ["/b"], ["/d"]]);
  });

  it("[AG2] gives everybody the own answer, whatever the order and whatever fails on the way", async () => {
    const plan = fc.array(
      fc.record({
        busyTimes: fc.integer({ min: 0, max: 3 }),
        end: fc.constantFrom(200, 201, 404, 412),
        busy: fc.constantFrom(429, 503, 504),
      }),
      { minLength: 1, maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(plan, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), async (fates, chances) => {
        const chance = (): number => chances.next().value ?? 0;
        const { send, times } = service(({ url }, count) => {
          const fate = fates[Number(url.slice(1))];
          if (!fate) return { status: 500 };
          return count <= fate.busyTimes
            ? { status: fate.busy, headers: { "Retry-After": "2" } }
            : { status: fate.end };
        }, chance);
        const results = await Promise.all(fates.map((_, index) => send(get(`/${index}`))));
        results.forEach((result, index) => {
          const fate = fates[index];
          expect(times.get(`/${index}`)).toBe((fate?.busyTimes ?? 0) + 1);
          if (fate && fate.end < 300) {
            expect(result).toEqual(ok({ status: fate.end, body: { url: `/${index}` } }));
          } else {
            expect(result).toEqual(err({ type: "Refused", status: fate?.end, code: "c", message: "m" }));
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it("[AG3] repeats only what was refused, and all wait as long as one was asked to", async () => {
    const { send, batches, clock } = service(({ url }, count) =>
      url === "/slow" && count === 1 ? { status: 429, headers: { "retry-after": "7" } } : { status: 200 },
    );
    await Promise.all([send(get("/a")), send(post("/slow")), send(get("/b"))]);
    expect(batches.map((batch) => batch.map((request) => request.url))).toEqual([["/a", "/slow", "/b"], ["/slow"]]);
    expect(clock.waited()).toBeGreaterThanOrEqual(7000);
  });

  it("[AG3] lets the others go on while a few wait", async () => {
    const { send, batches, clock } = service(({ url }, count) =>
      url === "/3" && count === 1 ? { status: 429, headers: { "retry-after": "1" } } : { status: 200 },
    );
    const moments = new Map<string, number>();
    const asked = Array.from({ length: 160 }, async (_, index) => {
      await send(post(`/${index}`));
      moments.set(`/${index}`, clock.waited());
    });
    await Promise.all(asked);
    expect([...moments].filter(([, ms]) => ms > 0).map(([url]) => url)).toEqual(["/3"]);
    expect(moments.get("/3")).toBeGreaterThanOrEqual(1000);
    expect(batches.length).toBe(9);
  });

  it("[AG26] serves those that somebody waits for before long work, however much of it there is", async () => {
    const { send, batches } = service(fine);
    const work = Array.from({ length: 400 }, (_, index) => send({ ...post(`/work/${index}`), later: true }));
    const first = work[0];
    await first;
    const read = send(get("/read"));
    await Promise.all([...work, read]);
    const place = batches.findIndex((batch) => batch.some(({ url }) => url === "/read"));
    expect(place).toBeLessThanOrEqual(6);
    expect(batches).toHaveLength(21);
  });

  it("[AG39] never repeats a look that was refused as too many, nor lets one leave while everybody waits", async () => {
    const { send, batches, clock } = service(() => ({ status: 429, headers: { "Retry-After": "40" } }));
    const look = (path: string) => send({ ...get(path), glance: true });
    const busy = (retryAfterMs: number) => err({ type: "Busy", retryAfterMs });
    expect(await look("/a")).toEqual(busy(40_000));
    expect(await look("/b")).toEqual(busy(40_000));
    expect(batches.map((batch) => batch.map(({ url }) => url))).toEqual([["/a"]]);
    await new Promise<void>((resolve) => clock.after(40_000, resolve));
    await look("/c");
    expect(batches).toHaveLength(2);
  });

  it("[AG39] tells whoever would wait too long how long it would be, and lets long work wait", async () => {
    let isShort = true;
    const clock = createFastClock();
    const batches: (readonly BatchRequest[])[] = [];
    const post: PostBatch = (requests) => {
      batches.push(requests);
      const [status, headers] = isShort ? [429, { "Retry-After": "40" }] : [200, {}];
      return Promise.resolve({ type: "Answered", responses: requests.map(({ id }) => ({ id, status, headers })) });
    };
    const limits = { attempts: 5, totalMs: 10_000 };
    const send = createBatchExecutor({ post, clock, random: () => 0, limits });
    expect(await send(get("/first"))).toEqual(err({ type: "Busy", retryAfterMs: 40_000 }));
    isShort = false;
    const [person, later] = await Promise.all([send(get("/second")), send({ ...get("/third"), later: true })]);
    expect(person).toEqual(err({ type: "Busy", retryAfterMs: 40_000 }));
    expect(later.ok).toBe(true);
    expect(batches.map((batch) => batch.map(({ url }) => url))).toEqual([["/first"], ["/third"]]);
  });

  it("[AG39] calls no answer at all what it is, also for a look that may not leave meanwhile", async () => {
    const clock = createFastClock();
    const looks: Promise<unknown>[] = [];
    const nobody: PostBatch = () => Promise.resolve({ type: "Lost" });
    const send = createBatchExecutor({
      post: nobody,
      // Whenever the executor decides to wait, somebody looks.
      clock: {
        ...clock,
        after: (ms, act) => {
          if (looks.length < 3) looks.push(send({ ...get(`/look/${looks.length}`), glance: true }));
          return clock.after(ms, act);
        },
      },
      random: () => 0,
    });
    expect(await send(get("/a"))).toEqual(err({ type: "Offline" }));
    expect(await Promise.all(looks)).toEqual([1, 2, 3].map(() => err({ type: "Offline" })));
  });

  it("[AG3] gives up after its limit and says how long it was asked to wait", async () => {
    const { send, times } = service(() => ({ status: 503, headers: { "Retry-After": "4" } }));
    expect(await send(post("/a"))).toEqual(err({ type: "Busy", retryAfterMs: 4000 }));
    expect(times.get("/a")).toBe(8);
  });
});

describe("createBatchExecutor, with failures", () => {
  it("[AG5] takes a second short 429 on a filtered reading for a filter that is too wide", async () => {
    const { send, times } = service(() => ({ status: 429, headers: { "Retry-After": "1" } }));
    expect(await send(get("/items?$filter=x"))).toEqual(err({ type: "TooWide" }));
    expect(times.get("/items?$filter=x")).toBe(2);
  });

  it("[AG5] waits out real throttling of a filtered reading", async () => {
    const { send } = service((_, count) =>
      count < 4 ? { status: 429, headers: { "Retry-After": "9" } } : { status: 200 },
    );
    expect(await send(get("/items?$filter=x"))).toMatchObject({ ok: true });
  });

  it("[AG6] repeats what must happen once only after 429, which says that it did not happen", async () => {
    const throttled = service((_, count) => (count === 1 ? { status: 429 } : { status: 201 }));
    expect(await throttled.send(post("/m", { once: true }))).toMatchObject({ ok: true });
    const unclear = service(() => ({ status: 504 }));
    expect(await unclear.send(post("/m", { once: true }))).toEqual(err({ type: "Busy" }));
    expect(unclear.times.get("/m")).toBe(1);
  });

  it("[AG7] does not send what was stopped before, and does not send again what was stopped while waiting", async () => {
    const stop = new AbortController();
    const { send, times } = service(({ url }) => {
      if (url === "/busy") stop.abort();
      return url === "/busy" ? { status: 503, headers: { "Retry-After": "60" } } : { status: 200 };
    });
    const batch = Array.from({ length: BATCH_SIZE * 2 }, (_, index) => send(get(`/first/${index}`), stop.signal));
    const [busy, late] = [send(get("/busy"), stop.signal), send(get("/late"), stop.signal)];
    expect(await busy).toEqual(err({ type: "Stopped" }));
    expect((await Promise.all(batch)).every((result) => result.ok)).toBe(true);
    expect(await late).toMatchObject({ ok: true });
    expect(await send(get("/never"), stop.signal)).toEqual(err({ type: "Stopped" }));
    expect(times.get("/busy")).toBe(1);
    expect(times.has("/never")).toBe(false);
  });

  it("[AG8] tells permission problems and lost sign-ins by status", async () => {
    const { send } = service(({ url }) => ({ status: Number(url.slice(1)) }));
    expect(await send(get("/403"))).toEqual(err({ type: "Forbidden" }));
    expect(await send(get("/401"))).toEqual(err({ type: "SignInNeeded", reason: "interactionRequired", scopes }));
  });

  it("[AG8] hands a failure of the whole batch to everybody in it", async () => {
    const send = createBatchExecutor({
      post: () => Promise.resolve({ type: "Failed", error: { type: "Forbidden" } }),
      clock: createFastClock(),
      random: () => 0,
    });
    expect(await Promise.all([send(get("/a")), send(get("/b"))])).toEqual([
      err({ type: "Forbidden" }),
      err({ type: "Forbidden" }),
    ]);
  });

  it("[AG8] tells everybody soon that there is no network, instead of finding out for each", async () => {
    let posts = 0;
    const clock = createFastClock();
    const send = createBatchExecutor({
      post: () => {
        posts += 1;
        return Promise.resolve({ type: "Lost" });
      },
      clock,
      random: () => 0.5,
    });
    const results = await Promise.all(Array.from({ length: 2000 }, (_, index) => send(post(`/${index}`))));
    expect(new Set(results.map((result) => JSON.stringify(result)))).toEqual(
      new Set([JSON.stringify(err({ type: "Offline" }))]),
    );
    expect(posts).toBeLessThan(30);
    expect(clock.waited()).toBeLessThan(150_000);
  });

  it("[AG8] does not wait for an answer that the batch forgot", async () => {
    const send = createBatchExecutor({
      post: () => Promise.resolve({ type: "Answered", responses: [] }),
      clock: createFastClock(),
      random: () => 0,
    });
    expect(await send(get("/a"))).toEqual(err({ type: "Unexpected", code: "noInnerAnswer" }));
  });
});
