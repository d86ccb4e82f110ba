import { describe, expect, it } from "@jest/globals";
import { createSavedViews, type SavedView, type SavedViews } from "#shared/application/sheet/savedViews.ts";
import { unitKey } from "#shared/domain/okr/ids.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import type { Keep } from "#shared/ports/keep.ts";
import type { Parts, Spreadsheet } from "#shared/ports/spreadsheet.ts";
import { depsOver } from "#tests/support/excelSession.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { frame } from "#tests/support/sheets.ts";
import { memoryKeep } from "#tests/support/memoryKeep.ts";

const ALL: SheetScope = { unit: "all", below: true };
const KENYA: SheetScope = { unit: unitKey("ke"), below: true, statuses: ["atRisk"] };

/** A workbook that keeps texts and has no table. */
const aWorkbook = (readOnly = false): Spreadsheet => {
  let kept: Parts = {};
  const none = () => Promise.resolve(ok(undefined));
  return {
    locale: () => Promise.resolve("en-GB"),
    read: none,
    standing: () =>
      Promise.resolve(ok({ readOnly: false, protection: "none" as const, rewritten: false, address: "" })),
    replace: () => Promise.resolve(ok(new Map())),
    write: () => Promise.resolve(ok([])),
    append: none,
    insert: () => Promise.resolve(ok(false)),
    writeLists: none,
    show: none,
    readParts: (kind) => Promise.resolve(ok(kept[kind] ?? [])),
    writeParts: (parts) => {
      if (readOnly) return Promise.resolve(err({ type: "ReadOnly" }));
      kept = { ...kept, ...parts };
      return Promise.resolve(ok(undefined));
    },
    onEdited: () => () => undefined,
  };
};

let now = 0;

const viewsOf = (spreadsheet: Spreadsheet, keep: Keep): SavedViews => {
  const deps = depsOver({ okrRepository: createMemoryOkrRepository(createMemoryHome(frame)), spreadsheet, keep });
  return createSavedViews({ ...deps, clock: { ...deps.clock, now: () => (now += 1_000) } });
};

const names = (views: Result<readonly SavedView[], unknown>): readonly string[] =>
  views.ok ? views.value.map(({ name }) => name) : ["failed"];

describe("saved views", () => {
  it("[SO5] are named, chosen again, renamed and deleted", async () => {
    const views = viewsOf(aWorkbook(), memoryKeep());
    await views.save("Kenya at risk", KENYA);
    expect(await views.save("Everything ", ALL)).toMatchObject({
      value: [
        { name: "Everything", scope: ALL },
        { name: "Kenya at risk", scope: KENYA },
      ],
    });
    const all = await views.list();
    const [first] = all.ok ? all.value : [];
    expect(names(await views.rename(first?.id ?? "", "Alles"))).toEqual(["Alles", "Kenya at risk"]);
    expect(names(await views.remove(first?.id ?? ""))).toEqual(["Kenya at risk"]);
  });

  it("[SO5] replace the scope that is kept under the same name", async () => {
    const views = viewsOf(aWorkbook(), memoryKeep());
    await views.save("Mine", KENYA);
    expect(await views.save("mine", ALL)).toMatchObject({ value: [{ name: "mine", scope: ALL }] });
  });

  it("[SO5] are those of the workbook and of the person, and what was deleted stays deleted", async () => {
    const shared = aWorkbook();
    const hers = memoryKeep();
    await viewsOf(shared, memoryKeep()).save("Of the workbook", ALL);
    await viewsOf(aWorkbook(), hers).save("Of the person", KENYA);
    const both = viewsOf(shared, hers);
    expect(names(await both.list())).toEqual(["Of the person", "Of the workbook"]);
    const listed = await both.list();
    for (const { id } of listed.ok ? listed.value : []) await both.remove(id);
    expect(names(await viewsOf(shared, memoryKeep()).list())).toEqual([]);
    expect(names(await viewsOf(aWorkbook(), hers).list())).toEqual([]);
  });

  it("[SO5] are kept for the person where the workbook takes nothing", async () => {
    const keep = memoryKeep();
    expect(await viewsOf(aWorkbook(true), keep).save("Mine", ALL)).toEqual(err({ type: "ReadOnly" }));
    expect(names(await viewsOf(aWorkbook(), keep).list())).toEqual(["Mine"]);
  });
});
