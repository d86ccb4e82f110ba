import { parseDay } from "#shared/domain/day.ts";
import { storedLength, tidyLine, tidyNote, TITLE_LIMIT } from "#shared/domain/entry/text.ts";
import { isWebAddress, withScheme, type Initiative, type InitiativeState } from "#shared/domain/okr/initiative.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";

/** An initiative as somebody is typing it. */
export interface InitiativeDraft {
  readonly title: string;
  readonly state: InitiativeState;
  /** `YYYY-MM-DD`, or empty. */
  readonly due: string;
  readonly owner: Person | undefined;
  readonly note: string;
  readonly link: string;
}

export const draftOfInitiative = (initiative?: Initiative): InitiativeDraft => ({
  title: initiative?.title ?? "",
  state: initiative?.state ?? "notStarted",
  due: initiative?.due ?? "",
  owner: initiative?.owner,
  note: initiative?.note ?? "",
  link: initiative?.link ?? "",
});

export type InitiativeDraftProblem =
  | { readonly type: "TitleMissing" }
  | { readonly type: "TitleTooLong"; readonly by: number }
  | { readonly type: "DayUnreadable" }
  | { readonly type: "LinkUnreadable" };

/** The initiative with what was typed, or the first thing that keeps it from being stored. */
export const readInitiative = (
  draft: InitiativeDraft,
  before: Initiative,
): Result<Initiative, InitiativeDraftProblem> => {
  const title = tidyLine(draft.title);
  if (title === "") return err({ type: "TitleMissing" });
  const by = storedLength(title) - TITLE_LIMIT;
  if (by > 0) return err({ type: "TitleTooLong", by });
  const due = draft.due === "" ? undefined : parseDay(draft.due);
  if (draft.due !== "" && due === undefined) return err({ type: "DayUnreadable" });
  const link = withScheme(draft.link.trim());
  if (link !== "" && !isWebAddress(link)) return err({ type: "LinkUnreadable" });
  const { owner: _owner, due: _due, link: _link, ...kept } = before;
  return ok({
    ...kept,
    title,
    state: draft.state,
    note: tidyNote(draft.note),
    ...(draft.owner ? { owner: draft.owner } : {}),
    ...(due === undefined ? {} : { due }),
    ...(link === "" ? {} : { link }),
  });
};
