import { instantOf, type Instant } from "#shared/domain/day.ts";
import { tidyLine } from "#shared/domain/entry/text.ts";
import { plainWords } from "#shared/domain/entry/characters.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { KeepDep } from "#shared/ports/keep.ts";
import type { SpreadsheetDep, SpreadsheetError } from "#shared/ports/spreadsheet.ts";

/** A scope that somebody gave a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly scope: SheetScope;
}

/** As it is kept; a deleted one is remembered, so that another place does not bring it back. */
interface KeptView extends SavedView {
  readonly changedAt: Instant;
  readonly deleted?: true;
}

const KEY = "views";

const isScope = (value: unknown): value is SheetScope => {
  const { unit, below } = (value ?? {}) as Partial<SheetScope>;
  return typeof unit === "string" && typeof below === "boolean";
};

const isKept = (value: unknown): value is KeptView => {
  const { id, name, scope, changedAt } = (value ?? {}) as Partial<KeptView>;
  return typeof id === "string" && typeof name === "string" && typeof changedAt === "string" && isScope(scope);
};

/** What cannot be read is left out. */
const decoded = (text: string | undefined): readonly KeptView[] => {
  try {
    const views: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(views) ? views.filter(isKept) : [];
  } catch {
    return [];
  }
};

/** Of two versions the later counts. */
const merged = (...places: readonly (readonly KeptView[])[]): readonly KeptView[] => {
  const views = new Map<string, KeptView>();
  for (const view of places.flat()) {
    const known = views.get(view.id);
    if (!known || known.changedAt < view.changedAt) views.set(view.id, view);
  }
  return [...views.values()];
};

const shown = (views: readonly KeptView[]): readonly SavedView[] =>
  views
    .filter(({ deleted }) => !deleted)
    .map(({ id, name, scope }) => ({ id, name, scope }))
    .toSorted((a, b) => a.name.localeCompare(b.name));

export type SavedViewsDeps = SpreadsheetDep & KeepDep & IdsDep & ClockDep;

/** Named scopes of this person and of this workbook. Each call answers with all of them by name. [SO5] */
export interface SavedViews {
  readonly list: () => Promise<Result<readonly SavedView[], SpreadsheetError>>;
  /** Under a name that is in use the scope replaces the one that was kept there. */
  readonly save: (name: string, scope: SheetScope) => Promise<Result<readonly SavedView[], SpreadsheetError>>;
  readonly rename: (id: string, name: string) => Promise<Result<readonly SavedView[], SpreadsheetError>>;
  readonly remove: (id: string) => Promise<Result<readonly SavedView[], SpreadsheetError>>;
}

export const createSavedViews = ({ spreadsheet, keep, ids, clock }: SavedViewsDeps): SavedViews => {
  const read = async (): Promise<Result<readonly KeptView[], SpreadsheetError>> => {
    const parts = await spreadsheet.readParts("views");
    return parts.ok ? ok(merged(decoded(keep.get(KEY)), ...parts.value.map(decoded))) : parts;
  };

  /** In both places; where the workbook takes nothing now, this person has it all the same. */
  const change = async (to: (views: readonly KeptView[], at: Instant) => readonly KeptView[]) => {
    const views = await read();
    if (!views.ok) return views;
    const next = merged(views.value, to(views.value, instantOf(clock.now())));
    const text = JSON.stringify(next);
    keep.set(KEY, text);
    const written = await spreadsheet.writeParts({ views: [text] });
    return written.ok ? ok(shown(next)) : written;
  };

  const changed =
    (
      id: string,
      how: (view: KeptView) => KeptView,
    ): ((views: readonly KeptView[], at: Instant) => readonly KeptView[]) =>
    (views, changedAt) =>
      views.filter((view) => view.id === id).map((view) => ({ ...how(view), changedAt }));

  return {
    list: async () => {
      const views = await read();
      return views.ok ? ok(shown(views.value)) : views;
    },
    save: (name, scope) =>
      change((views, changedAt) => {
        const plain = plainWords(name);
        const same = views.find((view) => !view.deleted && plainWords(view.name) === plain);
        return [{ id: same?.id ?? ids.guid(), name: tidyLine(name), scope, changedAt }];
      }),
    rename: (id, name) => change(changed(id, (view) => ({ ...view, name: tidyLine(name) }))),
    remove: (id) => change(changed(id, (view) => ({ ...view, deleted: true }))),
  };
};
