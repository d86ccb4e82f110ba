import type { FieldChange } from "#shared/domain/audit/history.ts";
import { parseDay } from "#shared/domain/day.ts";
import type { InitiativeState } from "#shared/domain/okr/initiative.ts";
import type { Measure } from "#shared/domain/okr/keyResult.ts";
import type { Ambition, Stage } from "#shared/domain/okr/objective.ts";
import { measureText } from "../keyResultText.ts";
import type { Ui } from "../UiContext.ts";
import type { HistoryTexts } from "./text/en.ts";

type Words = Pick<Ui, "messages" | "format">;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a field held, as people say it. The value is one that the app itself kept in that field. */
export const valueOf = (field: FieldChange["field"], value: unknown, texts: HistoryTexts, words: Words): string => {
  if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return texts.nothing;
  const known = KNOWN[field]?.(value, texts, words);
  if (known !== undefined) return known;
  if (Array.isArray(value)) return words.format.number(value.length);
  if (typeof value === "number") return words.format.number(value);
  if (typeof value === "string") return value;
  return isObject(value) ? partsOf(value, words) : JSON.stringify(value);
};

type Saying = (value: unknown, texts: HistoryTexts, words: Words) => string | undefined;

const dayText: Saying = (value, _texts, { format }) => {
  const day = typeof value === "string" ? parseDay(value) : undefined;
  return day === undefined ? undefined : format.day(day);
};

const KNOWN: Partial<Readonly<Record<FieldChange["field"], Saying>>> = {
  stage: (value, texts) => texts.stages[value as Stage],
  ambition: (value, _texts, { messages }) => messages.ambition[value as Ambition],
  state: (value, texts) => texts.states[value as InitiativeState],
  due: dayText,
  start: dayText,
  end: dayText,
  measure: (value, _texts, words) => measureText(value as Measure, words),
  owner: (value) => (isObject(value) && typeof value["name"] === "string" ? value["name"] : undefined),
};

/** The figures of an agreement, in their order. */
const partsOf = (value: Readonly<Record<string, unknown>>, { format }: Words): string =>
  Object.values(value)
    .filter((part) => part !== "")
    .map((part) => (typeof part === "number" ? format.number(part) : String(part)))
    .join(" · ");
