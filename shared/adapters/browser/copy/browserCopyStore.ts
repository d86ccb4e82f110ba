import type { CopyStore } from "#shared/ports/copyStore.ts";
import { openChannel } from "../channel.ts";
import { browserIds } from "../ids.ts";
import { createDexieCopyStore } from "./dexieCopyStore.ts";

/** The copy of whoever is signed in, shared by all windows of this browser. */
export const createBrowserCopyStore = (whose: () => Promise<string | undefined>): CopyStore =>
  createDexieCopyStore({ whose, newName: browserIds.guid, openChannel });
