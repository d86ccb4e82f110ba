import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createWorkbookStore } from "#simulator/excel-host/files/workbookStore.ts";

const NOON = Date.UTC(2026, 10, 2, 12);
let directory = "";
const open = () => createWorkbookStore({ directory: join(directory, "workbooks"), now: () => NOON });

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "workbooks-"));
});
afterEach(() => rm(directory, { recursive: true }));

describe("the store of workbooks", () => {
  it("[XG4] finds a workbook again after a restart, by person and name", async () => {
    await open().save("lead", "OKRs / Q1 ünïcode", 0, { cells: [1] });
    expect(await open().load("lead", "OKRs / Q1 ünïcode")).toEqual({
      user: "lead",
      name: "OKRs / Q1 ünïcode",
      version: 1,
      savedAt: "2026-11-02T12:00:00.000Z",
      snapshot: { cells: [1] },
    });
    expect(await open().load("member", "OKRs / Q1 ünïcode")).toBeUndefined();
    expect(await open().list("lead")).toEqual(["OKRs / Q1 ünïcode"]);
  });

  it("[XG5] refuses a save that is based on an older version and shows what is stored", async () => {
    const store = open();
    await store.save("lead", "Book1", 0, "first");
    await store.save("lead", "Book1", 1, "second");
    expect(await store.save("lead", "Book1", 1, "late")).toMatchObject({
      type: "StaleVersion",
      stored: { version: 2, snapshot: "second" },
    });
    expect(await store.save("lead", "Book2", 4, "made up")).toEqual({ type: "StaleVersion", stored: undefined });
  });

  it("[XG5] lets exactly one of two saves at the same moment win", async () => {
    const store = open();
    const outcomes = await Promise.all([
      store.save("lead", "Book1", 0, "left window"),
      store.save("lead", "Book1", 0, "right window"),
    ]);
    expect(outcomes.map(({ type }) => type)).toEqual(["Saved", "StaleVersion"]);
    expect(await store.load("lead", "Book1")).toMatchObject({ version: 1, snapshot: "left window" });
  });

  it("leaves no half-written file behind and knows nobody's workbooks before the first save", async () => {
    const store = open();
    expect(await store.list("lead")).toEqual([]);
    await store.save("lead", "Book1", 0, "x");
    expect(await readdir(join(directory, "workbooks"))).toHaveLength(1);
  });
});
