import type { InitiativeState } from "#shared/domain/okr/initiative.ts";

const count = (n: number, one: string, many: string): string => (n === 1 ? one : many);

const states: Readonly<Record<InitiativeState, string>> = {
  notStarted: "Not started",
  underWay: "Under way",
  done: "Done",
  dropped: "Dropped",
};

export const initiativesEn = {
  title: "Initiatives",
  of: (title: string) => `Initiatives for “${title}”`,
  states,
  open: (n: number) => `${n} open`,
  overdue: (n: number) => `${n} overdue`,
  showClosed: (n: number) => count(n, "Show 1 that is done or dropped", `Show ${n} that are done or dropped`),
  stateOf: (title: string) => `State of “${title}”`,
  due: (day: string) => `Due ${day}`,
  overdueBy: (days: number, day: string) =>
    count(days, `Overdue by 1 day (${day})`, `Overdue by ${days} days (${day})`),
  noDay: "No due date",
  openLink: "Open link",
  openLinkOf: (title: string) => `Open the link of “${title}”`,
  add: "Add initiative",
  addTo: (title: string) => `Add an initiative for “${title}”`,
  edit: (title: string) => `Edit “${title}”`,
  what: "What is to be done",
  state: "State",
  dueDay: "Due date",
  owner: "Owner",
  nobody: "Nobody yet",
  note: "Note",
  link: "Link",
  save: "Save",
  cancel: "Cancel",
  remove: "Remove",
  removeSurely: "Remove for good",
  titleMissing: "Say what is to be done.",
  titleTooLong: (by: number) => `${by} characters too many.`,
  dayUnreadable: "This is no day of the calendar.",
  linkUnreadable: "A link begins with https:// or http://.",
  notKept: "This could not be kept on this device. What you typed is still here; try again.",
  failed: "The initiatives could not be read.",
  again: "Try again",
  meanwhile: (who: string, title: string) => `${who || "Somebody"} changed “${title}” meanwhile.`,
  clash: (field: string, mine: string, theirs: string) => `${field}: yours is “${mine}”, theirs is “${theirs}”.`,
  removedMeanwhile: "You removed it.",
  keepMine: "Keep mine",
  keepTheirs: "Keep theirs",
  refused: (title: string) => `“${title}” was not accepted.`,
  refusedForbidden: "You may not write here.",
  refusedGone: "Somebody has removed it.",
  refusedBecause: (reason: string) => `Microsoft 365 says: ${reason}`,
  discard: "Throw away",
  fields: {
    title: "Text",
    owner: "Owner",
    state: "State",
    due: "Due date",
    note: "Note",
    link: "Link",
    serves: "Serves",
  },
  nothing: "nothing",
};

export type InitiativesTexts = typeof initiativesEn;
