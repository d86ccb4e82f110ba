import type { Finding } from "./finding.ts";
import { lintKeyResult } from "./keyResults.ts";
import { lintObjective } from "./objectives.ts";
import { DEFAULT_PARAMETERS, type LintParameters } from "./parameters.ts";
import { sceneOf, type LintInput } from "./scene.ts";
import { firstReadings, lintLoads, lintTogether } from "./together.ts";

/**
 * Hints about the objectives asked about and their key results, record by record. Pure, linear in the number of records; nothing is
 * stored and nothing is kept from being saved. [LN1]
 */
export const lintOkrs = (input: LintInput, parameters: LintParameters = DEFAULT_PARAMETERS): readonly Finding[] => {
  const scene = sceneOf(input, parameters);
  const readings = firstReadings(scene);
  const asked = scene.live.filter(input.asked);
  const own = asked.flatMap((objective) => {
    const keyResults = scene.below(objective);
    return [
      ...lintObjective(objective, scene),
      ...lintTogether(objective, keyResults, scene, readings),
      ...keyResults.flatMap((keyResult) => lintKeyResult(keyResult, scene)),
    ];
  });
  const ids = new Set<string>(
    asked.flatMap((objective) => [objective.id, ...scene.below(objective).map(({ id }) => id)]),
  );
  return [...own, ...lintLoads(scene).filter(({ about }) => ids.has(about.id))];
};
