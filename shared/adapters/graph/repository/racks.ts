/** Lists as places for records of one kind, so that a draft is written like what is published. */
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Initiative } from "#shared/domain/okr/initiative.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { Fields } from "../lists/cells.ts";
import { checkInCodec } from "../lists/checkIns.ts";
import { encodeChanges, encodeRecord, type ListCodec, type UnfitProperty } from "../lists/codec.ts";
import type { Columns } from "../lists/columns.ts";
import { encodeDraft, type Draft } from "../lists/drafts.ts";
import { initiativeCodec } from "../lists/initiatives.ts";
import { keyResultCodec } from "../lists/keyResults.ts";
import { objectiveCodec } from "../lists/objectives.ts";
import type { GraphFailure } from "../request/call.ts";
import type { Items, Stored } from "./items.ts";
import type { PartitionTables } from "./tables.ts";

export type ChangesOf<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** A list that holds records of one kind, perhaps among others. */
export interface Rack<T> {
  readonly items: Pick<Items<object>, "listName" | "call" | "expand" | "revisionOf" | "itemIdOf">;
  /** Undefined for a row of another kind. */
  readonly decode: (item: unknown) => Stored<T> | undefined;
  readonly find: (key: string) => Promise<Result<Stored<T> | undefined, GraphFailure>>;
  /** All fields, null for those that are empty. */
  readonly encode: (record: T) => Result<Fields, UnfitProperty>;
  readonly encodeChanges: (changes: ChangesOf<T>) => Result<Fields, UnfitProperty>;
}

export const rackOf = <T extends object, Cs extends Columns>(items: Items<T>, codec: ListCodec<T, Cs>): Rack<T> => ({
  items,
  decode: items.decode,
  find: items.find,
  encode: (record) => encodeRecord(codec, record),
  encodeChanges: (changes) => encodeChanges(codec, changes),
});

const draftRack = <T extends Draft["record"], Cs extends Columns>(
  items: Items<Draft>,
  codec: ListCodec<T, Cs>,
  unwrap: (draft: Draft) => T | undefined,
  wrap: (record: T) => Draft,
): Rack<T> => {
  const opened = (row: Stored<Draft> | undefined): Stored<T> | undefined => {
    const record = row && unwrap(row.record);
    return row && record ? { ...row, record } : undefined;
  };
  return {
    items,
    decode: (item) => opened(items.decode(item)),
    find: async (key) => {
      const row = await items.find(key);
      return row.ok ? ok(opened(row.value)) : row;
    },
    encode: (record) => encodeDraft(wrap(record)),
    encodeChanges: (changes) => encodeChanges(codec, changes),
  };
};

/** Where the records of a partition are written. */
export interface Racks {
  readonly objectives: Readonly<Record<"published" | "draft", Rack<Objective>>>;
  readonly keyResults: Readonly<Record<"published" | "draft", Rack<KeyResult>>>;
  readonly checkIns: Rack<CheckIn>;
  readonly initiatives: Rack<Initiative>;
}

export const racksOf = (tables: PartitionTables): Racks => ({
  objectives: {
    published: rackOf(tables.objectives, objectiveCodec),
    draft: draftRack(
      tables.drafts,
      objectiveCodec,
      (draft) => (draft.kind === "objective" ? draft.record : undefined),
      (record) => ({ kind: "objective", record }),
    ),
  },
  keyResults: {
    published: rackOf(tables.keyResults, keyResultCodec),
    draft: draftRack(
      tables.drafts,
      keyResultCodec,
      (draft) => (draft.kind === "keyResult" ? draft.record : undefined),
      (record) => ({ kind: "keyResult", record }),
    ),
  },
  checkIns: rackOf(tables.checkIns, checkInCodec),
  initiatives: rackOf(tables.initiatives, initiativeCodec),
});
