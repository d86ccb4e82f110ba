import { performance } from "node:perf_hooks";
import ExcelJS from "exceljs";
import { createForeignFiles } from "#shared/adapters/browser/foreignFiles/foreignFiles.ts";
import { guessMappingInSlices, readForeignInSlices } from "#shared/domain/importing/foreign/guess.ts";
import { importForeignInSlices } from "#shared/domain/importing/foreign/importForeign.ts";
import type { ForeignSheet } from "#shared/domain/importing/foreign/sheet.ts";
import type { ImportSettings } from "#shared/domain/importing/settings.ts";
import { emptyOkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Slices } from "#shared/domain/slices.ts";
import { aCycle, instant, lena } from "#tests/support/okrs.ts";
import { line, print } from "../lines.ts";

const ROWS = 10_000;
const HEADER = ["Objective", "Key result", "Owner", "Start", "Target", "Due"];

/** Four key results an objective, fifty owners. */
const rowAt = (at: number): readonly (string | number)[] => [
  at % 4 === 0 ? `Objective number ${at / 4} of the company` : "",
  `Key result number ${at} of the company`,
  `Person ${at % 50}`,
  at,
  at + 10,
  "2026-06-30",
];

const rows = (): readonly (readonly (string | number)[])[] => [
  HEADER,
  ...Array.from({ length: ROWS }, (_, at) => rowAt(at)),
];

const seconds = (ms: number): number => ms / 1000;

const readFile = async (kind: string, name: string, bytes: Uint8Array): Promise<ForeignSheet> => {
  const began = performance.now();
  const file = await createForeignFiles().read([{ name, size: bytes.length, bytes: () => Promise.resolve(bytes) }]);
  const sheet = file.ok ? file.value.sheets[0] : undefined;
  if (!sheet) throw new Error(JSON.stringify(file));
  print(line(`${ROWS} rows: read from ${kind}`, "seconds", seconds(performance.now() - began)));
  return sheet;
};

let longest = 0;

/** Does the work as the pane does, and notes the longest piece that nothing can come between. */
const timed = <T>(what: string, work: Slices<T>): T => {
  const began = performance.now();
  let slice = began;
  for (;;) {
    const step = work.next();
    const now = performance.now();
    longest = Math.max(longest, now - slice);
    slice = now;
    if (step.done !== true) continue;
    print(line(`${ROWS} rows: ${what}`, "seconds", seconds(now - began)));
    return step.value;
  }
};

const settings = (): ImportSettings => {
  const cycle = aCycle();
  return {
    source: "large",
    locale: "en",
    frame: { organisation: "", levels: [], units: [], cycles: [cycle], partitions: [] },
    cycleKey: cycle.key,
    existing: emptyOkrSet,
    author: lena,
    now: instant("2026-04-10T09:00:00Z"),
    people: new Map(),
  };
};

/** How long a sheet of ten thousand rows takes from the file to the plan, and for how long the pane would not answer at most. */
export const benchLarge = async (): Promise<void> => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("Plan").addRows(rows().map((cells) => [...cells]));
  await readFile("xlsx", "plan.xlsx", new Uint8Array(await workbook.xlsx.writeBuffer()));
  const csv = rows()
    .map((cells) => cells.join(","))
    .join("\n");
  const sheet = await readFile("csv", "plan.csv", new TextEncoder().encode(csv));
  const mapping = timed("understand columns and levels", guessMappingInSlices(sheet));
  const reading = timed("read records", readForeignInSlices(sheet, mapping));
  const { plan } = timed("plan the import", importForeignInSlices(reading, settings()));
  print(line(`${ROWS} rows: longest slice`, "seconds", seconds(longest)));
  print(line(`${ROWS} rows: key results planned`, "rows", plan.keyResults.length));
};
