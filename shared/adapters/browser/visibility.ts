import type { Visibility } from "#shared/ports/visibility.ts";

export const createVisibility = (page: Document): Visibility => ({
  visible: () => page.visibilityState === "visible",
  onChange: (listener) => {
    const tell = (): void => listener(page.visibilityState === "visible");
    page.addEventListener("visibilitychange", tell);
    return () => page.removeEventListener("visibilitychange", tell);
  },
});
