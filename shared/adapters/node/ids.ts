import { randomUUID } from "node:crypto";
import type { Ids } from "#shared/ports/ids.ts";

export const nodeIds: Ids = { guid: () => randomUUID() };
