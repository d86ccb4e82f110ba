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

const LOCAL_HOSTS: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

const isLocal = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (protocol === "http:" || protocol === "https:") && LOCAL_HOSTS.has(hostname);
};

const isLocale = (text: string): boolean => {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
};

/** One optional parameter: its value when absent, and how to read it; undefined = not simulated. */
interface Reader<T> {
  readonly absent: string;
  readonly read: (text: string) => T | undefined;
}

const THEME: Reader<ExcelBoot["theme"]> = {
  absent: "light",
  read: (text) => (text === "light" || text === "dark" ? text : undefined),
};

const API: Reader<ExcelBoot["api"]> = {
  absent: "1.15",
  read: (text) => (text === "1.12" || text === "1.15" ? text : undefined),
};

const LOCALE: Reader<string> = { absent: "en-US", read: (text) => (isLocale(text) ? text : undefined) };

/** Up to a minute. */
const latency = (absent: number): Reader<number> => ({
  absent: String(absent),
  read: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 60_000 ? Number(text) : undefined),
});

type WhoAndWhat = Pick<OpenRequest, "userKey" | "appUrl">;

const readWhoAndWhat = (query: URLSearchParams): WhoAndWhat | OpenRefusal => {
  const asked = query.get("user") ?? "";
  const userKey = PERSONA_KEYS.find((key) => key === asked);
  if (userKey === undefined) return { type: "NoSuchUser", asked, known: PERSONA_KEYS };
  const appUrl = query.get("app") ?? undefined;
  return appUrl !== undefined && !isLocal(appUrl) ? { type: "AppNotLocal", asked: appUrl } : { userKey, appUrl };
};

export const readOpenRequest = (query: URLSearchParams, defaults: { readonly latencyMs: number }): OpenOutcome => {
  const refused: OpenRefusal[] = [];
  const optional = <T>(parameter: string, { absent, read }: Reader<T>): T | undefined => {
    const value = query.get(parameter) ?? absent;
    const found = read(value);
    if (found === undefined) refused.push({ type: "NotSimulated", parameter, value });
    return found;
  };
  const who = readWhoAndWhat(query);
  if ("type" in who) return { ok: false, error: who };
  const theme = optional("theme", THEME);
  const api = optional("api", API);
  const latencyMs = optional("latency", latency(defaults.latencyMs));
  const locale = optional("locale", LOCALE);
  const [error] = refused;
  if (error !== undefined) return { ok: false, error };
  const workbookName = (query.get("workbook") ?? "").trim().slice(0, 200) || "Book1";
  return { ok: true, value: { ...who, theme, api, latencyMs, locale, workbookName } as OpenRequest };
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
