import type { Baseline } from "#shared/domain/sheet/baseline.ts";
import { cellText, EDITABLE_FIELDS, isEmptyCell, sameCell, type Cell } from "#shared/domain/sheet/fields.ts";
import type { KeepDep } from "#shared/ports/keep.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import { contextOf, decodeOutbox, encodeOutbox } from "./outbox.ts";

/** A push and its entries. */
export interface Journal {
  readonly push: string;
  readonly entries: readonly OutboxEntry[];
}

/** What a journal has to know of the sheet: its name, and the pushes that the workbook knows of. */
export type Named = Pick<Baseline, "book" | "pushes">;

const keyOf = ({ book }: Named): string => `push/${book}`;

/**
 * The last push once more on this device. Excel saves the workbook some time after a change: a computer that stops in between
 * comes back with a workbook that knows nothing of a push that was already sent. [SE18]
 */
export const createJournal = ({ keep }: KeepDep) => ({
  /** Best effort: a full or forbidden store leaves the outbox inside the workbook. */
  begin: (baseline: Named, { push, entries }: Journal): void => {
    keep.set(keyOf(baseline), JSON.stringify({ push, parts: encodeOutbox(entries) }));
  },
  /** The push that the workbook does not know of, if there is one. */
  forgotten: (baseline: Named): Journal | undefined => {
    const text = keep.get(keyOf(baseline));
    if (text === undefined) return undefined;
    try {
      const { push, parts } = JSON.parse(text) as { readonly push?: unknown; readonly parts?: unknown };
      if (typeof push !== "string" || !Array.isArray(parts) || baseline.pushes.includes(push)) return undefined;
      return { push, entries: decodeOutbox(parts.filter((part) => typeof part === "string")) };
    } catch {
      return undefined;
    }
  },
});

type AnyCells = Readonly<Record<string, Cell | undefined>>;

/**
 * New rows that lost their key with the workbook's last changes, found again by what they say.
 * @param fields what people edit in such a table
 */
export const lostRows = <Row extends { readonly cells: AnyCells }>(
  rows: readonly Row[],
  entries: readonly OutboxEntry[],
  fields: readonly string[] = EDITABLE_FIELDS,
): readonly { readonly row: Row; readonly cells: { readonly key: string } }[] => {
  const sameCells = (a: AnyCells, b: AnyCells): boolean => fields.every((field) => sameCell(a[field], b[field]));
  const textOf = (cells: AnyCells): string => JSON.stringify(fields.map((field) => cells[field] ?? ""));
  const present = new Set(rows.map(({ cells }) => cellText(cells["key"]).toLowerCase()));
  const byText = new Map<string, Row[]>();
  for (const row of rows) {
    if (!isEmptyCell(row.cells["key"])) continue;
    const same = byText.get(textOf(row.cells));
    if (same) same.push(row);
    else byText.set(textOf(row.cells), [row]);
  }
  return entries.flatMap((entry) => {
    const { row: key, cells } = contextOf<AnyCells>(entry);
    if (!entry.write.kind.startsWith("create") || present.has(key)) return [];
    const row = byText.get(textOf(cells))?.shift();
    return row && sameCells(row.cells, cells) ? [{ row, cells: { key } }] : [];
  });
};
