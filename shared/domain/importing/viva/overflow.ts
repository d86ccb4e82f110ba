import { parseDay } from "../../day.ts";
import { readNumber } from "../../entry/number.ts";
import type { ForeignCheckIn } from "../foreign/sheet.ts";

/** Labels in the order in which a check-in is written; notes may hold anything between theirs and the next. */
const CHECK_IN =
  /Checkin Date:(?<day>.*?);\s*User:(?<user>.*?);\s*Note:(?<note>.*?);\s*Metric Name:(?<metric>.*?);\s*Status:(?<status>.*?);\s*Current Value:(?<value>.*?);\s*Activity Date:(?<activity>[^;]*);?/gsu;

/** "92%" as per cent, "1,200" as 1200, anything else as it stands. */
const valueOf = (text: string): number | string | undefined => {
  if (text === "") return undefined;
  const read = readNumber(text, "en");
  return read.ok ? read.value.value : text;
};

/** The check-ins written into cells, several in one cell too; and what of the cells is none. [VG5] */
export const checkInsIn = (
  cells: readonly string[],
): { readonly checkIns: readonly ForeignCheckIn[]; readonly rest: readonly string[] } => {
  const rest: string[] = [];
  const checkIns = cells.flatMap((text) => {
    const found = [...text.matchAll(CHECK_IN)];
    const other = found.reduce((left, [whole]) => left.replace(whole, ""), text).trim();
    if (other !== "") rest.push(other);
    return found.flatMap(({ 0: whole, groups = {} }): ForeignCheckIn[] => {
      const part = (name: string): string => (groups[name] ?? "").trim();
      const day = parseDay(part("day").slice(0, 10));
      if (!day) {
        rest.push(whole.trim());
        return [];
      }
      const value = valueOf(part("value"));
      const activity = part("activity");
      const lines = [
        part("note"),
        part("status") === "" ? "" : `Status: ${part("status")}`,
        activity === "" || activity.startsWith(day) ? "" : `Activity Date: ${activity}`,
      ];
      const note = lines.filter((line) => line !== "").join("\n");
      return [{ day, author: part("user"), ...(value === undefined ? {} : { value }), note }];
    });
  });
  return { checkIns: checkIns.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day))), rest };
};

const ALIGNED = /\(weight:\s*(?<weight>[\d.,]+)\s*%?\s*,\s*Id:\s*(?<id>[^\s,;()]+)\s*\)/giu;

export interface Aligned {
  readonly id: string;
  readonly title: string;
  /** With its per cent sign. */
  readonly weight: string;
}

/** `Parent title(weight: 14.29%, Id: 2295704)`, several of them too; titles may hold parentheses and commas. [VG5] */
export const alignedIn = (text: string): readonly Aligned[] => {
  let from = 0;
  return [...text.matchAll(ALIGNED)].map(({ 0: whole, index, groups = {} }) => {
    const title = text
      .slice(from, index)
      .replace(/^[\s,;]+/u, "")
      .trim();
    from = index + whole.length;
    return { id: groups["id"] ?? "", title, weight: `${groups["weight"] ?? ""}%` };
  });
};
