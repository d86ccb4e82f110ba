import { addDays, dayOf, daysBetween } from "../day.ts";
import { plainWords } from "../entry/characters.ts";
import { isPercentUnit } from "../entry/value.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import { periodOf } from "../okr/view.ts";
import type { Finding } from "./finding.ts";
import { aboutKeyResult, aboutObjective, finding, type Scene } from "./scene.ts";

/** [LN10] [LN12] */
const countFindings = (objective: Objective, own: readonly KeyResult[], { parameters }: Scene): readonly Finding[] => {
  const about = aboutObjective(objective);
  const { least, most } = parameters.keyResults;
  const alone = own.length > 0 && own.every(({ measure }) => measure.kind === "milestone");
  return [
    ...(own.length > most ? [finding(about, "K1more", "error", "keyResults", own.length, most)] : []),
    ...(own.length < least ? [finding(about, "K1fewer", "warn", "keyResults", own.length, least)] : []),
    ...(alone && parameters.milestones === "beside" ? [finding(about, "K4alone", "warn", "keyResults")] : []),
  ];
};

/** What is counted, without the numbers: words of the title and the unit. */
const countedBy = ({ title, measure }: KeyResult): string | undefined => {
  if (measure.kind === "milestone") return undefined;
  const words = plainWords(title)
    .replaceAll(/[\d%]+/gu, "")
    .split(" ")
    .filter(Boolean)
    .toSorted();
  return `${words.join(" ")}|${"unit" in measure ? plainWords(measure.unit) : measure.kind}`;
};

/** [LN15] */
const doubled = (own: readonly KeyResult[]): readonly Finding[] => {
  const first = new Map<string, KeyResult>();
  return own.flatMap((keyResult) => {
    const counted = countedBy(keyResult);
    if (counted === undefined) return [];
    const other = first.get(counted);
    if (other) return [finding(aboutKeyResult(keyResult), "K9", "warn", "title", other.title)];
    first.set(counted, keyResult);
    return [];
  });
};

const isRatio = ({ measure }: KeyResult): boolean => measure.kind === "metric" && isPercentUnit(measure.unit);
const isMeasured = ({ measure }: KeyResult): boolean => measure.kind === "metric" || measure.kind === "baseline";

/** [LN17] */
const ratiosAlone = (objective: Objective, own: readonly KeyResult[]): readonly Finding[] => {
  const measured = own.filter(isMeasured);
  return measured.length > 0 && measured.every(isRatio)
    ? [finding(aboutObjective(objective), "K12", "info", "keyResults")]
    : [];
};

const THIRDS = 3;

/** [LN18] */
const lagging = (
  objective: Objective,
  own: readonly KeyResult[],
  scene: Scene,
  firstReading: ReadonlyMap<string, string>,
) => {
  const period = periodOf(objective, scene.cycleOf(objective));
  if (!period || own.length === 0) return [];
  const lastThird = addDays(period.start, Math.ceil((daysBetween(period.start, period.end) * (THIRDS - 1)) / THIRDS));
  const isEarly = ({ id }: KeyResult): boolean => (firstReading.get(id) ?? "9999") < lastThird;
  return scene.today < lastThird || own.some(isEarly)
    ? []
    : [finding(aboutObjective(objective), "S2", "warn", "current")];
};

/** What only the key results of an objective together show. */
export const lintTogether = (
  objective: Objective,
  own: readonly KeyResult[],
  scene: Scene,
  firstReading: ReadonlyMap<string, string> | undefined,
): readonly Finding[] => [
  ...countFindings(objective, own, scene),
  ...doubled(own),
  ...ratiosAlone(objective, own),
  ...(firstReading ? lagging(objective, own, scene, firstReading) : []),
];

/** The day of the first stated value of each key result; undefined where no readings are known at all. */
export const firstReadings = ({ set }: Scene): ReadonlyMap<string, string> | undefined => {
  if (set.checkIns.length === 0) return undefined;
  const first = new Map<string, string>();
  for (const { keyResultId, at, value } of set.checkIns) {
    const day = dayOf(at);
    if (value !== undefined && day < (first.get(keyResultId) ?? "9999")) first.set(keyResultId, day);
  }
  return first;
};

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

/** What one person carries: objectives of a level, key results of a cycle. [LN4] [LN19] */
export const lintLoads = (scene: Scene): readonly Finding[] => {
  const { live, parameters, context, below } = scene;
  const objectives = grouped(live, ({ owner, unitKey, cycleKey }) =>
    owner ? `${owner.id} ${context.units.get(unitKey)?.levelKey ?? ""} ${cycleKey}` : undefined,
  );
  const keyResults = grouped(live.flatMap(below), ({ owner, cycleKey }) =>
    owner ? `${owner.id} ${cycleKey}` : undefined,
  );
  return [
    ...[...objectives.values()]
      .filter(({ length }) => length > parameters.objectivesPerOwner)
      .flatMap((many) =>
        many.map((one) =>
          finding(
            aboutObjective(one),
            "O1",
            "error",
            "owner",
            one.owner?.name ?? "",
            many.length,
            parameters.objectivesPerOwner,
          ),
        ),
      ),
    ...[...keyResults.values()]
      .filter(({ length }) => length > parameters.keyResultsPerOwner)
      .flatMap((many) =>
        many.map((one) =>
          finding(
            aboutKeyResult(one),
            "S6",
            "warn",
            "owner",
            one.owner?.name ?? "",
            many.length,
            parameters.keyResultsPerOwner,
          ),
        ),
      ),
  ];
};
