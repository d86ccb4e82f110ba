import { EDITABLE_FIELDS, type SheetRow } from "#shared/domain/sheet/fields.ts";
import type { IdsDep } from "#shared/ports/ids.ts";

const textOf = ({ cells }: SheetRow): string => JSON.stringify(EDITABLE_FIELDS.map((field) => cells[field] ?? ""));

interface Given {
  readonly at: number;
  readonly text: string;
  readonly id: string;
}

/**
 * Ids of rows that carry none in the sheet yet. A row keeps its id from one look to the next, known by what it says or else by
 * its place, so that what a person held back in the preview stays held back. [SE19]
 */
export const createRowIds = ({ ids }: IdsDep) => {
  let last: readonly Given[] = [];
  /** `taken` are ids that are given away for good. */
  return (rows: readonly SheetRow[], taken: (id: string) => boolean): ((row: SheetRow) => string) => {
    const texts = new Set(rows.map(textOf));
    const byText = new Map<string, string[]>();
    const byPlace = new Map<number, string>();
    for (const { at, text, id } of last) {
      if (taken(id)) continue;
      if (!texts.has(text)) byPlace.set(at, id);
      else if (byText.get(text)?.push(id) === undefined) byText.set(text, [id]);
    }
    const now: Given[] = [];
    last = now;
    return (row) => {
      const text = textOf(row);
      const id = byText.get(text)?.shift() ?? byPlace.get(row.at) ?? ids.guid();
      now.push({ at: row.at, text, id });
      return id;
    };
  };
};
