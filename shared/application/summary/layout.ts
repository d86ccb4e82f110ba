import { dayNumber, dayOf, type Day } from "#shared/domain/day.ts";
import type { Measure } from "#shared/domain/okr/keyResult.ts";
import type { Status } from "#shared/domain/okr/status.ts";
import type { Cell } from "#shared/domain/sheet/fields.ts";
import type { Summary, SummaryFact, SummaryGroup } from "#shared/domain/summary/summary.ts";
import type { ChartedTable, SummaryColumn, SummaryPages, SummaryTable } from "#shared/ports/summaryBook.ts";

/** Every word of the sheets, in the person's language. */
export interface SummaryWords {
  readonly sheets: SummaryPages["sheets"];
  readonly title: (scope: string) => string;
  readonly subtitle: (level: string, day: Day) => string;
  readonly charts: { readonly status: (level: string) => string; readonly progress: (level: string) => string };
  readonly statuses: { readonly [S in Status]: string };
  readonly kinds: { readonly [K in Measure["kind"]]: string };
  readonly headers: {
    readonly [
      H in
        | "objectives"
        | "keyResults"
        | "measured"
        | "progress"
        | "expected"
        | "gap"
        | "confidence"
        | "lastCheckIn"
        | "unit"
        | "cycle"
        | "objective"
        | "objectiveOwner"
        | "keyResult"
        | "owner"
        | "kind"
        | "measureUnit"
        | "start"
        | "target"
        | "value"
        | "status"
    ]: string;
  };
}

/** In the order in which bars stack: what is well first. */
const STATUSES: readonly Status[] = ["onTrack", "behind", "atRisk", "notStarted", "closed", "postponed"];

/** The workbook knows no theme of ours; told apart in grey as well. */
const STATUS_COLORS: { readonly [S in Status]: string } = {
  onTrack: "#107C10",
  behind: "#F7B500",
  atRisk: "#A4262C",
  notStarted: "#A19F9D",
  closed: "#2B579A",
  postponed: "#D2D0CE",
};
const PROGRESS_COLORS = ["#2B579A", "#C7C7C7"] as const;

/** Day 0 of the 1900 date system counted from 1970. */
const EPOCH_SERIAL = 25_569;
const serialOf = (day: Day | undefined): Cell => (day === undefined ? "" : dayNumber(day) + EPOCH_SERIAL);

const known = (value: number | undefined): Cell => value ?? "";

/** Expected minus actual, in points; absent where either is. */
const gapOf = ({ expected, progress }: SummaryGroup): number | undefined =>
  expected === undefined || progress === undefined ? undefined : (expected - progress) * 100;

const statusTable = (summary: Summary, level: string, words: SummaryWords): ChartedTable => {
  const { headers, statuses, charts } = words;
  const counts = ["keyResults", "measured", "objectives"] as const;
  const count = (header: string, width: number): SummaryColumn => ({ header, format: "count", width });
  return {
    columns: [
      { header: level, format: "text", width: 28 },
      ...STATUSES.map((status) => count(statuses[status], 12)),
      ...counts.map((key) => count(headers[key], 13)),
    ],
    rows: summary.groups.map(({ name, tally }) => [
      name,
      ...STATUSES.map((status) => tally[status]),
      ...counts.map((key) => tally[key]),
    ]),
    chart: { title: charts.status(level), kind: "parts", colors: STATUSES.map((status) => STATUS_COLORS[status]) },
  };
};

const progressTable = (summary: Summary, level: string, { headers, charts }: SummaryWords): ChartedTable => ({
  columns: [
    { header: level, format: "text", width: 28 },
    { header: headers.progress, format: "share", width: 12, heat: "highIsGood" },
    { header: headers.expected, format: "share", width: 12 },
    { header: headers.gap, format: "points", width: 12, heat: "lowIsGood" },
    { header: headers.confidence, format: "mean", width: 12, heat: "highIsGood" },
    { header: headers.lastCheckIn, format: "day", width: 15 },
  ],
  rows: summary.groups.map((group) => [
    group.name,
    known(group.progress),
    known(group.expected),
    known(gapOf(group)),
    known(group.confidence),
    serialOf(group.lastCheckInAt && dayOf(group.lastCheckInAt)),
  ]),
  chart: { title: charts.progress(level), kind: "comparison", colors: PROGRESS_COLORS },
});

type DataColumn = SummaryColumn & { readonly cell: (fact: SummaryFact) => Cell };

const dataColumns = ({ levels }: Summary, { headers, statuses, kinds }: SummaryWords): readonly DataColumn[] => {
  const text = (header: string, width: number, cell: (fact: SummaryFact) => string): DataColumn => ({
    header,
    format: "text",
    width,
    cell,
  });
  const figure = (
    header: string,
    format: SummaryColumn["format"],
    cell: (fact: SummaryFact) => number | undefined,
  ): DataColumn => ({ header, format, width: 11, cell: (fact) => known(cell(fact)) });
  return [
    ...levels.map(({ name }, at) => text(name, 18, ({ path }) => path[at] ?? "")),
    text(headers.unit, 20, ({ unit }) => unit),
    text(headers.cycle, 10, ({ cycle }) => cycle),
    text(headers.objective, 44, ({ objective }) => objective),
    text(headers.objectiveOwner, 18, ({ objectiveOwner }) => objectiveOwner),
    text(headers.keyResult, 44, ({ keyResult }) => keyResult),
    text(headers.owner, 18, ({ owner }) => owner),
    text(headers.kind, 13, ({ kind }) => (kind === undefined ? "" : kinds[kind])),
    text(headers.measureUnit, 10, ({ measureUnit }) => measureUnit),
    figure(headers.start, "figure", ({ start }) => start),
    figure(headers.target, "figure", ({ target }) => target),
    figure(headers.value, "figure", ({ value }) => value),
    figure(headers.progress, "share", ({ progress }) => progress),
    figure(headers.expected, "share", ({ expected }) => expected),
    figure(headers.gap, "points", ({ gapPoints }) => gapPoints),
    text(headers.status, 13, ({ status }) => statuses[status]),
    figure(headers.confidence, "figure", ({ confidence }) => confidence),
    { header: headers.lastCheckIn, format: "day", width: 15, cell: ({ lastCheckIn }) => serialOf(lastCheckIn) },
  ];
};

/** A header of the table must be there once: a level may be called like one of our columns. */
const withUniqueHeaders = <C extends SummaryColumn>(columns: readonly C[]): readonly C[] => {
  const taken = new Set<string>();
  return columns.map((column) => {
    let header = column.header;
    for (let number = 2; taken.has(header.toLowerCase()); number += 1) header = `${column.header} ${number}`;
    taken.add(header.toLowerCase());
    return { ...column, header };
  });
};

const dataTable = (summary: Summary, words: SummaryWords): SummaryTable => {
  const columns = withUniqueHeaders(dataColumns(summary, words));
  return {
    columns: columns.map(({ cell: _cell, ...column }) => column),
    rows: summary.facts.map((fact) => columns.map(({ cell }) => cell(fact))),
  };
};

/** What the sheets say, cell by cell. `scope` and `level` are the names of what was summarised and of what it is grouped by. */
export const summaryPages = (summary: Summary, scope: string, level: string, words: SummaryWords): SummaryPages => {
  const { headers } = words;
  const { tally, progress, expected } = summary.total;
  return {
    sheets: words.sheets,
    title: words.title(scope),
    subtitle: words.subtitle(level, summary.today),
    figures: [
      { label: headers.objectives, value: tally.objectives, format: "count" },
      { label: headers.keyResults, value: tally.keyResults, format: "count" },
      { label: headers.measured, value: tally.measured, format: "count" },
      { label: headers.progress, value: known(progress), format: "share" },
      { label: headers.expected, value: known(expected), format: "share" },
    ],
    status: statusTable(summary, level, words),
    progress: progressTable(summary, level, words),
    data: dataTable(summary, words),
  };
};
