import type { LogAction } from "#shared/domain/audit/logEntry.ts";
import type { InitiativeState } from "#shared/domain/okr/initiative.ts";
import type { Stage } from "#shared/domain/okr/objective.ts";
import type { FieldChange, SubjectChange } from "#shared/domain/audit/history.ts";

const fields: Readonly<Record<FieldChange["field"], string>> = {
  id: "Identity",
  title: "Text",
  why: "Why now",
  unitKey: "Unit",
  cycleKey: "Cycle",
  owner: "Owner",
  parents: "Supports",
  ambition: "Ambition",
  stage: "Stage",
  start: "Start",
  end: "End",
  order: "Place",
  objectiveId: "Objective",
  measure: "Measure",
  preScore: "Agreed scores",
  weight: "Weight",
  score: "Score",
  keyResultId: "Key result",
  state: "State",
  due: "Due",
  note: "Note",
  link: "Link",
};

const stages: Readonly<Record<Stage, string>> = {
  draft: "draft",
  active: "running",
  closed: "closed",
  postponed: "postponed",
};

const states: Readonly<Record<InitiativeState, string>> = {
  notStarted: "not started",
  underWay: "under way",
  done: "done",
  dropped: "dropped",
};

const actions: Readonly<Record<LogAction, (who: string) => string>> = {
  publish: (who) => `${who} published and locked it`,
  unlock: (who) => `${who} unlocked it`,
  openCycle: (who) => `${who} opened the cycle`,
  closeCycle: (who) => `${who} closed the cycle`,
  reopenCycle: (who) => `${who} opened the cycle again`,
  repair: (who) => `${who} mended the site`,
  restore: (who) => `${who} restored an export`,
};

const changes: Readonly<Record<SubjectChange["change"], (title: string) => string>> = {
  made: (title) => `“${title}” was added`,
  removed: (title) => `“${title}” was removed`,
  changed: (title) => `“${title}” was changed`,
};

export const historyEn = {
  open: "Change history",
  loading: "Reading the change history…",
  empty: "Nothing has changed yet.",
  made: (who: string, title: string) => `${who} wrote “${title}”`,
  changed: (who: string, title: string) => `${who} changed “${title}”`,
  reason: (text: string) => `Why: ${text}`,
  fields,
  actions,
  changes,
  stages,
  states,
  nothing: "nothing",
  from: "before",
  to: "now",
  somebody: "Somebody",
};

export type HistoryTexts = typeof historyEn;
