import { describe, expect, it } from "@jest/globals";
import type { GraphCall } from "#shared/adapters/graph/request/call.ts";
import { fine, get, service } from "#tests/support/batchService.ts";

describe("a sequence of calls", () => {
  it("[AG22] sends a sequence as one batch in which each waits for the one before, and what else is asked behind it", async () => {
    const { send, batches } = service(fine);
    const sequence = Symbol("sequence");
    const others: GraphCall[] = [
      get("/x"),
      { ...get("/later"), later: true },
      { ...get("/other"), scopes: ["User.Read"] },
    ];
    await Promise.all(
      [...others, ...["/a", "/b"].map((path) => ({ ...get(path), sequence }))].map((call) => send(call)),
    );
    const sent = batches.map((batch) => batch.map(({ id, url, dependsOn }) => ({ id, url, dependsOn })));
    expect(sent).toEqual([
      [
        { id: "1", url: "/a", dependsOn: undefined },
        { id: "2", url: "/b", dependsOn: ["1"] },
        { id: "3", url: "/x", dependsOn: ["2"] },
      ],
      [{ id: "1", url: "/other", dependsOn: undefined }],
      [{ id: "1", url: "/later", dependsOn: undefined }],
    ]);
  });

  it("[AG22] never cuts a sequence, and sends those that find no room in it by themselves", async () => {
    const { send, batches } = service(fine);
    const sequence = Symbol("sequence");
    const ordered = Array.from({ length: 18 }, (_, index) => ({ ...get(`/a/${index}`), sequence }));
    const others = Array.from({ length: 5 }, (_, index) => get(`/x/${index}`));
    await Promise.all([...others, ...ordered].map((call) => send(call)));
    expect(batches.map((batch) => batch.length)).toEqual([20, 3]);
    expect(batches[1]?.every(({ dependsOn }) => dependsOn === undefined)).toBe(true);
  });

  it("[AG22] takes other sequences along where they fit as a whole", async () => {
    const { send, batches } = service(fine);
    const sequenceOf = (name: string, length: number): GraphCall[] => {
      const sequence = Symbol(name);
      return Array.from({ length }, (_, index) => ({ ...get(`/${name}/${index}`), sequence }));
    };
    const calls = [get("/x"), ...sequenceOf("a", 8), ...sequenceOf("b", 12), ...sequenceOf("c", 4)];
    await Promise.all(calls.map((call) => send(call)));
    const lists = batches.map((batch) => batch.map(({ url }) => url.slice(1, 2)).join(""));
    expect(lists).toEqual(["aaaaaaaabbbbbbbbbbbb", "ccccx"]);
    expect(batches[0]?.map(({ dependsOn }) => dependsOn?.[0])).toEqual([
      undefined,
      ...Array.from({ length: 19 }, (_, index) => String(index + 1)),
    ]);
  });

  it("[AG22] sends what travelled behind a sequence again at once when the sequence did not come that far", async () => {
    const { send, batches, clock } = service(({ url }, count) => {
      if (url === "/a" && count === 1) return { status: 429, headers: { "Retry-After": "2" } };
      return { status: count === 1 && url !== "/a" ? 424 : 200 };
    });
    const sequence = Symbol("sequence");
    const startedAt = clock.now();
    const behind = send(get("/x")).then(() => clock.now() - startedAt);
    await Promise.all([behind, ...["/a", "/b"].map((path) => send({ ...get(path), sequence }))]);
    expect(batches.map((batch) => batch.map(({ url }) => url))).toEqual([["/a", "/b", "/x"], ["/x"], ["/a", "/b"]]);
    expect(await behind).toBeLessThan(2000);
  });

  it("[AG22] goes on in the same order after one of a sequence was refused as too many, and past one that was refused", async () => {
    const { send, batches } = service(({ url }, count) => {
      if (url === "/a" && count === 1) return { status: 429, headers: { "Retry-After": "1" } };
      if (url === "/b") return { status: 404 };
      return { status: count === 1 && url !== "/a" ? 424 : 200 };
    });
    const sequence = Symbol("sequence");
    const results = await Promise.all(["/a", "/b", "/c"].map((path) => send({ ...get(path), sequence })));
    expect(results.map((result) => result.ok)).toEqual([true, false, true]);
    expect(batches.map((batch) => batch.map(({ url }) => url))).toEqual([
      ["/a", "/b", "/c"],
      ["/a", "/c"],
    ]);
  });
});
