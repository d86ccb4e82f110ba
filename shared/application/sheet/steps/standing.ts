import type { Baseline } from "#shared/domain/sheet/baseline.ts";
import { isKnownPlace, placeOf } from "#shared/domain/sheet/place.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { SpreadsheetDep, SpreadsheetError, Standing } from "#shared/ports/spreadsheet.ts";
import { rowsIn } from "../outbox.ts";
import type { ActivityKind, SheetFailure } from "../sheetState.ts";
import type { SheetParts } from "./parts.ts";

/**
 * Whether somebody has pulled or pushed what we do not know of. Undo in Excel may bring an earlier state back, which knows of less:
 * ours counts then, and is kept again with the next action.
 */
const isNewer = (found: Baseline, mine: Baseline | undefined): boolean =>
  !mine ||
  found.book !== mine.book ||
  found.pushes.some((push) => !mine.pushes.includes(push)) ||
  found.pulledAt > mine.pulledAt;

/** Takes over what another pane has kept in this workbook meanwhile: its pushes are no edits of this one. [SE33] */
export const renewMemory = async (parts: SheetParts): Promise<Result<Standing, SheetFailure>> => {
  const { deps, workbook, memory, view, outbox } = parts;
  const now = await deps.spreadsheet.standing();
  if (!now.ok || !now.value.rewritten) return now;
  const found = await workbook.readBaseline();
  if (!found.ok) return found;
  if (!found.value || !isNewer(found.value, memory.now().baseline)) return now;
  const restored = await memory.restore();
  if (!restored.ok) return restored;
  view.showMemory(memory.now(), rowsIn(outbox.state.get().entries));
  return now;
};

/** Asks whether this is a copy, where the workbook was never open here before. [SE34] */
const askWhetherCopied = ({ memory, view }: SheetParts, address: string): boolean => {
  const { baseline } = memory.now();
  const place = placeOf(address);
  if (!baseline || !place) return false;
  const { places = [] } = baseline;
  if (places.length > 0 && !isKnownPlace(place, places)) {
    view.patch({ copied: { from: places.at(-1)?.name ?? "" } });
    return true;
  }
  view.clear("copied");
  const isNew = places.every(({ mark }) => mark !== place.mark);
  // Kept with the next pull or push: opening a workbook changes nothing in it.
  if (isNew) memory.learn({ baseline: { ...baseline, places: [...places, place] } });
  return false;
};

/** Why nothing of this kind may be begun in a workbook that stands like this: it could not be brought to its end. [SE35] [SE37] */
const refusalOf = ({ readOnly, protection }: Standing, kind: ActivityKind): SpreadsheetError | undefined => {
  if (kind === "checking") return undefined;
  if (readOnly) return { type: "ReadOnly" };
  // A push writes values only; a refresh also adds rows, lists and colours.
  return protection === "locked" || (protection === "unlocked" && kind !== "pushing")
    ? { type: "SheetProtected" }
    : undefined;
};

/** The same for sheets that remember less than the one of OKRs. */
export const whereItCanEnd = async <T>(
  { spreadsheet }: SpreadsheetDep,
  kind: ActivityKind,
  action: () => Promise<Result<T, SheetFailure>>,
): Promise<Result<T, SheetFailure>> => {
  if (kind === "checking") return action();
  const now = await spreadsheet.standing();
  if (!now.ok) return now;
  const refusal = refusalOf(now.value, kind);
  return refusal ? err(refusal) : action();
};

/** Looks at the workbook itself. `false`: the person has to answer something first. */
export const lookAtWorkbook = async (parts: SheetParts, kind: ActivityKind): Promise<Result<boolean, SheetFailure>> => {
  const { view } = parts;
  const now = await renewMemory(parts);
  if (!now.ok) return now;
  if (now.value.readOnly) view.patch({ readOnly: true });
  else view.clear("readOnly");
  if (now.value.protection === "locked") view.patch({ locked: true });
  else view.clear("locked");
  const isAsked = askWhetherCopied(parts, now.value.address);
  if (kind === "checking") return ok(true);
  const refusal = refusalOf(now.value, kind);
  return refusal ? err(refusal) : ok(!isAsked);
};

/**
 * What the person says about a workbook that is somewhere else than it was. A copy is a workbook of its own: it finishes and takes
 * back nothing that the other one pushed. [SE34]
 */
export const settleCopy = async (parts: SheetParts, isCopy: boolean): Promise<Result<void, SheetFailure>> => {
  const { deps, workbook, memory, view, outbox } = parts;
  const now = await deps.spreadsheet.standing();
  if (!now.ok) return now;
  const { baseline } = memory.now();
  const place = placeOf(now.value.address);
  if (!baseline || !place) return ok(undefined);
  const places = isCopy ? [place] : [...(baseline.places ?? []), place];
  const next = isCopy ? { ...baseline, places, book: deps.ids.guid(), pushes: [] } : { ...baseline, places };
  const kept = await workbook.keep({ baseline: next, ...(isCopy ? { outbox: [], stored: [] } : {}) });
  if (!kept.ok) return kept;
  memory.learn({ baseline: next, ...(isCopy ? { stored: [] } : {}) });
  if (isCopy) {
    memory.outboxStore.adopt([]);
    await outbox.load();
    view.clear("report", "storedRows", "takingBack");
  }
  view.clear("copied");
  view.showMemory(memory.now(), rowsIn(outbox.state.get().entries));
  return ok(undefined);
};
