import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the bundles are made of. */
const SOURCES = [
  "shared",
  "teams-app",
  "excel-addin",
  "simulator",
  "manifest",
  "package-lock.json",
  "webpack.config.js",
];

const filesBelow = (path: string): readonly string[] => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesBelow(join(path, name)));
};

const fingerprint = (root: string): string => {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => filesBelow(join(root, source)))) {
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
};

/** Bundles product and simulator with webpack, unless what lies in `dist` was made from these very sources. */
export const buildIfNeeded = async (root: string): Promise<void> => {
  const stamp = join(root, "dist", "sources.sha256");
  const current = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === current) return;
  console.log("Building the pages; this takes about a minute the first time.");
  const webpack = join(root, "node_modules", "webpack", "bin", "webpack.js");
  const code = await new Promise<number | null>((resolve, reject) => {
    const build = spawn(process.execPath, [webpack, "--mode", "production", "--stats", "errors-warnings"], {
      cwd: root,
      stdio: "inherit",
    });
    build.once("error", reject);
    build.once("exit", resolve);
  });
  if (code !== 0) throw new Error("The pages could not be built; see above.");
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(stamp, current);
};
