/** Identifiers that are stable over restarts and the same for the same tenant. */
import { createHash, randomUUID } from "node:crypto";

/** A GUID derived from a text. */
export const guidOf = (text: string): string => {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const newGuid = (): string => randomUUID();
