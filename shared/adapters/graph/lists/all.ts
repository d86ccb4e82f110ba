import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import { PARTITION_LISTS, type PartitionList } from "#shared/domain/partition/rows.ts";
import type { ListDeclaration } from "./columns.ts";
import { checkInCodec } from "./checkIns.ts";
import { cycleCodec } from "./cycles.ts";
import { draftList } from "./drafts.ts";
import { initiativeCodec } from "./initiatives.ts";
import { keyResultCodec } from "./keyResults.ts";
import { leaderCodec } from "./leaders.ts";
import { leaseCodec } from "./leases.ts";
import { logCodec } from "./log.ts";
import { objectiveCodec } from "./objectives.ts";
import { partitionCodec } from "./partitions.ts";
import { rollUpCodec } from "./rollUps.ts";
import { settingCodec } from "./settings.ts";
import { streamCodec } from "./streams.ts";
import { listTitle } from "./titles.ts";
import { unitCodec } from "./units.ts";

const shelves: Readonly<Record<PartitionList, ListDeclaration>> = {
  objectives: objectiveCodec.list,
  keyResults: keyResultCodec.list,
  drafts: draftList,
  checkIns: checkInCodec.list,
  initiatives: initiativeCodec.list,
};

/** The lists that hold the OKRs of a partition. */
export const partitionLists = (partition: PartitionKey): readonly ListDeclaration[] =>
  PARTITION_LISTS.map((shelf) => ({ ...shelves[shelf], displayName: listTitle(partition, shelf) }));

/** Every list that a site has before it has partitions, settings first. */
export const homeLists: readonly ListDeclaration[] = [
  settingCodec.list,
  cycleCodec.list,
  unitCodec.list,
  partitionCodec.list,
  leaderCodec.list,
  ...partitionLists(HOME_PARTITION),
  logCodec.list,
  rollUpCodec.list,
  leaseCodec.list,
  streamCodec.list,
];
