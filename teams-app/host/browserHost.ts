import type { Host } from "#shared/ports/host.ts";

/** A plain browser window: the target stands in the address behind `#`. */
export const createBrowserHost = (page: Window): Host => {
  const dark = page.matchMedia("(prefers-color-scheme: dark)");
  const contrast = page.matchMedia("(forced-colors: active)");
  const theme = () => {
    if (contrast.matches) return "contrast" as const;
    return dark.matches ? ("dark" as const) : ("light" as const);
  };
  return {
    context: {
      place: "browser",
      locale: page.navigator.language,
      target: page.location.hash.replace(/^#\/?/, ""),
    },
    theme,
    onThemeChange: (listener) => {
      const tell = (): void => listener(theme());
      dark.addEventListener("change", tell);
      contrast.addEventListener("change", tell);
      return () => {
        dark.removeEventListener("change", tell);
        contrast.removeEventListener("change", tell);
      };
    },
    linkTo: (target) => new URL(`#/${target}`, page.location.href).href,
    open: (url) => {
      page.open(url, "_blank", "noopener");
      return Promise.resolve();
    },
    ready: () => undefined,
  };
};
