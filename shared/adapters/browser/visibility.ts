import type { Visibility } from "#shared/ports/visibility.ts";

const SIGNS_OF_USE = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll"] as const;
const AT_MOST_EVERY_MS = 1000;

export const createVisibility = (page: Document, now: () => number): Visibility => ({
  visible: () => page.visibilityState === "visible",
  onChange: (listener) => {
    const tell = (): void => listener(page.visibilityState === "visible");
    page.addEventListener("visibilitychange", tell);
    return () => page.removeEventListener("visibilitychange", tell);
  },
  onUse: (listener) => {
    let toldAt = -Infinity;
    const tell = (): void => {
      if (now() - toldAt < AT_MOST_EVERY_MS) return;
      toldAt = now();
      listener();
    };
    const how = { passive: true, capture: true };
    for (const sign of SIGNS_OF_USE) page.addEventListener(sign, tell, how);
    return () => {
      for (const sign of SIGNS_OF_USE) page.removeEventListener(sign, tell, how);
    };
  },
});
