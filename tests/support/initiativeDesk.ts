/** Somebody at the sheet of initiatives in the simulated Excel, anew for each test. */
import { beforeAll, beforeEach } from "@jest/globals";
import type { InitiativeSession } from "#shared/application/initiativeSheet/initiativeSession.ts";
import type { InitiativeField } from "#shared/domain/initiativeSheet/fields.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import type { Initiative } from "#shared/domain/okr/initiative.ts";
import type { Keep } from "#shared/ports/keep.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import type { Spreadsheet } from "#shared/ports/spreadsheet.ts";
import { createExcelSpreadsheet } from "../../excel-addin/host/excelSpreadsheet.ts";
import { INITIATIVE_TABLE } from "../../excel-addin/host/locate.ts";
import { filledHome } from "./excelSession.ts";
import { initiativeRow, initiatives, initiativeSession, openInitiatives, typeAt } from "./initiativeSheets.ts";
import { memoryKeep } from "./memoryKeep.ts";
import { createMemoryOkrRepository, type MemoryHome } from "./memoryOkrRepository.ts";
import { guid } from "./okrs.ts";

export const ALL_INITIATIVES = { unit: "all", below: true } as const;

export const call = guid("3", 1);
export const truck = guid("3", 2);
export const ask = guid("3", 3);

export interface InitiativeDesk {
  readonly home: () => MemoryHome;
  readonly keep: () => Keep;
  readonly spreadsheet: () => Spreadsheet;
  /** Another opening of the pane over the same workbook, on the same device. */
  readonly opened: (okrRepository?: OkrRepository) => InitiativeSession;
  readonly pulled: (okrRepository?: OkrRepository) => Promise<InitiativeSession>;
  readonly stored: (id: string) => Initiative | undefined;
  readonly titles: () => readonly string[];
}

/** To be called where tests are described. */
export const initiativeDesk = (): InitiativeDesk => {
  let home: MemoryHome | undefined;
  let keep: Keep = memoryKeep();
  let spreadsheet: Spreadsheet = createExcelSpreadsheet(INITIATIVE_TABLE);
  const there = (): MemoryHome => {
    if (!home) throw new Error("Used outside a test");
    return home;
  };
  beforeAll(async () => {
    await Office.onReady();
  });
  beforeEach(async () => {
    await Excel.run(async (context) => {
      context.workbook.tables.getItemOrNullObject("Initiatives").delete();
      context.workbook.worksheets.getItemOrNullObject("Initiatives").getRange().clear();
      await context.sync();
    });
    home = await filledHome();
    await createMemoryOkrRepository(home).write(
      initiatives.map((initiative) => ({ kind: "createInitiative", initiative }) as const),
    );
    keep = memoryKeep();
    spreadsheet = createExcelSpreadsheet(INITIATIVE_TABLE);
  });
  const opened: InitiativeDesk["opened"] = (okrRepository = createMemoryOkrRepository(there())) =>
    initiativeSession({ okrRepository, keep, spreadsheet });
  return {
    home: there,
    keep: () => keep,
    spreadsheet: () => spreadsheet,
    opened,
    pulled: async (okrRepository) => {
      const session = opened(okrRepository);
      await session.start();
      await session.pull(ALL_INITIATIVES);
      const { failure } = openInitiatives(session);
      if (failure) throw new Error(failure.type);
      return session;
    },
    stored: (id) => [...there().initiatives.values()].find(({ record }) => record.id === id)?.record,
    titles: () => [...there().initiatives.values()].map(({ record }) => record.title),
  };
};

export const pushInitiativeSheet = async (session: InitiativeSession): Promise<void> => {
  await session.check();
  await session.push();
};

export const changeInitiativeCell = (id: string, field: InitiativeField, text: string): void =>
  typeAt(initiativeRow(id), field, text);

/** What somebody else does in Teams. */
export const changeElsewhere = async (
  home: MemoryHome,
  id: string,
  changes: Partial<Initiative> | "remove",
): Promise<void> => {
  const other = createMemoryOkrRepository(home, "Otto");
  const read = await other.readInitiatives({ cycleKeys: [cycleKey("2026-q1")], units: "all" });
  const record = read.ok ? read.value.initiatives.find((one) => one.id === id) : undefined;
  const basedOn = record && read.ok ? read.value.revisions.get(record.id) : undefined;
  if (!record || basedOn === undefined) throw new Error(`${id} is not stored`);
  await other.write([
    changes === "remove"
      ? { kind: "removeInitiative", id: record.id, basedOn }
      : { kind: "changeInitiative", id: record.id, changes, basedOn },
  ]);
};
