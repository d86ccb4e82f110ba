/** Which list a record belongs to and what its row holds, for whoever fills lists by other means than the repository. */
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Initiative } from "#shared/domain/okr/initiative.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective, Stage } from "#shared/domain/okr/objective.ts";
import type { PartitionFinder } from "#shared/domain/partition/partition.ts";
import type { PartitionList } from "#shared/domain/partition/rows.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { withoutEmpty, type Fields } from "./cells.ts";
import { checkInCodec } from "./checkIns.ts";
import { encodeNewRow, type UnfitProperty } from "./codec.ts";
import { encodeDraft, type Draft } from "./drafts.ts";
import { initiativeCodec } from "./initiatives.ts";
import { keyResultCodec } from "./keyResults.ts";
import { objectiveCodec } from "./objectives.ts";
import { listTitle } from "./titles.ts";

export interface FiledRow {
  /** Title of the list. */
  readonly title: string;
  readonly fields: Result<Fields, UnfitProperty>;
}

export interface Filing {
  readonly objective: (objective: Objective) => FiledRow;
  /** @param stage of its objective, beside which it lies */
  readonly keyResult: (keyResult: KeyResult, stage: Stage) => FiledRow;
  readonly checkIn: (checkIn: CheckIn) => FiledRow;
  readonly initiative: (initiative: Initiative) => FiledRow;
}

const draftFields = (draft: Draft): Result<Fields, UnfitProperty> => {
  const fields = encodeDraft(draft);
  return fields.ok ? ok(withoutEmpty(fields.value)) : fields;
};

export const createFiling = ({ of }: Pick<PartitionFinder, "of">): Filing => {
  const title = ({ cycleKey, unitKey }: Pick<Objective, "cycleKey" | "unitKey">, shelf: PartitionList): string =>
    listTitle(of(cycleKey, unitKey), shelf);
  return {
    objective: (record) =>
      record.stage === "draft"
        ? { title: title(record, "drafts"), fields: draftFields({ kind: "objective", record }) }
        : { title: title(record, "objectives"), fields: encodeNewRow(objectiveCodec, record) },
    keyResult: (record, stage) =>
      stage === "draft"
        ? { title: title(record, "drafts"), fields: draftFields({ kind: "keyResult", record }) }
        : { title: title(record, "keyResults"), fields: encodeNewRow(keyResultCodec, record) },
    checkIn: (record) => ({ title: title(record, "checkIns"), fields: encodeNewRow(checkInCodec, record) }),
    initiative: (record) => ({ title: title(record, "initiatives"), fields: encodeNewRow(initiativeCodec, record) }),
  };
};
