import { parseDay, type Day } from "../../day.ts";
import type { ForeignCheckIn, ForeignSheet, KindStructure } from "../foreign/sheet.ts";
import type { Cell } from "../table.ts";
import { sheetOfItems, type VivaItem, type VivaMetric } from "./items.ts";

/** One JSON file of the export of a whole organisation. */
export interface VivaPart {
  readonly name: string;
  readonly content: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

const textOf = (value: unknown): string =>
  typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
const cellOf = (value: unknown): Cell => (typeof value === "number" || typeof value === "string" ? value : undefined);
/** `YYYY-MM-DD`, also with a time behind it, which is always midnight. */
const dayOf = (value: unknown): Day | undefined => parseDay(textOf(value).slice(0, 10));

/** `name <address>`, so that the directory can be asked by the address. */
const personOf = (value: unknown): string => {
  const { Name: name, Email: email } = fieldsOf(value);
  const address = textOf(email);
  return address === "" ? textOf(name) : `${textOf(name)} <${address}>`;
};

/** By what its entries have, because people rename files. */
const PARTS = {
  objectives: ["Title", "Outcome", "Parent IDs"],
  checkIns: ["OKR ID", "CheckIn Date"],
  comments: ["OKR ID", "Comment"],
  periods: ["Time Period Name"],
} as const;

const entriesOf = (parts: readonly VivaPart[], keys: readonly string[]): readonly Fields[] =>
  parts.flatMap(({ content }) => listOf(content)).filter((entry) => keys.every((key) => key in entry));

const structureOf = (item: Fields): KindStructure => {
  const children = listOf(item["Children"]);
  if (children.some((child) => !("Task Name" in child))) return "parent";
  if (children.length > 0) return "tasks";
  return fieldsOf(item["Outcome"])["Outcome Type"] === "Metric" ? "metric" : "percent";
};

const metricOf = (item: Fields): VivaMetric | undefined => {
  const outcome = fieldsOf(item["Outcome"]);
  if (outcome["Outcome Type"] !== "Metric") return undefined;
  const kind = textOf(outcome["Target Type"]);
  return {
    unit: textOf(outcome["Metric Unit"]),
    start: cellOf(outcome["Start"]),
    target: cellOf(outcome["Target"]),
    ...(/^stay/iu.test(kind) ? { limit: kind } : {}),
  };
};

const numberedIds = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(textOf) : []);

/** The share of its first parent; null where Viva kept none, although there is a parent. */
const weightOf = (item: Fields, parents: readonly string[]): Cell => {
  const aligned = listOf(item["Alignment"]).find((one) => textOf(one["ID"]) === parents[0]);
  return aligned ? cellOf(aligned["Weight"]) : undefined;
};

const phasesIn = (value: unknown): string => {
  const { Interval: interval, "Phased Targets": targets } = fieldsOf(value);
  const steps = listOf(targets).map((step) => `${textOf(step["Target Date"])} ${textOf(step["Target Value"])}`);
  return steps.length === 0 ? "" : `${textOf(interval)} ${steps.join(", ")}`.trim();
};

const said = (facts: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(facts).flatMap(([name, value]) => (value === "" ? [] : [`${name}: ${value}`]));

/** How it stood at the end, where no check-in says so. */
const storedOf = (item: Fields, structure: KindStructure, last: Cell): readonly string[] => {
  const progress = cellOf(item["Progress"]);
  const isSaid = structure !== "parent" && last !== undefined && last === progress;
  const status = textOf(item["Status"]);
  const isNothing = structure !== "parent" && last === undefined && status === "Not Started";
  return isSaid || isNothing ? [] : said({ Progress: textOf(progress), Status: status });
};

/** What Drumbeat has no field for, in the words of the export. */
const factsOf = (item: Fields): readonly string[] => {
  const outcome = fieldsOf(item["Outcome"]);
  const modes = fieldsOf(item["Progress and Status Configuration"]);
  return said({
    "Metric Name": textOf(outcome["Metric Name"]),
    "Data Source": textOf(modes["Data Source"]),
    "Phased Targets": phasesIn(item["Phased Targets"]),
    "Delegated To": personOf(item["Delegated To"]),
    Tags: listOf(item["Tags"])
      .map((tag) => textOf(tag["Name"] ?? tag["Tag Name"]))
      .join(", "),
  });
};

const checkInOf = (entry: Fields): readonly ForeignCheckIn[] => {
  const day = dayOf(entry["CheckIn Date"]);
  if (!day) return [];
  const value = cellOf(entry["Current Value"]);
  const activity = dayOf(entry["Activity Date"]);
  // The HTML twin of the note is not trusted and not read.
  const note = textOf(fieldsOf(entry["Check In Note"])["Check In Note"]);
  const status = textOf(entry["Status"]);
  const lines = [
    note,
    status === "" ? "" : `Status: ${status}`,
    activity && activity !== day ? `Activity Date: ${activity}` : "",
  ];
  return [
    {
      id: textOf(entry["ID"]),
      day,
      author: personOf(entry["Check In Owner"]),
      ...(value === undefined ? {} : { value }),
      note: lines.filter((line) => line !== "").join("\n"),
    },
  ];
};

const commentOf = (entry: Fields): readonly ForeignCheckIn[] => {
  const day = dayOf(entry["Created At"]);
  const comment = textOf(entry["Comment"]);
  if (!day || comment === "") return [];
  return [{ id: `comment ${textOf(entry["ID"])}`, day, author: personOf(entry["Created By"]), note: comment }];
};

const byOkr = (parts: readonly VivaPart[]): ReadonlyMap<string, readonly ForeignCheckIn[]> => {
  const found = new Map<string, ForeignCheckIn[]>();
  const add = (entry: Fields, all: readonly ForeignCheckIn[]): void => {
    const okr = textOf(entry["OKR ID"]);
    found.set(okr, [...(found.get(okr) ?? []), ...all]);
  };
  for (const entry of entriesOf(parts, PARTS.checkIns)) add(entry, checkInOf(entry));
  for (const entry of entriesOf(parts, PARTS.comments)) add(entry, commentOf(entry));
  return new Map(
    [...found].map(([okr, all]) => [okr, all.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))]),
  );
};

/** The days of a period rather than its name, which is free text. */
const periodsIn = (parts: readonly VivaPart[]): ReadonlyMap<string, string> =>
  new Map(
    entriesOf(parts, PARTS.periods).map((period) => {
      const [start, end] = [dayOf(period["Start Date"]), dayOf(period["End Date"])];
      const name = textOf(period["Time Period Name"]);
      return [textOf(period["ID"]), start && end ? `${name} (${start} - ${end})` : name];
    }),
  );

interface Around {
  readonly history: ReadonlyMap<string, readonly ForeignCheckIn[]>;
  readonly periods: ReadonlyMap<string, string>;
}

const itemOf = (item: Fields, row: number, { history, periods }: Around): VivaItem => {
  const id = textOf(item["ID"]);
  const parents = numberedIds(item["Parent IDs"]);
  const weight = weightOf(item, parents);
  const metric = metricOf(item);
  const structure = structureOf(item);
  const all = history.get(id) ?? [];
  const progress = cellOf(item["Progress"]);
  const created = dayOf(item["Created At"]);
  const period = fieldsOf(item["Time Period"]);
  // 0.0 stands for "not scored".
  const score = cellOf(item["Score"]);
  return {
    row,
    id,
    title: textOf(item["Title"]),
    type: textOf(item["Type"]),
    structure,
    parents,
    ...(weight === undefined ? {} : { weight }),
    owner: listOf(item["Owner"]).map(personOf).join(";"),
    team: listOf(item["Teams"])
      .map((team) => textOf(team["Name"]))
      .join(";"),
    period: periods.get(textOf(period["ID"])) ?? textOf(period["Name"]),
    start: dayOf(item["Start Date"]),
    end: dayOf(item["End Date"]),
    why: textOf(item["Description"]),
    ambition: textOf(item["Goal Type"]),
    ...(metric ? { metric } : {}),
    ...(progress === undefined ? {} : { progress }),
    status: textOf(item["Status"]),
    ...(score === undefined || Number(score) === 0 ? {} : { score }),
    stored: storedOf(item, structure, all.findLast(({ value }) => value !== undefined)?.value),
    facts: factsOf(item),
    ...(created ? { created: { day: created, by: personOf(item["Created By"]) } } : {}),
    history: all,
  };
};

/** Tasks are rows of their own, so that each of them is named. */
const taskOf = (task: Fields, parent: string, row: number): VivaItem => ({
  row,
  id: `task ${textOf(task["ID"])}`,
  title: textOf(task["Task Name"]),
  type: "Task",
  structure: "tasks",
  parents: [parent],
  owner: personOf(task["Task Owner"]),
  team: "",
  period: "",
  start: undefined,
  end: dayOf(task["Task Date"]),
  why: "",
  ambition: "",
  status: textOf(task["Task Status"]),
  stored: [],
  facts: [],
  history: [],
});

/** The OKRs of an organisation with their check-ins, from the JSON files of its export; undefined without the file of OKRs. [VG1] */
export const vivaSheet = (parts: readonly VivaPart[]): ForeignSheet | undefined => {
  const objectives = entriesOf(parts, PARTS.objectives);
  if (objectives.length === 0) return undefined;
  const around: Around = { history: byOkr(parts), periods: periodsIn(parts) };
  const items: VivaItem[] = [];
  for (const item of objectives) {
    items.push(itemOf(item, items.length + 1, around));
    for (const task of listOf(item["Children"]).filter((child) => "Task Name" in child)) {
      items.push(taskOf(task, textOf(item["ID"]), items.length + 1));
    }
  }
  const ids = new Set(items.map(({ id }) => id));
  const strays = [...around.history].flatMap(([okr, all]) => (ids.has(okr) ? [] : all));
  return sheetOfItems({
    name: "Viva Goals",
    items,
    believesWords: false,
    header: 0,
    strays,
    otherwise: [],
    more: { top: 0, left: 0, from: "file" },
  });
};
