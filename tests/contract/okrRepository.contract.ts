/** What every OkrRepository does; the numbers are those of `shared/ports/SPEC.md`. */
import { describeChanging } from "./okrRepository/changing.ts";
import type { OpenStorage } from "./okrRepository/common.ts";
import { describeCreating } from "./okrRepository/creating.ts";
import { describeFollowing } from "./okrRepository/following.ts";
import { describeReading } from "./okrRepository/reading.ts";

export const describeOkrRepository = (name: string, open: () => Promise<OpenStorage>): void => {
  describeReading(name, open);
  describeCreating(name, open);
  describeChanging(name, open);
  describeFollowing(name, open);
};
