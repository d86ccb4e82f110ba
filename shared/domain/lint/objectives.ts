import type { Objective } from "../okr/objective.ts";
import { periodOf } from "../okr/view.ts";
import { objectiveProblems, type ObjectiveProblem } from "../problems/objectiveProblems.ts";
import type { Finding } from "./finding.ts";
import { numberIn } from "./numbers.ts";
import { aboutObjective, finding, type Scene } from "./scene.ts";
import { countOfAnd, verbOf } from "./words.ts";

const titleFindings = (objective: Objective, { parameters: { titleLength } }: Scene): readonly Finding[] => {
  const about = aboutObjective(objective);
  const { title } = objective;
  const number = numberIn(title);
  const output = verbOf("outputs", title);
  const upkeep = output === undefined ? verbOf("upkeep", title) : undefined;
  const { length } = title;
  return [
    ...(number === undefined ? [] : [finding(about, "O2", "warn", "title", number)]),
    ...(length > titleLength ? [finding(about, "O4long", "info", "title", length, titleLength)] : []),
    ...(countOfAnd(title) > 1 ? [finding(about, "O4and", "info", "title")] : []),
    ...(output === undefined ? [] : [finding(about, "O5", "warn", "title", output)]),
    ...(upkeep === undefined ? [] : [finding(about, "O6", "warn", "title", upkeep)]),
  ];
};

const linkFindings = (objective: Objective, { context }: Scene): readonly Finding[] => {
  const about = aboutObjective(objective);
  const isTop = context.units.get(objective.unitKey)?.parentKey === undefined;
  return [
    ...(objective.why.trim() === "" ? [finding(about, "O7why", "warn", "why")] : []),
    ...(objective.parents.length === 0 && !isTop ? [finding(about, "O7link", "info", "parent")] : []),
  ];
};

/** Problems of stored records that are rules of the method too. */
const KNOWN: Partial<
  Record<ObjectiveProblem["code"], readonly [Finding["breach"], Finding["level"], Finding["field"]]>
> = {
  ownerMissing: ["O3", "error", "owner"],
  dateOutsideCycle: ["O8", "error", "due"],
  datesReversed: ["O8", "error", "due"],
  parentMissing: ["S5missing", "error", "parent"],
  parentLoop: ["S5loop", "error", "parent"],
  weightsNot100: ["S4", "warn", "weight"],
  weightsOver100: ["S4", "warn", "weight"],
};

const knownFindings = (objective: Objective, { context, whole }: Scene): readonly Finding[] =>
  objectiveProblems(objective, context).flatMap((problem) => {
    const known = KNOWN[problem.code];
    if (!known || (problem.code === "parentMissing" && !whole)) return [];
    return [finding(aboutObjective(objective), ...known, ...("sum" in problem ? [problem.sum] : []))];
  });

/** Dates of its own that do not lie inside those of a parent. Cycles need not be the same: a quarter lies inside its year. [LN19] */
const parentDates = (objective: Objective, { context, cycleOf }: Scene): readonly Finding[] => {
  if (objective.start === undefined && objective.end === undefined) return [];
  const period = periodOf(objective, cycleOf(objective));
  return objective.parents.flatMap(({ kind, id }) => {
    const above = kind === "objective" ? id : context.keyResults.get(id)?.objectiveId;
    const parent = above === undefined ? undefined : context.objectives.get(above);
    const around = parent && periodOf(parent, cycleOf(parent));
    if (!parent || !period || !around || (period.start >= around.start && period.end <= around.end)) return [];
    return [finding(aboutObjective(objective), "S5dates", "error", "due", parent.title)];
  });
};

/** What can be said about one objective by itself. */
export const lintObjective = (objective: Objective, scene: Scene): readonly Finding[] => [
  ...knownFindings(objective, scene),
  ...titleFindings(objective, scene),
  ...linkFindings(objective, scene),
  ...parentDates(objective, scene),
];
