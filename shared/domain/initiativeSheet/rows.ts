import type { InitiativeId, Revision } from "../okr/ids.ts";
import { compareInitiatives, type Initiative, type InitiativeSet } from "../okr/initiative.ts";
import type { Frame, OkrSet } from "../okr/okrSet.ts";
import type { Person } from "../okr/person.ts";
import type { BaselineOf } from "../sheet/baseline.ts";
import { peopleLabels, referenceLabels, unitLabels, type Labels } from "../sheet/labels.ts";
import { referencesOf } from "../sheet/parents.ts";
import { serialOf } from "../sheet/render.ts";
import type { InitiativeCells, InitiativeEntryCells } from "./fields.ts";
import type { InitiativeWords } from "./words.ts";

/** What is remembered of a row: the record, its version, and what its cells said. */
export interface InitiativeSheetBase {
  readonly record: Initiative;
  readonly revision: Revision;
  readonly cells: InitiativeEntryCells;
  /** At the last pull it was no longer where the sheet looks. */
  readonly gone?: true;
  /** It is gone because a push from here removed it. */
  readonly removed?: true;
}

/** `around` holds the objectives and key results that initiatives of the sheet can serve. */
export type InitiativeBaseline = BaselineOf<InitiativeSheetBase>;

/** Names for everything that a cell may refer to. */
export interface InitiativeLabels {
  /** Objectives and key results, by id. */
  readonly served: Labels<string>;
  readonly people: Labels<Person>;
}

/** @param people those whom the directory found beside those in the sheet */
export const initiativeLabels = (
  { rows, around }: Pick<InitiativeBaseline, "rows" | "around">,
  people: readonly Person[] = [],
): InitiativeLabels => {
  const owners = [
    ...around.objectives,
    ...around.keyResults,
    ...[...rows.values()].map(({ record }) => record),
  ].flatMap(({ owner }) => owner ?? []);
  return { served: referenceLabels(referencesOf([around])), people: peopleLabels([...owners, ...people]) };
};

/** What it serves, as the cell says it: its key result or, where that is not there any more, its objective. */
const servesCell = ({ keyResultId, objectiveId }: Initiative, { served }: InitiativeLabels): string =>
  (keyResultId === undefined ? undefined : served.labelOf(keyResultId)) ?? served.labelOf(objectiveId) ?? "";

/** The cells that people edit. [IS1] */
export const renderInitiative = (
  initiative: Initiative,
  labels: InitiativeLabels,
  { initiativeStates }: InitiativeWords,
): Required<InitiativeEntryCells> => {
  const { title, state, owner, due, link, note } = initiative;
  return {
    serves: servesCell(initiative, labels),
    title,
    state: initiativeStates[state],
    owner: owner ? (labels.people.labelOf(owner) ?? owner.name) : "",
    due: due === undefined ? "" : serialOf(due),
    link: link ?? "",
    note,
  };
};

/** What stands beside them, only to be read; looked up once for a whole sheet. */
export const cellsAround = ({ around }: Pick<InitiativeBaseline, "around">, frame: Frame) => {
  const titles = new Map(around.objectives.map(({ id, title }) => [id, title]));
  const teams = unitLabels(frame);
  return ({ objectiveId, unitKey }: Initiative): Pick<InitiativeCells, "objective" | "team"> => ({
    objective: titles.get(objectiveId) ?? "",
    team: teams.labelOf(unitKey) ?? unitKey,
  });
};

type Pulled = Pick<InitiativeBaseline, "book" | "scope" | "pulledAt" | "pushes">;

/**
 * What was read, as the sheet shows and remembers it: objective by objective and key result by key result in the order of `set`,
 * of each the most urgent first. [IS1]
 */
export const initiativeBaseline = (
  set: OkrSet,
  { initiatives, revisions }: InitiativeSet,
  pulled: Pulled,
  words: InitiativeWords,
): InitiativeBaseline => {
  const around = { objectives: set.objectives, keyResults: set.keyResults };
  const places = new Map<string, number>(
    [...set.objectives, ...set.keyResults].map(({ id }, index): [string, number] => [id, index]),
  );
  const placeOf = (id: string | undefined): number => places.get(id ?? "") ?? -1;
  const sorted = initiatives.toSorted(
    (a, b) =>
      placeOf(a.objectiveId) - placeOf(b.objectiveId) ||
      placeOf(a.keyResultId) - placeOf(b.keyResultId) ||
      compareInitiatives(a, b),
  );
  const unnamed = new Map(
    sorted.map((record): [InitiativeId, InitiativeSheetBase] => [
      record.id,
      { record, revision: revisions.get(record.id) ?? ("" as Revision), cells: {} },
    ]),
  );
  const labels = initiativeLabels({ rows: unnamed, around });
  const rows = new Map(
    [...unnamed].map(([id, row]): [string, InitiativeSheetBase] => [
      id,
      { ...row, cells: renderInitiative(row.record, labels, words) },
    ]),
  );
  return { ...pulled, around, rows };
};
