import type { KeyResult, Measure } from "../okr/keyResult.ts";
import { preScoreProblems, scoringBaseline } from "../okr/scoring.ts";
import type { Finding } from "./finding.ts";
import { fromTo, relativeIn } from "./numbers.ts";
import { aboutKeyResult, finding, type Scene } from "./scene.ts";
import { verbOf } from "./words.ts";

type Moving = Extract<Measure, { readonly direction: "up" | "down" }>;

const movingOf = ({ measure }: KeyResult): Moving | undefined =>
  measure.kind === "metric" && (measure.direction === "up" || measure.direction === "down") ? measure : undefined;

const against = (title: string, rising: boolean): string | undefined =>
  rising ? verbOf("falling", title) : verbOf("rising", title);

/** [LN11] */
const numberFindings = (keyResult: KeyResult): readonly Finding[] => {
  const about = aboutKeyResult(keyResult);
  const moving = movingOf(keyResult);
  if (!moving) return [];
  const { baseline, target, direction } = moving;
  if (!Number.isFinite(baseline)) return [finding(about, "K3", "warn", "start")];
  if (!Number.isFinite(target)) return [];
  if (baseline === target) return [finding(about, "K2equal", "error", "target", target)];
  if (target > baseline !== (direction === "up"))
    return [finding(about, "K2direction", "error", "measure", baseline, target)];
  const verb = against(keyResult.title, target > baseline);
  return verb === undefined ? [] : [finding(about, "K2verb", "error", "title", verb, baseline, target)];
};

/** [LN12] */
const milestoneFindings = (keyResult: KeyResult, { parameters }: Scene): readonly Finding[] => {
  const { measure } = keyResult;
  if (measure.kind !== "milestone") return [];
  const about = aboutKeyResult(keyResult);
  return [
    ...(measure.due === undefined ? [finding(about, "K4day", "warn", "due")] : []),
    ...(measure.acceptance.trim() === "" ? [finding(about, "K4acceptance", "warn", "measure")] : []),
    ...(parameters.milestones === "discouraged" ? [finding(about, "K4not", "warn", "measure")] : []),
  ];
};

/** Absolute numbers in the fields say from where; a share of the work done or a bare tick does not. */
const isAbsolute = (keyResult: KeyResult): boolean => {
  const { measure } = keyResult;
  if (measure.kind !== "metric") return false;
  const moving = movingOf(keyResult);
  return !moving || moving.baseline !== 0;
};

/** [LN13] [LN14] */
const titleFindings = (keyResult: KeyResult, { locale }: Scene): readonly Finding[] => {
  const about = aboutKeyResult(keyResult);
  const { title } = keyResult;
  const activity = verbOf("activities", title);
  const relative = isAbsolute(keyResult) ? undefined : relativeIn(title);
  const moving = movingOf(keyResult);
  const stated = moving && fromTo(title, locale);
  const complete = moving && Number.isFinite(moving.baseline) && Number.isFinite(moving.target);
  const differs = stated && complete && (stated[0] !== moving.baseline || stated[1] !== moving.target);
  return [
    ...(activity === undefined ? [] : [finding(about, "K5", "warn", "title", activity)]),
    ...(relative === undefined ? [] : [finding(about, "K6", "warn", "title", relative)]),
    ...(differs ? [finding(about, "K7", "error", "title", ...stated, moving.baseline, moving.target)] : []),
  ];
};

/** [LN16] */
const scoreFindings = (keyResult: KeyResult, { parameters }: Scene): readonly Finding[] => {
  const { measure, preScore } = keyResult;
  const about = aboutKeyResult(keyResult);
  // A start that is still to be entered contradicts nothing.
  if (Number.isNaN(scoringBaseline(measure))) return [];
  if (preScore)
    return preScoreProblems(measure, preScore).length > 0 ? [finding(about, "K11wrong", "error", "target")] : [];
  const { preScore: level } = parameters;
  if (level === "off" || scoringBaseline(measure) === undefined) return [];
  return [finding(about, "K11none", level, "target")];
};

/** What can be said about one key result by itself. */
export const lintKeyResult = (keyResult: KeyResult, scene: Scene): readonly Finding[] => [
  ...numberFindings(keyResult),
  ...milestoneFindings(keyResult, scene),
  ...titleFindings(keyResult, scene),
  ...scoreFindings(keyResult, scene),
];
