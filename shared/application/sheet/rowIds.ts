import { EDITABLE_FIELDS, type Cell } from "#shared/domain/sheet/fields.ts";
import type { IdsDep } from "#shared/ports/ids.ts";

/** A row of one of our tables. */
interface Row {
  readonly at: number;
  readonly cells: Readonly<Record<string, Cell | undefined>>;
}

interface Given {
  readonly at: number;
  readonly text: string;
  readonly id: string;
}

/**
 * Ids of rows that carry none in the sheet yet. A row keeps its id from one look to the next, known by what it says or else by
 * its place, so that what a person held back in the preview stays held back. [SE19]
 * @param fields what people edit in such a table
 */
export const createRowIds = ({ ids }: IdsDep, fields: readonly string[] = EDITABLE_FIELDS) => {
  const textOf = ({ cells }: Row): string => JSON.stringify(fields.map((field) => cells[field] ?? ""));
  let last: readonly Given[] = [];
  /** `taken` are ids that are given away for good. */
  return (rows: readonly Row[], taken: (id: string) => boolean): ((row: Row) => string) => {
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
