import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

/** Where an installed Chromium, Chrome or Edge usually lies. */
const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
] as const;

const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): boolean =>
  spawnSync(command, [...args], { stdio: "inherit", env }).status === 0;

const installed = (): string | undefined => INSTALLED.find((file) => existsSync(file));

const downloaded = (): string | undefined => {
  const file = chromium.executablePath();
  return file !== "" && existsSync(file) ? file : undefined;
};

const download = (root: string): string | undefined => {
  const cli = join(root, "node_modules", "playwright-core", "cli.js");
  run(process.execPath, [cli, "install", "chromium"]);
  return downloaded();
};

const installPackage = (): string | undefined => {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-qq"], env);
  // Debian's package is the browser; Ubuntu's is a stub for a snap that does not run as root in a container.
  run("apt-get", ["install", "-y", "-qq", "chromium", "fonts-noto-core"], env);
  return installed();
};

/**
 * A browser for the tests: the one named in `CHROMIUM_PATH`, an installed one, one that Playwright downloads, or one from apt
 * when that is allowed. Undefined when none could be had.
 */
export const findOrGetBrowser = (root: string): string | undefined => {
  const wanted = process.env["CHROMIUM_PATH"];
  if (wanted !== undefined) return existsSync(wanted) ? wanted : undefined;
  return installed() ?? downloaded() ?? download(root) ?? installPackage();
};
