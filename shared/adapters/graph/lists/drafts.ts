import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { isRecord } from "../json.ts";
import { malformed, type Fields, type MalformedColumn } from "./cells.ts";
import { decodeRecord, encodeRecord, type UnfitProperty } from "./codec.ts";
import type { Column, Columns, ListDeclaration } from "./columns.ts";
import { keyResultCodec } from "./keyResults.ts";
import { objectiveCodec } from "./objectives.ts";
import { EVERYBODY_DRAFTS } from "./rights.ts";
import { listTitle } from "./titles.ts";

/** Drafts of both kinds lie in one list: a unit's drafts are one query, and one list fewer has rights to be kept in order. */
export type Draft =
  | { readonly kind: "objective"; readonly record: Objective }
  | { readonly kind: "keyResult"; readonly record: KeyResult };

const KIND = "DraftKind";

/** A column of one kind of draft is empty in the rows of the other, so nothing may be required but what both have. */
const optionalColumn = (column: Column): Column => {
  const { required: _required, ...rest } = column;
  return rest;
};

const union = (...sets: readonly Columns[]): Columns => {
  const columns: Record<string, Column> = {};
  for (const set of sets) for (const [name, column] of Object.entries(set)) columns[name] ??= optionalColumn(column);
  return columns;
};

/** The columns of objectives and of key results, declared where those are. */
export const draftList: ListDeclaration = {
  displayName: listTitle(HOME_PARTITION, "drafts"),
  description: "Objectives and key results that are still being written; kept by Drumbeat",
  rights: EVERYBODY_DRAFTS,
  columns: {
    [KIND]: {
      kind: "choice",
      required: true,
      choices: ["objective", "keyResult"],
      description: "What the row is a draft of",
    },
    ...union(objectiveCodec.list.columns, keyResultCodec.list.columns),
  },
};

/** The column that holds the id of either. */
export const DRAFT_KEY_COLUMN = "OkrId";

/** The fields of a draft, null for those that are empty; those of the other kind are left alone. */
export const encodeDraft = (draft: Draft): Result<Fields, UnfitProperty> => {
  const fields =
    draft.kind === "objective"
      ? encodeRecord(objectiveCodec, draft.record)
      : encodeRecord(keyResultCodec, draft.record);
  return fields.ok ? ok({ [KIND]: draft.kind, ...fields.value }) : fields;
};

export const decodeDraft = (fields: unknown): Result<Draft, MalformedColumn> => {
  const kind = isRecord(fields) ? fields[KIND] : undefined;
  if (kind === "objective") {
    const objective = decodeRecord(objectiveCodec, fields);
    // While it is being published the row says so already; it is a draft for as long as it lies here.
    return objective.ok ? ok({ kind, record: { ...objective.value, stage: "draft" } }) : objective;
  }
  if (kind === "keyResult") {
    const keyResult = decodeRecord(keyResultCodec, fields);
    return keyResult.ok ? ok({ kind, record: keyResult.value }) : keyResult;
  }
  return malformed(KIND);
};
