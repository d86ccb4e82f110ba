/**
 * Who may do what with the rows of a list, declared with the list. Owners of the site may always do everything; whoever else
 * may only read the site, may only read its lists. Set by `adapters/sharepoint`, because Graph cannot set it.
 */
export type RowRights =
  | "read"
  /** Read, and add rows; no change, no removal. */
  | "add"
  /** Read, add, change and remove. */
  | "change";

export interface ListRights {
  /** Who may edit the site. */
  readonly members: RowRights;
  /** The OKR leads, on top of what they may as members. */
  readonly leads: RowRights;
  /** `own`: who may change rows changes only those they added themselves; leads are not bound by it. */
  readonly changes: "all" | "own";
}

/** The site's settings and what describes its lists: changed by owners alone. */
export const OWNERS_WRITE: ListRights = { members: "read", leads: "read", changes: "all" };
/** What was agreed: everybody reads it, leads change it. */
export const LEADS_WRITE: ListRights = { members: "read", leads: "change", changes: "all" };
/** Everybody writes what is not agreed yet, leads also that of others. */
export const EVERYBODY_DRAFTS: ListRights = { members: "change", leads: "change", changes: "own" };
/** The work itself goes on after the OKRs are agreed, by whoever does it: everybody writes it. */
export const EVERYBODY_CHANGES: ListRights = { members: "change", leads: "change", changes: "all" };
/** Only ever added to. */
export const EVERYBODY_ADDS: ListRights = { members: "add", leads: "add", changes: "own" };
/** Only ever added to, by those who publish and unlock. */
export const LEADS_ADD: ListRights = { members: "read", leads: "add", changes: "own" };
