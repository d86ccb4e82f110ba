import type { Host, HostTheme } from "#shared/ports/host.ts";

/** The dark themes of Office have a dark body; `#RRGGBB`, perceived brightness by ITU-R BT.601. */
const isDark = (color: string): boolean => {
  const [red = 255, green = 255, blue = 255] = (/[\da-f]{6}/iu.exec(color)?.[0] ?? "ffffff")
    .match(/../gu)
    ?.map((pair) => Number.parseInt(pair, 16)) ?? [255, 255, 255];
  return (red * 299 + green * 587 + blue * 114) / 1000 < 128;
};

/** What Office says about its colours. Builds of Excel on the web were seen to say nothing (office-js #6134): then the browser's preference counts. */
const createTheme = (page: Window): Pick<Host, "theme" | "onThemeChange"> => {
  const dark = page.matchMedia("(prefers-color-scheme: dark)");
  const contrast = page.matchMedia("(forced-colors: active)");
  const theme = (): HostTheme => {
    if (contrast.matches) return "contrast";
    const office = Office.context.officeTheme as Office.OfficeTheme | undefined;
    if (office?.bodyBackgroundColor) return isDark(office.bodyBackgroundColor) ? "dark" : "light";
    return dark.matches ? "dark" : "light";
  };
  return {
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
  };
};

/** The pane inside Excel. Call it after `Office.onReady`. */
export const createOfficeHost = (page: Window): Host => ({
  context: { place: "excel", locale: Office.context.displayLanguage || page.navigator.language, target: "" },
  ...createTheme(page),
  linkTo: () => page.location.href,
  open: (url) => {
    page.open(url, "_blank", "noopener");
    return Promise.resolve();
  },
  ready: () => undefined,
});

/** Whether Excel itself can sign people in. */
export const offersNestedSignIn = (): boolean => Office.context.requirements.isSetSupported("NestedAppAuth", "1.1");

const HINT_LIMIT_MS = 2_000;

/** The address of the person using Excel, where it says so in time: in places the answer never comes. */
export const loginHint = async (): Promise<string | undefined> => {
  const auth = Office.auth as (Office.Auth & { readonly getAuthContext?: () => Promise<AuthContext> }) | undefined;
  if (!auth?.getAuthContext) return undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const limit = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), HINT_LIMIT_MS);
    });
    return (await Promise.race([auth.getAuthContext(), limit]))?.userPrincipalName;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
};

interface AuthContext {
  readonly userPrincipalName: string;
}
