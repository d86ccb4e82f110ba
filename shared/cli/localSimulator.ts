/**
 * A convenience for trying things out: `--user KEY --port N` asks a simulator on this computer for a token and for its home site.
 * Nothing else in the command line knows that there are simulators; with `--token` and `--site` it talks to a tenant.
 */
import { err, ok, type Result } from "#shared/domain/result.ts";
import { isRecord, textAt } from "../adapters/graph/json.ts";

export interface LocalSimulator {
  readonly token: string;
  /** For SharePoint itself; absent when the simulator gives none. */
  readonly sharePointToken?: string;
  readonly graphOrigin: string;
  readonly sharePointOrigin: string;
  /** `host:/sites/name`; absent when it does not say. */
  readonly site?: string;
}

export const DEFAULT_PORT = 3000;
const ANSWER_LIMIT_MS = 10_000;

const askJson = async (url: URL): Promise<unknown> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
  return response.json();
};

export const findLocalSimulator = async (user: string, port: number): Promise<Result<LocalSimulator, string>> => {
  const origin = `http://localhost:${port}`;
  try {
    const tokenFor = (scopes: Readonly<Record<string, string>>): URL => {
      const url = new URL("/sim/token", origin);
      for (const [name, value] of Object.entries({ user, ...scopes })) url.searchParams.set(name, value);
      return url;
    };
    const [answer, sharePoint, health] = await Promise.all([
      askJson(tokenFor({})),
      askJson(tokenFor({ scopes: "AllSites.FullControl" })),
      askJson(new URL("/sim/health", origin)),
    ]);
    const token = textAt(answer, "token");
    if (token === undefined) return err(textAt(answer, "error") ?? `There is no token for ${user}.`);
    const sharePointToken = textAt(sharePoint, "token");
    const site = isRecord(health) ? textAt(health, "homeSite") : undefined;
    return ok({
      token,
      graphOrigin: `${origin}/graph.microsoft.com`,
      sharePointOrigin: `${origin}/sharepoint`,
      ...(sharePointToken === undefined ? {} : { sharePointToken }),
      ...(site === undefined ? {} : { site }),
    });
  } catch {
    return err(`Nothing answers at ${origin}. Start it with: npm start -- --port ${port}`);
  }
};
