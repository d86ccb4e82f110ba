import type { Browser } from "./shell/createShell.ts";

/** The real browser; everything the shell takes from its surroundings is named here. */
export const createBrowser = (shellElement: HTMLElement): Browser => ({
  openWindow: (address) => {
    window.open(address, "_blank", "noopener");
  },
  openPopup: (address, width, height) => window.open(address, "_blank", `popup,width=${width},height=${height}`),
  focusShell: () => shellElement.querySelector<HTMLElement>("nav button")?.focus(),
  listen: (receive) => {
    window.addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) =>
      receive({ source, origin, data }),
    );
  },
  monotonicNow: () => performance.timeOrigin + performance.now(),
  now: () => Date.now(),
  uuid: () => crypto.randomUUID(),
  after: (milliseconds, action) => {
    setTimeout(action, milliseconds);
  },
  every: (milliseconds, action) => {
    const timer = setInterval(action, milliseconds);
    return () => clearInterval(timer);
  },
  writeText: (text) => navigator.clipboard.writeText(text),
  readText: () => navigator.clipboard.readText(),
});
