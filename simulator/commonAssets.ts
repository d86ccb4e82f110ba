import { fileURLToPath } from "node:url";

/** Folder of what the pages of several services show; each serves it beside its own. */
export const commonAssets = fileURLToPath(new URL("./assets", import.meta.url));
