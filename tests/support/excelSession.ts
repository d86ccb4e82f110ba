/** A session of the sheet over storage in memory, in the simulated Excel of tests/support/office-environment.ts. */
import { createSheetSession, type SheetSession } from "#shared/application/sheet/sheetSession.ts";
import type { HintsDep, OpenSheet, SheetDeps } from "#shared/application/sheet/sheetState.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { SHEET_FIELDS, type SheetField } from "#shared/domain/sheet/fields.ts";
import { ok } from "#shared/domain/result.ts";
import type { Clock } from "#shared/ports/clock.ts";
import type { Directory } from "#shared/ports/directory.ts";
import type { Grid } from "#shared/ports/grid.ts";
import type { Keep } from "#shared/ports/keep.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import type { Spreadsheet } from "#shared/ports/spreadsheet.ts";
import { createExcelGrid } from "../../excel-addin/host/excelGrid.ts";
import { findSheet, parseAddress, pasteText } from "#simulator/excel-host/model/index.ts";
import { noLocks } from "./copies.ts";
import { memoryKeep } from "./memoryKeep.ts";
import { createMemoryHome, createMemoryOkrRepository, type MemoryHome } from "./memoryOkrRepository.ts";
import { guid, lena } from "./okrs.ts";
import { english, frame, NOW, okrs } from "./sheets.ts";

/** Storage that holds the OKRs of tests/support/sheets.ts. */
export const filledHome = async (units: Frame = frame): Promise<MemoryHome> => {
  const filled = createMemoryHome(units);
  await createMemoryOkrRepository(filled).write([
    ...okrs.objectives.map((objective) => ({ kind: "createObjective", objective }) as const),
    ...okrs.keyResults.map((keyResult) => ({ kind: "createKeyResult", keyResult }) as const),
    ...okrs.checkIns.map((checkIn) => ({ kind: "addCheckIn", checkIn }) as const),
  ]);
  return filled;
};

let made = 0;

export interface SessionParts {
  readonly okrRepository: OkrRepository;
  readonly spreadsheet: Spreadsheet;
  readonly keep?: Keep;
  readonly grid?: Grid;
  readonly signIn?: SignIn;
  readonly findPerson?: Directory["findPerson"];
  /** Of the clock, whose hands stand still. */
  readonly after?: Clock["after"];
  readonly hintsFor?: HintsDep["hintsFor"];
}

export const signedInAsLena: SignIn = {
  current: () => Promise.resolve(ok(lena)),
  interact: () => Promise.resolve(ok(lena)),
  token: () => Promise.resolve(ok("")),
  signOut: () => Promise.resolve({ accountStaysWith: "host" }),
};

/** All of them over memory, at one moment, as Lena. */
export const depsOver = ({
  okrRepository,
  spreadsheet,
  keep = memoryKeep(),
  grid = createExcelGrid(),
  signIn = signedInAsLena,
  findPerson = () => Promise.resolve(ok(undefined)),
  after = () => () => undefined,
  hintsFor,
}: SessionParts): Omit<SheetDeps, "texts"> => ({
  okrRepository,
  directory: { searchPeople: () => Promise.resolve(ok([])), findPerson },
  signIn,
  clock: { now: () => Date.parse(NOW), after },
  ids: { guid: () => guid("2", 500_000 + ++made) },
  keep,
  locks: noLocks,
  spreadsheet,
  grid,
  ...(hintsFor ? { hintsFor } : {}),
});

export const sessionOver = (parts: SessionParts): SheetSession =>
  createSheetSession({
    ...depsOver(parts),
    texts: {
      vocabulary: english,
      problem: ({ cause }) => ("code" in cause.problem ? cause.problem.code : cause.problem.type),
      result: ({ type }) => type,
    },
  });

export const open = (session: SheetSession): OpenSheet => {
  const state = session.state.get();
  if (state.kind !== "ready") throw new Error(state.kind);
  return state;
};

/** Started, and filled with everything. */
export const pulledSession = async (parts: SessionParts): Promise<SheetSession> => {
  const session = sessionOver(parts);
  await session.start();
  await session.pull({ unit: "all", below: true }, true);
  const { failure } = open(session);
  if (failure) throw new Error(failure.type);
  return session;
};

/** Looks at what a push would do, then does it, as a person does. */
export const checkAndPush = async (session: SheetSession): Promise<void> => {
  await session.check();
  await session.push();
};

export const letter = (field: SheetField): string => String.fromCodePoint(65 + SHEET_FIELDS.indexOf(field));

/** Row of the sheet that carries the key, as Excel counts. */
export const sheetRow = (id: string): number => {
  for (let row = 2; row < 40; row += 1) if (simulatedExcel.value(`OKRs!${letter("key")}${row}`) === id) return row;
  throw new Error(`${id} is not in the sheet`);
};

export const type = (field: SheetField, row: number, text: string): void =>
  void simulatedExcel.type(`OKRs!${letter(field)}${row}`, text);

export const cell = (field: SheetField, id: string): string | number | boolean =>
  simulatedExcel.value(`OKRs!${letter(field)}${sheetRow(id)}`);

/** A person pastes lines of tab-separated text with its upper left corner there. */
export const paste = (address: string, lines: readonly string[]): void => {
  const target = parseAddress(address);
  const sheet = target?.sheet === undefined ? undefined : findSheet(simulatedExcel.workbook, target.sheet);
  if (!target || !sheet) throw new Error(`There is no cell ${address}`);
  const pasted = pasteText(sheet, target.area, lines.join("\n"));
  if (!pasted.ok) throw new Error(JSON.stringify(pasted));
};
