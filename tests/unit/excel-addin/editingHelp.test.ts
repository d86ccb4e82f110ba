/**
 * Lists in the cells, and what they do not keep out.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { personId, unitKey } from "#shared/domain/okr/ids.ts";
import type { SheetField } from "#shared/domain/sheet/fields.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { filledHome, letter, open, paste, pulledSession, sheetRow, type } from "#tests/support/excelSession.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { guid, lena } from "#tests/support/okrs.ts";
import { codes, plannedRow } from "#tests/support/sheets.ts";

const otto = { ...lena, id: personId("otto"), name: "Otto Braun", upn: "otto@tinycart.example" };
const shelves = guid("0", 1);
const availability = guid("1", 1);

let home: MemoryHome;
let session: SheetSession;

beforeAll(async () => {
  await Office.onReady();
});
beforeEach(async () => {
  home = await filledHome();
  const okrRepository = createMemoryOkrRepository(home);
  session = await pulledSession({ okrRepository, spreadsheet: createExcelSpreadsheet() });
});

/** What the list of a cell offers. */
const offered = (field: SheetField): Promise<readonly unknown[]> =>
  Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("OKRs").getRange(`${letter(field)}${sheetRow(availability)}`);
    cell.dataValidation.load("rule");
    await context.sync();
    const source = cell.dataValidation.rule.list?.source as string;
    const list = context.workbook.names.getItem(source.replace("=", "")).getRange();
    list.load("values");
    await context.sync();
    return (list.values as unknown[][]).flat();
  });

describe("lists in the cells", () => {
  it("[SE29] offer teams, owners, parents, cycles, types, measures and ambitions", async () => {
    expect(await offered("team")).toEqual(["Tinycart", "Germany", "Kenya"]);
    expect(await offered("owner")).toEqual(["Lena Krüger"]);
    expect(await offered("parent")).toEqual([
      "Shelves are full",
      "Stores like working with us",
      "Kenya grows",
      "On-shelf availability",
      "Days to refill",
      "Handbook out",
      "Stores in Nairobi",
    ]);
    expect(await offered("cycle")).toEqual(["Q1 2026", "Q4 2025"]);
    expect(await offered("type")).toEqual(["Objective", "Key result"]);
    expect(await offered("measure")).toHaveLength(8);
    expect(await offered("ambition")).toEqual(["Committed", "Aspirational"]);
  });

  it("[SE29] are brought up to date by a refresh, also with a unit that is new", async () => {
    const kenya = home.units.get(unitKey("ke"));
    const [first] = [...home.keyResults.values()];
    if (!kenya || !first) throw new Error("not stored");
    home.units.set(unitKey("ug"), { ...kenya, key: unitKey("ug"), name: "Uganda" });
    await createMemoryOkrRepository(home, "Otto").write([
      { kind: "changeKeyResult", id: first.record.id, basedOn: first.revision, changes: { owner: otto } },
    ]);
    await session.pull({ unit: "all", below: true });
    expect(await offered("team")).toContain("Uganda");
    expect(await offered("owner")).toContain(otto.name);
  });

  it("[SE29] refuse what is typed beside a closed list, and take what is typed beside an open one", () => {
    const row = sheetRow(shelves);
    const typed = (field: SheetField, text: string) => {
      type(field, row, text);
      return simulatedExcel.value(`OKRs!${letter(field)}${row}`);
    };
    expect(typed("team", "Atlantis")).toBe("Germany");
    expect(typed("ambition", "Somewhat")).toBe("Aspirational");
    expect(typed("parent", "Two\nparents")).toBe("Two\nparents");
    expect(typed("owner", "Somebody Else")).toBe("Somebody Else");
  });

  it("[SE29] do not keep out what is pasted, so the check finds it at its cell", async () => {
    const place = (field: SheetField, id: string): string => `OKRs!${letter(field)}${sheetRow(id)}`;
    for (const field of ["team", "cycle", "ambition", "owner", "parent"] as const)
      paste(place(field, shelves), ["Atlantis"]);
    paste(place("measure", availability), ["Somehow"]);
    paste(place("type", availability), ["Idea"]);
    expect(simulatedExcel.value(place("team", shelves))).toBe("Atlantis");
    await session.check();
    const { preview } = open(session);
    if (!preview) throw new Error("no preview");
    expect([...codes(plannedRow(preview.plan, shelves))].toSorted()).toEqual([
      "ambition: choiceUnknown",
      "cycle: nameUnknown",
      "owner: nameUnknown",
      "parent: parentUnknown",
      "team: nameUnknown",
    ]);
    expect([...codes(plannedRow(preview.plan, availability))].toSorted()).toEqual([
      "measure: choiceUnknown",
      "type: typeUnknown",
    ]);
    expect(simulatedExcel.value(place("marks", shelves))).toBe("|Owner|Team|Cycle|Ambition|Parent|");
  });
});
