/** Where a record lies, as its row says: `{partition}/{letter of the list}/{item}`. */
import type { KeyResult } from "../okr/keyResult.ts";
import type { OkrSet } from "../okr/okrSet.ts";
import { partitionKey, rowOf, type PartitionKey, type Revision, type RowRef } from "../okr/ids.ts";

/**
 * The lists of a partition that are followed. Drafts of objectives and of key results share one, which everybody may write; the
 * published ones lie in two that only leads may write; check-ins are only ever added.
 */
export type Shelf = "objectives" | "keyResults" | "drafts" | "checkIns";

export const SHELVES: readonly Shelf[] = ["objectives", "keyResults", "drafts", "checkIns"];

/** Initiatives are read where somebody looks at them, and not followed. */
export type PartitionList = Shelf | "initiatives";

export const PARTITION_LISTS: readonly PartitionList[] = [...SHELVES, "initiatives"];

const LETTERS: Readonly<Record<PartitionList, string>> = {
  objectives: "o",
  keyResults: "k",
  drafts: "d",
  checkIns: "c",
  initiatives: "i",
};

export interface RowPlace {
  readonly partition: PartitionKey;
  readonly shelf: PartitionList;
  readonly item: string;
}

/** @param place its partition must contain neither `/` nor `#`, its item no `#` */
export const rowRef = ({ partition, shelf, item }: RowPlace): RowRef =>
  `${partition}/${LETTERS[shelf]}/${item}` as RowRef;

/** Undefined for what is no row of a partition. */
export const placeOfRow = (row: RowRef): RowPlace | undefined => {
  const [partition, letter, ...item] = row.split("/");
  const shelf = PARTITION_LISTS.find((one) => LETTERS[one] === letter);
  if (partition === undefined || shelf === undefined || item.length === 0) return undefined;
  return { partition: partitionKey(partition), shelf, item: item.join("/") };
};

/**
 * How a check-in is addressed that lies elsewhere than its key result: below the partition of the key result, with its own row
 * as the item, so that whoever keeps that partition keeps it too.
 */
export const adoptedRow = (partition: PartitionKey, row: RowRef): RowRef =>
  rowRef({ partition, shelf: "checkIns", item: originOf(row) });

/** The row in a list that an address speaks of. */
export const originOf = (row: RowRef): RowRef => {
  const item = placeOfRow(row)?.item ?? "";
  return item.includes("/") ? (item as RowRef) : row;
};

export const isDraft = (revision: Revision | undefined): boolean =>
  revision !== undefined && placeOfRow(rowOf(revision))?.shelf === "drafts";

/**
 * Whether a record read from one row takes the place of what is known from another. While a record moves between lists it lies in
 * both for a moment, and somebody may write a draft beside it later: what is published counts. [PA5]
 */
export const takesThePlaceOf = (next: Revision, known: Revision | undefined): boolean =>
  known === undefined || rowOf(next) === rowOf(known) || !isDraft(next) || isDraft(known);

/** Without the drafts that somebody wrote beside an objective that is published. [PA6] */
export const countingKeyResults = ({ keyResults, revisions }: OkrSet): readonly KeyResult[] =>
  keyResults.filter(({ id, objectiveId }) => {
    const objective = revisions.get(objectiveId);
    return objective === undefined || isDraft(objective) || !isDraft(revisions.get(id));
  });
