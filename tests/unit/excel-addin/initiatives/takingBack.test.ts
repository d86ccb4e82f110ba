/**
 * Initiatives: an Excel that refuses, and a push that is taken back.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { describe, expect, it, jest } from "@jest/globals";
import { HOST_FAULTS } from "#tests/support/hostFaults.ts";
import {
  ask,
  call,
  changeElsewhere,
  changeInitiativeCell as change,
  initiativeDesk,
  pushInitiativeSheet as push,
  truck,
} from "#tests/support/initiativeDesk.ts";
import { initiativeCell, initiatives, openInitiatives, typeAt } from "#tests/support/initiativeSheets.ts";

// Each test goes through Excel a dozen times.
jest.setTimeout(60_000);

const { home, pulled, opened, stored, titles } = initiativeDesk();

describe("a sheet of initiatives in an Excel that refuses", () => {
  it.each(HOST_FAULTS)(
    "[IS7] [SE18] says %s as %s, loses nothing and stores everything once",
    async (fault, meaning) => {
      const session = await pulled();
      change(call, "state", "Done");
      typeAt(5, "title", "Paint the vans");
      typeAt(5, "serves", "Days to refill");
      await session.check();
      simulatedExcel.setFaults({ fault, count: 1 });
      await session.push();
      simulatedExcel.setFaults();
      expect(openInitiatives(session).failure).toEqual({ type: meaning });
      expect([initiativeCell(call, "state"), simulatedExcel.value("Initiatives!B5")]).toEqual([
        "Done",
        "Paint the vans",
      ]);
      await push(session);
      expect([stored(call)?.state, titles().filter((title) => title === "Paint the vans")]).toEqual([
        "done",
        ["Paint the vans"],
      ]);
      expect(openInitiatives(session)).toMatchObject({ interrupted: 0, preview: { counts: { unchanged: 4 } } });
    },
  );
});

describe("a push of initiatives", () => {
  it("[IS10] is taken back, in another session too, and leaves what was typed to be pushed again", async () => {
    const session = await pulled();
    change(call, "title", "Call twenty shops");
    change(truck, "state", "Done");
    change(ask, "change", "Delete");
    typeAt(5, "title", "Paint the vans");
    typeAt(5, "serves", "Days to refill");
    await push(session);
    await session.deleteThem();
    expect(openInitiatives(session)).toMatchObject({ report: { stored: 4 }, sheet: { undoable: 4 } });
    await changeElsewhere(home(), truck, { note: "Sold", state: "dropped" });
    const again = opened();
    await again.start();
    await again.undo();
    expect(titles().toSorted()).toEqual(["Ask what they like", "Call ten shops", "Second truck"]);
    expect([stored(call)?.title, stored(truck)?.state, stored(ask)]).toEqual([
      "Call ten shops",
      "dropped",
      initiatives[2],
    ]);
    expect(openInitiatives(again).report).toMatchObject({ undone: true });
    expect([initiativeCell(call, "title"), simulatedExcel.value("Initiatives!B5")]).toEqual([
      "Call twenty shops",
      "Paint the vans",
    ]);
    expect(openInitiatives(again).preview?.counts).toMatchObject({ changed: 2, new: 1, delete: 0, problem: 0 });
    await again.push();
    expect(titles()).toContain("Paint the vans");
    expect(stored(call)?.title).toBe("Call twenty shops");
  });
});
