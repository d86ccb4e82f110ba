import type { LogEntry } from "#shared/domain/audit/logEntry.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import type { Initiative } from "#shared/domain/okr/initiative.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import type { Partition } from "#shared/domain/partition/partition.ts";
import { rowRef, type PartitionList } from "#shared/domain/partition/rows.ts";
import { checkInCodec } from "../lists/checkIns.ts";
import { decodeRecord, type ListCodec } from "../lists/codec.ts";
import type { Columns } from "../lists/columns.ts";
import { cycleCodec } from "../lists/cycles.ts";
import { decodeDraft, DRAFT_KEY_COLUMN, draftList, type Draft } from "../lists/drafts.ts";
import { initiativeCodec } from "../lists/initiatives.ts";
import { keyResultCodec } from "../lists/keyResults.ts";
import { logCodec } from "../lists/log.ts";
import { objectiveCodec } from "../lists/objectives.ts";
import { partitionCodec } from "../lists/partitions.ts";
import { settingCodec, type Setting } from "../lists/settings.ts";
import { streamCodec, type StreamRow } from "../lists/streams.ts";
import { listTitle } from "../lists/titles.ts";
import { unitCodec } from "../lists/units.ts";
import { createItems, formOf, type Items, type ItemsDeps } from "./items.ts";

/** The lists that the site has once. */
export interface HomeTables {
  readonly settings: Items<Setting>;
  readonly cycles: Items<Cycle>;
  readonly units: Items<Unit>;
  readonly partitions: Items<Partition>;
  readonly log: Items<LogEntry>;
  readonly streams: Items<StreamRow>;
}

/** The lists that hold the OKRs of one partition. */
export interface PartitionTables {
  readonly key: PartitionKey;
  readonly objectives: Items<Objective>;
  readonly keyResults: Items<KeyResult>;
  readonly drafts: Items<Draft>;
  readonly checkIns: Items<CheckIn>;
  readonly initiatives: Items<Initiative>;
}

export interface Tables {
  readonly home: HomeTables;
  readonly of: (partition: PartitionKey) => PartitionTables;
}

const partitionTables = (key: PartitionKey, deps: ItemsDeps): PartitionTables => {
  const place = (shelf: PartitionList) => ({
    title: listTitle(key, shelf),
    rowOf: (item: string) => rowRef({ partition: key, shelf, item }),
  });
  const records = <T extends { readonly id: string }, Cs extends Columns>(
    shelf: PartitionList,
    codec: ListCodec<T, Cs>,
  ): Items<T> =>
    createItems(
      {
        ...place(shelf),
        columns: codec.list.columns,
        keyColumn: codec.keyColumn,
        keyOf: (record: T) => record.id,
        decode: (fields) => decodeRecord(codec, fields),
      },
      deps,
    );
  return {
    key,
    objectives: records("objectives", objectiveCodec),
    keyResults: records("keyResults", keyResultCodec),
    drafts: createItems(
      {
        ...place("drafts"),
        columns: draftList.columns,
        keyColumn: DRAFT_KEY_COLUMN,
        keyOf: (draft: Draft) => draft.record.id,
        decode: decodeDraft,
      },
      deps,
    ),
    checkIns: records("checkIns", checkInCodec),
    initiatives: records("initiatives", initiativeCodec),
  };
};

export const createTables = (deps: ItemsDeps): Tables => {
  const known = new Map<PartitionKey, PartitionTables>();
  return {
    home: {
      settings: createItems(
        formOf(settingCodec, (row) => row.key),
        deps,
      ),
      cycles: createItems(
        formOf(cycleCodec, (row) => row.key),
        deps,
      ),
      units: createItems(
        formOf(unitCodec, (row) => row.key),
        deps,
      ),
      partitions: createItems(
        formOf(partitionCodec, (row) => row.key),
        deps,
      ),
      log: createItems(
        formOf(logCodec, (row) => row.id),
        deps,
      ),
      streams: createItems(
        formOf(streamCodec, (row) => row.key),
        deps,
      ),
    },
    of: (partition) => {
      const tables = known.get(partition) ?? partitionTables(partition, deps);
      known.set(partition, tables);
      return tables;
    },
  };
};
