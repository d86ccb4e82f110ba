import type { PersonaKey, World } from "../world/types.ts";
import type { ExcelBoot } from "./page.ts";

const PERSONA_KEYS: readonly PersonaKey[] = ["sponsor", "facilitator", "lead", "member", "outsider", "admin"];

/** Query of `GET /excel` after reading. */
export type OpenRequest = Omit<ExcelBoot, "manifest" | "person"> & { readonly userKey: PersonaKey };

export type OpenRefusal =
  | { readonly type: "NoSuchUser"; readonly asked: string; readonly known: readonly string[] }
  | { readonly type: "AppNotLocal"; readonly asked: string }
  | { readonly type: "NotSimulated"; readonly parameter: string; readonly value: string };

export type OpenOutcome =
  { readonly ok: true; readonly value: OpenRequest } | { readonly ok: false; readonly error: OpenRefusal };

const LOCAL_HOSTS: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

const isLocal = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (protocol === "http:" || protocol === "https:") && LOCAL_HOSTS.includes(hostname);
};

const refused = (error: OpenRefusal): OpenOutcome => ({ ok: false, error });
const notSimulated = (parameter: string, value: string): OpenOutcome =>
  refused({ type: "NotSimulated", parameter, value });

const readTheme = (text: string): ExcelBoot["theme"] | undefined =>
  text === "light" || text === "dark" ? text : undefined;

const readApi = (text: string): ExcelBoot["api"] | undefined => (text === "1.12" || text === "1.15" ? text : undefined);

const readLatency = (text: string): number | undefined =>
  /^\d{1,5}$/.test(text) && Number(text) <= 60_000 ? Number(text) : undefined;

const isLocale = (text: string): boolean => {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
};

export const readOpenRequest = (query: URLSearchParams, defaults: { readonly latencyMs: number }): OpenOutcome => {
  const asked = query.get("user") ?? "";
  const userKey = PERSONA_KEYS.find((key) => key === asked);
  if (userKey === undefined) return refused({ type: "NoSuchUser", asked, known: PERSONA_KEYS });
  const appUrl = query.get("app") ?? undefined;
  if (appUrl !== undefined && !isLocal(appUrl)) return refused({ type: "AppNotLocal", asked: appUrl });
  const theme = readTheme(query.get("theme") ?? "light");
  if (theme === undefined) return notSimulated("theme", query.get("theme") ?? "");
  const api = readApi(query.get("api") ?? "1.15");
  if (api === undefined) return notSimulated("api", query.get("api") ?? "");
  const latencyMs = readLatency(query.get("latency") ?? String(defaults.latencyMs));
  if (latencyMs === undefined) return notSimulated("latency", query.get("latency") ?? "");
  const locale = query.get("locale") ?? "en-US";
  if (!isLocale(locale)) return notSimulated("locale", locale);
  const workbookName = (query.get("workbook") ?? "").trim().slice(0, 200) || "Book1";
  return { ok: true, value: { userKey, appUrl, theme, api, latencyMs, locale, workbookName } };
};

export const refusalText = (refusal: OpenRefusal): string => {
  switch (refusal.type) {
    case "NoSuchUser":
      return `The address needs user=KEY with one of: ${refusal.known.join(", ")}. It says "${refusal.asked}".`;
    case "AppNotLocal":
      return `Only add-in pages on localhost can be opened here. The address asks for ${refusal.asked}.`;
    case "NotSimulated":
      return `The simulated Excel does not know ${refusal.parameter}=${refusal.value}.`;
  }
};

export const personOf = (world: World, key: PersonaKey): ExcelBoot["person"] => {
  const id = world.personas[key];
  const user = world.users.find((candidate) => candidate.id === id);
  if (user === undefined) throw new Error(`World ${world.name}: persona ${key} has no user ${id}`);
  return { key, id, displayName: user.displayName, userPrincipalName: user.userPrincipalName };
};
