import type { ListDeclaration } from "./columns.ts";
import { checkInCodec } from "./checkIns.ts";
import { cycleCodec } from "./cycles.ts";
import { keyResultCodec } from "./keyResults.ts";
import { objectiveCodec } from "./objectives.ts";
import { settingCodec } from "./settings.ts";
import { unitCodec } from "./units.ts";

/** Every list of the home site, settings first. */
export const allLists: readonly ListDeclaration[] = [
  settingCodec.list,
  cycleCodec.list,
  unitCodec.list,
  objectiveCodec.list,
  keyResultCodec.list,
  checkInCodec.list,
];
