import { dayOf, instantOf } from "#shared/domain/day.ts";
import type { UnitKey } from "#shared/domain/okr/ids.ts";
import type { Frame, OkrSet } from "#shared/domain/okr/okrSet.ts";
import { unitsIn, type SheetScope } from "#shared/domain/sheet/scope.ts";
import { defaultLevel, summarise } from "#shared/domain/summary/summary.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { OkrRepositoryDep } from "#shared/ports/okrRepository.ts";
import type { SpreadsheetError } from "#shared/ports/spreadsheet.ts";
import type { SummaryBookDep } from "#shared/ports/summaryBook.ts";
import { shownCycles } from "../place.ts";
import { summaryPages, type SummaryWords } from "./layout.ts";

export type SummaryDeps = OkrRepositoryDep & ClockDep & SummaryBookDep & { readonly words: SummaryWords };

export interface SummaryRequest {
  readonly scope: SheetScope;
  /** Absent: the highest level on which the OKRs fall into several groups. [SU4] */
  readonly levelKey?: string;
}

export interface SummaryWritten {
  readonly level: string;
  readonly groups: number;
  readonly keyResults: number;
}

export type SummaryFailure = AccessError | SpreadsheetError | { readonly type: "NothingToSummarise" };

const scopeName = ({ organisation, units, cycles }: Frame, { unit, cycleKey }: SheetScope): string => {
  const whose = unit === "all" ? organisation : (units.find(({ key }) => key === unit)?.name ?? unit);
  const cycle = cycles.find(({ key }) => key === cycleKey)?.name;
  return cycle === undefined ? whose : `${whose}, ${cycle}`;
};

const readSet = async (
  { okrRepository }: OkrRepositoryDep,
  frame: Frame,
  scope: SheetScope,
  today: ReturnType<typeof dayOf>,
): Promise<Result<OkrSet, AccessError>> => {
  const units = unitsIn(frame, scope);
  const place = { unitKey: "" as UnitKey, ...(scope.cycleKey ? { cycleKey: scope.cycleKey } : {}) };
  const cycleKeys = shownCycles(frame, place, today).map(({ key }) => key);
  return okrRepository.readOkrs({ cycleKeys, units: units === "all" ? "all" : [...units] }, "standing");
};

/** Reads the OKRs of a scope and says in sheets of the workbook how they stand. What is stored stays as it is. */
export const writeSummary = async (
  deps: SummaryDeps,
  frame: Frame,
  { scope, levelKey }: SummaryRequest,
): Promise<Result<SummaryWritten, SummaryFailure>> => {
  const today = dayOf(instantOf(deps.clock.now()));
  const set = await readSet(deps, frame, scope, today);
  if (!set.ok) return set;
  const level = frame.levels.find(({ key }) => key === levelKey) ?? defaultLevel(set.value, frame);
  if (set.value.objectives.length === 0 || level === undefined) {
    return { ok: false, error: { type: "NothingToSummarise" } };
  }
  const summary = summarise(set.value, frame, today, level.key);
  const written = await deps.summaryBook.write(summaryPages(summary, scopeName(frame, scope), level.name, deps.words));
  if (!written.ok) return written;
  return ok({ level: level.name, groups: summary.groups.length, keyResults: summary.total.tally.keyResults });
};
