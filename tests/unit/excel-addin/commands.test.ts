/**
 * What the ribbon asks for without anybody looking at the pane, and what a person stops.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, expect, it } from "@jest/globals";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import {
  checkAndPush,
  filledHome,
  letter,
  open,
  pulledSession,
  sessionOver,
  sheetRow,
  type,
} from "#tests/support/excelSession.ts";
import { createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { guid } from "#tests/support/okrs.ts";

const objective = guid("0", 1);

beforeAll(async () => {
  await Office.onReady();
});

describe("a command from the ribbon", () => {
  it("waits for the session, says that pulling comes first, and then works", async () => {
    const home = await filledHome();
    const session = sessionOver({
      okrRepository: createMemoryOkrRepository(home),
      spreadsheet: createExcelSpreadsheet(),
    });
    const early = session.command("check");
    await session.start();
    await early;
    expect(open(session)).toMatchObject({ pullFirst: true });
    await session.pull({ unit: "all", below: true });
    expect(open(session)).not.toHaveProperty("pullFirst");
    type("title", sheetRow(objective), "Full shelves");
    await session.command("push");
    expect(open(session).preview?.plan.counts).toMatchObject({ changed: 1 });
    expect(home.objectives.get(objective)?.record.title).toBe("Shelves are full");
    await session.command("pull");
    expect(open(session).preview?.plan.counts).toMatchObject({ changed: 1 });
  });
});

describe("a push that Microsoft 365 makes wait", () => {
  it("says so while nothing is heard, and no longer than that", async () => {
    const real = createMemoryOkrRepository(await filledHome());
    const due: (() => void)[] = [];
    const seen: (boolean | undefined)[] = [];
    const okrRepository: OkrRepository = {
      ...real,
      write: async (writes, onOutcome, signal) => {
        for (const call of due.splice(0)) call();
        seen.push(open(session).activity?.waiting);
        const outcomes = await real.write(writes, onOutcome, signal);
        seen.push(open(session).activity?.waiting);
        return outcomes;
      },
    };
    const after = (_: number, call: () => void) => {
      due.push(call);
      return () => void due.splice(due.indexOf(call), 1);
    };
    const session = await pulledSession({ okrRepository, spreadsheet: createExcelSpreadsheet(), after });
    type("title", sheetRow(objective), "Full shelves");
    await checkAndPush(session);
    expect(seen).toEqual([true, undefined]);
    expect(due).toEqual([]);
  });
});

describe("stopping", () => {
  it("leaves the table as it is while a pull still waits for the service", async () => {
    const real = createMemoryOkrRepository(await filledHome());
    let slow = false;
    const okrRepository: OkrRepository = {
      ...real,
      readOkrs: (scope) => (slow ? new Promise(() => undefined) : real.readOkrs(scope)),
    };
    const session = await pulledSession({ okrRepository, spreadsheet: createExcelSpreadsheet() });
    const before = open(session).sheet;
    slow = true;
    const pulling = session.pull({ unit: "all", below: true });
    await until(session, () => open(session).activity?.stop === "possible");
    session.cancel();
    await pulling;
    expect(open(session)).not.toHaveProperty("activity");
    expect(open(session)).not.toHaveProperty("failure");
    expect(open(session).sheet).toEqual(before);
  });

  it("[SE18] a push leaves what was not sent as it stands in the sheet, and nothing to be finished", async () => {
    const home = await filledHome();
    const real = createMemoryOkrRepository(home);
    let stop = true;
    const okrRepository: OkrRepository = {
      ...real,
      write: async (writes, onOutcome, signal) => {
        if (!stop) return real.write(writes, onOutcome, signal);
        stop = false;
        const [first, ...others] = writes;
        const written = await real.write(first ? [first] : []);
        session.cancel();
        expect(open(session).activity?.stop).toBe("asked");
        return [...written, ...others.map(() => ({ type: "Skipped" }) as const)];
      },
    };
    const session = await pulledSession({ okrRepository, spreadsheet: createExcelSpreadsheet() });
    for (const [at, title] of ["One", "Two", "Three"].entries()) {
      type("type", 9 + at, "Objective");
      type("title", 9 + at, title);
      type("team", 9 + at, "Kenya");
    }
    await checkAndPush(session);
    expect(open(session)).toMatchObject({ interrupted: 0, report: { stored: 1 } });
    expect(open(session).preview?.plan.counts).toMatchObject({ new: 2, problem: 0 });
    const messages = [9, 10, 11].map((row) => simulatedExcel.value(`OKRs!${letter("message")}${row}`));
    expect(messages).toEqual(["", "Waiting\nownerMissing", "Waiting\nownerMissing"]);
    await session.push();
    expect(home.objectives.size).toBe(3 + 3);
    expect(open(session).preview?.plan.counts).toMatchObject({ new: 0, unchanged: 10 });
  });
});

/** Resolves when the session shows it. */
const until = (session: SheetSession, shown: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const unsubscribe = session.state.subscribe(() => {
      if (!shown()) return;
      unsubscribe();
      resolve();
    });
  });
