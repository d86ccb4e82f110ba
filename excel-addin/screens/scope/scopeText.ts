import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import type { SheetWords } from "#shared/domain/sheet/words.ts";
import type { ExcelMessages } from "../../text/en.ts";

type Words = Pick<SheetWords, "statuses">;

/** Whose OKRs of which cycle a table holds. */
export const scopeName = (
  frame: Frame,
  { unit, cycleKey }: SheetScope,
  everybody: (organisation: string) => string,
): string => {
  const name = unit === "all" ? everybody(frame.organisation) : frame.units.find(({ key }) => key === unit)?.name;
  const cycle = frame.cycles.find(({ key }) => key === cycleKey)?.name;
  return [name ?? unit, cycle].filter((part) => part !== undefined).join(", ");
};

/** What narrows it further, one sentence part each; nothing where nothing does. */
export const scopeDetails = (
  frame: Frame,
  { unit, below, levelKey, owner, statuses }: SheetScope,
  { scope: texts }: ExcelMessages,
  words: Words,
): readonly string[] => [
  ...(unit !== "all" && below ? [texts.andBelow] : []),
  ...(levelKey === undefined ? [] : [texts.only(frame.levels.find(({ key }) => key === levelKey)?.name ?? levelKey)]),
  ...(owner === undefined ? [] : [texts.ownedBy(owner === "me" ? texts.me : owner.name)]),
  ...(statuses === undefined ? [] : [texts.withStatus(statuses.map((status) => words.statuses[status]).join(", "))]),
];
