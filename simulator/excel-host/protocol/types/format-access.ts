// Reading and writing one piece of formatting over all areas of a format object.
import type { CellFormat, FormatPatch } from "../../model/format.ts";
import { parseColor } from "../../model/format.ts";
import { applyFormat, commonFormat } from "../../model/formatting.ts";
import { invalidArgument, unwrap } from "../api-error.ts";
import { text } from "../arguments.ts";
import type { Property } from "../definition.ts";
import { readWrite } from "../definition.ts";
import type { Areas } from "../targets.ts";
import { rectsOf } from "./areas.ts";

/** The value all cells share, or null when they differ. */
export const shared = <T>(areas: Areas, read: (format: CellFormat) => T): T | null => {
  const [first, ...rest] = rectsOf(areas).map((area) => commonFormat(areas.sheet, area, read));
  return first !== undefined && rest.every((other) => other === first) ? first : null;
};

export const patchAll = (areas: Areas, patch: FormatPatch): void => {
  for (const area of rectsOf(areas)) unwrap(applyFormat(areas.sheet, area, patch));
};

/** A property that is one field of the cell format. */
export const formatField = <K extends keyof CellFormat>(
  key: K,
  read: (value: unknown) => CellFormat[K],
): Property<Areas> =>
  readWrite(
    (areas) => shared(areas, (format) => format[key]),
    (areas, value) => patchAll(areas, { [key]: read(value) }),
  );

export const color = (value: unknown): string => {
  const parsed = parseColor(text(value));
  if (parsed === undefined) throw invalidArgument();
  return parsed;
};
