import type { Severity, Mend } from "#shared/application/health/findings.ts";
import type { RestoredKind } from "#shared/application/transfer/restorePlan.ts";
import { findingsEn } from "./findings.en.ts";
import type { FindingMessages } from "./findingText.ts";

const severity: Readonly<Record<Severity, string>> = { error: "Problem", warning: "Look at it", info: "Good to know" };
const mend: Readonly<Record<Mend, string>> = {
  setUp: "Set up or repair",
  protect: "Set rights",
  grant: "Let the app in",
  addLead: "Name a lead",
  close: "Finish closing",
};
const kinds: Readonly<Record<RestoredKind, string>> = {
  cycles: "Cycles",
  units: "Units",
  objectives: "Objectives",
  keyResults: "Key results",
  checkIns: "Check-ins",
  initiatives: "Initiatives",
  log: "Log entries",
};
const findings: FindingMessages = findingsEn;

export const adminEn = {
  title: "Administration",
  back: "Back to the OKRs",
  loading: "Looking at the site…",
  noAccessTitle: "This page is for owners of the OKR site",
  noAccess: (names: string) => (names === "" ? "Ask an owner of the site." : `Owners who have used it: ${names}.`),
  allow: "Review and allow",
  allowWhy: "Microsoft 365 asks you once whether Drumbeat may do this for you. It never may do more than you.",
  lookWhy:
    "Drumbeat looks at the rights of this site, and mends them, with your own rights as an owner. Microsoft 365 asks you once whether it may.",
  cancel: "Cancel",
  working: "Working…",
  done: "Done.",
  health: "Health",
  healthy: "Everything is as it should be.",
  lookAgain: "Look again",
  showAllFindings: (n: number) => `Show all ${n}`,
  proved: (who: string, role: "member" | "lead") =>
    role === "lead" ? `Asked SharePoint about ${who}, an OKR lead.` : `Asked SharePoint about ${who}, a member.`,
  version: (found: number | undefined, supported: number) =>
    found === undefined
      ? `Lists: none yet. This app makes version ${supported}.`
      : `Lists: version ${found} of ${supported}.`,
  setUp: "Set up or repair",
  setUpHint:
    "Makes missing lists and columns, upgrades older ones and sets all rights. It can be repeated at any time and loses nothing.",
  sizes: "Sizes",
  sizesHint: "The fullest lists first. SharePoint stops answering filters of a list beyond its limit.",
  showAllLists: (n: number) => `Show all ${n} lists`,
  size: (items: string, limit: string) => `${items} of ${limit} rows`,
  leads: "OKR leads",
  leadsHint: "They publish, lock and unlock. Everybody else drafts and checks in.",
  noLeads: "Nobody leads yet.",
  showAllLeads: (n: number) => `Show all ${n} leads`,
  addLead: "Name or address of a new lead",
  add: "Add",
  remove: (who: string) => `Remove ${who}`,
  notFound: (text: string) => `Exactly one person must match “${text}”; write the whole name or address.`,
  cycles: "Cycles",
  noCycles: "There are no cycles yet.",
  open: "Open",
  closed: "Closed",
  close: (cycle: string) => `Close ${cycle}`,
  reopen: (cycle: string) => `Open ${cycle} again`,
  closeTitle: (cycle: string) => `Close ${cycle}?`,
  closeText:
    "Nobody can change its objectives or check in any more, whichever way they try. Everything stays readable, and you can open it again.",
  closeIt: "Close the cycle",
  period: (from: string, to: string) => `${from} to ${to}`,
  closedNotLocked:
    "Closed. Its OKRs lie in lists that other cycles use, so SharePoint cannot lock them alone; the apps do not offer changes any more.",
  newCycle: "New cycle",
  cycleName: "Name",
  cycleKey: "Key (short, stays as it is)",
  cycleStart: "First day",
  cycleEnd: "Last day",
  cycleKind: "Length",
  kindNames: { annual: "A year", quarterly: "A quarter", custom: "Something else" },
  create: "Create",
  cycleIncomplete: "Give it a name, a key nobody uses, and a first day that is not after the last.",
  cycleInUse: "This cycle has OKRs already, or was opened with other lists.",
  export: "Take everything with you",
  exportHint:
    "All cycles, units, drafts, objectives, key results, check-ins and the log. JSON can be restored; Excel is for reading.",
  exportJson: "Download JSON",
  exportXlsx: "Download Excel",
  restore: "Restore an export",
  restoreHint: "Makes what is missing and changes nothing that is there. It can be repeated.",
  restoreUnreadable: (at: string) => `This file cannot be restored: ${at}`,
  restored: (kind: string, made: string, present: string) => `${kind}: ${made} restored, ${present} there already`,
  leftAlone: (n: string) => `${n} records differ or were refused and were left as they are.`,
  kinds,
  grant: "Least privilege",
  grantHint:
    "With Sites.Selected the app reaches this site and no other. An administrator of Microsoft 365 gives these words to Graph Explorer or a script, once:",
  copy: "Copy",
  copied: "Copied",
  notCopied: "The browser does not allow copying here",
  newer: (found: number) => `The lists are of version ${found}, newer than this app. Reload the page.`,
  severity,
  mend,
  findings,
};

export type AdminTexts = typeof adminEn;
