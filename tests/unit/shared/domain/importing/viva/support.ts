import { guessMapping, readForeign } from "#shared/domain/importing/foreign/guess.ts";
import { importForeign, type ForeignImport } from "#shared/domain/importing/foreign/importForeign.ts";
import type { SheetMapping } from "#shared/domain/importing/foreign/mapping.ts";
import type { ForeignSheet } from "#shared/domain/importing/foreign/sheet.ts";
import { vivaSheet } from "#shared/domain/importing/viva/exportSheet.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import { emptyOkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { PERIODS } from "#tests/fixtures/viva.ts";
import { instant, lena } from "#tests/support/okrs.ts";
import { frame } from "../tables.ts";

/** The JSON files of an export, whatever they are called. */
export const exported = (objectives: unknown, checkIns: unknown = [], more: readonly unknown[] = []): ForeignSheet => {
  const parts = [objectives, checkIns, PERIODS, ...more].map((content, at) => ({ name: `part ${at}.json`, content }));
  const sheet = vivaSheet(parts);
  if (!sheet) throw new Error("No objectives in it");
  return sheet;
};

export const taken = (
  sheet: ForeignSheet,
  { mapping = guessMapping(sheet), people = new Map() }: { mapping?: SheetMapping; people?: Map<string, Person> } = {},
): ForeignImport =>
  importForeign(readForeign(sheet, mapping), {
    source: "viva",
    locale: sheet.locale ?? "en",
    frame,
    existing: emptyOkrSet,
    author: lena,
    now: instant("2026-03-20T12:00:00Z"),
    people,
    cycleKey: cycleKey("2026-q1"),
    unitKey: unitKey("de"),
    onlyKnown: true,
    asDrafts: true,
    looseParents: true,
  });

/** Titles of what is planned, each with its parents. */
export const tree = ({ plan }: ForeignImport): readonly string[] => {
  const titles = new Map<string, string>([...plan.objectives, ...plan.keyResults].map(({ id, title }) => [id, title]));
  return [
    ...plan.objectives.map(({ title, parents }) =>
      [title, ...parents.map(({ id }) => titles.get(id) ?? id)].join(" < "),
    ),
    ...plan.keyResults.map(({ title, objectiveId }) => `${title} < ${titles.get(objectiveId) ?? objectiveId}`),
  ];
};

/** Rows of the sheet that are neither imported nor named. */
export const untold = (sheet: ForeignSheet, { judged, passed }: ForeignImport): readonly number[] => {
  const told = new Set([...judged.map(({ record }) => record.place.row), ...passed.map(({ place }) => place.row)]);
  return sheet.rows.flatMap((_, row) => (told.has(row) ? [] : [row]));
};
