/**
 * Sheets of 100, 1,000 and 10,000 rows: ours with everything that it does, against plain samples.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { appendFileSync } from "node:fs";
import { beforeAll, expect, it, jest } from "@jest/globals";
import { SHEET_FIELDS } from "#shared/domain/sheet/fields.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { open, pulledSession } from "#tests/support/excelSession.ts";
import { emptyWorkbook } from "#tests/support/hands.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { aKeyResult, anObjective } from "#tests/support/okrs.ts";
import { frame } from "#tests/support/sheets.ts";
import { line, type BenchLine } from "../lines.ts";
import { rangeAtOnce, rowByRow, type Rows, type Sample } from "./samples.ts";

jest.setTimeout(1_800_000);

const SIZES = [100, 1_000, 10_000] as const;
/** Key results below each objective. */
const BELOW = 4;
/** Milliseconds that a question and its answer are on their way to an Excel on the web. */
const ROUND_TRIP_MS = 200;
/** Every tenth row is changed. */
const CHANGED = 10;

const file = process.env["DRUMBEAT_BENCH_LINES"];
const print = (found: BenchLine): void => {
  if (file === undefined) throw new Error("Start it with npm run bench -- excel");
  appendFileSync(file, `${JSON.stringify(found)}\n`);
};

interface Cost {
  readonly seconds: number;
  readonly syncs: number;
  readonly bytes: number;
  /** Of the largest request or answer so far. */
  readonly largest: number;
}

/** What a job costs; undefined when it cannot be done. */
const costOf = async (job: () => Promise<unknown>): Promise<Cost | undefined> => {
  const before = simulatedExcel.endpoint.stats();
  const began = performance.now();
  try {
    await job();
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return undefined;
  }
  const seconds = (performance.now() - began) / 1000;
  const { batches, bytesIn, bytesOut, largest } = simulatedExcel.endpoint.stats();
  return {
    seconds,
    syncs: batches - before.batches,
    bytes: bytesIn + bytesOut - before.bytesIn - before.bytesOut,
    largest,
  };
};

const homeOf = async (rows: number) => {
  const home = createMemoryHome(frame);
  const groups = Math.floor(rows / (BELOW + 1));
  await createMemoryOkrRepository(home).write([
    ...Array.from({ length: groups }, (_, n) => ({ kind: "createObjective", objective: anObjective(n) }) as const),
    ...Array.from(
      { length: groups * BELOW },
      (_, n) => ({ kind: "createKeyResult", keyResult: aKeyResult(n, Math.floor(n / BELOW)) }) as const,
    ),
  ]);
  return home;
};

const titleColumn = SHEET_FIELDS.indexOf("title");
const STEPS = ["pull", "compare", "push"] as const;
type Costs = Readonly<Record<(typeof STEPS)[number], Cost | undefined>>;

/** A paste below one another of a title in every tenth row: what stood between stays as it was. */
const retitle = (sheet: string, rows: number, titleOf: (row: number) => string): void => {
  for (let row = 0; row < rows; row += CHANGED) {
    simulatedExcel.type(`${sheet}!${String.fromCodePoint(65 + titleColumn)}${row + 2}`, titleOf(row));
  }
};

const ours = async (rows: number): Promise<{ readonly costs: Costs; readonly cells: Rows }> => {
  const home = await homeOf(rows);
  const parts = { okrRepository: createMemoryOkrRepository(home), spreadsheet: createExcelSpreadsheet() };
  let session: Awaited<ReturnType<typeof pulledSession>> | undefined;
  const pull = await costOf(async () => {
    session = await pulledSession(parts);
  });
  if (!session) throw new Error("Not pulled");
  const pulled = session;
  const width = SHEET_FIELDS.length;
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: width }, (_cell, column) => {
      const value = simulatedExcel.value(`OKRs!${String.fromCodePoint(65 + column)}${row + 2}`);
      return typeof value === "boolean" ? String(value) : value;
    }),
  );
  retitle("OKRs", rows, (row) => `Changed ${row}`);
  const compare = await costOf(() => pulled.check());
  expect(open(pulled).preview?.plan.counts.changed).toBe(rows / CHANGED);
  const push = await costOf(() => pulled.push());
  expect(open(pulled).report).toMatchObject({ stored: rows / CHANGED, failed: [] });
  pulled.dispose();
  return { costs: { pull, compare, push }, cells };
};

const theirs = async (sample: Sample, cells: Rows): Promise<Costs> => {
  const pull = await costOf(() => sample.pull(cells));
  if (!pull) return { pull, compare: undefined, push: undefined };
  retitle("Sample", cells.length, (row) => `Changed ${row}`);
  let changed: readonly number[] = [];
  const compare = await costOf(async () => {
    changed = await sample.compare(cells);
  });
  if (compare) expect(changed).toHaveLength(cells.length / CHANGED);
  const push = await costOf(() => sample.report(changed, cells));
  return { pull, compare, push };
};

/** Chunks that the payload allows at least, and one question before them. */
const leastSyncs = (cost: Cost): number => Math.ceil(cost.bytes / (5 * 1024 * 1024));

const compareWith = (what: string, name: string, mine: Costs, peer: Costs): void => {
  for (const step of STEPS) {
    const [cost, other] = [mine[step], peer[step]];
    if (!cost) throw new Error(`${step} of ${what} failed`);
    const title = `${step} ${what}, against ${name}${other ? "" : " (which Excel refuses)"}`;
    print(line(title, "seconds", cost.seconds, other ? { peer: other.seconds } : {}));
    print(line(title, "syncs", cost.syncs, { ...(other ? { peer: other.syncs } : {}), limit: leastSyncs(cost) }));
    print(line(title, "bytes", cost.bytes, other ? { peer: other.bytes } : {}));
  }
};

beforeAll(async () => {
  await Office.onReady();
});

const removeSample = (): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sample").delete();
    await context.sync();
  });

it.each(SIZES)("%d rows", async (rows) => {
  const mine = await ours(rows);
  const largest = Math.max(...STEPS.map((step) => mine.costs[step]?.largest ?? 0));
  expect(largest).toBeLessThan(5 * 1024 * 1024);
  print(line(`largest payload of ${rows} rows`, "bytes", largest, { limit: 5 * 1024 * 1024 }));
  for (const sample of [rangeAtOnce, rowByRow]) {
    compareWith(`${rows} rows`, sample.name, mine.costs, await theirs(sample, mine.cells));
    await removeSample();
  }
});

it.each(SIZES)("%d rows in an Excel far away", async (rows) => {
  await emptyWorkbook();
  simulatedExcel.setLatency(ROUND_TRIP_MS / 2);
  const mine = await ours(rows);
  expect(mine.cells).toHaveLength(rows);
  const what = `${rows} rows with ${ROUND_TRIP_MS} ms a sync`;
  // Row by row, ten thousand of them would take an hour.
  for (const sample of rows > 100 ? [rangeAtOnce] : [rangeAtOnce, rowByRow]) {
    compareWith(what, sample.name, mine.costs, await theirs(sample, mine.cells));
    await removeSample();
  }
  simulatedExcel.setLatency(0);
});
