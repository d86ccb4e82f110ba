import { plainWords } from "#shared/domain/entry/characters.ts";
import { isKey, plainKey } from "#shared/domain/functions/answer.ts";
import { cycleKey, unitKey, type CycleKey, type UnitKey } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { KeepDep } from "#shared/ports/keep.ts";

/** Where a record lies: what has to be read to see it. */
export interface RecordPlace {
  readonly unitKey: UnitKey;
  readonly cycleKey: CycleKey;
}

/** A record of the workbook's own table. */
export interface KnownRecord extends RecordPlace {
  readonly id: string;
  readonly title: string;
}

const KEPT = "functions/places";
/** Of the newest; more would only fill the device. */
const MOST_KEPT = 2_000;

const readKept = (text: string | undefined): readonly (readonly [string, RecordPlace])[] => {
  try {
    const raw: unknown = JSON.parse(text ?? "[]");
    return (Array.isArray(raw) ? (raw as readonly unknown[]) : []).flatMap((entry) => {
      if (!Array.isArray(entry)) return [];
      const [id, unit, cycle] = entry as readonly unknown[];
      if (typeof id !== "string" || typeof unit !== "string" || typeof cycle !== "string") return [];
      return [[id, { unitKey: unitKey(unit), cycleKey: cycleKey(cycle) }] as const];
    });
  } catch {
    return [];
  }
};

/** What is known about where records lie, from the workbook, from earlier days and from what was read. [CF9] */
export interface Places {
  /** What the workbook's table holds now, instead of what it held. */
  readonly table: (records: readonly KnownRecord[]) => void;
  /** The key that a text means in the workbook's own table; the text itself where it means none there. */
  readonly resolve: (text: string) => string;
  readonly of: (text: string) => readonly RecordPlace[];
  /** Everything there is was read. */
  readonly learn: (set: Pick<OkrSet, "objectives" | "keyResults">) => void;
  /** Remembers on this device where an id was found. */
  readonly keep: (id: string, place: RecordPlace) => void;
}

export const createPlaces = ({ keep }: KeepDep): Places => {
  let rows = new Map<string, KnownRecord>();
  let titles = new Map<string, string | undefined>();
  let kept: Map<string, RecordPlace> | undefined;
  const found = new Map<string, RecordPlace[]>();

  const fromEarlier = (): Map<string, RecordPlace> => (kept ??= new Map(readKept(keep.get(KEPT))));

  const resolve = (text: string): string => (isKey(text) ? plainKey(text) : (titles.get(plainWords(text)) ?? text));

  return {
    table: (records) => {
      rows = new Map(records.map((record) => [plainKey(record.id), record]));
      titles = new Map();
      for (const { id, title } of records) {
        const plain = plainWords(title);
        titles.set(plain, titles.has(plain) ? undefined : plainKey(id));
      }
    },
    resolve,
    of: (text) => {
      const key = resolve(text);
      const known = rows.get(key) ?? fromEarlier().get(key);
      return known ? [known] : (found.get(isKey(key) ? key : plainWords(key)) ?? []);
    },
    learn: ({ objectives, keyResults }) => {
      found.clear();
      for (const { id, title, unitKey: unit, cycleKey: cycle } of [...objectives, ...keyResults]) {
        for (const name of [plainKey(id), plainWords(title)]) {
          found.set(name, [...(found.get(name) ?? []), { unitKey: unit, cycleKey: cycle }]);
        }
      }
    },
    keep: (id, place) => {
      const known = fromEarlier();
      const before = known.get(id);
      if (rows.has(id) || (before?.unitKey === place.unitKey && before.cycleKey === place.cycleKey)) return;
      known.delete(id);
      known.set(id, { unitKey: place.unitKey, cycleKey: place.cycleKey });
      const newest = [...known].slice(-MOST_KEPT).map(([key, one]) => [key, one.unitKey, one.cycleKey]);
      keep.set(KEPT, JSON.stringify(newest));
    },
  };
};
