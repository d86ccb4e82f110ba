import type { Tool } from "./tool.ts";

/** Every tool of the pane, in the order in which they are offered. */
export const TOOLS: readonly Tool[] = [];
