/** `npm run search`: the tests with properties, again and again, each time from a fresh seed. Arguments are handed to jest. */
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const rounds = Number(process.env["DRUMBEAT_ROUNDS"] ?? "10");

const round = (args: readonly string[]): boolean => {
  const seed = process.env["DRUMBEAT_SEED"] ?? String(randomInt(2 ** 31));
  console.log(`DRUMBEAT_SEED=${seed}`);
  const jest = join(root, "node_modules", "jest", "bin", "jest.js");
  const env = { ...process.env, DRUMBEAT_SEED: seed };
  // First, because `--selectProjects` takes all that follows for names of projects.
  const given = [jest, ...args, "--selectProjects", "node", "dom"];
  return spawnSync(process.execPath, given, { cwd: root, stdio: "inherit", env }).status === 0;
};

const main = (): boolean => {
  for (let done = 0; done < rounds; done += 1) if (!round(process.argv.slice(2))) return false;
  return true;
};

process.exitCode = main() ? 0 : 1;
