import type { PublishTexts } from "./en.ts";

export const publishDe: PublishTexts = {
  draft: "Entwurf",
  draftHint:
    "Wird noch geschrieben. Nach dem Veröffentlichen können es nur OKR-Leads ändern; Check-ins bleiben für alle offen.",
  locked: "Veröffentlicht",
  lockedHint: "Vereinbart: Nur OKR-Leads können es ändern. Check-ins bleiben für alle offen.",
  publish: "Veröffentlichen und sperren",
  publishing: "Wird veröffentlicht …",
  unlock: "Entsperren",
  unlocking: "Wird entsperrt …",
  unlockTitle: "Warum wird es entsperrt?",
  unlockHint: "Alle können den Grund in den Änderungen lesen.",
  reason: "Grund",
  reasonNeeded: "Bitte einen Grund angeben.",
  cancel: "Abbrechen",
  published: "Veröffentlicht und gesperrt.",
  unlocked: "Entsperrt. Es ist wieder ein Entwurf.",
  onlyLeads: (names) => `Das können nur OKR-Leads: ${names}. Bitte jemanden davon fragen.`,
  onlyLeadsUnnamed: "Das können nur OKR-Leads. Wer das ist, weiß der Besitzer der OKR-Website.",
  changedMeanwhile: (by) => `${by} hat es inzwischen geändert. Bitte noch einmal lesen und dann entscheiden.`,
  gone: "Es ist nicht mehr da. Jemand hat es entfernt oder verschoben.",
  refused: (why) => `Microsoft 365 hat es nicht angenommen: ${why}`,
};
