/**
 * `npm start`: shows the product at work in a browser. Without a tenant (no `tenant.json`) it runs the simulated
 * Microsoft 365 beside it; with one it serves the same pages against Microsoft's own services.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildIfNeeded } from "./local/build.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import { startLocalWorld, type LocalWorld } from "./local/localWorld.ts";
import { readOptions, usage, type StartOptions } from "./local/options.ts";
import { serveProduct } from "./local/productHost.ts";
import { readTenant } from "./local/tenant.ts";

const root = join(import.meta.dirname, "..");
const tenantFile = join(root, "tenant.json");

const runUntilStopped = (close: () => Promise<void>): void => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void close().finally(() => process.exit(0));
    });
  }
};

const main = async (): Promise<void> => {
  const request = readOptions(process.argv.slice(2));
  if (!request.ok) {
    console.error(`${request.error}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  if (request.value.kind === "help") {
    console.log(usage);
    return;
  }
  await buildIfNeeded(root);
  const { options } = request.value;
  const running = existsSync(tenantFile) ? await serveTenant(options) : await startLocalWorld(root, options);
  if (!running.ok) {
    console.error(running.error);
    process.exitCode = 1;
    return;
  }
  runUntilStopped(running.value.close);
  console.log(`Drumbeat is running at ${running.value.origin}`);
};

/** Sign-in returns only to registered addresses, so another port than the chosen one would be of no use. */
const serveTenant = async ({ port }: StartOptions): Promise<Result<LocalWorld, string>> => {
  const tenant = readTenant(tenantFile);
  if (!tenant.ok) return tenant;
  const host = await serveProduct({ root, port, configuration: () => tenant.value });
  if (port !== 0 && host.origin !== `http://localhost:${port}`) {
    await host.close();
    return err(`Port ${port} is in use. Stop the program that listens there, or choose another port with --port N.`);
  }
  console.log(`Using the tenant of tenant.json; sign in at ${host.origin}/tab.html`);
  return ok(host);
};

await main();
