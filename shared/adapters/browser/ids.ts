import type { Ids } from "#shared/ports/ids.ts";

export const browserIds: Ids = { guid: () => crypto.randomUUID() };
