/**
 * Pull, edit, check and push through the unmodified office.js.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createSheetSession, type SheetSession } from "#shared/application/sheet/sheetSession.ts";
import type { OpenSheet } from "#shared/application/sheet/sheetState.ts";
import { SHEET_FIELDS, type SheetField } from "#shared/domain/sheet/fields.ts";
import { ok } from "#shared/domain/result.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { createMemoryHome, createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { guid, lena } from "#tests/support/okrs.ts";
import { english, frame, NOW, okrs } from "#tests/support/sheets.ts";

const availability = guid("1", 1);
const objective = guid("0", 1);

let home: MemoryHome;
let kept: Map<string, string>;
let made = 0;

const filledHome = async (): Promise<MemoryHome> => {
  const filled = createMemoryHome(frame);
  await createMemoryOkrRepository(filled).write([
    ...okrs.objectives.map((objective) => ({ kind: "createObjective", objective }) as const),
    ...okrs.keyResults.map((keyResult) => ({ kind: "createKeyResult", keyResult }) as const),
    ...okrs.checkIns.map((checkIn) => ({ kind: "addCheckIn", checkIn }) as const),
  ]);
  return filled;
};

const sessionOver = (okrRepository: OkrRepository): SheetSession =>
  createSheetSession({
    okrRepository,
    directory: { searchPeople: () => Promise.resolve(ok([])), findPerson: () => Promise.resolve(ok(undefined)) },
    signIn: {
      current: () => Promise.resolve(ok(lena)),
      interact: () => Promise.resolve(ok(lena)),
      token: () => Promise.resolve(ok("")),
      signOut: () => Promise.resolve({ accountStaysWith: "host" }),
    },
    clock: { now: () => Date.parse(NOW), after: () => () => undefined },
    ids: { guid: () => guid("2", 5_000 + ++made) },
    keep: {
      get: (key) => kept.get(key),
      set: (key, text) => {
        kept.set(key, text);
        return true;
      },
      remove: (key) => void kept.delete(key),
    },
    spreadsheet: createExcelSpreadsheet(),
    texts: {
      vocabulary: english,
      problem: ({ cause }) => ("code" in cause.problem ? cause.problem.code : cause.problem.type),
      result: ({ type }) => type,
    },
  });

const open = (session: SheetSession): OpenSheet => {
  const state = session.state.get();
  if (state.kind !== "ready") throw new Error(state.kind);
  return state;
};

const letter = (field: SheetField): string => String.fromCodePoint(65 + SHEET_FIELDS.indexOf(field));

/** Row of the sheet that carries the key. */
const rowOf = (id: string): number => {
  for (let row = 2; row < 40; row += 1) if (simulatedExcel.value(`OKRs!${letter("key")}${row}`) === id) return row;
  throw new Error(`${id} is not in the sheet`);
};
const type = (field: SheetField, row: number, text: string): void =>
  void simulatedExcel.type(`OKRs!${letter(field)}${row}`, text);
const cell = (field: SheetField, id: string) => simulatedExcel.value(`OKRs!${letter(field)}${rowOf(id)}`);

const pulled = async (repository: OkrRepository): Promise<SheetSession> => {
  const session = sessionOver(repository);
  await session.start();
  await session.pull({ unit: "all", below: true }, true);
  expect(open(session).failure).toBeUndefined();
  return session;
};

beforeAll(async () => {
  await Office.onReady();
});
beforeEach(async () => {
  home = await filledHome();
  kept = new Map();
});

describe("a sheet of OKRs in Excel", () => {
  it("[SE3] [SE17] pulls, pushes what was typed, and is in agreement afterwards", async () => {
    const session = await pulled(createMemoryOkrRepository(home));
    expect(cell("title", availability)).toBe("On-shelf availability");
    type("title", rowOf(availability), "=Shelves");
    type("current", rowOf(availability), "94");
    type("note", rowOf(availability), "Two new trucks");
    await session.push();
    expect(open(session).report).toEqual({ stored: 1, checkIns: 1, failed: [] });
    expect(home.keyResults.get(availability)?.record.title).toBe("=Shelves");
    expect(cell("note", availability)).toBe("");
    expect(open(session).preview?.plan.counts).toMatchObject({ changed: 0, checkIn: 0, problem: 0 });
  });

  it("[SE12] marks problems in the row and sends the rest", async () => {
    const session = await pulled(createMemoryOkrRepository(home));
    type("target", rowOf(availability), "90");
    type("title", rowOf(objective), "Full shelves");
    await session.push();
    expect(home.objectives.get(objective)?.record.title).toBe("Full shelves");
    expect(cell("message", availability)).toBe("targetEqualsStart");
    expect(cell("target", availability)).toBe(90);
  });

  it("[SE14] shows both values of a field that somebody else changed, and stores the choice", async () => {
    const session = await pulled(createMemoryOkrRepository(home));
    const theirs = home.objectives.get(objective);
    if (!theirs) throw new Error("not stored");
    await createMemoryOkrRepository(home, "Otto").write([
      { kind: "changeObjective", id: theirs.record.id, basedOn: theirs.revision, changes: { title: "Theirs" } },
    ]);
    type("title", rowOf(objective), "Mine");
    await session.push();
    expect(open(session).conflicts).toMatchObject([
      { id: objective, modifiedBy: "Otto", fields: [{ field: "title", mine: "Mine", theirs: "Theirs" }] },
    ]);
    await session.resolve(objective, { title: "theirs" });
    expect(cell("title", objective)).toBe("Theirs");
    expect(open(session).conflicts).toEqual([]);
  });

  it("[SE18] finishes a push whose page was closed before the answers came, without doubling", async () => {
    const real = createMemoryOkrRepository(home);
    let sent = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      sent = resolve;
    });
    const silent: OkrRepository = {
      ...real,
      write: async (writes) => {
        await real.write(writes);
        sent();
        return new Promise(() => undefined);
      },
    };
    const session = await pulled(silent);
    type("type", 9, "Objective");
    type("title", 9, "A new aim");
    type("team", 9, "Kenya");
    type("current", rowOf(availability), "95");
    void session.push();
    await arrived;
    const again = sessionOver(real);
    await again.start();
    expect(open(again).interrupted).toBe(2);
    await again.resume();
    expect(home.objectives.size).toBe(4);
    expect(home.checkIns.size).toBe(3);
    expect(open(again).preview?.plan.counts).toMatchObject({ new: 0, checkIn: 0, changed: 0 });
    expect(open(again).interrupted).toBe(0);
  });

  it("[SE16] a refresh keeps what was typed and brings what others changed", async () => {
    const session = await pulled(createMemoryOkrRepository(home));
    type("owner", rowOf(objective), "");
    const theirs = home.objectives.get(objective);
    if (!theirs) throw new Error("not stored");
    await createMemoryOkrRepository(home, "Otto").write([
      { kind: "changeObjective", id: theirs.record.id, basedOn: theirs.revision, changes: { title: "Theirs" } },
    ]);
    await session.pull({ unit: "all", below: true });
    expect(cell("title", objective)).toBe("Theirs");
    expect(cell("owner", objective)).toBe("");
    expect(open(session).preview?.plan.counts).toMatchObject({ changed: 1 });
  });
});
