import type { Understood } from "#shared/application/importing/importState.ts";
import type { LeftCheckIn } from "#shared/domain/importing/foreign/history.ts";
import type { Place } from "#shared/domain/importing/foreign/sheet.ts";
import type { ImportTexts } from "./text/en.ts";

/** `A1` of a cell, as Excel shows it; nothing where the file has no cells. */
export const addressOf = ({ sheet }: Understood, { row, column }: Place): string => {
  if (row < 0 || sheet.system !== undefined) return "";
  let letters = "";
  for (let left = sheet.left + column; left >= 0; left = Math.floor(left / 26) - 1) {
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  }
  return `${letters}${sheet.top + row + 1}`;
};

export interface ReportLine {
  /** Its own among the lines of one list. */
  readonly key: string;
  readonly place: Place;
  readonly text: string;
  readonly reason: string;
}

const keyOf = ({ row, column }: Place, text: string): string => `${row},${column},${text}`;

/** Records that cannot be imported, with the reason. */
export const refusedLines = ({ result: { judged } }: Understood, texts: ImportTexts): readonly ReportLine[] =>
  judged.flatMap(({ record: { place, text }, fate }): ReportLine[] =>
    fate.type === "refused"
      ? [{ key: keyOf(place, text), place, text, reason: texts.rejections[fate.reason.type] }]
      : [],
  );

/** What of the sheet is no record, and records that are there already; empty rows need no line. */
export const passedLines = ({ result: { judged, passed } }: Understood, texts: ImportTexts): readonly ReportLine[] => [
  ...judged.flatMap(({ record: { place, text }, fate }): ReportLine[] =>
    fate.type === "passed" ? [{ key: keyOf(place, text), place, text, reason: texts.skips[fate.reason.type] }] : [],
  ),
  ...passed
    .filter(({ why }) => why !== "Empty")
    .map(({ place, text, why }) => ({ key: keyOf(place, why), place, text, reason: texts.passings[why] })),
];

export const checkInLines = ({ result: { leftCheckIns } }: Understood, texts: ImportTexts): readonly ReportLine[] =>
  leftCheckIns.map(({ read: { row, checkIn }, why }: LeftCheckIn, at) => ({
    key: `check-in ${at}`,
    place: { row, column: 0 },
    text: [checkIn.day, checkIn.author, checkIn.note.split("\n")[0] ?? ""].filter((part) => part !== "").join(" · "),
    reason: texts.checkInReasons[why],
  }));

const takenLines = ({ result: { judged } }: Understood, texts: ImportTexts): readonly ReportLine[] => {
  const said: Readonly<Record<string, string>> = texts.remarks;
  return judged.flatMap(({ record: { place, text }, fate }): ReportLine[] => {
    if (fate.type !== "taken") return [];
    const remarks = fate.remarks.flatMap(({ type }) => said[type] ?? []);
    return [{ key: keyOf(place, text), place, text, reason: remarks.join(", ") }];
  });
};

/** Every row with what became of it, in the order of the sheet: cell, text, outcome, reason. [IF11] */
export const reportRows = (understood: Understood, texts: ImportTexts): readonly (readonly string[])[] => {
  const groups = [
    [texts.taken, takenLines(understood, texts)],
    [texts.refused, refusedLines(understood, texts)],
    [texts.passed, passedLines(understood, texts)],
    [texts.checkInLeft, checkInLines(understood, texts)],
  ] as const;
  return groups
    .flatMap(([outcome, lines]) => lines.map((line) => ({ ...line, outcome })))
    .toSorted((a, b) => a.place.row - b.place.row || a.place.column - b.place.column)
    .map(({ place, text, outcome, reason }) => [addressOf(understood, place), text, outcome, reason]);
};
