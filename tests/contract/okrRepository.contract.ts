/** What every OkrRepository does; the numbers are those of `shared/ports/SPEC.md`. */
import { describeCheckInsFollowing } from "./okrRepository/checkInsFollow.contract.ts";
import { describeChanging } from "./okrRepository/changing.contract.ts";
import type { OpenStorage } from "./okrRepository/common.ts";
import { describeCreating } from "./okrRepository/creating.contract.ts";
import { describeFollowing } from "./okrRepository/following.contract.ts";
import { describeInitiatives } from "./okrRepository/initiatives.contract.ts";
import { describeMoving } from "./okrRepository/moving.contract.ts";
import { describeMovingApart } from "./okrRepository/movingApart.contract.ts";
import { describeReading } from "./okrRepository/reading.contract.ts";

export const describeOkrRepository = (name: string, open: () => Promise<OpenStorage>): void => {
  describeReading(name, open);
  describeCreating(name, open);
  describeChanging(name, open);
  describeFollowing(name, open);
  describeMoving(name, open);
  describeMovingApart(name, open);
  describeCheckInsFollowing(name, open);
  describeInitiatives(name, open);
};
