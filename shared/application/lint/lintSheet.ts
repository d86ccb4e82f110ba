import type { BulkSheet } from "#shared/domain/bulk/bulkSheet.ts";
import type { Finding, LintField } from "#shared/domain/lint/finding.ts";
import { lintOkrs } from "#shared/domain/lint/lint.ts";
import type { KeyResult, Measure } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { MeasureDraft } from "#shared/domain/problems/measureProblems.ts";
import type { EditableField } from "#shared/domain/sheet/fields.ts";

/** A hint at a cell of the OKR sheet. */
export interface SheetHint {
  /** Place in the table. */
  readonly at: number;
  readonly field: EditableField;
  readonly finding: Finding;
}

/** The column in which a hint is seen; what has no column stands at the title. */
const COLUMN_OF: Readonly<Record<LintField, EditableField>> = {
  title: "title",
  why: "title",
  owner: "owner",
  parent: "parent",
  due: "due",
  measure: "measure",
  start: "start",
  target: "target",
  weight: "weight",
  keyResults: "title",
  current: "current",
};

/** Numbers that are still to be entered are no numbers. */
const withGaps = (measure: MeasureDraft): Measure => {
  if (measure.kind === "percentage") return { ...measure, target: measure.target ?? Number.NaN };
  if (measure.kind !== "metric") return measure;
  const { kind, unit, direction } = measure;
  const of = (name: "baseline" | "target" | "limit" | "low" | "high"): number =>
    (measure as Readonly<Record<string, unknown>>)[name] === undefined
      ? Number.NaN
      : Number((measure as Readonly<Record<string, unknown>>)[name]);
  if (direction === "stayBetween") return { kind, unit, direction, low: of("low"), high: of("high") };
  if (direction === "up" || direction === "down") {
    return { kind, unit, direction, baseline: of("baseline"), target: of("target") };
  }
  return { kind, unit, direction, limit: of("limit") };
};

interface Rows {
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly placeOf: ReadonlyMap<string, number>;
}

/** Every row as it would be stored; team and cycle of a key result are those of its objective. */
const rowsOf = ({ drafts }: BulkSheet): Rows => {
  const all = [...drafts.values()];
  const objectives = all.flatMap((draft) => (draft.type === "objective" ? [draft.record] : []));
  const byId = new Map(objectives.map((objective) => [objective.id, objective]));
  const keyResults = all.flatMap((draft): readonly KeyResult[] => {
    if (draft.type !== "keyResult") return [];
    const { unitKey, cycleKey } = byId.get(draft.record.objectiveId) ?? draft.record;
    return [{ ...draft.record, unitKey, cycleKey, measure: withGaps(draft.record.measure) }];
  });
  return { objectives, keyResults, placeOf: new Map(all.map(({ identity }) => [identity.id, identity.row.at])) };
};

/** Objectives that stand at one of these places, or one of whose key results does. */
const familiesAt = ({ objectives, keyResults, placeOf }: Rows, places: ReadonlySet<number>): ReadonlySet<string> => {
  const stands = ({ id }: Objective | KeyResult): boolean => places.has(placeOf.get(id) ?? -1);
  return new Set([
    ...objectives.filter(stands).map(({ id }) => id),
    ...keyResults.filter(stands).map(({ objectiveId }) => objectiveId),
  ]);
};

/**
 * The hints for the rows of the sheet as it stands there now, in the order of the sheet.
 * @param places in the table: only these rows; absent for all
 */
export const lintSheet = (sheet: BulkSheet, places?: ReadonlySet<number>): readonly SheetHint[] => {
  const { baseline, frame, today, locale } = sheet.input;
  const rows = rowsOf(sheet);
  const { objectives, keyResults, placeOf } = rows;
  const wanted = places ? familiesAt(rows, places) : placeOf;
  const { around } = baseline;
  const found = lintOkrs({
    set: {
      objectives: [...objectives, ...around.objectives],
      keyResults: [...keyResults, ...around.keyResults],
      checkIns: [],
      revisions: new Map(),
    },
    frame,
    today,
    locale,
    whole: false,
    asked: ({ id }) => wanted.has(id),
  });
  return found
    .flatMap((finding): readonly SheetHint[] => {
      const at = placeOf.get(finding.about.id);
      return at === undefined || places?.has(at) === false ? [] : [{ at, field: COLUMN_OF[finding.field], finding }];
    })
    .toSorted((a, b) => a.at - b.at);
};
