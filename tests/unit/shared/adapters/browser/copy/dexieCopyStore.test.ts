import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { Dexie } from "dexie";
import { fc } from "#tests/support/properties.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import type { CopiedRow, CopyStore, CopyUpdate } from "#shared/ports/copyStore.ts";
import { anUpdate, north, objectiveRow, refOf, south, state, valueOf } from "#tests/contract/copyStore.contract.ts";
import { openBrowser, type Browser } from "#tests/support/databases.ts";
import { createMemoryCopyStore } from "#tests/support/memoryCopyStore.ts";

jest.setTimeout(60_000);

let browser: Browser;
beforeEach(() => {
  browser = openBrowser();
});
afterEach(() => browser.close());

const quarter = cycleKey("2026-q1");
const everywhere = [north, south].map((partition) => ({ partition, cycleKeys: [quarter], units: "all" as const }));

const fill = async (store: CopyStore): Promise<void> => {
  await store.writeFrame({ frame: { organisation: "", levels: [], units: [], cycles: [], partitions: [] }, asOf: 1 });
  await store.update(anUpdate({ partitions: [state(north)], put: [objectiveRow(1, 1)] }));
};

const names = async (): Promise<readonly string[]> => (await Dexie.getDatabaseNames()).toSorted();

describe("any updates", () => {
  const units = [unitKey("de"), unitKey("ke")];
  const rows: fc.Arbitrary<CopiedRow> = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.nat(9), fc.constantFrom(...units), fc.constantFrom(north, south))
    .map(([n, version, unit, partition]) => objectiveRow(n, version, { unitKey: unit }, partition));
  const distinct = fc.uniqueArray(rows, { maxLength: 4, selector: refOf });
  const updates: fc.Arbitrary<CopyUpdate> = fc
    .record({
      put: distinct,
      putIfKnown: distinct,
      removed: distinct.map((some) => some.map(refOf)),
      restarted: fc.subarray([north, south], { maxLength: 1 }),
      replaced: fc
        .subarray(everywhere, { maxLength: 1 })
        .map((parts) => parts.map((part) => ({ ...part, units: ["de"].map(unitKey) }))),
      partitions: fc.subarray([north, south]).map((keys) => keys.map((key) => state(key))),
      expected: fc.array(fc.tuple(fc.constantFrom(north, south), fc.constantFrom(undefined, 1, 2, 3)), {
        maxLength: 1,
      }),
    })
    .map(({ expected, putIfKnown, put, ...more }) => ({
      ...more,
      put,
      putIfKnown: putIfKnown.filter((row) => put.every((other) => refOf(other) !== refOf(row))),
      expected: new Map(expected),
    }));

  const seenIn = async (store: CopyStore, since: number) => {
    const { copy: _, ...all } = valueOf(await store.readRows(everywhere));
    const { copy: __, ...news } = valueOf(
      await store.readSince(
        new Map([
          [north, since],
          [south, since + 1],
        ]),
      ),
    );
    const sorted = (some: readonly CopiedRow[]) => some.toSorted((a, b) => refOf(a).localeCompare(refOf(b)));
    return [
      { ...all, rows: sorted(all.rows) },
      { ...news, rows: sorted(news.rows), removed: news.removed.toSorted() },
    ];
  };

  it("[CS1][CS2][CS3][CS4][CS5] leave in IndexedDB what they leave in memory", async () => {
    let owner = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(updates, { maxLength: 12 }), fc.nat(12), async (some, since) => {
        owner += 1;
        const here = `owner ${owner}`;
        const kept = browser.openWindow(() => here);
        const model = createMemoryCopyStore();
        for (const update of some) expect(await kept.update(update)).toEqual(await model.update(update));
        expect(await seenIn(kept, since)).toEqual(await seenIn(model, since));
        await kept.clear();
      }),
      { numRuns: 40 },
    );
  });
});

describe("a copy that is not ours to read", () => {
  const name = "drumbeat-copy:lena";
  const lena = (): string => "lena";

  it("[CS8] is emptied when it has another shape, older or newer", async () => {
    for (const version of [1, 40]) {
      const other = new Dexie(name);
      other.version(version).stores({ rows: "row", partitions: "key", notes: "key", somethingNew: "id" });
      await other.table("rows").put({ row: "north/o/1", unknown: true });
      await other.table("notes").put({ key: "about", shape: 40 + version, copy: "other", step: 9 });
      await other.table("notes").put({ key: "frame", asOf: 1 });
      other.close();
      const store = browser.openWindow(lena);
      expect(await store.readFrame()).toEqual({ ok: true, value: undefined });
      expect(valueOf(await store.readRows(everywhere))).toMatchObject({ step: 0, rows: [] });
      await fill(store);
      expect(valueOf(await store.readRows(everywhere)).rows).toHaveLength(1);
      await store.clear();
    }
  });

  it("[CS8] is made anew when it cannot be opened", async () => {
    const other = new Dexie(name);
    other.version(1).stores({ rows: "somethingElse", notes: "key" });
    await other.open();
    other.close();
    const store = browser.openWindow(lena);
    await fill(store);
    expect(valueOf(await store.readRows(everywhere)).rows).toHaveLength(1);
  });

  it("[CS8] is deleted when it belongs to another person, also when that changes meanwhile", async () => {
    let owner = "lena";
    const store = browser.openWindow(() => owner);
    await fill(store);
    owner = "farid";
    expect(await store.readFrame()).toEqual({ ok: true, value: undefined });
    await fill(store);
    expect(await names()).toEqual(["drumbeat-copy:farid"]);
    const later = browser.openWindow(lena);
    expect(await later.readFrame()).toEqual({ ok: true, value: undefined });
  });
});

describe("a device that keeps nothing", () => {
  const reasonOf = async (store: CopyStore): Promise<string> => {
    const done = await store.update(anUpdate({ partitions: [state(north)], put: [objectiveRow(2, 1)] }));
    return done.ok ? done.value : done.error.reason;
  };

  it("[CS9] is told apart: full, forbidden, of nobody", async () => {
    const store = browser.openWindow(() => "lena");
    await fill(store);
    browser.refuse("QuotaExceededError");
    expect(await reasonOf(store)).toBe("full");
    expect(valueOf(await store.readRows(everywhere)).rows).toEqual([objectiveRow(1, 1)]);
    browser.refuse("SecurityError");
    expect(await reasonOf(browser.openWindow(() => "lena"))).toBe("failed");
    expect(await reasonOf(browser.openWindow(() => undefined))).toBe("nobody");
  });

  it("[CS7] is left without a trace, databases included", async () => {
    const store = browser.openWindow(() => "lena");
    const other = browser.openWindow(() => "lena");
    await fill(store);
    await fill(other);
    await store.clear();
    for (let left = await names(); left.length > 0; left = await names()) await new Promise(setImmediate);
    expect(await reasonOf(other)).toBe("nobody");
    expect(await names()).toEqual([]);
  });
});
