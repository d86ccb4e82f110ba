import { instantOf } from "#shared/domain/day.ts";
import { importTable, ownersIn } from "#shared/domain/importing/importTable.ts";
import { rejectText, skipText } from "#shared/domain/importing/reasonText.ts";
import type { ImportPlan, ImportResult } from "#shared/domain/importing/settings.ts";
import { personId, type KeyResultId, type ObjectiveId, type UnitKey } from "#shared/domain/okr/ids.ts";
import { emptyOkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { DirectoryDep } from "#shared/ports/directory.ts";
import type { OkrRepositoryDep, OkrWrite } from "#shared/ports/okrRepository.ts";
import type { TableRows } from "../../adapters/node/tables/table.ts";
import type { WhoDep } from "#shared/ports/who.ts";
import { readAllOkrs, type AllOkrs } from "../okrs.ts";
import { outcomeText } from "../texts.ts";

interface RowReason {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly reason: string;
}

/** Every row below the header is in exactly one of the three. */
export interface ImportReport {
  readonly imported: number;
  readonly rejected: readonly RowReason[];
  readonly skipped: readonly RowReason[];
}

export interface ImportChoices {
  /** BCP 47; how numbers and days are written in the table. */
  readonly locale: string;
  readonly source: string;
  readonly nowMs: number;
}

export interface PlannedImport {
  readonly result: ImportResult;
  /** What would become of the rows if every write succeeds. */
  readonly report: ImportReport;
}

interface Surroundings extends AllOkrs {
  readonly author: Person;
  readonly people: ReadonlyMap<string, Person>;
}

const plan = (rows: TableRows, choices: ImportChoices, around: Surroundings): PlannedImport => {
  const { locale, source, nowMs } = choices;
  const { frame, set: existing, author, people } = around;
  const result = importTable(rows, { locale, source, now: instantOf(nowMs), frame, existing, author, people });
  const report: ImportReport = {
    imported: result.taken.length,
    rejected: result.rejected.map(({ row, reason }) => ({ row, reason: rejectText(reason) })),
    skipped: result.skipped.map(({ row, reason }) => ({ row, reason: skipText(reason) })),
  };
  return { result, report };
};

/** A trial without a connection: nothing is there yet, and nobody is known. */
export const planOnItsOwn = (rows: TableRows, choices: ImportChoices): PlannedImport =>
  plan(rows, choices, {
    frame: { organisation: "", levels: [], units: [], cycles: [], partitions: [] },
    set: emptyOkrSet,
    author: { id: personId(""), name: "" },
    people: new Map(),
  });

export type ImportDeps = OkrRepositoryDep & DirectoryDep & WhoDep;

/** Knows what is stored already and who the owners are. */
export const planAgainstStored = async (
  deps: ImportDeps,
  rows: TableRows,
  choices: ImportChoices,
): Promise<Result<PlannedImport, AccessError>> => {
  const author = await deps.who();
  if (!author.ok) return author;
  const okrs = await readAllOkrs(deps);
  if (!okrs.ok) return okrs;
  const people = await findOwners(deps, ownersIn(rows));
  return people.ok ? ok(plan(rows, choices, { ...okrs.value, author: author.value, people: people.value })) : people;
};

const findOwners = async (
  { directory }: DirectoryDep,
  owners: readonly string[],
): Promise<Result<ReadonlyMap<string, Person>, AccessError>> => {
  const found = await Promise.all(owners.map((owner) => directory.findPerson(owner)));
  const people = new Map<string, Person>();
  for (const [index, person] of found.entries()) {
    if (!person.ok) return person;
    if (person.value) people.set((owners[index] ?? "").trim().toLowerCase(), person.value);
  }
  return ok(people);
};

interface PlannedWrite {
  readonly write: OkrWrite;
  readonly what: string;
  /** Whose row it is; absent for cycles and for units that no row of their own names. */
  readonly record: ObjectiveId | KeyResultId | UnitKey | undefined;
}

const writesOf = ({ cycles, units, objectives, keyResults, checkIns }: ImportPlan): readonly PlannedWrite[] => [
  ...cycles.map((cycle): PlannedWrite => ({
    write: { kind: "saveCycle", cycle },
    what: `The cycle “${cycle.name}”`,
    record: undefined,
  })),
  ...units.map((unit): PlannedWrite => ({
    write: { kind: "saveUnit", unit },
    what: `The unit “${unit.name}”`,
    record: unit.key,
  })),
  ...objectives.map((objective): PlannedWrite => ({
    write: { kind: "createObjective", objective },
    what: `The objective “${objective.title}”`,
    record: objective.id,
  })),
  ...keyResults.map((keyResult): PlannedWrite => ({
    write: { kind: "createKeyResult", keyResult },
    what: `The key result “${keyResult.title}”`,
    record: keyResult.id,
  })),
  ...checkIns.map((checkIn): PlannedWrite => ({
    write: { kind: "addCheckIn", checkIn },
    what: `A check-in of ${checkIn.at}`,
    record: checkIn.keyResultId,
  })),
];

/** A record that the service did not take. */
export interface RefusedRecord {
  readonly what: string;
  readonly reason: string;
}

export interface CarriedOut {
  readonly done: ImportReport;
  readonly refused: readonly RefusedRecord[];
}

/**
 * Writes the plan and reports each row whose writing failed as rejected. Whatever happens, the same import can be run again.
 * @param progress told how many of how many records have been tried
 */
export const carryOutImport = async (
  { okrRepository }: OkrRepositoryDep,
  { result, report }: PlannedImport,
  progress: (done: number, all: number) => void,
): Promise<CarriedOut> => {
  const planned = writesOf(result.plan);
  let tried = 0;
  const outcomes = await okrRepository.write(
    planned.map(({ write }) => write),
    () => progress((tried += 1), planned.length),
  );
  const failed = new Map<number, string>();
  const refused: RefusedRecord[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const reason = outcomeText(outcome);
    const written = planned[index];
    if (reason === undefined || !written) continue;
    refused.push({ what: written.what, reason });
    const row = written.record === undefined ? undefined : result.rowOf.get(written.record);
    if (row !== undefined && !failed.has(row)) failed.set(row, reason);
  }
  const rejected = [...report.rejected, ...[...failed].map(([row, reason]) => ({ row, reason }))];
  const done = {
    imported: report.imported - failed.size,
    rejected: rejected.toSorted((a, b) => a.row - b.row),
    skipped: report.skipped,
  };
  return { done, refused };
};
