import type { BulkReading } from "#shared/application/bulk/bulkState.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Bulk } from "../useBulk.ts";

export interface FieldsProps {
  readonly bulk: Bulk;
  readonly reading: BulkReading;
  readonly frame: Frame;
}
