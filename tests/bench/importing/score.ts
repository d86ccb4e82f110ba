/** Compares what the import understood of an ugly sheet with what a person reads in it. */
import { guessMapping, readForeign } from "#shared/domain/importing/foreign/guess.ts";
import { importForeign, type ForeignImport } from "#shared/domain/importing/foreign/importForeign.ts";
import type { ForeignSheet } from "#shared/domain/importing/foreign/sheet.ts";
import type { ImportPlan } from "#shared/domain/importing/settings.ts";
import { personId, unitKey } from "#shared/domain/okr/ids.ts";
import type { KeyResult, Measure } from "#shared/domain/okr/keyResult.ts";
import { emptyOkrSet, type Frame } from "#shared/domain/okr/okrSet.ts";
import type { UglySheet } from "#tests/fixtures/sheets/make.ts";
import { aCycle, instant } from "#tests/support/okrs.ts";
import { readTruth, type TrueKeyResult, type TrueObjective } from "#tests/fixtures/sheets/truth.ts";

/** How many of `all` are `right`. */
export interface Share {
  readonly right: number;
  readonly all: number;
}

export interface SheetScore {
  readonly name: string;
  /** Titles taken as objectives that are ones; `all` counts those of the truth and those that are none. */
  readonly objectives: Share;
  readonly keyResults: Share;
  /** Of the records found: the one above them, their owner, their team; of key results how they are measured. */
  readonly parents: Share;
  readonly owners: Share;
  readonly teams: Share;
  readonly measures: Share;
  /** Rows of the sheets that were imported or are named with a reason. */
  readonly rows: Share;
}

const number = (value: number): string => String(Number(value.toPrecision(9)));

/** In the notation of the truth. */
const measureText = (measure: Measure): string => {
  switch (measure.kind) {
    case "percentage":
      return "percent";
    case "milestone":
      return "done";
    case "baseline":
      return "baseline";
    case "metric":
      switch (measure.direction) {
        case "up":
        case "down":
          return `${number(measure.baseline)} > ${number(measure.target)} ${measure.unit}`.trim();
        case "stayAbove":
          return `>= ${number(measure.limit)} ${measure.unit}`.trim();
        case "stayBelow":
          return `<= ${number(measure.limit)} ${measure.unit}`.trim();
        case "stayBetween":
          return `${number(measure.low)} .. ${number(measure.high)} ${measure.unit}`.trim();
      }
  }
};

const isMeasuredAs = (found: Measure, truth: string): boolean => {
  const text = measureText(found);
  return text === truth || (text.startsWith(`${truth} `) && /\d$/u.test(truth) && !/%/u.test(text));
};

const CYCLE = aCycle();
const FRAME: Frame = { organisation: "", levels: [], units: [], cycles: [CYCLE], partitions: [] };

interface Understood extends ForeignImport {
  /** Rows of the sheet, or its columns where they are read as rows; and those of them that were told about. */
  readonly rows: Share;
}

const understood = (sheet: ForeignSheet, { name, locale }: UglySheet): Understood => {
  const mapping = guessMapping(sheet);
  const result = importForeign(readForeign(sheet, mapping), {
    source: name,
    locale,
    frame: FRAME,
    // In the pane, a person chooses where rows go that name no cycle.
    cycleKey: CYCLE.key,
    existing: emptyOkrSet,
    author: { id: personId(""), name: "" },
    now: instant("2026-04-10T09:00:00Z"),
    people: new Map(),
  });
  const places = [...result.judged.map(({ record }) => record.place), ...result.passed.map(({ place }) => place)];
  const told = new Set(places.map(({ row, column }) => (mapping.turned ? column : row)));
  return {
    ...result,
    rows: { right: told.size, all: mapping.turned ? (sheet.rows[0]?.length ?? 0) : sheet.rows.length },
  };
};

const importUgly = (ugly: UglySheet): readonly Understood[] => ugly.sheets.map((sheet) => understood(sheet, ugly));

const joined = (imports: readonly ForeignImport[]): ImportPlan => ({
  cycles: imports.flatMap(({ plan }) => plan.cycles),
  units: [...new Map(imports.flatMap(({ plan }) => plan.units).map((unit) => [unit.key, unit])).values()],
  objectives: imports.flatMap(({ plan }) => plan.objectives),
  keyResults: imports.flatMap(({ plan }) => plan.keyResults),
  checkIns: imports.flatMap(({ plan }) => plan.checkIns),
});

/** Pairs records of one title in their order. */
const paired = <A extends { readonly title: string }, B extends { readonly title: string }>(
  truth: readonly A[],
  found: readonly B[],
): readonly (readonly [A, B])[] => {
  const left = [...found];
  return truth.flatMap((one): (readonly [A, B])[] => {
    const at = left.findIndex(({ title }) => title === one.title);
    return at < 0 ? [] : [[one, ...left.splice(at, 1)] as unknown as readonly [A, B]];
  });
};

const countOf = <A, B>(pairs: readonly (readonly [A, B])[], isRight: (truth: A, found: B) => boolean): Share => ({
  right: pairs.filter(([truth, found]) => isRight(truth, found)).length,
  all: pairs.length,
});

const sum = (...shares: readonly Share[]): Share => ({
  right: shares.reduce((total, { right }) => total + right, 0),
  all: shares.reduce((total, { all }) => total + all, 0),
});

export const scoreSheet = (ugly: UglySheet): SheetScore => {
  const imports = importUgly(ugly);
  const plan = joined(imports);
  const truth = readTruth(ugly.truth);
  const titles = new Map<string, string>([...plan.objectives, ...plan.keyResults].map(({ id, title }) => [id, title]));
  const objectives = paired(truth.objectives, plan.objectives);
  const keyResults = paired<TrueKeyResult, KeyResult>(truth.keyResults, plan.keyResults);
  const teamOf = (key: string): string => plan.units.find((unit) => unit.key === unitKey(key))?.name ?? "";
  const withTeam = objectives.filter(([{ team }]) => team !== "");
  return {
    name: ugly.name,
    objectives: { right: objectives.length, all: truth.objectives.length + plan.objectives.length - objectives.length },
    keyResults: { right: keyResults.length, all: truth.keyResults.length + plan.keyResults.length - keyResults.length },
    parents: sum(
      countOf(objectives, (one: TrueObjective, { parents }) => (titles.get(parents[0]?.id ?? "") ?? "") === one.parent),
      countOf(keyResults, (one, { objectiveId }) => titles.get(objectiveId) === one.objective),
    ),
    owners: sum(
      countOf(objectives, (one: TrueObjective, { owner }) => (owner?.name ?? "") === one.owner),
      countOf(keyResults, (one, { owner }) => (owner?.name ?? "") === one.owner),
    ),
    teams: countOf(withTeam, (one: TrueObjective, found) => teamOf(found.unitKey) === one.team),
    measures: countOf(keyResults, (one, { measure }) => isMeasuredAs(measure, one.measure)),
    rows: sum(...imports.map(({ rows }) => rows)),
  };
};
