import type { Network } from "#shared/ports/network.ts";

export const createNetwork = (page: Pick<Window, "addEventListener" | "removeEventListener">): Network => ({
  onOnline: (listener) => {
    page.addEventListener("online", listener);
    return () => page.removeEventListener("online", listener);
  },
});
