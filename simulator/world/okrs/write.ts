import type { Unit } from "../organisation/staff.ts";
import { createRandom, guidOf } from "../random.ts";
import type { Random } from "../random.ts";
import type { KeyResultPattern, Theme } from "../material/parse.ts";
import type { WorldKeyResult, WorldMeasure, WorldObjective, WorldUser } from "../types.ts";
import type { Written } from "./written.ts";
import type { WordedDraft } from "./draft.ts";
import { drawMeasure, preScoreOf, shiftMeasure } from "./measures.ts";
import { fillWords, inWords } from "./wording.ts";

const UNOWNED_OBJECTIVES = 0.03;
const UNOWNED_KEY_RESULTS = 0.04;
const LEAD_OWNS = 0.5;
const PERSONA_OWNS = 0.35;
const ASPIRATIONAL = 0.35;
const PRE_SCORED = 0.5;
const WEIGHTED = 0.18;
const WHY_GIVEN = 0.8;

/** Whose business a family of themes is, in country and regional management. */
const PARTNERS: readonly (readonly [families: readonly string[], title: RegExp])[] = [
  [["finance", "procurement"], /Finance/],
  [["people", "staffing", "training"], /People/],
  [["client", "sales", "loyalty", "ecom"], /Client/],
  [["ops", "route", "merch", "audit", "promo"], /Operations/],
];

/** The lead or the OKR lead often, somebody of the staff otherwise; in management the partner in charge of the matter. */
const drawOwner = (unit: Unit, theme: Theme, random: Random): WorldUser => {
  const { type } = unit.kind;
  if (unit.persona !== undefined && random.chance(PERSONA_OWNS)) return unit.persona;
  if (random.chance(LEAD_OWNS))
    return random.chance(0.3) && type === "country" ? (unit.staff[1] ?? unit.lead) : unit.lead;
  if (type !== "country" && type !== "region") return random.pick(unit.staff);
  const title = PARTNERS.find(([families]) => families.includes(theme.families[0] ?? ""))?.[1];
  return unit.staff.find(({ jobTitle }) => title?.test(jobTitle) === true) ?? unit.lead;
};

/** The company's key results are spread over the executive committee; the sponsor keeps a few. */
const companyOwner = (unit: Unit, random: Random): WorldUser | undefined =>
  unit.kind.type === "company" ? (random.chance(0.25) ? unit.lead : random.pick(unit.members)) : undefined;

/** Which officer answers for which of the company's objectives. */
const SPONSORS: Readonly<Record<string, RegExp>> = {
  "clients-grow": /Chief Client Officer/,
  "best-field-employer": /Chief People Officer/,
  "healthy-growth": /Chief Financial Officer/,
};

const sponsorOf = (unit: Unit, theme: Theme): WorldUser =>
  unit.members.find(({ jobTitle }) => SPONSORS[theme.effort]?.test(jobTitle) === true) ?? unit.lead;

/** Weights of all key results that total 100, or of one alone: the others then share the rest. */
const drawWeights = (count: number, random: Random): readonly (number | undefined)[] => {
  if (!random.chance(WEIGHTED)) return [];
  if (random.chance(0.25))
    return Array.from({ length: count }, (_, index) => (index === 0 ? random.pick([40, 50, 60]) : undefined));
  const known: Readonly<Record<number, readonly (readonly number[])[]>> = {
    2: [
      [60, 40],
      [70, 30],
    ],
    3: [
      [50, 30, 20],
      [40, 40, 20],
      [50, 25, 25],
    ],
    4: [
      [40, 30, 20, 10],
      [30, 30, 20, 20],
      [40, 20, 20, 20],
    ],
    5: [
      [30, 20, 20, 20, 10],
      [40, 20, 20, 10, 10],
    ],
  };
  const distributions = known[count];
  return distributions === undefined ? [] : random.pick(distributions);
};

/** The numbers of a key result inside its own sentence. */
const fillNumbers = (title: string, measure: WorldMeasure, language: string): string => {
  if (measure.kind !== "metric") return title;
  const numbers: Record<string, number> =
    "baseline" in measure
      ? { from: measure.baseline, to: measure.target }
      : "limit" in measure
        ? { limit: measure.limit }
        : { low: measure.low, high: measure.high };
  return title.replace(/\{(from|to|limit|low|high)\}/g, (slot, name: string) => {
    const value = numbers[name];
    return value === undefined ? slot : inWords(value, language);
  });
};

/** How a key result hangs together with the same one a quarter later. */
interface Continuation {
  /** The reading with which the quarter closes, because the next one starts from it. */
  readonly closesAt?: number;
}

export interface WrittenKeyResult extends Continuation {
  readonly keyResult: WorldKeyResult;
  readonly pattern: KeyResultPattern;
}

export interface WrittenDraft extends Written {
  readonly details: readonly WrittenKeyResult[];
}

const measureOf = (
  pattern: KeyResultPattern,
  draft: WordedDraft,
  neighbour: WrittenDraft | undefined,
  random: Random,
): Continuation & { readonly measure: WorldMeasure } => {
  const known = neighbour?.details.find((other) => other.pattern === pattern)?.keyResult.measure;
  const shifted =
    known === undefined ? undefined : shiftMeasure(known, draft.slot.role === "previous" ? "earlier" : "later", random);
  if (shifted === undefined) return { measure: drawMeasure(pattern.measure, draft.slot.cycle, random) };
  const closes =
    draft.slot.role === "previous" && known?.kind === "metric" && "baseline" in known
      ? { closesAt: known.baseline }
      : {};
  return { measure: shifted, ...closes };
};

const writeKeyResults = (
  seed: string,
  draft: WordedDraft,
  objectiveKey: string,
  neighbour: WrittenDraft | undefined,
): readonly WrittenKeyResult[] => {
  const { slot, theme } = draft;
  const random = createRandom(`${seed}/key-results/${slot.key}`);
  const weights = drawWeights(draft.patterns.length, random);
  return draft.patterns.map((pattern, index) => {
    const { measure, ...continuation } = measureOf(pattern, draft, neighbour, random);
    const preScore = random.chance(PRE_SCORED) ? preScoreOf(measure) : undefined;
    const weight = weights[index];
    const owner = companyOwner(slot.unit, random) ?? drawOwner(slot.unit, draft.theme, random);
    const keyResult: WorldKeyResult = {
      key: guidOf(`${seed}/key-result/${slot.key}/${index}`),
      objectiveKey,
      title: fillNumbers(fillWords(pattern.title, slot.unit, random), measure, theme.language),
      ...(random.chance(UNOWNED_KEY_RESULTS) ? {} : { ownerId: owner.id }),
      measure,
      ...(preScore === undefined ? {} : { preScore }),
      ...(weight === undefined ? {} : { weight }),
    };
    return { keyResult, pattern, ...continuation };
  });
};

const whyOf = ({ theme, origin, slot }: WordedDraft, random: Random): string | undefined => {
  if (origin.type === "shared")
    return `Shared with ${origin.with.unit.name}; each side answers for its own key results.`;
  return theme.whys.length > 0 && random.chance(WHY_GIVEN)
    ? fillWords(random.pick(theme.whys), slot.unit, random)
    : undefined;
};

const writeObjective = (seed: string, draft: WordedDraft): WorldObjective => {
  const { slot, title } = draft;
  const random = createRandom(`${seed}/objective/${slot.key}`);
  const isCompany = slot.unit.kind.type === "company";
  const owner = isCompany ? sponsorOf(slot.unit, draft.theme) : drawOwner(slot.unit, draft.theme, random);
  const why = whyOf(draft, random);
  return {
    key: guidOf(`${seed}/objective/${slot.key}`),
    unitKey: slot.unit.unit.key,
    cycleKey: slot.cycle.key,
    title,
    ...(why === undefined ? {} : { why }),
    ...(!isCompany && random.chance(UNOWNED_OBJECTIVES) ? {} : { ownerId: owner.id }),
    parentKeys: [],
    ambition: random.chance(ASPIRATIONAL) ? "aspirational" : "committed",
  };
};

/** Writes all objectives with their key results, in the order of the drafts: the present before its past and future. */
export const writeDrafts = (seed: string, drafts: readonly WordedDraft[]): readonly WrittenDraft[] => {
  const written = new Map<string, WrittenDraft>();
  return drafts.map((draft) => {
    const neighbour = draft.origin.type === "continued" ? written.get(draft.origin.by.slot.key) : undefined;
    const objective = writeObjective(seed, draft);
    const details = writeKeyResults(seed, draft, objective.key, neighbour);
    const result = { draft, objective, keyResults: details.map(({ keyResult }) => keyResult), details };
    written.set(draft.slot.key, result);
    return result;
  });
};
