import { part } from "#shared/ui/part/part.tsx";

/** What of a push may be taken back, and what stayed. Fetched beside the pane: nobody needs it before something was pushed. */
export const TakingBack = part(async () => (await import("./TakeBack.tsx")).TakingBack);

/** A row that two people changed. Fetched beside the pane, because most people never meet one. */
export const ConflictCard = part(async () => (await import("./ConflictCard.tsx")).ConflictCard);
