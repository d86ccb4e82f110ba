import type { ListInspection } from "#shared/ports/protection.ts";

/** How full a list is. */
export interface Usage {
  readonly list: string;
  readonly items: number;
  readonly limit: number;
  readonly isFilling: boolean;
}

/** SharePoint refuses a filter that looks at this many rows, so lists that are read by filters stay below. */
const FILTERED_ROWS = 5000;
/** SharePoint's limit for a list. */
const LIST_ROWS = 30_000_000;
/** From this share on somebody should think of it. */
const FILLING = 0.8;

/** Titles of the lists of which a filter by cycle may select every row; the others are read whole, by narrow filters or as a stream. */
const FILTERED = /(?:Objectives|Key Results|Drafts)$/;

export const usageOf = ({ name: list, items }: ListInspection): Usage => {
  const limit = FILTERED.test(list) ? FILTERED_ROWS : LIST_ROWS;
  return { list, items, limit, isFilling: items >= limit * FILLING };
};
