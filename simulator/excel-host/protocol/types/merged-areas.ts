import { intersection, sameRect, type Rect } from "../../model/address.ts";
import type { TrackedRange } from "../../model/types.ts";
import { ApiError, notImplemented } from "../api-error.ts";
import { NULL_OBJECT, type Remote } from "../targets.ts";
import { areaOf } from "./areas.ts";
import { areasRemote } from "./special-cells.ts";

/** "If the merged areas count in this range is more than 512, then this method will fail to return the result." */
const MOST = 512;

/** The merged areas in a range. What Excel answers for one that lies only partly in it is documented nowhere. */
export const mergedAreas = (range: TrackedRange): Remote<"RangeAreas"> | typeof NULL_OBJECT => {
  const area = areaOf(range);
  const found: Rect[] = [];
  for (const merged of range.sheet.merged) {
    const common = intersection(area, merged);
    if (!common) continue;
    if (!sameRect(common, merged)) throw notImplemented("Range.getMergedAreasOrNullObject of a part of a merged area");
    found.push(merged);
  }
  if (found.length === 0) return NULL_OBJECT;
  if (found.length > MOST)
    throw new ApiError("GeneralException", "There was an internal error while processing the request.");
  return areasRemote(range.sheet, found);
};
