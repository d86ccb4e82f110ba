/**
 * Initiatives, made, edited and deleted in the grid and pushed through the unmodified office.js.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { describe, expect, it, jest } from "@jest/globals";
import { INITIATIVE_FIELDS, type InitiativeField } from "#shared/domain/initiativeSheet/fields.ts";
import { keyResultId, unitKey } from "#shared/domain/okr/ids.ts";
import { ok } from "#shared/domain/result.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import {
  ALL_INITIATIVES,
  ask,
  call,
  changeElsewhere,
  changeInitiativeCell,
  initiativeDesk,
  pushInitiativeSheet,
  truck,
} from "#tests/support/initiativeDesk.ts";
import {
  initiativeCell,
  initiativeColumn,
  initiativeRow,
  initiativeSession,
  openInitiatives,
  typeAt,
} from "#tests/support/initiativeSheets.ts";
import { createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { anInitiative, day, guid, lena } from "#tests/support/okrs.ts";

// Each test goes through Excel a dozen times.
jest.setTimeout(60_000);

const ALL = ALL_INITIATIVES;
const KENYA = { unit: unitKey("ke"), below: true } as const;
const desk = initiativeDesk();
const { pulled, opened, stored, titles, home, spreadsheet } = desk;
const push = pushInitiativeSheet;
const change = changeInitiativeCell;
const elsewhere = (...given: Parameters<typeof changeElsewhere> extends [unknown, ...infer Rest] ? Rest : never) =>
  changeElsewhere(home(), ...given);

describe("a sheet of initiatives in Excel", () => {
  it("[IS1] [IS2] shows them and stores what was typed, only that", async () => {
    const session = await pulled();
    expect([call, truck, ask].map(initiativeRow)).toEqual([2, 3, 4]);
    expect(["serves", "objective", "team"].map((field) => initiativeCell(call, field as InitiativeField))).toEqual([
      "On-shelf availability",
      "Shelves are full",
      "Germany",
    ]);
    change(call, "state", "Done");
    change(truck, "due", "20/03/2026");
    change(truck, "owner", lena.name);
    await push(session);
    expect(openInitiatives(session)).toMatchObject({ report: { stored: 2, failed: [] }, conflicts: [] });
    expect(stored(call)).toMatchObject({ state: "done", title: "Call ten shops", owner: lena });
    expect(stored(truck)).toMatchObject({ due: day("2026-03-20"), owner: lena, note: "After the fair" });
    expect([initiativeCell(call, "change"), initiativeCell(ask, "change")]).toEqual(["Stored", ""]);
    await session.pull(ALL);
    expect(openInitiatives(session).preview?.counts).toMatchObject({ unchanged: 3, changed: 0 });
  });

  it("[IS4] [IS7] makes a new row one initiative, and a copied row another", async () => {
    const session = await pulled();
    typeAt(5, "title", "Paint the vans");
    typeAt(5, "serves", "Days to refill");
    for (const field of INITIATIVE_FIELDS) typeAt(6, field, String(initiativeCell(call, field)));
    typeAt(6, "title", "Call their bosses");
    await push(session);
    expect(openInitiatives(session).report).toMatchObject({ stored: 2, failed: [] });
    expect(titles().toSorted()).toEqual([
      "Ask what they like",
      "Call ten shops",
      "Call their bosses",
      "Paint the vans",
      "Second truck",
    ]);
    await push(session);
    expect(home().initiatives.size).toBe(5);
  });

  it("[IS4] keeps what cannot be stored, with the reason beside it, and stores the rest", async () => {
    const session = await pulled();
    change(call, "due", "tomorrow?");
    change(truck, "title", "A second truck");
    await push(session);
    expect([initiativeCell(call, "due"), initiativeCell(call, "message"), initiativeCell(call, "change")]).toEqual([
      "tomorrow?",
      "NotADay",
      "Problem",
    ]);
    expect([stored(call)?.due, stored(truck)?.title]).toEqual([day("2026-02-20"), "A second truck"]);
  });

  it("[IS5] deletes what is marked after it was agreed to, and nothing for a row taken out", async () => {
    const session = await pulled();
    change(call, "change", "Delete");
    await push(session);
    expect(openInitiatives(session).deleting?.rows.map(({ id }) => id)).toEqual([call]);
    expect(home().initiatives.size).toBe(3);
    session.keepThem();
    expect(openInitiatives(session).deleting).toBeUndefined();
    await session.push();
    await session.deleteThem();
    expect(titles()).toEqual(["Second truck", "Ask what they like"]);
    expect([initiativeCell(call, "title"), initiativeCell(call, "message")]).toEqual(["Call ten shops", "removedHere"]);
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("Initiatives").rows.getItemAt(1).delete();
      await context.sync();
    });
    await push(session);
    expect(home().initiatives.size).toBe(2);
    await session.pull(ALL);
    expect(initiativeCell(truck, "title")).toBe("Second truck");
  });

  it("[IS6] a refresh brings what others did and leaves what was not sent, order and columns of the person's own", async () => {
    const session = await pulled();
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("Initiatives");
      table.columns.add(-1, [["Cost"], ["1"], ["2"], ["3"]]);
      table.sort.apply([{ key: 1, ascending: false }]);
      await context.sync();
    });
    expect([truck, call, ask].map(initiativeRow)).toEqual([2, 3, 4]);
    change(call, "title", "Call twenty shops");
    await elsewhere(call, { state: "done" });
    await elsewhere(truck, { title: "A third truck" });
    await elsewhere(ask, "remove");
    await createMemoryOkrRepository(home()).write([
      { kind: "createInitiative", initiative: anInitiative(4, 2, { title: "Paint the vans" }) },
    ]);
    await session.pull(ALL);
    const own = String.fromCodePoint(65 + INITIATIVE_FIELDS.length);
    expect([truck, call, ask, guid("3", 4)].map(initiativeRow)).toEqual([2, 3, 4, 5]);
    expect(simulatedExcel.value(`Initiatives!${own}3`)).toBe(1);
    expect([initiativeCell(truck, "title"), initiativeCell(call, "title")]).toEqual([
      "A third truck",
      "Call twenty shops",
    ]);
    expect([initiativeCell(ask, "change"), initiativeCell(ask, "message")]).toEqual(["Removed", "removedElsewhere"]);
    await push(session);
    expect(stored(call)).toMatchObject({ title: "Call twenty shops", state: "done" });
    expect(initiativeCell(call, "state")).toBe("Done");
  });

  it("[IS6] asks before another scope takes away what was not sent", async () => {
    const session = await pulled();
    change(call, "title", "Call twenty shops");
    await session.pull(KENYA);
    expect(openInitiatives(session).endangered).toMatchObject({ scope: KENYA, rows: [{ id: call }] });
    expect(initiativeCell(call, "title")).toBe("Call twenty shops");
    session.keepEdits();
    await session.pull(KENYA, true);
    expect(openInitiatives(session).sheet).toMatchObject({ scope: KENYA, rows: 0 });
  });

  it("[IS7] stores nothing twice when the page closes before the answers come", async () => {
    const real = createMemoryOkrRepository(home());
    let tell = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const silent: OkrRepository = {
      ...real,
      write: async (writes) => {
        await real.write(writes);
        tell();
        return new Promise(() => undefined);
      },
    };
    const first = await pulled(silent);
    typeAt(5, "title", "Paint the vans");
    typeAt(5, "serves", "Days to refill");
    void push(first);
    await arrived;
    const again = opened(real);
    await again.start();
    expect(openInitiatives(again).interrupted).toBe(1);
    await again.resume();
    expect(openInitiatives(again)).toMatchObject({ interrupted: 0, preview: { counts: { new: 0, unchanged: 4 } } });
    expect(titles().filter((title) => title === "Paint the vans")).toHaveLength(1);
  });

  it("[IS7] stores nothing twice when the workbook was not saved after the push either", async () => {
    const session = await pulled();
    const before = await spreadsheet().readParts("baseline");
    typeAt(5, "title", "Paint the vans");
    typeAt(5, "serves", "Days to refill");
    await push(session);
    const made = initiativeColumn("key");
    // The computer stopped: the workbook is what it was when somebody had typed, this device remembers the push.
    simulatedExcel.type(`Initiatives!${made}5`, "");
    await spreadsheet().writeParts({ baseline: before.ok ? before.value : [], outbox: [] });
    const again = opened(createMemoryOkrRepository(home()));
    await again.start();
    expect(openInitiatives(again).interrupted).toBe(1);
    await again.resume();
    await push(again);
    expect(home().initiatives.size).toBe(4);
  });

  it("[IS8] sends nothing that the preview did not show, and follows what is typed", async () => {
    const deaf = initiativeSession({
      okrRepository: createMemoryOkrRepository(home()),
      keep: desk.keep(),
      spreadsheet: { ...spreadsheet(), onEdited: () => () => undefined },
    });
    await deaf.start();
    await deaf.pull(ALL);
    change(call, "title", "Call twenty shops");
    await deaf.push();
    expect(openInitiatives(deaf)).toMatchObject({ renewed: true, preview: { counts: { changed: 1 } } });
    expect(stored(call)?.title).toBe("Call ten shops");
    await deaf.push();
    expect(stored(call)?.title).toBe("Call twenty shops");
  });

  it("[IS9] keeps what others changed elsewhere in the row, and asks where both changed the same", async () => {
    const session = await pulled();
    change(call, "title", "Call twenty shops");
    change(call, "state", "Done");
    await session.check();
    await elsewhere(call, { title: "Visit ten shops", note: "By car" });
    await session.push();
    const [conflict] = openInitiatives(session).conflicts;
    expect(conflict).toMatchObject({
      id: call,
      modifiedBy: "Otto",
      fields: [{ field: "title", before: "Call ten shops", mine: "Call twenty shops", theirs: "Visit ten shops" }],
    });
    await session.resolve(call, { title: "mine" });
    expect(stored(call)).toMatchObject({ title: "Call twenty shops", state: "done", note: "By car" });
    expect([initiativeCell(call, "note"), openInitiatives(session).conflicts]).toEqual(["By car", []]);
  });

  it("[IS9] shows for each side what it serves, an objective as a whole too", async () => {
    const session = await pulled();
    change(call, "serves", "Stores like working with us");
    await session.check();
    const refill = { keyResultId: keyResultId(guid("1", 2)) };
    await elsewhere(call, refill);
    await session.push();
    expect(openInitiatives(session).conflicts).toMatchObject([
      {
        fields: [
          {
            field: "serves",
            before: "On-shelf availability",
            mine: "Stores like working with us",
            theirs: "Days to refill",
          },
        ],
      },
    ]);
    await session.resolve(call, { serves: "mine" });
    expect(stored(call)).toMatchObject({ objectiveId: guid("0", 2) });
    expect(stored(call)).not.toHaveProperty("keyResultId");
  });

  it("[IS9] does not delete what somebody changed without asking again", async () => {
    const session = await pulled();
    change(call, "change", "Delete");
    await session.check();
    await session.push();
    await elsewhere(call, { title: "Visit ten shops" });
    await session.deleteThem();
    expect(openInitiatives(session).conflicts).toMatchObject([
      { id: call, removal: true, fields: [{ field: "title" }] },
    ]);
    await session.resolve(call, { title: "theirs" });
    expect([stored(call)?.title, initiativeCell(call, "change")]).toEqual(["Visit ten shops", ""]);
  });

  it("[IS2] finds people whom nobody here knows yet, once", async () => {
    const otto = { ...lena, id: lena.id, name: "Otto Braun" };
    let asked = 0;
    const session = initiativeSession({
      okrRepository: createMemoryOkrRepository(home()),
      keep: desk.keep(),
      spreadsheet: spreadsheet(),
      findPerson: (text) => {
        asked += 1;
        return Promise.resolve(ok(text === "Otto Braun" ? { ...otto, id: anotherId } : undefined));
      },
    });
    await session.start();
    await session.pull(ALL);
    change(truck, "owner", "Otto Braun");
    await push(session);
    expect([stored(truck)?.owner?.name, asked]).toEqual(["Otto Braun", 1]);
  });
});

const anotherId = `${lena.id}x` as typeof lena.id;
