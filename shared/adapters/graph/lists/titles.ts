import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import type { Shelf } from "#shared/domain/partition/rows.ts";

const NAMES: Readonly<Record<Shelf, string>> = {
  objectives: "Objectives",
  keyResults: "Key Results",
  drafts: "Drafts",
  checkIns: "Check-ins",
};

/** Title of a list of a partition, so that nothing has to be looked up to address it: `Drumbeat fy26-q4-emea Key Results`. */
export const listTitle = (partition: PartitionKey, shelf: Shelf): string =>
  partition === HOME_PARTITION ? `Drumbeat ${NAMES[shelf]}` : `Drumbeat ${partition} ${NAMES[shelf]}`;
