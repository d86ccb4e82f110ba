import { arrayFunctions } from "./arrays.ts";
import { conditionalFunctions } from "./conditional.ts";
import { dateFunctions } from "./date.ts";
import type { BuiltIn } from "./kinds.ts";
import { libraryFunctions } from "./library.ts";
import { logicFunctions } from "./logic.ts";
import { lookupFunctions } from "./lookup.ts";
import { mathFunctions } from "./math.ts";
import { textFunctions } from "./text.ts";

/** Every function that formulas know, by upper-case name. */
export const builtIns: ReadonlyMap<string, BuiltIn> = new Map(
  Object.entries({
    ...libraryFunctions,
    ...mathFunctions,
    ...logicFunctions,
    ...textFunctions,
    ...conditionalFunctions,
    ...dateFunctions,
    ...lookupFunctions,
    ...arrayFunctions,
  }),
);

/** Functions whose result changes although nothing they read did. */
export const VOLATILE: ReadonlySet<string> = new Set(["TODAY", "NOW"]);
