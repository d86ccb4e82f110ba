import type { Finding } from "#shared/domain/check/checkStored.ts";

type AnyProblem = Finding["problem"];

/** One sentence per code: leaving one out does not compile. */
type Texts = { readonly [Code in AnyProblem["code"]]: (of: Extract<AnyProblem, { code: Code }>) => string };

const texts: Texts = {
  duplicateKey: ({ key }) => `the key "${key}" is used more than once`,
  duplicateId: ({ id }) => `the id ${id} is used more than once`,
  datesReversed: ({ start, end }) => `it ends (${end}) before it starts (${start})`,
  levelUnknown: ({ levelKey }) => `the level "${levelKey}" is not configured`,
  parentMissing: () => "its parent does not exist",
  parentLoop: ({ loop }) => `its parents make a circle of ${loop.length}`,
  titleMissing: () => "it has no title",
  titleTooLong: ({ length, limit }) => `the title has ${length} characters; at most ${limit} fit`,
  ownerMissing: () => "nobody owns it",
  ownerUnknown: ({ name }) => `nobody called "${name}" was found`,
  ownerGone: ({ name }) => `its owner ${name} is no longer in the directory`,
  unitUnknown: ({ unitKey }) => `the unit "${unitKey}" does not exist`,
  cycleUnknown: ({ cycleKey }) => `the cycle "${cycleKey}" does not exist`,
  cycleClosed: ({ name }) => `the cycle ${name} was already closed`,
  dateOutsideCycle: ({ day, cycleStart, cycleEnd }) => `${day} lies outside its cycle (${cycleStart} to ${cycleEnd})`,
  noKeyResults: () => "it has no key results",
  weightsNot100: ({ sum }) => `the weights of its key results add up to ${sum}, not to 100`,
  weightsOver100: ({ sum }) => `the weights of its key results add up to ${sum}, more than 100`,
  objectiveMissing: () => "its objective does not exist",
  unitDiffers: ({ unitKey, objectiveUnitKey }) =>
    `it is kept under "${unitKey}", its objective under "${objectiveUnitKey}"`,
  cycleDiffers: ({ cycleKey, objectiveCycleKey }) =>
    `it is kept in the cycle "${cycleKey}", its objective in "${objectiveCycleKey}"`,
  preScoreNotApplicable: () => "pre-scores mean nothing for this kind of measure",
  preScoreNotMonotone: ({ steps }) => `the pre-scores ${steps.join(", ")} do not go in one direction`,
  preScoreAgainstDirection: ({ direction }) => `the pre-scores go against the direction ${direction}`,
  weightOutOfRange: ({ weight }) => `the weight ${weight} lies outside 0 to 100`,
  scoreOutOfRange: ({ score }) => `the score ${score} lies outside 0.0 to 1.0`,
  startMissing: () => "the start value is missing",
  targetMissing: () => "the target is missing",
  limitMissing: () => "the limit is missing",
  rangeIncomplete: () => "one of the two limits is missing",
  rangeReversed: ({ low, high }) => `the lower limit ${low} is not below the upper limit ${high}`,
  targetEqualsStart: ({ value }) => `the target equals the start (${value})`,
  directionContradicts: ({ direction, baseline, target }) =>
    `the direction is ${direction}, but the numbers go from ${baseline} to ${target}`,
  percentTargetOutOfRange: ({ target }) => `a target of ${target} % cannot be completed`,
  measureUnitMissing: () => "the unit of its values is missing",
  measureUnitTooLong: ({ length, limit }) => `the unit has ${length} characters; at most ${limit} fit`,
  percentLooksLikeFraction: () => "a percentage between 0 and 1 looks like a fraction",
  acceptanceMissing: () => "nobody wrote down what counts as done",
  dueMissing: () => "it has no due date",
  dueOutsidePeriod: (of) =>
    "from" in of
      ? `it is due on ${of.due}, outside ${of.from} to ${of.to}`
      : `it is due on ${of.due}, outside ${of.start} to ${of.end}`,
  keyResultMissing: () => "its key result does not exist",
  keyResultElsewhere: () => "its key result belongs to another objective",
  linkUnreadable: ({ link }) => `the link "${link}" is no address of the web`,
  linkTooLong: ({ length, limit }) => `the link has ${length} characters; at most ${limit} open everywhere`,
  nothingStated: () => "it states neither a value nor a confidence nor a note",
  valueNotANumber: () => "its value is not a number",
  valueNotDoneOrOpen: ({ value }) => `the value ${value} says neither done (1) nor open (0)`,
  valueOutsidePercent: ({ value }) => `the value ${value} lies outside 0 to 100 %`,
  valueFarOff: ({ value, from, to }) => `the value ${value} is far from the way from ${from} to ${to}`,
  confidenceOutOfRange: ({ confidence }) => `the confidence ${confidence} lies outside 0 to 10`,
  noteTooLong: ({ length, limit }) => `the note has ${length} characters; at most ${limit} fit`,
  sourceMissing: () => "it does not say where the value comes from",
  inFuture: ({ at }) => `it is dated ${at}, in the future`,
  beforeStart: ({ at }) => `it is dated ${at}, before the cycle began`,
};

/** The cast joins what the compiler cannot: that the sentence found under a code is the one for it. */
export const problemText = (problem: AnyProblem): string =>
  (texts[problem.code] as (of: AnyProblem) => string)(problem);
