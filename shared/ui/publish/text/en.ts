export const publishEn = {
  draft: "Draft",
  draftHint:
    "Still being written. Once it is published, only OKR leads can change it; check-ins stay open to everybody.",
  locked: "Published",
  lockedHint: "Agreed: only OKR leads can change it. Check-ins stay open to everybody.",
  publish: "Publish and lock",
  publishing: "Publishing…",
  unlock: "Unlock",
  unlocking: "Unlocking…",
  unlockTitle: "Why is it unlocked?",
  unlockHint: "Everybody can read the reason in the change history.",
  reason: "Reason",
  reasonNeeded: "Write down why.",
  cancel: "Cancel",
  published: "Published and locked.",
  unlocked: "Unlocked. It is a draft again.",
  onlyLeads: (names: string) => `Only OKR leads can do this: ${names}. Ask one of them.`,
  onlyLeadsUnnamed: "Only OKR leads can do this. Ask the owner of the OKR site who they are.",
  changedMeanwhile: (by: string) => `${by} has changed it meanwhile. Read it again, then decide.`,
  gone: "It is not there any more. Somebody removed or moved it.",
  refused: (why: string) => `Microsoft 365 did not take it: ${why}`,
};

export type PublishTexts = typeof publishEn;
