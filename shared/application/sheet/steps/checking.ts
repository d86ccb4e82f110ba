import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Result } from "#shared/domain/result.ts";
import { check, writeRemarks, type Checked } from "../check.ts";
import { begunIds } from "../outbox.ts";
import type { SheetFailure } from "../sheetState.ts";
import type { SheetParts } from "./parts.ts";

/** Compares the sheet with what was pulled and shows the preview. */
export const previewSheet = async (
  { deps, workbook, memory, view, outbox }: SheetParts,
  frame: Frame,
): Promise<Result<Checked, SheetFailure>> => {
  const { baseline, people } = memory.now();
  const checked = await check(deps, workbook, {
    frame,
    baseline,
    people,
    begun: begunIds(outbox.state.get().entries),
    idsFor: memory.idsFor,
  });
  if (!checked.ok) return checked;
  memory.learn({ people: checked.value.people, seen: checked.value.table.rows });
  const { plan, hints } = checked.value;
  view.patch({ preview: { plan, hints, outdated: false } });
  return checked;
};

/** The preview, and what it says about a row also in that row. */
export const checkSheet = async (parts: SheetParts, frame: Frame): Promise<Result<Checked, SheetFailure>> => {
  const checked = await previewSheet(parts, frame);
  // In a workbook that takes nothing, the pane says it all.
  const { readOnly, locked } = parts.view.opened() ?? {};
  if (!checked.ok || readOnly || locked) return checked;
  const written = await writeRemarks(parts.workbook, checked.value, parts.view.opened() ?? {}, parts.deps.texts);
  return written.ok ? checked : written;
};
