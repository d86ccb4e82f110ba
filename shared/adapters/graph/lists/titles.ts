import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import type { PartitionList } from "#shared/domain/partition/rows.ts";

const NAMES: Readonly<Record<PartitionList, string>> = {
  objectives: "Objectives",
  keyResults: "Key Results",
  drafts: "Drafts",
  checkIns: "Check-ins",
  initiatives: "Initiatives",
};

/** Title of a list of a partition, so that nothing has to be looked up to address it: `Drumbeat fy26-q4-emea Key Results`. */
export const listTitle = (partition: PartitionKey, shelf: PartitionList): string =>
  partition === HOME_PARTITION ? `Drumbeat ${NAMES[shelf]}` : `Drumbeat ${partition} ${NAMES[shelf]}`;
