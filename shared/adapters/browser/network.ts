import type { Network } from "#shared/ports/network.ts";

type Page = Pick<Window, "addEventListener" | "removeEventListener"> & {
  readonly navigator: Pick<Navigator, "onLine">;
};

const listening =
  (page: Page, event: "online" | "offline"): Network["onOnline"] =>
  (listener) => {
    page.addEventListener(event, listener);
    return () => page.removeEventListener(event, listener);
  };

export const createNetwork = (page: Page): Network => ({
  isOffline: () => !page.navigator.onLine,
  onOffline: listening(page, "offline"),
  onOnline: listening(page, "online"),
});
