import { INITIATIVE_ENTRIES, type InitiativeEntry } from "#shared/domain/initiativeSheet/fields.ts";
import { showInitiativeField } from "#shared/domain/initiativeSheet/show.ts";
import { initiativeLabels, type InitiativeBaseline } from "#shared/domain/initiativeSheet/rows.ts";
import type { InitiativeVocabulary } from "#shared/domain/initiativeSheet/words.ts";
import type { Choices } from "#shared/domain/merge/threeWay.ts";
import type { Initiative } from "#shared/domain/okr/initiative.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import { isRemoval } from "../outbox/entries.ts";
import { contextOf } from "../sheet/outbox.ts";
import type { InitiativeChoices, InitiativeConflict } from "./initiativeSheetState.ts";

/** The column that shows a field of the merge; what it serves is one field there, as here. */
const columnOf = (field: string): InitiativeEntry | undefined => INITIATIVE_ENTRIES.find((entry) => entry === field);

/** The record with one field as a side has it, to be shown as its cell shows it. */
const withField = (field: string, value: unknown, record: Initiative): Initiative => {
  if (field !== "serves") return { ...record, [field]: value };
  // One that serves an objective as a whole names no key result, and must not be shown with the one of the other side.
  const { keyResultId: _keyResultId, ...rest } = record;
  return { ...rest, ...(value as object | undefined) };
};

/** A removal meets fields of the record one by one; what it serves is several of them. */
const SERVES: ReadonlySet<string> = new Set(["objectiveId", "keyResultId", "unitKey", "cycleKey"]);

/** What somebody else changed in the same columns, as the sheet shows it. [IS9] */
export const conflictsAmong = (
  entries: readonly OutboxEntry[],
  baseline: InitiativeBaseline,
  people: readonly Person[],
  vocabulary: InitiativeVocabulary,
): readonly InitiativeConflict[] => {
  const labels = initiativeLabels(baseline, people);
  return entries.flatMap((entry): readonly InitiativeConflict[] => {
    const { state, label: title, base } = entry;
    if (state.type !== "conflict" || !("state" in state.stored) || !base || !("state" in base)) return [];
    const { stored } = state;
    const common = { id: contextOf(entry).row, title, modifiedBy: state.modifiedBy, entry };
    const shown = (field: InitiativeEntry, record: Initiative) =>
      showInitiativeField(field, record, { labels, vocabulary });
    if (isRemoval(entry.write)) {
      const touched = new Set(state.clashes.map(({ field }) => (SERVES.has(field) ? "serves" : field)));
      const fields = INITIATIVE_ENTRIES.filter((field) => touched.has(field));
      return [
        {
          ...common,
          removal: true,
          fields: fields.map((field) => ({
            field,
            before: shown(field, base),
            mine: undefined,
            theirs: shown(field, stored),
          })),
        },
      ];
    }
    const fields = state.clashes.flatMap(({ field: name, base: before, mine, theirs }) => {
      const field = columnOf(name);
      if (field === undefined) return [];
      const side = (value: unknown) => shown(field, withField(name, value, stored));
      return [{ field, before: side(before), mine: side(mine), theirs: side(theirs) }];
    });
    return [{ ...common, fields }];
  });
};

/** What was chosen by field of the record; of a removal it is one side for all. */
export const choicesOf = ({ removal, fields }: InitiativeConflict, choices: InitiativeChoices): Choices => {
  if (removal) return { removal: choices.title ?? "mine" };
  return Object.fromEntries(
    fields.flatMap(({ field }) => (choices[field] === undefined ? [] : [[field, choices[field]]])),
  );
};
