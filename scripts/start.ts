/**
 * `npm start`: shows the product at work in a browser. Without a tenant (no `tenant.json`) it runs the simulated
 * Microsoft 365 beside it; with one it serves the same pages against Microsoft's own services.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildIfNeeded } from "./local/build.ts";
import { readOptions, usage } from "./local/options.ts";
import { startLocalWorld } from "./local/localWorld.ts";
import { serveProduct } from "./local/productHost.ts";

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
  const options = readOptions(process.argv.slice(2));
  if (!options.ok) {
    console.error(`${options.error}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const { port } = options.value;
  await buildIfNeeded(root);
  if (existsSync(tenantFile)) {
    const configuration: unknown = JSON.parse(readFileSync(tenantFile, "utf8"));
    const host = await serveProduct({ root, port, configuration: () => configuration });
    runUntilStopped(host.close);
    console.log(`Using the tenant of tenant.json; sign in at ${host.origin}/tab.html`);
    console.log(`Drumbeat is running at ${host.origin}`);
    return;
  }
  const world = await startLocalWorld(root, options.value);
  if (!world.ok) {
    console.error(world.error);
    process.exitCode = 1;
    return;
  }
  runUntilStopped(world.value.close);
  console.log(`Drumbeat is running at ${world.value.origin}`);
};

await main();
