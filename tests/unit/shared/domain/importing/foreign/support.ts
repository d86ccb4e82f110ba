import { guessMapping, readForeign } from "#shared/domain/importing/foreign/guess.ts";
import { importForeign, type ForeignImport } from "#shared/domain/importing/foreign/importForeign.ts";
import type { SheetMapping } from "#shared/domain/importing/foreign/mapping.ts";
import type { ForeignSheet } from "#shared/domain/importing/foreign/sheet.ts";
import type { ImportSettings } from "#shared/domain/importing/settings.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import { emptyOkrSet } from "#shared/domain/okr/okrSet.ts";
import { instant, lena } from "#tests/support/okrs.ts";
import { frame } from "../tables.ts";

const settings = (more: Partial<ImportSettings> = {}): ImportSettings => ({
  source: "plan",
  locale: "en",
  frame,
  existing: emptyOkrSet,
  author: lena,
  now: instant("2026-02-20T12:00:00Z"),
  people: new Map(),
  cycleKey: cycleKey("2026-q1"),
  unitKey: unitKey("de"),
  ...more,
});

export const imported = (
  sheet: ForeignSheet,
  more: Partial<ImportSettings> = {},
  mapping: SheetMapping = guessMapping(sheet),
): ForeignImport => importForeign(readForeign(sheet, mapping), settings(more));

/** Titles, key results indented below their objective. */
export const outline = ({ plan }: ForeignImport): readonly string[] =>
  plan.objectives.flatMap(({ id, title }) => [
    title,
    ...plan.keyResults.filter(({ objectiveId }) => objectiveId === id).map((keyResult) => `  ${keyResult.title}`),
  ]);

export const rolesOf = (mapping: SheetMapping): readonly string[] =>
  mapping.tables.map(({ columns }) => columns.map(({ role }) => role).join(" "));
