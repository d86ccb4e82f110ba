/** What a session of editing knows of its world, and what the table says. */
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { SHEET_FIELDS, type SheetField } from "#shared/domain/sheet/fields.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { enterText, rect, toWire, valueAt } from "#simulator/excel-host/model/index.ts";
import { okrTable, rowCount } from "../hands.ts";
import { createMemoryOkrRepository, type MemoryHome } from "../memoryOkrRepository.ts";

export const ALL = { unit: "all", below: true } as const;

export interface World {
  readonly home: MemoryHome;
  readonly panes: SheetSession[];
  /** Texts by the key of the row in which they were typed; "" for a row without one. */
  readonly typed: Map<string, string>;
  /** What others called a record, and what it was called first. */
  readonly others: Map<string, Set<string>>;
  /** Everything that was ever stored. */
  readonly everStored: Set<string>;
  /** Records that somebody wanted to be gone. */
  readonly unwanted: Set<string>;
  /** Edits that an undo may take back without reaching what filled the table. */
  undoable: number;
  made: number;
}

export const fail = (what: string, ...more: readonly unknown[]): never => {
  throw new Error(`${what} ${JSON.stringify(more)}`);
};

export const records = ({ home }: World) =>
  [...home.objectives.values(), ...home.keyResults.values()].map(({ record }) => record);

export const remember = (world: World): void => {
  for (const { title } of records(world)) world.everStored.add(title);
  for (const { record } of world.home.checkIns.values()) world.everStored.add(record.note);
  for (const { record } of world.home.keyResults.values()) world.everStored.add(JSON.stringify(record.measure));
};

/** A store that remembers all that was ever in it. */
export const watched = (world: World): OkrRepository => {
  const repository = createMemoryOkrRepository(world.home);
  return {
    ...repository,
    write: async (...given) => {
      const outcomes = await repository.write(...given);
      remember(world);
      return outcomes;
    },
  };
};

export const place = (field: SheetField): number => SHEET_FIELDS.indexOf(field);
/** A column that people add on the right. */
export const OWN = SHEET_FIELDS.length;

export const typeAt = (row: number, column: number, text: string): void => {
  const { sheet, range } = okrTable();
  enterText(sheet, rect(range.row + 1 + row, range.column + column), text, { origin: "user" });
};

const heldText = (row: number, column: number): string => {
  const { sheet, range } = okrTable();
  return String(toWire(valueAt(sheet, range.row + 1 + row, range.column + column)));
};

export const textAt = (row: number, field: SheetField): string => (row < rowCount() ? heldText(row, place(field)) : "");

/** Every text that a person typed and that still stands somewhere in the table, also in a column of their own. */
export const textsInSheet = (world: World): ReadonlySet<string> => {
  const { range } = okrTable();
  const found = new Set<string>();
  for (let row = 0; row < rowCount(); row += 1) {
    for (let column = 0; column < range.columns; column += 1) {
      const text = heldText(row, column);
      if (world.typed.has(text)) found.add(text);
    }
  }
  return found;
};
