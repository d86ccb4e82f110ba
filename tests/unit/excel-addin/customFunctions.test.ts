/**
 * Formulas that call the functions of the add-in, through the unmodified office.js against the simulated Excel.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { createLiveFunctions, type LiveFunctions } from "#shared/application/functions/liveFunctions.ts";
import { instantOf } from "#shared/domain/day.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { err } from "#shared/domain/result.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { findSheet, valueAt } from "#simulator/excel-host/model/index.ts";
import { functionService } from "../../../excel-addin/functions.ts";
import { connectFunctions } from "../../../excel-addin/host/customFunctions.ts";
import { en } from "../../../excel-addin/text/en.ts";
import { functionWords } from "../../../excel-addin/text/functionWords.ts";
import { FUNCTIONS, NAMESPACE } from "../../../manifest/functions.ts";
import { filledHome } from "#tests/support/excelSession.ts";
import { createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { createManualDay } from "#tests/support/manualClock.ts";
import { aCheckIn, guid } from "#tests/support/okrs.ts";
import { memoryKeep } from "#tests/support/memoryKeep.ts";

const trouble: { error: AccessError | undefined } = { error: undefined };
let readings = 0;
let server: OkrRepository;
let live: LiveFunctions;

const serve = async (): Promise<LiveFunctions> => {
  server = createMemoryOkrRepository(await filledHome());
  const okrRepository: OkrRepository = {
    ...server,
    readFrame: () => (trouble.error ? Promise.resolve(err(trouble.error)) : server.readFrame()),
    openOkrs: (scope, known) => {
      readings += 1;
      return trouble.error ? Promise.resolve(err(trouble.error)) : server.openOkrs(scope, known);
    },
  };
  return createLiveFunctions({
    ...createManualDay(),
    okrRepository,
    // Two hours after the table of tests/support/sheets.ts was pulled; what falls due does so at once.
    clock: {
      now: () => Date.UTC(2026, 1, 16, 11),
      after: (ms, call) => {
        const timer = ms > 1_000 ? undefined : setTimeout(call, 0);
        return () => clearTimeout(timer);
      },
    },
    keep: memoryKeep(),
    words: functionWords("en-US"),
    table: () => Promise.resolve([]),
  });
};

beforeAll(async () => {
  // As the page does: before anything is awaited.
  const starting = serve();
  connectFunctions(starting.then((functions) => functionService(functions, en)));
  simulatedExcel.declareFunctions(
    ...FUNCTIONS.map(({ id, parameters }) => ({
      name: `${NAMESPACE}.${id}`,
      id,
      parameters: parameters.length,
      stream: true,
    })),
  );
  await Office.onReady();
  live = await starting;
});

const answered = (): Promise<void> =>
  simulatedExcel.until(() => simulatedExcel.endpoint.session.customFunctions.pending() === 0);

const at = (address: string): string | number | boolean => simulatedExcel.value(`Sheet1!${address}`);

/** What a cell's error says when somebody points at it. */
const hint = (row: number, column: number): string | undefined => {
  const sheet = findSheet(simulatedExcel.workbook, "Sheet1");
  const value = sheet && valueAt(sheet, row, column);
  return typeof value === "object" && value !== null && "message" in value ? value.message : undefined;
};

const type = (address: string, text: string): void => void simulatedExcel.type(`Sheet1!${address}`, text);

describe("the functions in formulas", () => {
  it("[CF7] answer by key and by cell, busy at first, hundreds of them with one reading", async () => {
    type("A1", "On-shelf availability");
    type("B1", "=OKR.VALUE(A1)");
    expect(at("B1")).toBe("#BUSY!");
    type("C1", `=OKR.PROGRESS("${guid("1", 1)}")*100`);
    type("D1", "=OKR.STATUS(A1)");
    type("E1", `=OKR.STATUS(A1,"de")`);
    for (let row = 101; row <= 300; row += 1) type(`A${row}`, `=OKR.VALUE("${guid("1", 2)}")`);
    await answered();
    expect([at("B1"), at("D1"), at("E1"), at("A300")]).toEqual([92.5, "Behind", "Im Rückstand", 7]);
    expect(at("C1")).toBeCloseTo(41.67, 2);
    expect(readings).toBe(1);
  });

  it("[CF3] leave unmeasured empty, so that averages pass over it", async () => {
    type("A3", `=OKR.PROGRESS("Handbook out")`);
    type("A4", `=OKR.PROGRESS("Stores in Nairobi")`);
    type("A5", `=OKR.PROGRESS("Days to refill")`);
    type("A6", "=AVERAGE(A3:A5)");
    type("A7", "=COUNT(A3:A5)");
    await answered();
    expect([at("A3"), at("A4"), at("A5"), at("A6"), at("A7")]).toEqual(["", "", 0.5, 0.5, 1]);
  });

  it("[CF5] spill lists and histories with their headers", async () => {
    type("H1", `=OKR.LIST("Kenya")`);
    type("H10", `=OKR.HISTORY("Days to refill")`);
    await answered();
    expect([at("H1"), at("I1"), at("I2"), at("I3"), at("I4")]).toEqual([
      "Type",
      "Title",
      "Kenya grows",
      "Stores in Nairobi",
      "",
    ]);
    expect([at("H10"), at("I10"), at("H11"), at("I11")]).toEqual(["Date", "Current", "2026-02-03", 7]);
  });

  it("[CF6] say in the cell why there is no answer", async () => {
    type("F1", `=OKR.VALUE("Nothing of the kind")`);
    type("F2", "=OKR.VALUE(Z99)");
    type("F3", `=OKR.VALUE("Shelves are full")`);
    type("F4", `=OKR.LIST("Narnia")`);
    type("F5", "=OKR.VALUE(1/0)");
    await answered();
    expect([at("F1"), at("F2"), at("F3"), at("F4"), at("F5")]).toEqual([
      "#N/A",
      "#VALUE!",
      "#VALUE!",
      "#N/A",
      "#DIV/0!",
    ]);
    expect([hint(0, 5), hint(1, 5), hint(2, 5), hint(3, 5)]).toEqual([
      en.functions.unknownId("Nothing of the kind"),
      en.functions.idMissing,
      en.functions.notAKeyResult("Shelves are full"),
      en.functions.unknownUnit("Narnia"),
    ]);
  });

  it("[CF8] show what somebody reports without a recalculation, and end with their formula", async () => {
    await server.write([
      {
        kind: "addCheckIn",
        checkIn: aCheckIn(70, 1, { value: 95, at: instantOf(Date.UTC(2026, 1, 16, 10)) }),
      },
    ]);
    await live.refresh();
    await simulatedExcel.until(() => at("B1") === 95);
    type("B1", "typed over");
    await server.write([
      {
        kind: "addCheckIn",
        checkIn: aCheckIn(71, 1, { value: 96, at: instantOf(Date.UTC(2026, 1, 16, 10, 30)) }),
      },
    ]);
    await live.refresh();
    expect(at("B1")).toBe("typed over");
  });

  it("[CF10] ask nobody to sign in", async () => {
    for (let row = 1; row <= 300; row += 1) for (const column of "ABCDEFH") type(`${column}${row}`, "");
    trouble.error = { type: "SignInNeeded", reason: "interactionRequired", scopes: [] };
    type("A1", `=OKR.VALUE("${guid("1", 1)}")`);
    await answered();
    expect([at("A1"), hint(0, 0)]).toEqual(["#N/A", en.functions.signInNeeded]);
    trouble.error = undefined;
    await live.refresh();
    await simulatedExcel.until(() => at("A1") === 96);
  });
});
