/**
 * What happens to a push when the computer stops before Excel has saved the workbook.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { identifyOwner, type KnownOwner } from "#shared/adapters/browser/owner.ts";
import { createBrowserKeep } from "#shared/adapters/browser/keep.ts";
import type { Keep } from "#shared/ports/keep.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import type { Spreadsheet } from "#shared/ports/spreadsheet.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import {
  checkAndPush,
  filledHome,
  open,
  pulledSession,
  sessionOver,
  sheetRow,
  signedInAsLena,
  type,
} from "#tests/support/excelSession.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { guid } from "#tests/support/okrs.ts";
import { createManualClock } from "#tests/support/manualClock.ts";
import { memoryKeep } from "#tests/support/memoryKeep.ts";

const availability = guid("1", 1);
const NEW_ROW = 9;

let home: MemoryHome;
let keep: Keep;
let spreadsheet: Spreadsheet;

/** Stores everything and never answers; the promise says when everything is stored. */
const silent = (): { readonly okrRepository: OkrRepository; readonly arrived: Promise<void> } => {
  const real = createMemoryOkrRepository(home);
  let tell = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const write: OkrRepository["write"] = async (writes) => {
    await real.write(writes);
    tell();
    return new Promise(() => undefined);
  };
  return { okrRepository: { ...real, write }, arrived };
};

/** Pushes a new objective and a reading; both arrive, nobody hears of it. */
const pushIntoSilence = async (): Promise<void> => {
  const { okrRepository, arrived } = silent();
  const session = await pulledSession({ okrRepository, spreadsheet, keep });
  type("type", NEW_ROW, "Objective");
  type("title", NEW_ROW, "A new aim");
  type("team", NEW_ROW, "Kenya");
  type("current", sheetRow(availability), "95");
  void checkAndPush(session);
  await arrived;
};

/** The workbook as it was saved last: what was typed is there, the push is not. */
const forgetPush = async (): Promise<void> => {
  await spreadsheet.writeParts({ outbox: [] });
  type("key", NEW_ROW, "");
};

const reopened = async () => {
  const session = sessionOver({ okrRepository: createMemoryOkrRepository(home), spreadsheet, keep });
  await session.start();
  return session;
};

beforeAll(async () => {
  await Office.onReady();
});
beforeEach(async () => {
  home = await filledHome();
  keep = memoryKeep();
  spreadsheet = createExcelSpreadsheet();
});

describe("a push that the saved workbook knows nothing of", () => {
  it("[SE18] is known on this device, and finished without doubling anything", async () => {
    await pushIntoSilence();
    await forgetPush();
    const session = await reopened();
    expect(open(session).interrupted).toBe(2);
    await session.resume();
    expect(home.objectives.size).toBe(4);
    expect(home.checkIns.size).toBe(3);
    expect(open(session).preview?.plan.counts).toMatchObject({ new: 0, changed: 0, checkIn: 0 });
  });

  it("[SE18] is finished before the next push sends what was typed since", async () => {
    await pushIntoSilence();
    await forgetPush();
    const session = await reopened();
    type("title", sheetRow(availability), "Shelves with goods");
    await session.push();
    expect(home.objectives.size).toBe(4);
    expect(home.checkIns.size).toBe(3);
    expect(home.keyResults.get(availability)?.record.title).toBe("Shelves with goods");
  });

  it("[SE18] is not taken up again once the workbook knows how it ended", async () => {
    await pushIntoSilence();
    await forgetPush();
    await (await reopened()).resume();
    const session = await reopened();
    expect(open(session).interrupted).toBe(0);
  });

  it("[SE18] what the device keeps and cannot be read loses nothing that the workbook knows", async () => {
    await pushIntoSilence();
    const book = (await spreadsheet.readParts("baseline")).ok;
    expect(book).toBe(true);
    keep = { ...keep, get: () => "{not json" };
    const session = await reopened();
    expect(open(session).interrupted).toBe(2);
  });
});

describe("a push that is looked for before it is known who is signed in", () => {
  const clock = createManualClock();

  /** A new page: nobody is known in it until the sign-in has answered, a second later. */
  const opened = (): KnownOwner & { readonly keep: Keep } => {
    const known = identifyOwner(
      {
        ...signedInAsLena,
        current: async () => {
          await new Promise<void>((resolve) => clock.after(1_000, resolve));
          return signedInAsLena.current();
        },
      },
      "tenant",
    );
    return { ...known, keep: createBrowserKeep(() => window.localStorage, known.owner) };
  };

  it("[SE18] is found once that is known, however late", async () => {
    const first = opened();
    const asked = first.person();
    await clock.pass(1_000);
    await asked;
    ({ keep } = first);
    await pushIntoSilence();
    await forgetPush();

    const { signIn, keep: later } = opened();
    const session = sessionOver({
      okrRepository: createMemoryOkrRepository(home),
      spreadsheet,
      keep: later,
      signIn,
    });
    const started = session.start();
    await clock.pass(1_000);
    await started;
    expect(open(session).interrupted).toBe(2);
  });
});
