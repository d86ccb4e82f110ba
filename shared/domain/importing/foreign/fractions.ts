import type { ForeignCell, ForeignCheckIn, ForeignSheet } from "./sheet.ts";

const plainly = (value: ForeignCell["value"]): ForeignCell["value"] =>
  typeof value === "number" ? `${value}%` : value;

/** The sheet with 0.35 as 0.35 % where it would be 35 %. */
export const withFractionsAsTheyStand = (sheet: ForeignSheet): ForeignSheet => {
  const { fractions, rows } = sheet;
  if (!fractions || fractions.size === 0) return sheet;
  return {
    ...sheet,
    rows: rows.map((cells, row) =>
      fractions.has(row)
        ? cells.map((cell) => (cell.format?.includes("%") === true ? { value: plainly(cell.value) } : cell))
        : cells,
    ),
  };
};

/** Check-ins of such rows: as shares a hundred times as much. */
export const readingOf = (
  { value }: ForeignCheckIn,
  isFraction: boolean,
  how: "shares" | "asTheyStand",
): ForeignCell["value"] => {
  if (!isFraction || typeof value !== "number") return value;
  return `${how === "shares" ? Number((value * 100).toPrecision(12)) : value}%`;
};
