/** What the summary's screen and its sheets say, but for words that the OKR sheet has too. */
export const summaryEn = {
  intro:
    "Makes two sheets in this workbook: how each part of the organisation stands, with charts, and one row for each key result for pivot tables of your own. Nothing that is stored changes.",
  scope: "Whose OKRs",
  table: (name: string) => `${name} (the OKR sheet)`,
  everybody: (name: string) => `All of ${name}`,
  level: "Grouped by",
  automatic: "Where the OKRs divide",
  make: "Make the summary",
  making: "Making the summary…",
  done: (groups: number, keyResults: number, level: string) =>
    `The summary is on its sheet: ${keyResults} key results, ${level}: ${groups}. Make it again whenever you like; the same sheets are brought up to date.`,
  nothing: "There are no OKRs to summarise there. Choose something else.",
  sheets: { summary: "OKR summary", data: "OKR data" },
  title: (scope: string) => `OKR summary: ${scope}`,
  subtitle: (level: string, day: string) => `By ${level}, as of ${day}`,
  charts: {
    status: (level: string) => `Key results by status, ${level}`,
    progress: (level: string) => `Progress and what is expected today, ${level}`,
  },
  kinds: { metric: "Metric", percentage: "Percentage", milestone: "Milestone", baseline: "Baseline" },
  headers: {
    objectives: "Objectives",
    keyResults: "Key results",
    measured: "Measured",
    progress: "Progress",
    expected: "Expected",
    gap: "Gap (points)",
    confidence: "Confidence",
    lastCheckIn: "Last check-in",
    unit: "Team",
    cycle: "Cycle",
    objective: "Objective",
    objectiveOwner: "Objective owner",
    keyResult: "Key result",
    owner: "Owner",
    kind: "Type",
    measureUnit: "Unit",
    start: "Start",
    target: "Target",
    value: "Value",
    status: "Status",
  },
};

export type SummaryTexts = typeof summaryEn;
