/**
 * `npm run -s token -- --user KEY --port N [--scopes "A B"]`: prints a bearer token for Graph and nothing else.
 * Asks the running simulator; without `--scopes` the token carries what the person could consent to alone.
 */
import { parseArgs } from "node:util";

const usage = 'npm run -s token -- --user KEY --port N [--scopes "User.Read Sites.Selected"]';

type Outcome = { readonly token: string } | { readonly problem: string };

interface Wish {
  readonly user: string;
  readonly port: number;
  readonly scopes: string | undefined;
}

const readWish = (args: readonly string[]): Wish | { readonly problem: string } => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { user: { type: "string" }, port: { type: "string" }, scopes: { type: "string" } },
    });
    const port = Number(values.port);
    if (values.user === undefined) return { problem: `Say who: ${usage}` };
    if (!Number.isInteger(port) || port < 1 || port > 65_535) return { problem: `Say at which port: ${usage}` };
    return { user: values.user, port, scopes: values.scopes };
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : String(error)}\n${usage}` };
  }
};

const askSimulator = async ({ user, port, scopes }: Wish): Promise<Outcome> => {
  const url = new URL(`http://localhost:${port}/sim/token`);
  url.searchParams.set("user", user);
  if (scopes !== undefined) url.searchParams.set("scopes", scopes);
  const nobody = `No simulator answers at http://localhost:${port}. Start it with: npm start -- --port ${port}`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    const body = (await response.json()) as { readonly token?: unknown; readonly error?: unknown };
    if (typeof body.token === "string") return { token: body.token };
    return { problem: typeof body.error === "string" ? body.error : nobody };
  } catch {
    return { problem: nobody };
  }
};

const wish = readWish(process.argv.slice(2));
const outcome = "problem" in wish ? wish : await askSimulator(wish);
if ("token" in outcome) {
  console.log(outcome.token);
} else {
  console.error(outcome.problem);
  process.exitCode = 1;
}
