import { plural } from "#shared/ui/text/plural.ts";
import type { Role } from "#shared/domain/importing/foreign/headerWords.ts";
import type { Because, LevelSign, RowKind } from "#shared/domain/importing/foreign/mapping.ts";
import type { Passing } from "#shared/domain/importing/foreign/records.ts";
import type { HistoryLeft } from "#shared/domain/importing/foreign/history.ts";
import type { KindStructure } from "#shared/domain/importing/foreign/sheet.ts";
import type { WritingChoice } from "#shared/domain/importing/foreign/writing.ts";
import type { FileTrouble } from "#shared/ports/foreignFiles.ts";
import type { RejectReason, Remark, SkipReason } from "#shared/domain/importing/reasons.ts";

const count = (n: number, one: string, other: string): string => `${n} ${plural("en", n, { one, other })}`;
const objectives = (n: number): string => count(n, "objective", "objectives");
const keyResults = (n: number): string => count(n, "key result", "key results");
const checkIns = (n: number): string => count(n, "check-in", "check-ins");

export const importEn = {
  intro:
    "Bring a sheet with OKRs that you have already. Nothing is stored before you say so, and your sheet is not changed.",
  wholeSheet: "Read this sheet",
  selection: "Read the selected cells",
  fromWorkbook: "From this workbook",
  fromFile: "From a file",
  chooseFile: "Choose a file …",
  fileHint:
    "Excel (.xlsx), CSV, or what Viva Goals exported: the ZIP file, its JSON files together, or a CSV of the Explorer.",
  whichSheet: (file: string) => `Which sheet of ${file} holds the OKRs?`,
  rows: (n: number) => count(n, "row", "rows"),
  cancel: "Cancel",
  files: {
    Damaged: (file: string) =>
      `${file} cannot be read: it is damaged or was not downloaded completely. Open it in Excel, save it again, and choose the new file.`,
    Protected: (file: string) =>
      `${file} is protected by a password. Open it in Excel, remove the password, save it, and choose it again.`,
    OldFormat: (file: string) =>
      `${file} is in an older or binary Excel format. Open it in Excel, save it as .xlsx, and choose the new file.`,
    OtherKind: (file: string) =>
      `${file} is no table. Choose an .xlsx or .csv file, or an export of Viva Goals. Choose several files only if they are the JSON files of one export.`,
    TooLarge: (file: string) =>
      `${file} is too large: at most 30 MB, 20,000 rows and 300 columns can be read. Split it and import one part after the other.`,
    NothingInIt: (file: string) => `There is nothing in ${file}. Choose another file.`,
    NoObjectives: (file: string) =>
      `${file} holds no OKRs. Of an export of Viva Goals, choose the ZIP file or all JSON files together; the one with “objectives” in its name is needed.`,
  } satisfies Record<FileTrouble, (file: string) => string>,
  doubts: "Please check",
  levelsGuessed: "Which rows are objectives and which are key results is only a guess: see “Levels, Columns”.",
  columnsGuessed: (names: string) => `What these columns hold is only a guess: ${names}.`,
  unknownPeople: (n: number) => `${count(n, "name was", "names were")} not found in the directory: see “People”.`,
  parentsMissing: (n: number) =>
    `For ${count(n, "objective", "objectives")} the objective above is not in the file. It may be a part of a larger export.`,
  checkInsLeft: (n: number) => `${count(n, "check-in is", "check-ins are")} left out; the reasons are below.`,
  questions: "What are these?",
  questionsHint: "The words of your organisation. A first guess is made; correct it where it is wrong.",
  structures: {
    parent: "has OKRs below it",
    tasks: "has tasks below it, or is one",
    metric: "has a start and a target",
    percent: "only counts per cent complete",
  } satisfies Record<KindStructure, string>,
  fractions: (n: number) => `${count(n, "row has", "rows have")} per cent between 0 and 1. What is 0.35?`,
  asShares: "35 %",
  asTheyStand: "0.35 %",
  writing: "Numbers and days are written like",
  writings: {
    "en-US": "1,234.5 and 12/31/2026 (American)",
    "en-GB": "1,234.5 and 31/12/2026 (British)",
    de: "1.234,5 and 31.12.2026 (German)",
    ar: "1,234.5 and 31/12/2026 (Arabic)",
  } satisfies Record<WritingChoice, string>,
  taken: "Imported",
  checkInLeft: "Check-ins left out",
  checkInReasons: {
    OfObjective: "belongs to an objective; only key results have check-ins",
    OfRowNotTaken: "what it belongs to is not imported",
    OfNothing: "what it belongs to is not in the file",
  } satisfies Record<HistoryLeft, string>,
  asSheet: "Put the report into a new sheet",
  reportName: "Import report",
  reportHeader: ["Cell", "Text", "What became of it", "Reason"] as readonly string[],
  reading: "Reading the sheet …",
  nothingThere: "There is nothing in this sheet or selection. Go to the sheet with your OKRs and read it again.",
  noOpenCycle: "There is no open cycle to import into. Ask your OKR lead to open one.",
  failed: "This did not work. Nothing was changed. Try again.",
  last: (n: number) => `The last import stored ${count(n, "record", "records")}.`,
  left: (n: number) => `${count(n, "record is", "records are")} not stored yet.`,
  finish: "Store the rest",
  understood: "What was understood",
  summary: (o: number, k: number, c: number) => `${objectives(o)}, ${keyResults(k)}, ${checkIns(c)}`,
  refusedCount: (n: number) => count(n, "row cannot be imported", "rows cannot be imported"),
  passedCount: (n: number) => count(n, "row passed over", "rows passed over"),
  kept: (n: number) => `${count(n, "cell goes", "cells go")} to the note, because the field cannot hold it`,
  unit: "For",
  cycle: "Cycle",
  people: "People",
  matched: (n: number, all: number) => `${n} of ${all} found in the directory`,
  keptAsName: "Not found: stays a name",
  findPerson: (name: string) => `Who is ${name}?`,
  columns: "Columns",
  columnsOf: (n: number) => `Table ${n}`,
  noHeader: (letter: string) => `Column ${letter}`,
  levels: "Levels",
  levelsBy: "Rows show their level by",
  depth: (n: number) => `Level ${n} is`,
  turned: "Each column is one objective",
  tree: "Preview",
  showCell: "Show the cell",
  thisRowIs: (title: string) => `What is “${title}”?`,
  asGuessed: "As guessed",
  more: (n: number) => `… and ${n} more`,
  passed: "Passed over",
  refused: "Not possible",
  importAll: (n: number) => `Import ${count(n, "record", "records")} as drafts`,
  nothingToImport: "There is nothing new to import. Correct the columns or levels, or read another sheet.",
  back: "Another sheet",
  sending: (done: number, total: number) => (total === 0 ? "Storing …" : `Storing ${done} of ${total} …`),
  done: "Imported",
  stored: (o: number, k: number, c: number) =>
    `${objectives(o)}, ${keyResults(k)} and ${checkIns(c)} are stored as drafts. Your OKR lead publishes them.`,
  notStored: "Not stored",
  takeBack: "Take the import back",
  takenBack: (n: number) => `${count(n, "record was", "records were")} taken back. Your sheet is as it was.`,
  stays: (titles: string) => `These stay, because somebody has worked on them since: ${titles}`,
  waiting: "Waits to be sent",
  becauses: {
    name: "by its name",
    part: "by a part of its name",
    contents: "by its cells",
    person: "as you said",
    remembered: "as the last time",
  } satisfies Record<Because, string>,
  roles: {
    text: "Text, all levels",
    objective: "Objective",
    keyResult: "Key result",
    initiative: "Initiative",
    outline: "Number of the row",
    owner: "Owner",
    start: "Start value",
    target: "Target value",
    current: "Current value",
    progress: "Per cent done",
    reading: "Value of a month or week",
    unit: "Unit of measure",
    direction: "Direction",
    measure: "Kind of measure",
    weight: "Weight",
    team: "Team",
    cycle: "Cycle",
    startDate: "Start date",
    endDate: "End date",
    due: "Due date",
    state: "State",
    confidence: "Confidence",
    score: "Score",
    note: "Note",
    why: "Why it matters",
    ambition: "Ambition",
    priority: "Priority",
    kind: "Kind of the row",
    level: "Level",
    id: "Id",
    parent: "Id of the parent",
    ignore: "Not used",
  } satisfies Record<Role, string>,
  signs: {
    columns: "columns of their own",
    kind: "a column for the kind",
    parent: "a column for the parent",
    lines: "lines within the cell",
    words: "words before the text",
    number: "numbers (1, 1.1)",
    indent: "indentation",
    steps: "staggered columns",
    look: "colour or bold text",
    measures: "having a target",
    none: "nothing: all are one level",
  } satisfies Record<LevelSign, string>,
  kinds: {
    objective: "Objective",
    keyResult: "Key result",
    initiative: "Initiative (left out)",
    heading: "Name of a team",
    ignore: "Leave out",
  } satisfies Record<RowKind, string>,
  passings: {
    Empty: "empty",
    AboveTable: "above the table",
    Header: "names the columns",
    RepeatedHeader: "names the columns again",
    Total: "adds up other rows",
    Heading: "names a team",
    Initiative: "is an initiative",
    Outside: "belongs to no objective or key result",
    Ignored: "left out, as you said",
  } satisfies Record<Passing, string>,
  skips: {
    Empty: "empty",
    DocumentTitle: "title of the document",
    CycleName: "name of the cycle",
    Contents: "list of contents",
    Repeated: "repeats another row",
    AlreadyThere: "imported before",
    Initiative: "is an initiative",
  } satisfies Record<SkipReason["type"], string>,
  rejections: {
    NoTextColumn: "no column holds the text",
    TitleMissing: "has no text",
    TitleTooLong: "text is longer than 255 characters",
    UnknownKind: "kind is not known",
    CycleMissing: "names no cycle",
    CycleUnknown: "cycle is not known",
    DuplicateId: "id is used twice",
    ParentMissing: "parent does not exist",
    ParentLoop: "parents make a circle",
    ParentNotTaken: "what it belongs to cannot be imported",
    NoObjective: "stands under no objective",
    BadCell: "a number or date cannot be read",
    DirectionUnknown: "direction is not known",
    MeasureUnknown: "kind of measure is not known",
    StartMissing: "falls, but from which value?",
    TargetMissing: "has numbers, but no target",
    TargetEqualsStart: "target equals start",
    DirectionContradicts: "direction and numbers contradict each other",
    RangeUnclear: "limits are not clear",
    PercentTargetOutOfRange: "per cent must be above 0 and at most 100",
    DatesReversed: "ends before it starts",
  } satisfies Record<RejectReason["type"], string>,
  remarks: {
    StartAssumed: "start taken as 0",
    TakenAsMilestone: "done or not done",
    MeasureFromText: "measured by its text",
    TargetInWords: "target is in words",
    OtherOwners: "further owners left out",
    TakenAsObjective: "taken as an objective",
    StruckOut: "struck out: given up",
    DayByLocale: "day and month as usual here",
    ParentLeftOut: "the objective above is not in the file",
  } satisfies Partial<Record<Remark["type"], string>>,
};

type Widened<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : T[K] extends readonly string[]
        ? readonly string[]
        : Widened<T[K]>;
};

export type ImportTexts = Widened<typeof importEn>;
