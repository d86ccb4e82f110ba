import { sameValue } from "../merge/threeWay.ts";
import type { Initiative } from "../okr/initiative.ts";
import type { Shown } from "../sheet/planTypes.ts";
import { INITIATIVE_ENTRIES, type InitiativeEntry } from "./fields.ts";
import type { InitiativeChange } from "./planTypes.ts";
import type { InitiativeLabels } from "./rows.ts";
import type { InitiativeVocabulary } from "./words.ts";

/** What a cell is shown by. */
interface Showing {
  readonly labels: InitiativeLabels;
  readonly vocabulary: Pick<InitiativeVocabulary, "words">;
}

/** One field as a reader sees it in a list of changes; days as `YYYY-MM-DD`. */
export const showInitiativeField = (
  field: InitiativeEntry,
  record: Initiative,
  { labels, vocabulary: { words } }: Showing,
): Shown => {
  switch (field) {
    case "serves":
      return labels.served.labelOf(record.keyResultId ?? record.objectiveId);
    case "state":
      return words.initiativeStates[record.state];
    case "owner":
      return record.owner && (labels.people.labelOf(record.owner) ?? record.owner.name);
    case "title":
    case "due":
    case "link":
    case "note":
      return record[field] === "" ? undefined : record[field];
  }
};

const PARTS: Readonly<Record<InitiativeEntry, readonly (keyof Initiative)[]>> = {
  serves: ["objectiveId", "keyResultId"],
  title: ["title"],
  state: ["state"],
  owner: ["owner"],
  due: ["due"],
  link: ["link"],
  note: ["note"],
};

/** A new record is told of by what it says. */
const isTold = (field: InitiativeEntry, before: Initiative | undefined, after: Initiative): boolean =>
  PARTS[field].some((part) => (before ? !sameValue(before[part], after[part]) : (after[part] ?? "") !== ""));

/** What makes the one record of the other, field by field. */
export const initiativeChanges = (
  before: Initiative | undefined,
  after: Initiative,
  showing: Showing,
): readonly InitiativeChange[] =>
  INITIATIVE_ENTRIES.filter((field) => isTold(field, before, after)).map((field) => ({
    field,
    before: before && showInitiativeField(field, before, showing),
    after: showInitiativeField(field, after, showing),
  }));
